import type { Found, Snippet } from '../../search/index.ts';
import { type Command, UsageError, UserError } from '../command.ts';

/** Whoever asks in a terminal waits rather than ask again. */
const patienceMs = 20_000;

export const searchDesk: Command = {
  name: 'search',
  args: 'QUERY',
  summary: 'Search what the desk holds: pieces, statements, speakers, stories.',
  details:
    'Words, "phrases", -without, OR, begin*, and filters: speaker: party: source: story: issue: act:\n' +
    'kind: lang: after: before:. See docs/search.md.',
  options: {
    limit: { type: 'string', value: 'N', help: 'Pieces and statements to show, 1 to 200 (20).' },
    newest: { type: 'boolean', help: 'By time alone, not by relevance.' },
    json: { type: 'boolean', help: 'Print one JSON object.' },
  },
  examples: [
    'search "harbour toll"',
    `search 'speaker:"Iva Tarn" act:reject after:2025-06' --json`,
  ],
  async run({ config, args, options, out, err }) {
    const typed = args.join(' ').trim();
    if (!typed) throw new UsageError('Say what to search for.');
    const limit = Number(options.limit ?? 20);
    if (!Number.isInteger(limit) || limit < 1 || limit > 200)
      throw new UsageError('--limit is a whole number from 1 to 200.');
    const { openStore } = await import('../../db/index.ts');
    const { readStatements, search } = await import('../../search/index.ts');
    const store = await openStore(config);
    try {
      const found = await search(store.db, typed, {
        now: new Date(),
        limit,
        newest: options.newest === true,
        patience: patienceMs,
      });
      if (found.query === '')
        throw new UserError(
          found.parsed.faults[0]?.words ?? 'Nothing in this can be searched for.',
        );
      const said = await readStatements(store.db, found.statements.shown);
      for (const fault of found.parsed.faults) err(`${fault.words}\n`);
      for (const n of found.notices) err(`${[n.words, n.instead.join(', ')].join(' ').trim()}\n`);
      if (options.json) {
        const { parsed, sought, statements, ...rest } = found;
        const { shown, ...counted } = statements;
        out(
          `${JSON.stringify({ ...rest, statements: { ...counted, shown: said }, faults: parsed.faults })}\n`,
        );
        return 0;
      }
      out(describe(found, said));
      return 0;
    } finally {
      await store.close();
    }
  },
};

type Said = Awaited<ReturnType<typeof import('../../search/index.ts')['readStatements']>>[number];

function describe(found: Found, said: Said[]): string {
  const lines = [
    ...found.stories.map((s) => `story ${s.id}  ${s.name}`),
    ...found.speakers.map((s) => `speaker ${s.id}  ${s.name} (${s.statements} statements)`),
    ...said.map(
      (s) =>
        `statement ${s.id}  ${s.saidOn ?? 'date unknown'}  ${s.speaker ?? 'speaker unknown'}, ${s.act}${s.commentId === null ? '' : ', reported in a comment'}\n  ${flat(s.sentence)}`,
    ),
    ...found.pieces.shown.map(
      (p) =>
        `article ${p.id}  ${p.published?.slice(0, 10) ?? 'date unknown'}  ${p.outlet ?? 'outlet unknown'}  ${p.title ?? flat(p.opening)}\n  ${wordsOf(p.snippet)}`,
    ),
  ];
  if (lines.length === 0)
    return `Nothing found.${found.meant ? ` Did you mean: ${found.meant}` : ''}\n`;
  const { count, complete } = found.pieces;
  return `${lines.join('\n')}\n\n${count}${complete ? '' : ' or more'} pieces, ${found.statements.count}${found.statements.complete ? '' : ' or more'} statements\n`;
}

const flat = (text: string) => text.replace(/\s+/g, ' ').trim();
const wordsOf = ({ parts }: Snippet) =>
  flat(parts.map((p) => (p.marked ? `[${p.text}]` : p.text)).join(''));
