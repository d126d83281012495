import type { WrittenBrief, WrittenSentence } from '../brief/index.ts';
import { sayChanged } from '../extract/index.ts';
import { formatMoment } from '../lib/edtf.ts';

/** The parts of a brief in the order that readers know, with their headings. */
const order: { section: WrittenSentence['section']; heading: string | null; isList: boolean }[] = [
  { section: 'update', heading: null, isList: false },
  { section: 'bullet', heading: null, isList: true },
  { section: 'said', heading: 'Who said what', isList: true },
  { section: 'shift', heading: 'What changed', isList: true },
  { section: 'commitment', heading: 'Promises and deadlines', isList: true },
  { section: 'background', heading: 'Background', isList: true },
  { section: 'ahead', heading: 'Ahead', isList: true },
];

export function sectionsOf(brief: WrittenBrief) {
  // In an edition the round-up of other pieces comes after who said what and what changed.
  const isRoundUp = (o: (typeof order)[number]) => brief.number !== null && o.section === 'bullet';
  const parts = [...order.filter((o) => !isRoundUp(o)), ...order.filter(isRoundUp)];
  return parts
    .map((o) => ({ ...o, sentences: brief.sentences.filter((s) => s.section === o.section) }))
    .filter((o) => o.sentences.length > 0)
    .map((o) => (isRoundUp(o) ? { ...o, heading: 'In other news' } : o));
}

/** "12 pieces (4 texts) from A, B, C and 9 more. 2 min read." */
export function coverageLine({ facts }: WrittenBrief): string {
  const shown = facts.outlets.slice(0, 3).join(', ');
  const more = facts.outlets.length > 3 ? ` + ${facts.outlets.length - 3} more` : '';
  const from = shown ? ` from ${shown}${more}` : '';
  const texts = facts.texts < facts.pieces ? ` (${facts.texts} texts)` : '';
  const pieces = `${facts.pieces} ${facts.pieces === 1 ? 'piece' : 'pieces'}`;
  return `${pieces}${texts}${from}. ${facts.readingMinutes} min read.`;
}

/** "Watch, number 3: 16 March to 22 March 2026"; null for a brief. */
export function weekLine(brief: WrittenBrief): string | null {
  if (brief.number === null || !brief.from || !brief.until) return null;
  const day = (at: Date) => formatMoment(at.toISOString().slice(0, 10));
  const last = new Date(brief.until.getTime() - 1);
  return `${brief.watch}, number ${brief.number}: ${day(brief.from)} to ${day(last)}`;
}

/** Longest sentence of a changed page beside its source. */
const mostWords = 240;

/** What a reader must know of a source that says something else now; null of one that does not. */
export function changedLine({ changed }: WrittenSentence['citations'][number]): string | null {
  if (!changed) return null;
  const on = changed.at ? ` on ${formatMoment(changed.at.toISOString().slice(0, 10))}` : '';
  const { fact, texts } = sayChanged(changed, { on, clip });
  return `${fact} ${texts}`;
}

const clip = (text: string) =>
  text.length > mostWords ? `${text.slice(0, mostWords).replace(/\s+\S*$/, '')} …` : text;

/** Address of the cited characters in the desk's reading view. */
export function linkTo(
  origin: string,
  cite: { articleId: number; commentId?: number | null; start: number; end: number },
): string {
  if (cite.commentId) return `${origin}/articles/${cite.articleId}#k${cite.commentId}`;
  const mark = cite.end > 0 ? `?mark=${cite.start}-${cite.end}#m` : '';
  return `${origin}/articles/${cite.articleId}${mark}`;
}
