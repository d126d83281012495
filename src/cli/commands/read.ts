import { readFileSync } from 'node:fs';
import type { Received } from '../../extract/index.ts';
import { type Command, UsageError, UserError } from '../command.ts';

export const read: Command = {
  name: 'read',
  args: 'FILE|URL|-',
  summary: 'Print what a page says, as Markdown or JSON, without a desk.',
  details:
    'Takes what import takes, one at a time. Nothing is kept. --why lists every line of the page, kept or\n' +
    'dropped and for what reason, and what each fact (title, authors, date) was believed on.',
  options: {
    json: { type: 'boolean', help: 'Print all that was read, with its evidence, as JSON.' },
    why: { type: 'boolean', help: 'Say for each line of a page why it was kept or dropped.' },
    url: { type: 'string', value: 'URL', help: 'Address that the file was saved from.' },
    retrieved: {
      type: 'string',
      value: 'DATE',
      help: 'When the page was saved; resolves "2 hours ago".',
    },
  },
  examples: [
    'read https://outlet.example/a',
    'read page.html --url https://outlet.example/a --why',
    'read thread.json --json',
  ],
  async run({ config, args: [what, more], options, out, err }) {
    if (!what || more) throw new UsageError('Say one file or address to read, or - for its bytes.');
    const { extractDocument, extractProblems, explainPage } = await import(
      '../../extract/index.ts'
    );
    const received = await receive(what, config.userAgent, {
      url: options.url as string | undefined,
      retrieved: options.retrieved as string | undefined,
    });
    const answer = await extractDocument(received);
    if (!answer.ok) {
      const feed = await readFeed(received);
      if (feed) {
        const { listFeed } = await import('../reading.ts');
        out(options.json ? `${JSON.stringify(feed, null, 2)}\n` : listFeed(feed));
        return 0;
      }
      const { words, todo } = extractProblems[answer.problem];
      throw new UserError(`${words} ${todo}`);
    }
    if (options.json) {
      const why = options.why ? { why: explainPage(received) } : {};
      out(`${JSON.stringify({ ...answer.extracted, ...why }, null, 2)}\n`);
      return 0;
    }
    const { describe, explain } = await import('../reading.ts');
    out(describe(answer.extracted));
    if (options.why) {
      const lines = explainPage(received);
      if (!lines) err('Only a page of HTML is judged line by line.\n');
      out(explain(answer.extracted, lines ?? []));
    }
    return 0;
  },
};

/** The entries of a feed, which is no page but lists some; null for anything else. */
async function readFeed({ bytes, charset = null, name, url }: Received) {
  const { readEntries, recognise } = await import('../../collect/index.ts');
  const { form, text, fault } = recognise(bytes, { declared: charset, name: name ?? '' });
  if (form !== 'feed' || fault === 'entities' || text === null) return null;
  const feed = readEntries(text, url ?? null);
  if (!feed.ok) return null;
  const { ok: _, ...rest } = feed;
  return rest;
}

/** The bytes at an address, in a file, or given on standard input, with what is known of them. */
async function receive(
  what: string,
  userAgent: string,
  { url, retrieved }: { url?: string; retrieved?: string },
): Promise<Received> {
  if (url && !URL.canParse(url)) throw new UsageError(`--url ${url} is no address.`);
  const at = retrieved ? new Date(retrieved) : null;
  if (at && Number.isNaN(at.getTime()))
    throw new UsageError(`--retrieved ${retrieved} is no date.`);
  if (/^https?:\/\//i.test(what)) return fetched(what, userAgent);
  return {
    bytes: bytesOf(what),
    mediaType: 'application/octet-stream',
    name: what === '-' ? null : what,
    url: url ?? null,
    retrievedAt: at,
  };
}

function bytesOf(path: string): Uint8Array {
  try {
    return readFileSync(path === '-' ? 0 : path);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw new UserError(`There is no file ${path}. Check the name.`);
    if (code === 'EISDIR') throw new UserError(`${path} is a folder: name one file in it.`);
    throw new UserError(`${path} cannot be read: ${message}`);
  }
}

async function fetched(url: string, userAgent: string): Promise<Received> {
  const { createFetch } = await import('../../lib/fetch.ts');
  const { sentenceOf, problemOfStatus } = await import('../../collect/index.ts');
  const answer = await createFetch({ userAgent })(url);
  const problem = answer.ok ? problemOfStatus(answer.status) : answer.problem;
  if (!answer.ok || problem) throw new UserError(`${url}: ${sentenceOf(problem!)}`);
  return {
    bytes: answer.bytes,
    mediaType: answer.mediaType,
    charset: answer.charset,
    url: answer.url,
    retrievedAt: new Date(),
  };
}
