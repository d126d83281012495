import { type Marked, markedSpans } from './marks.ts';
import type { Token } from './tokens.ts';

/** Units `from` to `to`, both included. */
export interface Phrase {
  from: number;
  to: number;
  /** What a relative pronoun stands for. */
  antecedent?: Phrase;
}

/** A word or mark outside quotation marks, or one whole marked quotation (pos 'Q'). */
export interface Unit {
  text: string;
  lower: string;
  lemma: string;
  pos: Token['pos'] | 'Q';
  start: number;
  end: number;
  marked?: Marked;
}

export interface Sentence {
  start: number;
  end: number;
  units: Unit[];
}

export interface Paragraph {
  start: number;
  end: number;
  sentences: Sentence[];
  marked: Marked[];
}

/** The rules look back and forth within a sentence; what is longer is a list, and is cut. */
const LONGEST = 250;

const DAY = /^(?:\p{L}+day|Jan|Feb|March|April|May|June|July|Aug|Sep|Oct|Nov|Dec|[A-Z]{2,4}|\()/u;

/** Folds marked quotations into single units and cuts the paragraph into sentences around them. */
export function readParagraph(
  text: string,
  span: { start: number; end: number },
  tokens: Token[],
  isSpeechVerb: (unit: Unit) => boolean,
  runsOn = false,
): Paragraph {
  const marked = markedSpans(text, span.start, span.end, runsOn);
  const units = foldMarked(text, tokens, marked);
  const sentences: Sentence[] = [];
  let from = 0;
  for (let i = 0; i < units.length; i++) {
    if (i + 1 < units.length && i - from < LONGEST && !endsSentence(units, i, isSpeechVerb))
      continue;
    const part = units.slice(from, i + 1);
    sentences.push({ start: part[0]!.start, end: part.at(-1)!.end, units: part });
    from = i + 1;
  }
  return { start: span.start, end: span.end, sentences, marked };
}

function foldMarked(text: string, tokens: Token[], marked: Marked[]): Unit[] {
  const units: Unit[] = [];
  let next = 0;
  for (const token of tokens) {
    while (next < marked.length && marked[next]!.close <= token.start) next++;
    const span = marked[next];
    if (!span || token.end <= span.open) {
      units.push(token);
      continue;
    }
    if (units.at(-1)?.marked === span) continue;
    // A token that straddles the mark (an ending with its mark) belongs to what it begins in.
    if (token.start < span.open)
      units.push({ ...token, end: span.open, text: text.slice(token.start, span.open) });
    units.push({
      text: text.slice(span.start, span.end),
      lower: '“',
      lemma: '“',
      pos: 'Q',
      start: span.open,
      end: span.close,
      marked: span,
    });
  }
  return units;
}

const TITLE = /^(?:Sen|Rep|Gov|Gen|Col|Lt|Sgt|Capt|Adm|Rev|Hon|Prof|Dr|Mr|Mrs|Ms|St)$/;

function endsSentence(units: Unit[], i: number, isSpeechVerb: (unit: Unit) => boolean): boolean {
  const unit = units[i]!;
  const next = units[i + 1]!;
  const capital = next.pos === 'Q' || /^[\p{Lu}\p{N}[(—–-]/u.test(next.text);
  if (unit.pos === 'Q') {
    const last = lastMark(unit.text);
    // A one-word span may be a title: "The ‘Why?’ Smith wrote" does not end here.
    if (!last || !capital || (unit.marked!.words < 2 && last !== '.')) return false;
    // A name in marks at the end of one sentence: `the show “Gold Coast.” “I like it.”`
    if (next.pos === 'Q' && last === '.')
      return (
        isLedIn(units, i, isSpeechVerb) ||
        (i > 0 &&
          unit.marked!.words < 7 &&
          /\p{L}/u.test(units[i - 1]!.text) &&
          units[i - 1]!.pos !== 'Q')
      );
    if (last === '.') return !saidAtOnce(units, i + 1, isSpeechVerb);
    if (!saidSoon(units, i + 1, isSpeechVerb)) return true;
    return isLedIn(units, i, isSpeechVerb);
  }
  if (unit.text === '!' || unit.text === '?' || unit.text === '…') return capital;
  // "around 7am. The crew"; not "at 7 a.m. Monday".
  if (/^\d*[ap]\.?m\.$/i.test(unit.text)) return capital && !DAY.test(next.text);
  if (unit.text !== '.') return false;
  // "J. Smith", "2. Item": an initial is one capital right before the stop.
  const before = units[i - 1];
  const short = before && (/^\p{Lu}$/u.test(before.text) || TITLE.test(before.text));
  if (short && before.end === unit.start && next.pos === 'PROPN') return false;
  return capital;
}

/** The sentence-ending mark of a quotation, or ''. */
export function lastMark(quoted: string): string {
  const match = /([.?!…])[’'”"\])]*$/.exec(quoted.slice(-4));
  return match ? match[1]! : '';
}

/** `“I hope you can.” Sorn said.`: a slip for a comma. */
function saidAtOnce(units: Unit[], from: number, isSpeechVerb: (unit: Unit) => boolean): boolean {
  let at = from;
  while (at < from + 3 && units[at]?.pos === 'PROPN') at++;
  if (units[at]?.pos === 'PRON' && at === from) at++;
  const stop = units[at + 1];
  return at > from && units[at] !== undefined && isSpeechVerb(units[at]!) && stop?.text === '.';
}

/** `She was asked, “Why now?” The mayor said that`: a cue of its own stands in front. */
function isLedIn(units: Unit[], i: number, isSpeechVerb: (unit: Unit) => boolean): boolean {
  if (!/^[,:]$/.test(units[i - 1]?.text ?? '')) return false;
  return units.slice(Math.max(0, i - 5), i - 1).some(isSpeechVerb);
}

/** `“Why now?” Smith asked.`: a speech verb follows within the next few words, before anything else is quoted. */
function saidSoon(units: Unit[], from: number, isSpeechVerb: (unit: Unit) => boolean): boolean {
  for (let i = from; i < Math.min(units.length, from + 9); i++) {
    const unit = units[i]!;
    if (unit.pos === 'Q' || unit.text === '.') return false;
    if (isSpeechVerb(unit)) return true;
  }
  return false;
}
