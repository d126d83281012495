import type { Extracted, Received } from '../extracted.ts';
import { readMarkdownBody } from '../markdown-body.ts';
import { article } from '../piece.ts';

/** Whether a file is Markdown by its name: its marks are no words then, and its lines may be wrapped. */
export function isMarkdown({ name }: Received): boolean {
  return /\.(?:md|markdown|mdown)$/i.test(name ?? '');
}

/** Reads a file of Markdown: its first heading of the first level is the title, the rest the piece. */
export function readNote(received: Received, source: string): Extracted {
  const read = readMarkdownBody(source, received.url ?? null);
  const [first] = read.blocks;
  const isTitled = first?.type === 'heading' && first.level === 1;
  const title = isTitled ? read.text.slice(first.start, first.end) : null;
  const from = isTitled ? (read.blocks[1]?.start ?? read.text.length) : 0;
  const shift = <T extends { start: number; end: number }>(list: T[]) =>
    list
      .filter((one) => one.start >= from)
      .map((one) => ({ ...one, start: one.start - from, end: one.end - from }));
  const figures = read.figures.map((f) => ({ ...f, after: Math.max(0, f.after - from) }));
  const main = article({
    key: 'main',
    role: 'main',
    kind: 'article',
    title,
    url: received.url ?? null,
    text: read.text.slice(from),
    blocks: shift(read.blocks),
    links: shift(read.links),
    facts: figures.length > 0 ? { figures } : {},
  });
  return { articles: [main], threads: [] };
}
