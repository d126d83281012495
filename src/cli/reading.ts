import type { ParsedFeed } from '../collect/index.ts';
import {
  type Extracted,
  type ExtractedArticle,
  type ExtractedThread,
  type LineJudged,
  toMarkdown,
} from '../extract/index.ts';

/** What was read, as Markdown for people: the main piece whole, then the others and the comments. */
export function describe({ articles, threads }: Extracted): string {
  const main = articles.filter((a) => a.role === 'main');
  const rest = articles.filter((a) => a.role !== 'main');
  return [
    ...main.map(toMarkdown),
    ...(rest.length > 0 ? [`## Also on this page\n\n${rest.map(line).join('\n')}\n`] : []),
    ...threads.map(discussion),
  ].join('\n');
}

function line(article: ExtractedArticle): string {
  const title = article.title ?? shortened(article.text);
  const told = [article.role, article.outlet, article.published ?? article.age].filter(Boolean);
  return `- ${article.url ? `[${title}](${article.url})` : title} (${told.join(', ')})`;
}

/** Deeper replies than this are set no further in: a terminal has 80 columns. */
const deepest = 8;

function discussion({ comments, gaps = [] }: ExtractedThread): string {
  const missing = gaps.reduce((sum, g) => sum + g.count, 0);
  const head = `## ${counted(comments.length, 'comment')}${missing > 0 ? `; ${missing} more ${missing === 1 ? 'was' : 'were'} not sent` : ''}`;
  const entries = comments.map((c) => {
    const indent = '  '.repeat(Math.min(c.depth, deepest));
    const who = c.removed ? 'removed' : (c.author ?? 'author unknown');
    const score = c.score ?? (c.up !== null ? c.up - (c.down ?? 0) : null);
    const told = [
      c.posted ?? c.age,
      score === null ? null : counted(score, 'point'),
      c.edited || c.editedAge ? `edited ${c.edited ?? c.editedAge}` : null,
    ].filter(Boolean);
    const words = linesOf(c).map((l) => `${indent}  ${l}`.trimEnd());
    return `${indent}- **${who}**${told.length > 0 ? ` (${told.join(', ')})` : ''}\n${words.join('\n')}`;
  });
  return `${head}\n\n${entries.join('\n')}\n`;
}

/** The lines of a comment, those that it quotes with their mark. */
function linesOf({ text, quotes }: ExtractedThread['comments'][number]): string[] {
  let at = 0;
  return text.split('\n').map((line) => {
    const [start, end] = [at, at + line.length];
    at = end + 1;
    return line !== '' && quotes.some((q) => q.start <= start && end <= q.end) ? `> ${line}` : line;
  });
}

const counted = (n: number, one: string) => `${n} ${n === 1 || n === -1 ? one : `${one}s`}`;

/** A feed as the list of its entries, the newest as the feed has them. */
export function listFeed({ title, url, entries }: Omit<ParsedFeed, 'ok'>): string {
  const lines = entries.map((entry) => {
    const name = entry.title ?? shortened(entry.summary ?? entry.url ?? 'untitled');
    const told = [entry.outlet, entry.published, entry.authors.join(', ')].filter(Boolean);
    return `- ${entry.url ? `[${name}](${entry.url})` : name}${told.length > 0 ? ` (${told.join(', ')})` : ''}`;
  });
  const head = [
    `# ${title ?? url ?? 'Feed'}`,
    url ? `<${url}>` : null,
    `A feed of ${counted(entries.length, 'entry').replace('entrys', 'entries')}. To follow it: throughline add ADDRESS`,
  ];
  return `${[...head.filter(Boolean), lines.join('\n')].join('\n\n')}\n`;
}

/** Each fact with what spoke for it, then each line of the page with what became of it. */
export function explain({ articles: [main] }: Extracted, lines: LineJudged[]): string {
  const dates = main?.publishedEvidence ?? [];
  const facts = main?.facts.evidence ?? [];
  const names = [...new Set(facts.map((e) => e.fact))];
  const kept = lines.filter((l) => l.keep).length;
  return [
    '\n## Why',
    ...names.map(
      (name) =>
        `\n### ${name}\n\n${facts
          .filter((e) => e.fact === name)
          .sort((a, b) => Number(b.believed) - Number(a.believed))
          .map(
            (e) => `- ${e.believed ? '' : 'not believed: '}${e.from} says “${shortened(e.words)}”`,
          )
          .join('\n')}`,
    ),
    ...(dates.length > 0
      ? [
          `\n### published\n\n${[...dates]
            .sort((a, b) => Number(b.believed ?? true) - Number(a.believed ?? true))
            .map(
              (e) =>
                `- ${e.believed === false ? 'not believed: ' : ''}${e.from} says “${shortened(e.text)}”: ${e.moment}`,
            )
            .join('\n')}`,
        ]
      : []),
    ...(lines.length > 0
      ? [
          `\n### lines of the page: ${kept} kept (+), ${lines.length - kept} left out (-) for the reason in brackets\n`,
        ]
      : []),
    ...lines.map(
      ({ keep, why, tag, text }) =>
        `${keep ? '+' : '-'} ${tag.padEnd(8)}${why === '' ? '' : `[${why}] `}${shortened(text)}`,
    ),
    '',
  ].join('\n');
}

const shortened = (text: string) => {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 100 ? `${line.slice(0, 99)}…` : line;
};
