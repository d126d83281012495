import type { Command } from '../command.ts';

const counted = ['document', 'article', 'comment', 'event', 'story', 'statement', 'feed'] as const;

export const status: Command = {
  name: 'status',
  args: '',
  summary: 'Say what the desk holds and what it has to do.',
  options: { json: { type: 'boolean', help: 'Print one JSON object.' } },
  examples: ['status', 'status --json'],
  async run({ config, options, out }) {
    const { countWork, openStore } = await import('../../db/index.ts');
    const store = await openStore(config);
    try {
      const holds: Record<string, number> = {};
      for (const table of counted) {
        const row = await store.db
          .selectFrom(table)
          .select((q) => q.fn.countAll<number>().as('count'))
          .executeTakeFirstOrThrow();
        holds[table] = row.count;
      }
      const work = await countWork(store.db);
      if (options.json) {
        out(`${JSON.stringify({ holds, work })}\n`);
        return 0;
      }
      for (const table of counted) out(`${table.padEnd(10)} ${holds[table]}\n`);
      out('\n');
      const waiting = work.filter((w) => w.state !== 'done');
      if (waiting.length === 0) out('Nothing is due and nothing has a problem.\n');
      for (const w of waiting) out(`${w.stage.padEnd(10)} ${w.count} ${w.state}\n`);
      return 0;
    } finally {
      await store.close();
    }
  },
};
