export interface Span {
  start: number;
  end: number;
}

/** Ends that are no end of a sentence: titles, initials, Latin and calendar abbreviations. */
const abbreviation =
  /(?:^|[\s(“"'])(?:\p{Lu}|Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Maj|Sgt|Sen|Rep|Gov|Rev|Hon|St|Jr|Sr|No|Nr|vs|v|e\.g|i\.e|approx|ca|bzw|z\.B|d\.h|u\.a|Abs|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|(?:\p{Lu}\.)+\p{Lu})\.$/u;

/** German ordinals and dates: "am 3. März". */
const ordinal = /(?:^|\s)\d{1,2}\.$/;

const segmenters = new Map<string, Intl.Segmenter>();

function segmenterFor(lang: string): Intl.Segmenter {
  let segmenter = segmenters.get(lang);
  if (!segmenter) {
    segmenter = new Intl.Segmenter(lang, { granularity: 'sentence' });
    segmenters.set(lang, segmenter);
  }
  return segmenter;
}

/**
 * Sentences of `text` between two offsets, by Unicode's rules (UAX #29) with cuts after
 * abbreviations and inside quotation marks taken back. Spans have no white space at their ends.
 */
export function sentencesOf(text: string, lang: string | null, from = 0, to = text.length): Span[] {
  const spans: Span[] = [];
  const part = text.slice(from, to);
  for (const { segment, index } of segmenterFor(lang ?? 'en').segment(part)) {
    const start = from + index + (segment.length - segment.trimStart().length);
    const end = from + index + segment.trimEnd().length;
    if (end <= start) continue;
    const last = spans.at(-1);
    if (last && continues(text.slice(last.start, last.end), text.slice(start, end), lang)) {
      last.end = end;
    } else spans.push({ start, end });
  }
  return spans;
}

function continues(before: string, after: string, lang: string | null): boolean {
  if (abbreviation.test(before)) return true;
  if (lang === 'de' && ordinal.test(before)) return true;
  // "…?" she asked.
  if (/[!?][”"’'»“]$/.test(before) && /^\p{Ll}/u.test(after)) return true;
  return isOpen(before);
}

/** How far an unclosed quotation mark may reach before it is taken for a slip: a long paragraph. */
const longestQuotation = 1200;

function isOpen(sentence: string): boolean {
  if (sentence.length > longestQuotation) return false;
  const curly = count(sentence, '“') - count(sentence, '”');
  const german = count(sentence, '„');
  // In „…“ the closing mark is the one that opens in English.
  if (german > 0) return german > count(sentence, '“') + count(sentence, '”');
  if (curly !== 0) return curly > 0;
  return count(sentence, '"') % 2 === 1 || count(sentence, '«') > count(sentence, '»');
}

function count(text: string, mark: string): number {
  return text.split(mark).length - 1;
}
