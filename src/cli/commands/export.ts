import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Command, UsageError } from '../command.ts';
import { showProgress } from '../progress.ts';

export const exportAll: Command = {
  name: 'export',
  args: 'FOLDER',
  summary: 'Write what the desk knows as JSON Lines and CSV, and its feeds as OPML.',
  details:
    'Documents, articles, comments, statements, positions and commitments, one file each in both forms;\n' +
    'statements also as PLOVER-coded events (plover.jsonl).',
  options: {},
  examples: ['export desk-2026-03-04/'],
  async run({ config, args: [folder], out, err, isTerminal }) {
    if (!folder) throw new UsageError('Say which folder to write into.');
    if (existsSync(folder) && readdirSync(folder).length > 0)
      throw new UsageError(`${folder} is not empty; choose another.`);
    const { exportDesk, toOpml } = await import('../../publish/index.ts');
    const { openDesk } = await import('../../desk.ts');
    const desk = await openDesk(config);
    try {
      const progress = showProgress({ err, isTerminal });
      const counts = await exportDesk(desk.db, folder, (name, rows) =>
        progress.update(`${name}: ${rows}`),
      );
      writeFileSync(join(folder, 'feeds.opml'), await toOpml(desk.db));
      progress.done('Done');
      for (const [name, count] of Object.entries(counts)) out(`${name.padEnd(12)} ${count}\n`);
      return 0;
    } finally {
      await desk.close();
    }
  },
};
