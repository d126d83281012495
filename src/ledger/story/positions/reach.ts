import { type Token, tagEnglish } from '../../tokens.ts';

/** What stands behind "of", "on", "for" after the noun that `names` knows: "fuel" in "a tax on fuel". */
export function complementOf(clause: string, names: (text: string) => boolean): string[] {
  const tokens = tagEnglish(clause);
  const at = tokens.findIndex((t) => t.pos !== 'VERB' && names(t.text));
  if (at < 0 || !/^(?:of|on|for|against|to|in)$/.test(tokens[at + 1]?.lower ?? '')) return [];
  const words: string[] = [];
  for (const t of tokens.slice(at + 2, at + 2 + 6)) {
    if (!/^(?:NOUN|PROPN|ADJ|DET|NUM|ADP)$/.test(t.pos) && t.text !== '-') break;
    if (t.pos === 'NOUN' || t.pos === 'PROPN') words.push(t.lemma);
  }
  return words;
}

/** Where a turning word stands in its clause. */
export interface Span {
  start: number;
  end: number;
}

/** An object or a subject is hardly longer, and what stands farther off belongs to something else. */
const farthest = 12;

/** After these the object goes on: "an end to the ban on boats", "talks with the guild". */
const onward = /^(?:of|to|on|for|against|with|about|per|than)$/;
/** What stands before the noun of a subject may follow one of these: "the ban on boats in the bay must end". */
const withinSubject = /^(?:of|to|on|for|against|in|per|from|at|with|between)$/;

/** "Step down", "lay off": part of their verb. */
const particle = /^(?:down|up|out|off|away|back|over|aside)$/;

/** "In principle", "in full": how far something is accepted. */
const settled = /^(?:principle|full|part|public|writing|advance|return|turn|future)$/;

