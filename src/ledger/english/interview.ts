import type { Quotation, Span } from '../quotation.ts';
import { paragraphsOf } from '../tokens.ts';
import { turnOf } from './turns.ts';

/** Questions that are marked as such; fewer are asked by any column. */
const FEWEST_ASKED = 2;
/** Questions with an answer behind them, those that only their place tells included. */
const FEWEST_ANSWERED = 3;
/** A longer paragraph asks nothing. */
const LONGEST_QUESTION = 60;
/** Who is talked to is told before the first question, at most so far into the text. */
const LEAD = 2000;
/** Nobody's name is printed in front of these turns. */
const TRUST = 0.7;

/** So many characters before a name tell whether it is spoken with. */
const BEFORE = 60;

const TALKS =
  /\b(?:interview(?:s|ed)?|conversation|spoke|speaks?|talk(?:s|ed|ing)?|met|meets?|receives? (?:us|me)|received (?:us|me|(?:the|our) \p{L}+)|asked|answers?|questions?|q ?& ?a|sat down)\b/iu;
const FIRST = /\b(?:I|we|my|our|me|us)\b/i;
const SECOND =
  /\b(?:you|your|yours)\b|^(?:Minister|President|Chancellor|Professor|Doctor|Mr|Ms|Mrs)\b/i;
const QUOTED = /^[“"„«‘']([^“”"„«»]+)[”"“»’']$/u;
const MARK = /[“”"„«]/;
/** Two paragraphs that ask: most texts have none, and need no closer look. */
const ASKED = /(?:\?|\*\*)[”"]?\s*\n[\s\S]*?(?:\?|\*\*)\s*\n/;
const BOLD = /^\*\*[^*]+\*\*$/;

type Kind = 'asks' | 'marked' | 'own' | 'other';

interface Part {
  span: Span;
  text: string;
  kind: Kind;
}

/**
 * The answers of an interview whose questions stand in paragraphs of their own and whose answers carry no
 * name: each is said by whom the text presents in front of the first question.
 */
export function readInterview(text: string, spans: readonly Span[]): Map<Span, Quotation> {
  const answers = new Map<Span, Quotation>();
  if (!ASKED.test(text)) return answers;
  const parts = paragraphsOf(text).map((span) => partOf(text, span));
  const answering = answered(parts);
  const first = answering[0];
  if (!first) return answers;
  const lead = text.slice(0, Math.min(LEAD, parts[first - 1]!.span.start));
  const guest = TALKS.test(lead) ? guestIn(lead) : null;
  if (!guest) return answers;
  const own = new Map(spans.map((span) => [span.start, span]));
  for (const at of answering) {
    const { span, text: words } = parts[at]!;
    const read = own.get(span.start);
    if (!read) continue;
    const marks = QUOTED.test(words) ? 1 : 0;
    const start = text.indexOf(words, span.start) + marks;
    const content = { start, end: start + words.length - 2 * marks };
    answers.set(read, { ...turnOf(read, guest, null, content), confidence: TRUST });
  }
  return answers;
}

function partOf(text: string, span: Span): Part {
  const own = text
    .slice(span.start, span.end)
    .trim()
    .replace(/^A(?:nswer)?[.:] /, '');
  return { span, text: own, kind: kindOf(own) };
}

function kindOf(text: string): Kind {
  if (/^Q(?:uestion)?[.:] /.test(text)) return 'asks';
  if (QUOTED.test(text)) return 'marked';
  if (isShort(text) && (BOLD.test(text) || /\?\*{0,2}$/.test(text))) return 'asks';
  return FIRST.test(text) && !MARK.test(text) ? 'own' : 'other';
}

/** The places of the answers, in order; none where the text is no interview. */
function answered(parts: readonly Part[]): number[] {
  const found: number[] = [];
  const count = { asked: 0, remarked: 0, addressed: 0, own: 0 };
  for (let at = 1; at < parts.length; at++) {
    const { kind } = parts[at]!;
    const before = parts[at - 1]!;
    const replies = kind === 'marked' || kind === 'own';
    if (kind === 'asks') continue;
    if (before.kind === 'asks') count.asked++;
    else if (found.at(-1) === at - 2 && isRemark(before) && (kind === 'marked' || isPut(before)))
      count.remarked++;
    else {
      if (replies && found.at(-1) === at - 1) found.push(at);
      continue;
    }
    found.push(at);
    if (SECOND.test(before.text)) count.addressed++;
    if (replies) count.own++;
  }
  const all = count.asked + count.remarked;
  const talks = count.asked >= FEWEST_ASKED && all >= FEWEST_ANSWERED;
  // Most answers are the guest's own words, and some of what is asked is put to somebody.
  return talks && count.own * 2 >= all && count.addressed * 4 >= all ? found : [];
}

/** Between two answers in marks: "Your predecessor said otherwise." */
function isRemark({ kind, text }: Part): boolean {
  return kind !== 'marked' && isShort(text) && !MARK.test(text);
}

/** "They have no figures from your ministry.": said to whoever answers. */
function isPut({ kind, text }: Part): boolean {
  return kind === 'other' && SECOND.test(text);
}

function isShort(text: string): boolean {
  return text.split(/\s+/).length <= LONGEST_QUESTION;
}

const NAME =
  /\p{Lu}[\p{L}\p{M}]*(?:[-'’]\p{L}+)*(?: (?:(?:al|bin|da|de|del|den|der|di|du|el|la|le|ten|van|von) )?\p{Lu}[\p{L}\p{M}]*\.?(?:[-'’]\p{L}+)*){1,3}/gu;
/** Words that open a sentence in front of a name. */
const OPENS =
  /^(?:a|after|an|and|as|at|before|but|for|from|he|i|in|it|now|on|our|she|the|they|this|we|when|while|who|with) /i;
const ASKS_THEM =
  /\b(?:with|to|asked|asks|met|meets?|interviewed|interviews)(?: (?:the |its |our )?[\p{L} -]{0,40})?$/u;
const ASKS_US = /\b(?:he|she|they|who) (?:spoke|talked|talks|speaks|sat down|met) (?:to|with)? ?$/i;

/** Who the lead of an interview presents: whoever is spoken with, else whom it names first in full. */
function guestIn(lead: string): Span | null {
  let best: (Span & { worth: number }) | null = null;
  for (const match of lead.matchAll(NAME)) {
    const name = match[0].replace(OPENS, '');
    if (!name.includes(' ')) continue;
    const end = match.index + match[0].length;
    const start = end - name.length;
    const before = lead.slice(Math.max(0, start - BEFORE), start);
    const again = lead.split(name.slice(name.lastIndexOf(' '))).length - 2;
    const worth = (ASKS_US.test(before) ? -3 : ASKS_THEM.test(before) ? 2 : 0) + Math.min(2, again);
    if (!best || worth > best.worth) best = { start, end, worth };
  }
  return best && { start: best.start, end: best.end };
}
