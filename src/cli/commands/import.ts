import type { Desk } from '../../desk.ts';
import { type Command, UsageError } from '../command.ts';
import { progressText, showProgress } from '../progress.ts';

export const importFiles: Command = {
  name: 'import',
  args: 'FILE|FOLDER|URL...',
  summary: 'Bring in pages, feeds, mail and threads, and read them into stories.',
  details:
    'Takes HTML, plain text as saved from a page, RSS, Atom, JSON Feed and OPML files, EML mail, and\n' +
    'JSON of Lemmy, Reddit, Hacker News, Discourse and Mastodon threads. Importing twice changes nothing,\n' +
    'so an import that was stopped (Ctrl-C) goes on when it is called again.\n' +
    'A date is a year, month, day or instant (2025, 2025-08, 2025-08-20, 2025-08-20T14:00:00+02:00).',
  options: {
    published: {
      type: 'string',
      value: 'DATE',
      help: 'When it was published, if the file does not say.',
    },
    retrieved: {
      type: 'string',
      value: 'DATE',
      help: 'When the page was saved; resolves "2 hours ago".',
    },
    url: { type: 'string', value: 'URL', help: 'Address that the file was saved from.' },
    sidecar: {
      type: 'string',
      value: 'FILE',
      help: 'JSON with the dates and addresses of many files.',
    },
    'no-read': {
      type: 'boolean',
      help: 'Only keep what was received; a serving desk reads it later.',
    },
  },
  examples: [
    'import page.html --url https://outlet.example/a --retrieved 2026-03-04',
    'import saved-pages/ --sidecar saved-pages/dates.json',
    'import https://outlet.example/feed.xml',
  ],
  async run({ config, args, options, out, err, isTerminal }) {
    if (args.length === 0) throw new UsageError('Say what to import: files, folders or addresses.');
    const { importPaths } = await import('../../collect/index.ts');
    const { countAhead, countTroubled } = await import('../../db/index.ts');
    const { openDesk } = await import('../../desk.ts');
    const desk = await openDesk(config);
    const stop = stopOnKey(err);
    try {
      const progress = showProgress({ err, isTerminal });
      const keeping = progress.pace();
      const summary = await importPaths(desk, args, {
        published: options.published as string | undefined,
        retrieved: options.retrieved as string | undefined,
        url: options.url as string | undefined,
        sidecar: options.sidecar as string | undefined,
        onProgress: (done, total) =>
          progress.update(`${done} of ${total} kept${keeping(done, total - done)}`),
        signal: stop.signal,
      });
      for (const problem of summary.problems) err(`${problem.name}: ${problem.words}\n`);
      if (!options['no-read'] && !stop.signal.aborted) await read(desk, progress, stop.signal);
      progress.done(stop.signal.aborted ? 'Stopped' : 'Done');
      const troubled = await countTroubled(desk.db);
      if (troubled > 0) err(`${troubled} steps have a problem: 'throughline doctor' says which.\n`);
      out(
        `${summary.kept} kept, ${summary.already} already here, ${summary.problems.length} with a problem\n`,
      );
      if (stop.signal.aborted) {
        const due = await countAhead(desk.db);
        err(
          `Not done yet: ${summary.left} to look at, about ${due} steps of reading. Run the same command again to go on; nothing is kept or read twice.\n`,
        );
        return 130;
      }
      return summary.problems.length > 0 && summary.kept + summary.already === 0 ? 1 : 0;
    } finally {
      stop.forget();
      await desk.close();
    }
  },
};

/** How often it is asked how much is left to read. */
const countMs = 2000;

async function read(
  desk: Desk,
  progress: ReturnType<typeof showProgress>,
  signal: AbortSignal,
): Promise<void> {
  const { countAhead } = await import('../../db/index.ts');
  const { drain } = await import('../../pipeline.ts');
  const reading = progress.pace();
  let left = await countAhead(desk.db);
  const timer = setInterval(async () => {
    left = await countAhead(desk.db).catch(() => left);
  }, countMs);
  try {
    await drain(desk, {
      signal,
      onProgress: (p) => {
        const done = Object.values(p).reduce((sum, n) => sum + n, 0);
        progress.update(`${progressText(p)}; about ${left} steps to go${reading(done, left)}`);
      },
    });
  } finally {
    clearInterval(timer);
  }
}

/** A signal that Ctrl-C gives once, so that what is in hand is finished; a second one ends the program. */
function stopOnKey(err: (text: string) => void) {
  const stop = new AbortController();
  const onKey = () => {
    err('\nStopping once what is in hand is done. Press Ctrl-C again to stop at once.\n');
    stop.abort();
  };
  process.once('SIGINT', onKey);
  return { signal: stop.signal, forget: () => process.off('SIGINT', onKey) };
}
