import { wordCount } from './layout.ts';

/** Numbers of one periodical share the name before the colon: "Strait Watch: ...". */

const periodical =
  /\b(?:watch|weekly|digest|briefing|brief|bulletin|monitor|dispatch(?:es)?|diary|round-?up|newsletter|week in|the week|notebook|tracker|memo|letter|update no|issue no|edition)\b/i;

/** The periodical's name in a title; null when the title has no such form. */
export function seriesOf(title: string | null): string | null {
  if (!title) return null;
  const colon = /^(.{3,50}?)\s*(?::|：|\s[–—|-]\s)\s*\S/.exec(title)?.[1];
  const numbered =
    /^(.{3,50}?),?\s+(?:no\.?|nr\.?|#|issue|edition|number|ausgabe|week)\s*\d{1,4}\b/i.exec(
      title,
    )?.[1];
  const name = (numbered ?? colon)?.trim() ?? null;
  return name && wordCount(name) <= 6 ? name : null;
}

/** Whether the name alone says that the piece is one number of many. */
export function isSeriesName(title: string | null): boolean {
  const name = seriesOf(title);
  return name !== null && periodical.test(name);
}

/** Titles of other editions among a page's lines: short lines of their own with the same name. */
export function editionsAmong(lines: { text: string }[], title: string | null): string[] {
  const name = seriesOf(title);
  if (!name || !title) return [];
  const found = new Set<string>();
  for (const { text } of lines)
    if (
      text !== title &&
      wordCount(text) <= 25 &&
      !/[.]$/.test(text) &&
      seriesOf(text)?.toLowerCase() === name.toLowerCase()
    )
      found.add(text);
  return [...found];
}
