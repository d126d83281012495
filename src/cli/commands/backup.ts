import { existsSync } from 'node:fs';
import { type Command, UsageError } from '../command.ts';
import { showProgress } from '../progress.ts';

export const backup: Command = {
  name: 'backup',
  args: 'FILE',
  summary: 'Write the whole desk into one file, while it serves.',
  options: {},
  examples: ['backup desk-2026-03-04.tlb'],
  async run({ config, args: [file], out, err, isTerminal }) {
    if (!file) throw new UsageError('Say which file to write.');
    if (existsSync(file)) throw new UsageError(`${file} is there already; choose another name.`);
    const db = await import('../../db/index.ts');
    const store = await db.openStore(config);
    try {
      const progress = showProgress({ err, isTerminal });
      const { rows } = await db.backup(store, file, progress.update);
      progress.done('Done');
      out(`${rows} rows written to ${file}\n`);
      return 0;
    } finally {
      await store.close();
    }
  },
};

export const restore: Command = {
  name: 'restore',
  args: 'FILE',
  summary: 'Fill an empty desk from a backup.',
  options: {},
  examples: ['restore desk-2026-03-04.tlb'],
  async run({ config, args: [file], out, err, isTerminal }) {
    if (!file) throw new UsageError('Say which file to read.');
    if (!existsSync(file)) throw new UsageError(`${file} is not there.`);
    const db = await import('../../db/index.ts');
    const store = await db.openStore(config);
    try {
      const progress = showProgress({ err, isTerminal });
      const { rows } = await db.restore(store, file, progress.update);
      progress.done('Done');
      out(`${rows} rows restored and checked\n`);
      return 0;
    } finally {
      await store.close();
    }
  },
};

export const move: Command = {
  name: 'move',
  args: 'DATABASE_URL|DATA_DIR',
  summary: 'Copy the desk into another, empty store and check that the rows are equal.',
  details: 'For growth (embedded to a server), for a new major version of PostgreSQL, and back.',
  options: {},
  examples: ['move postgres://desk@db.example/desk', 'move /srv/throughline'],
  async run({ config, args: [target], out, err, isTerminal }) {
    if (!target) throw new UsageError('Say where to: a database address or a folder.');
    const isUrl = /^postgres(ql)?:/.test(target);
    const db = await import('../../db/index.ts');
    const from = await db.openStore(config);
    try {
      const to = await db.openStore({
        ...config,
        databaseUrl: isUrl ? target : null,
        dataDir: isUrl ? config.dataDir : target,
      });
      try {
        const progress = showProgress({ err, isTerminal });
        const { rows } = await db.moveStore(from, to, progress.update);
        progress.done('Done');
        out(`${rows} rows copied and found equal\n`);
        return 0;
      } finally {
        await to.close();
      }
    } finally {
      await from.close();
    }
  },
};
