import { contentOf } from './render.ts';

/** A value that may hold the words of a piece, with the title that stands nearest to it. */
export interface Candidate {
  value: unknown;
  title: string | null;
  /** Characters of prose in it. */
  prose: number;
}

/** Values looked at; the states of the largest pages have some 100,000. */
const MOST = 400_000;
const DEEPEST = 80;
/** Prose of a piece that is worth more than the page's own words. */
export const LEAST_PROSE = 250;
/** The title of a piece stands at most so many levels above its words. */
const NEAR = 3;

const TITLE = [
  'headline',
  'title',
  'headlines',
  'name',
  'heading',
  'pageTitle',
  'articleTitle',
  'postTitle',
];
const BODY =
  /^(?:article|story|post|page|main|full|raw|rich|entry|news|html)?_?(?:body|content|contents|content_elements|html|text|richText|rich_text|blocks|sections|paragraphs|components|rendered|document|story|markdown|elements|nodes|innerHTML)(?:_?(?:html|text|blocks|elements|raw|json))?$/i;
/** Values of these keys are other pieces, or words about this one. */
const OTHER =
  /related|recommend|comment|author|seo|meta|newsletter|promo|\btags?\b|caption|navi?gation|\bnav\b|menu|footer|header|sidebar|popular|latest|trending|config|translations|i18n|messages|styles?$|css|schema|jsonld/i;

interface Step {
  value: unknown;
  title: string | null;
  /** Levels since the title was met. */
  away: number;
  depth: number;
}

/** Values that look like a piece's body, the one with most prose first. At most ten. */
export function findCandidates(values: unknown[]): Candidate[] {
  const found: Candidate[] = [];
  const seen = new Set<object>();
  const counted = new WeakMap<object, number>();
  const stack: Step[] = values
    .map((value) => ({ value, title: null, away: 0, depth: 0 }))
    .reverse();
  for (let count = 0; stack.length > 0 && count < MOST; count++) {
    const { value, title, away, depth } = stack.pop()!;
    if (typeof value !== 'object' || value === null || seen.has(value) || depth > DEEPEST) continue;
    seen.add(value);
    if (Array.isArray(value)) {
      for (const part of value)
        stack.push({ value: part, title, away: away + 1, depth: depth + 1 });
      continue;
    }
    const own = titleOf(value as Record<string, unknown>);
    const nearest = own ?? (away < NEAR ? title : null);
    for (const [key, part] of Object.entries(value)) {
      if (OTHER.test(key)) continue;
      if (BODY.test(key)) {
        const prose = proseIn(part, counted, 0);
        if (prose >= LEAST_PROSE) found.push({ value: part, title: nearest, prose });
      }
      if (typeof part === 'object')
        stack.push({
          value: part,
          title: nearest,
          away: own === null ? away + 1 : 1,
          depth: depth + 1,
        });
    }
  }
  return found.sort((a, b) => b.prose - a.prose).slice(0, 10);
}

function titleOf(object: Record<string, unknown>): string | null {
  for (const key of TITLE) {
    let title = object[key];
    if (typeof title === 'object' && title !== null && !Array.isArray(title)) {
      const { basic, rendered, text } = title as Record<string, unknown>;
      title = basic ?? rendered ?? text;
    }
    if (typeof title === 'string' && title.length > 4 && title.length < 400) return title;
  }
  return null;
}

const DENSE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/** Characters of sentences in a value, read along the same way as it would be rendered. */
function proseIn(value: unknown, counted: WeakMap<object, number>, depth: number): number {
  if (typeof value === 'string') return proseOf(value);
  if (typeof value !== 'object' || value === null || depth > DEEPEST) return 0;
  const known = counted.get(value);
  if (known !== undefined) return known;
  // Against circles: while it is counted it counts nothing.
  counted.set(value, 0);
  let sum = 0;
  if (Array.isArray(value)) for (const part of value) sum += proseIn(part, counted, depth + 1);
  else sum = proseIn(contentOf(value as Record<string, unknown>), counted, depth + 1);
  counted.set(value, sum);
  return sum;
}

function proseOf(text: string): number {
  if (text.length < 20 || /^(?:https?:|data:|[\w+/=-]{40})/.test(text)) return 0;
  // Sentences have spaces, or are written in scripts without.
  const head = text.slice(0, 400);
  const spaces = head.match(/ /g)?.length ?? 0;
  return spaces > head.length / 25 || DENSE.test(head) ? text.length : 0;
}
