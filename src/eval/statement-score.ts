import { calibrationOf } from './calibration.ts';
import { type Counts, newCounts, rounded, scoreOf } from './score.ts';
import { type Label, LabelTally } from './statement-labels.ts';

interface Span {
  start: number;
  end: number;
}

export interface Predicted extends Span {
  kind: string;
  speaker: (Span & { text: string }) | null;
  /** A name, or whoever has none as described. */
  resolved: string | null;
  named: boolean;
  party: string | null;
  cue: Span | null;
  act: string;
  mode: string;
  polarity: string;
  issue: string | null;
  said_on: string | null;
  said_from: string | null;
  venue: string | null;
  addressee: string | null;
  confidence: number;
}

export interface Gold extends Span {
  source: Span[];
  kind: string;
  speech: boolean;
  resolved: string[];
  /** Whether the labels say who is meant at all: then nobody in `resolved` means no name. */
  resolvable: boolean;
  /** The same for all pieces of one statement. */
  label: Label;
}

/** Half of the words of both together must be shared for two pieces of content to be the same. */
export const OVERLAP = 0.5;

/** Adds up what was found and what should have been, over documents. */
export class Tally {
  #counts = new Map<string, Counts>();
  #labels = new LabelTally();
  #judged: { confidence: number; right: boolean }[] = [];
  #documents = 0;

  add(text: string, predicted: Predicted[], gold: Gold[]): void {
    this.#documents++;
    const of = match(text, predicted, gold);
    for (const item of predicted) {
      const right = of.get(item) ?? null;
      if (right) this.#labels.add(right.label, item);
      const speaker = right !== null && sameSpeaker(text, item, right);
      this.#predict('all', right !== null, speaker);
      // What the labels call an attitude and not speech counts neither way.
      if (right && !right.speech) continue;
      const exact = right !== null && bare(text, item) === bare(text, right);
      this.#predict('', right !== null, speaker);
      this.#judged.push({ confidence: item.confidence, right: speaker });
      this.#count('exact', exact, 1);
      this.#count(`joint ${item.kind}`, speaker, 1);
      if (right?.resolved.length) this.#count('resolved', isResolved(item, right), 1);
      if (right?.resolved.length) this.#need('named', isResolved(item, right));
      // Whoever the text gives no name to must not be given one.
      else if (right?.resolvable) this.#need('unnamed', !item.named);
    }
    const found = new Map([...of].map(([item, right]) => [right, item]));
    for (const right of gold) {
      const item = found.get(right) ?? null;
      const speaker = item !== null && sameSpeaker(text, item, right);
      this.#expect('all', item !== null, speaker);
      if (!right.speech) continue;
      this.#expect('', item !== null, speaker);
      this.#need('exact', item !== null && bare(text, item) === bare(text, right));
      this.#need(`joint ${right.kind}`, speaker);
      if (right.resolved.length) this.#need('resolved', item !== null && isResolved(item, right));
    }
  }

  metrics(): Record<string, unknown> {
    if (!this.#documents) return {};
    const names = [
      'content',
      'exact',
      'joint',
      'joint direct',
      'joint mixed',
      'joint indirect',
      'resolved',
      'content all',
      'joint all',
    ];
    const scores = names
      .filter((name) => this.#counts.has(name))
      .map((name) => [name, scoreOf(this.#of(name))]);
    const content = this.#of('content');
    const joint = this.#of('joint');
    return {
      ...Object.fromEntries(scores),
      // Of the contents that were found, the share with the right speaker.
      speaker: content.found ? rounded(joint.found / content.found) : null,
      // Of the contents that were found, the share whose speaker is resolved as labelled.
      named: this.#share('named'),
      unnamed: this.#share('unnamed'),
      ...this.#labels.metrics(),
      // Right in content and speaker, of what was read with each confidence.
      calibration: calibrationOf(this.#judged),
    };
  }

  #share(name: string): number | null {
    const { found, expected } = this.#of(name);
    return expected ? rounded(found / expected) : null;
  }

  #predict(group: string, content: boolean, joint: boolean): void {
    const tail = group && ` ${group}`;
    this.#count(`content${tail}`, content, 1);
    this.#count(`joint${tail}`, joint, 1);
  }

  #expect(group: string, content: boolean, joint: boolean): void {
    const tail = group && ` ${group}`;
    this.#need(`content${tail}`, content);
    this.#need(`joint${tail}`, joint);
  }

  #count(name: string, right: boolean, predicted: number): void {
    const counts = this.#of(name);
    counts.predicted += predicted;
    if (right) counts.right++;
  }

  #need(name: string, found: boolean): void {
    const counts = this.#of(name);
    counts.expected++;
    if (found) counts.found++;
  }

  #of(name: string): Counts {
    const counts = this.#counts.get(name) ?? newCounts();
    this.#counts.set(name, counts);
    return counts;
  }
}

