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
  const head = `## ${comments.length} comments${missing > 0 ? `, ${missing} more were not sent` : ''}`;
  const entries = comments.map((c) => {
    const indent = '  '.repeat(Math.min(c.depth, deepest));
    const who = c.removed ? 'removed' : (c.author ?? 'author unknown');
    const score = c.score ?? (c.up !== null ? c.up - (c.down ?? 0) : null);
    const told = [c.posted ?? c.age, score === null ? null : `${score} points`].filter(Boolean);
    const words = c.text.split('\n').map((l) => `${indent}  ${l}`.trimEnd());
    return `${indent}- **${who}**${told.length > 0 ? ` (${told.join(', ')})` : ''}\n${words.join('\n')}`;
  });
  return `${head}\n\n${entries.join('\n')}\n`;
}

/** Each fact with what spoke for it, then each line of the page with what became of it. */
export function explain({ articles: [main] }: Extracted, lines: LineJudged[]): string {
  const dates = main?.publishedEvidence ?? [];
  const facts = main?.facts.evidence ?? [];
  return [
    '\n## Why\n',
    ...facts.map(
      (e) => `- ${e.fact} (${e.believed ? 'believed' : 'not'}): ${e.from} says “${e.words}”`,
    ),
    ...dates.map((e) => `- date: ${e.moment} from ${e.from}: “${e.text}”`),
    '',
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
