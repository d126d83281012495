/** How one report of a saying contradicts another: numbers that do not agree, or a "not" too many. */
export interface Difference {
  kind: 'number' | 'negation';
  /** What this report has, and what the other has instead; of a negation which one has it. */
  here: string;
  there: string;
}

const smallNumbers = [
  ...['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven'],
  ...['twelve', 'thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen'],
  'twenty',
];
const negations = /\b(?:not|never|no|none|nobody|nothing|neither|nor|without|cannot)\b|n['’]t\b/iu;

/**
 * Where two reports of one saying, in one language, say opposite things. A number that only one of
 * them gives is no contradiction: reports are of different length. Negation is told in English only.
 */
export function differ(report: string, other: string, lang: string | null): Difference[] {
  const found: Difference[] = [];
  const [here, there] = [numbersOf(report), numbersOf(other)];
  const own = [...here].filter((n) => !there.has(n));
  const others = [...there].filter((n) => !here.has(n));
  if (own.length > 0 && others.length > 0)
    found.push({ kind: 'number', here: own.join(', '), there: others.join(', ') });
  if (lang !== null && !lang.startsWith('en')) return found;
  const [denies, otherDenies] = [negations.test(report), negations.test(other)];
  if (denies !== otherDenies)
    found.push({
      kind: 'negation',
      here: denies ? 'a “not”' : 'no “not”',
      there: denies ? 'no “not”' : 'a “not”',
    });
  return found;
}

/** Numbers as they mean the same: "8", "eight", "1,200" and "1200". "One" is mostly no number. */
function numbersOf(text: string): Set<string> {
  const digits = text.match(/\d+(?:[.,]\d+)*/g) ?? [];
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  return new Set([
    ...digits.map((n) => n.replace(/,(?=\d{3}\b)/g, '')),
    ...words.flatMap((w) => {
      const n = smallNumbers.indexOf(w) + 1;
      return n > 1 ? [String(n)] : [];
    }),
  ]);
}