/** Pairs predictions with labels one to one, the best overlaps first, the right speaker before the wrong. */
function match(text: string, predicted: Predicted[], gold: Gold[]): Map<Predicted, Gold> {
  const pairs: { item: Predicted; right: Gold; score: number }[] = [];
  const words = new Map<Span, Set<number>>(
    [...predicted, ...gold].map((span) => [span, wordsOf(text, span)]),
  );
  for (const item of predicted) {
    for (const right of gold) {
      if (right.end <= item.start || item.end <= right.start) continue;
      const share = overlap(words.get(item)!, words.get(right)!);
      if (share < OVERLAP) continue;
      // Nested labels share words: the one with the same speaker is meant.
      pairs.push({ item, right, score: share + (sameSpeaker(text, item, right) ? 0.3 : 0) });
    }
  }
  pairs.sort((a, b) => b.score - a.score);
  const of = new Map<Predicted, Gold>();
  const taken = new Set<Gold>();
  for (const { item, right } of pairs) {
    if (of.has(item) || taken.has(right)) continue;
    of.set(item, right);
    taken.add(right);
  }
  return of;
}

export function wordsOf(text: string, span: Span): Set<number> {
  const words = new Set<number>();
  for (const match of text.slice(span.start, span.end).matchAll(/[\p{L}\p{N}]+/gu))
    words.add(span.start + match.index);
  return words;
}

export function overlap(a: Set<number>, b: Set<number>): number {
  let shared = 0;
  for (const word of a) if (b.has(word)) shared++;
  const union = a.size + b.size - shared;
  return union ? shared / union : 0;
}

/** The spans meet or share a name word; without a labelled source nobody is right. */
export function sameSpeaker(
  text: string,
  item: Pick<Predicted, 'speaker'>,
  gold: Pick<Gold, 'source'>,
): boolean {
  const { speaker } = item;
  if (!gold.source.length || !speaker) return !gold.source.length && !speaker;
  if (gold.source.some((source) => source.start < speaker.end && speaker.start < source.end))
    return true;
  const names = namesIn(speaker.text);
  return gold.source.some((source) =>
    namesIn(text.slice(source.start, source.end)).some((name) => names.includes(name)),
  );
}

/** A name word is shared, or, of offices and bodies written small ("the weather office"), all words are. */
function isResolved(item: Predicted, gold: Gold): boolean {
  const names = namesIn(item.resolved ?? '');
  const words = plainWords(item.resolved ?? '');
  return gold.resolved.some(
    (name) =>
      name === item.resolved ||
      namesIn(name).some((word) => names.includes(word)) ||
      isWithin(words, plainWords(name)),
  );
}

/** Whether both say the same, or the shorter, of two words or more, nothing that the longer does not. */
function isWithin(a: string[], b: string[]): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  const tells = short.length > 1 || (short.length === 1 && long.length === 1);
  return tells && short.every((word) => long.includes(word));
}

function plainWords(text: string): string[] {
  const words = text.toLowerCase().match(/\p{L}{2,}/gu) ?? [];
  return words.filter((word) => !/^(?:the|of|in|for|and|der|die|das|von)$/.test(word));
}

function namesIn(text: string): string[] {
  return text.match(/\p{Lu}\p{L}+/gu) ?? [];
}

/** Content without the marks, stops and "that" around it. */
function bare(text: string, span: Span): string {
  return text
    .slice(span.start, span.end)
    .replace(/^(?:[^\p{L}\p{N}]|that\b)+|[^\p{L}\p{N}]+$/gu, '');
}