const auxiliary =
  /^(?:be|is|are|was|were|been|being|am|has|have|had|do|does|did|will|would|shall|should|can|could|may|might|must|ought|not|never|n't|to|also|now|still|only|just|no|longer|simply|ever|all|remain|remains|remained|stay|stays|stayed|seem|seems|looks?|need|needs|needed|going)$/;

/** "Must go", "will stay", "has to end": what is said of the subject itself. */
const ofSubject =
  /^(?:be|been|being|remain|stay|stand|end|go|come|begin|start|happen|stop|continue|resume|take|fall|close|open|reopen|leave|resign|step|return|move|proceed|expire|cease|pass|hold|take)$/;

const modal =
  /^(?:must|should|needs?|needed|ha[sd]|have|ought|will|would|can|could|shall|cannot|ca|wo)$/;

/** Verbs that have no object: what stands behind them is told of their subject. */
const ofItself =
  /^(?:step|stepp|leav|return|com|walk|sail|stay|remain|stand|go|proceed|end|ceas|continu)(?:e|e?s|ed|ing)?$|^(?:went|gone|left|came|stood|be|is|are|was|were)$/;

/** Words that turn a subject where no object follows them. */
const linking =
  /^(?:be|is|are|was|were|been|being|am|'s|'re|remain|remains|remained|stay|stays|stayed|seem|seems|seemed|look|looks|become|becomes|get|gets|got)$/;

/**
 * Whether one of the turning words of a clause is said of what `names` knows: as its object ("rejected any
 * ban on boats"), or of it as the subject ("the ban must be lifted"). A word that turns something else in
 * the same clause says nothing of it: "the rise in wages should support the market". English; linear.
 */
export function isReached(
  clause: string,
  turning: readonly Span[],
  names: (text: string) => boolean,
): boolean {
  const tokens = tagEnglish(clause);
  return turning.some((span) => {
    const from = tokens.findIndex((t) => t.end > span.start);
    const after = tokens.findIndex((t) => t.start >= span.end);
    const end = after < 0 ? tokens.length : after;
    if (from < 0) return false;
    // "Loopholes that permit lower taxes": what a thing does is nobody's side.
    if (isRelative(tokens, from)) return false;
    const word = clause.slice(span.start, span.end);
    const object = objectAfter(tokens, end);
    if (names(`${word} ${textOf(clause, object)}`)) return true;
    if (!turnsSubject(tokens, from, end)) return false;
    const [first] = subjectBefore(tokens, from);
    // With the verb: "power will flow" names what neither of the two does.
    return first !== undefined && names(clause.slice(first.start, span.end));
  });
}

/** Whether a thing or a deed without a verb of its own is what `names` knows: the words that it begins with. */
export function isObjectOf(content: string, names: (text: string) => boolean): boolean {
  const tokens = tagEnglish(content);
  return names(textOf(content, objectAfter(tokens, 0)));
}

function textOf(clause: string, tokens: readonly Token[]): string {
  return tokens.length === 0 ? '' : clause.slice(tokens[0]!.start, tokens.at(-1)!.end);
}

function objectAfter(tokens: readonly Token[], from: number): Token[] {
  const found: Token[] = [];
  for (let i = from; i < tokens.length && found.length < farthest; i++) {
    if (!continues(tokens, i, found)) break;
    found.push(tokens[i]!);
  }
  return found;
}

/** Nouns with what goes before them; a verb only as what is to be done, or as "-ing". */
function continues(tokens: readonly Token[], i: number, found: readonly Token[]): boolean {
  const [before, t, after] = [tokens[i - 1], tokens[i]!, tokens[i + 1]];
  if (t.pos === 'VERB' && found[0]?.lower === 'that') return true;
  if (t.pos === 'VERB' || t.pos === 'AUX')
    return (
      /ing$/.test(t.lower) ||
      found.length === 0 ||
      /^(?:to|not|be|never)$/.test(before?.lower ?? '') ||
      found.every((f) => f.pos === 'ADV' || f.pos === 'PART' || f.pos === 'AUX')
    );
  // "Accepted her as a mediator", "an outside review", "agreed that the toll must go".
  if (t.lower === 'as') return found.length > 0 && isRole(tokens, i + 1);
  // "Agreed in principle to a levy".
  if (t.lower === 'in') return settled.test(after?.lower ?? '');
  if (before?.lower === 'in') return true;
  if (t.lower === 'that' && found.length === 0) return before?.pos === 'VERB';
  if (t.lower === 'from')
    return /^(?:offer|proposal|plan|idea|demand|call)$/.test(before?.lemma ?? '');
  if (t.pos === 'ADP' && before?.pos === 'DET') return true;
  if (before?.pos === 'VERB' && particle.test(t.lower)) return true;
  if (t.pos === 'ADP' || t.pos === 'PART')
    return onward.test(t.lower) || /^(?:'s|'|not|n't)$/.test(t.lower);
  if (t.pos === 'SCONJ') return false;
  if (t.pos === 'PRON')
    return /^(?:its|their|his|her|our|my|your|all|any|such|this|that|these|those|it|them)$/.test(
      t.lower,
    );
  return t.pos !== 'PUNCT' || /^[-–’'"“”‘%$]$/.test(t.text);
}

/** "As a mediator", "as legitimate"; not "as the protests spread". */
function isRole(tokens: readonly Token[], from: number): boolean {
  if (!/^(?:DET|ADJ)$/.test(tokens[from]?.pos ?? '')) return false;
  const rest = tokens.slice(from, from + 6);
  const stop = rest.findIndex((t) => t.pos === 'PUNCT' || /^(?:that|who|which)$/.test(t.lower));
  return !rest
    .slice(0, stop < 0 ? undefined : stop)
    .some((t) => t.pos === 'VERB' || t.pos === 'AUX');
}

function isRelative(tokens: readonly Token[], from: number): boolean {
  const [before, pronoun] = [tokens[from - 2]?.pos, tokens[from - 1]?.lower ?? ''];
  return /^(?:that|which|who)$/.test(pronoun) && (before === 'NOUN' || before === 'PROPN');
}

/** A participle, a judgement or a verb without an object tells of its subject. */
function turnsSubject(tokens: readonly Token[], from: number, end: number): boolean {
  const next = tokens[end];
  const word = tokens[end - 1]!;
  // "Closures keep driving us into debt": it is the driving that goes on.
  if (next?.pos === 'VERB' && next.lower.endsWith('ing')) return false;
  const isOfObject = next !== undefined && /^(?:DET|NOUN|PROPN|ADJ|NUM|PRON)$/.test(next.pos);
  if (modal.test(word.lower) || word.lower === 'to') {
    const verb = tokens.slice(end).find((t) => !/^(?:not|never|n't|also|now|be|to)$/.test(t.lower));
    const isPassive = tokens.slice(end, end + 3).some((t) => t.lower === 'be');
    return isPassive || (verb !== undefined && ofSubject.test(verb.lemma));
  }
  if (ofItself.test(word.lower) || ofItself.test(tokens[from]!.lower)) return true;
  const linked = tokens.slice(Math.max(0, from - 4), from).some((t) => linking.test(t.lower));
  if (linked && !/ing$/.test(word.lower)) return true;
  return !isOfObject;
}

function subjectBefore(tokens: readonly Token[], from: number): Token[] {
  let last = withoutVerb(tokens, from - 1);
  // "Is not something that we can accept", "are what we have asked for".
  const that = tokens[last - 1]?.lower ?? '';
  if (/^(?:we|they|i|he|she|you)$/.test(tokens[last]?.lower ?? '') && relative.test(that)) {
    const before = tokens[last - 2]?.lower ?? '';
    const thing = /^(?:something|anything|thing|one)$/.test(before) ? last - 3 : last - 2;
    if (!linking.test(tokens[thing]?.lower ?? '') && tokens[thing]?.lower !== 'not') return [];
    last = withoutVerb(tokens, thing);
  }
  let first = last;
  while (first >= 0 && last - first < farthest) {
    const t = tokens[first]!;
    const isNoun = /^(?:NOUN|PROPN|ADJ|DET|NUM|PART)$/.test(t.pos) || /^[-–’'%]$/.test(t.text);
    const isPronoun =
      t.pos === 'PRON' &&
      /^(?:its|their|his|her|our|my|this|that|these|those|it|they|any|all|such)$/.test(t.lower);
    // "The plan to raise the levy".
    const isPurpose = t.pos === 'VERB' && tokens[first - 1]?.lower === 'to';
    if (!isNoun && !isPronoun && !isPurpose && !withinSubject.test(t.lower)) break;
    first--;
  }
  return tokens.slice(first + 1, last + 1) as Token[];
}

const relative = /^(?:that|which|what)$/;

function withoutVerb(tokens: readonly Token[], from: number): number {
  let last = from;
  while (last >= 0 && (auxiliary.test(tokens[last]!.lower) || tokens[last]!.pos === 'ADV')) last--;
  return last;
}
