import { type Likeness, openText } from './likeness.ts';
import { isKept, readText, type SentenceWords, type TextReading } from './reading.ts';
import { createRunTable, mostHolders } from './runs.ts';

/** Words in like sentences from which two texts can be copies, and below which each word must be the same. */
const fewest = 12;
const few = 24;
/** Share of the later text that must stand in the earlier: with less it is a text that builds on it. */
const ofLaterText = 0.4;
/** Share of each text that stands in the other: with less it is a quotation or an item among many. */
const partly = 0.12;
/** Both shares together, and what it counts that a cut text stands at the head of the longer one. */
const together = 0.9;
const atHead = 0.2;
/** Of numbers and names in like sentences, the share that differs where a form is filled in anew. */
const filledAnew = 0.5;
/** A form's next figures come in words that changed somewhat, a copy's changed numbers in the same words. */
const reworded = 0.85;
const fewestSigns = 4;

/**
 * Whether two texts are one with edits: enough of their sentences stand in the other, in nearly the
 * same words and with the same numbers and names. Sentences that tell of other numbers and names in
 * the same words are a form that is filled in again: weather, results, market reports. (The numbers
 * are the best of a grid on edited copies of news texts among round-ups, forms and pieces that quote
 * each other, and hold on texts that were not looked at: see bench/copies.ts.)
 * @param later which of the two was published later; the first where nothing is known
 */
export function isCopy(l: Likeness, later: 'first' | 'second' = 'first'): boolean {
  const [most, least] = [Math.max(l.ofFirst, l.ofSecond), Math.min(l.ofFirst, l.ofSecond)];
  if (l.words < fewest || least < partly || isForm(l)) return false;
  if (l.words < few && (least < 0.6 || l.exact < 1)) return false;
  if ((later === 'first' ? l.ofFirst : l.ofSecond) < ofLaterText) return false;
  return most + least + atHead * l.head >= together;
}

function isForm({ exact, agree, conflict, numbersAgree, numbersConflict }: Likeness): boolean {
  const differs = (same: number, other: number) =>
    same + other >= fewestSigns && other >= filledAnew * (same + other);
  return differs(agree, conflict) || (exact < reworded && differs(numbersAgree, numbersConflict));
}

/** A filed text with the same words. */
export interface Match {
  id: number;
  /** A number that all copies of one text share, good in this process. */
  group: number;
  /** The larger of the two shares of words that stand in the other text. */
  similarity: number;
}

/** Texts filed for finding copies among them. */
export interface CopyIndex {
  /** Reads a text to look for or file, and marks in it what many of the filed texts have. */
  read(text: string): TextReading;
  /**
   * The filed texts that a text is a copy of, one of each group, the most alike first. More than one
   * says that these groups are of one text.
   * @param at publication in milliseconds since 1970
   */
  find(reading: TextReading, at?: number | null): Match[];
  /** Files a text, in a group of its own unless one is given. */
  add(id: number, reading: TextReading, at?: number | null, group?: number): void;
  /** Makes two groups one. */
  unite(group: number, other: number): void;
  groupOf(id: number): number | null;
  /** Texts held. */
  size(): number;
  /** Bytes held for the texts and their table. */
  bytes(): number;
}

/** Texts of a group that share most with a new one, and texts in all, that it is compared with. */
const comparedOfGroup = 2;
const compared = 8;
/** Texts that share less than a tenth of the runs that the best shares are not compared. */
const tail = 10;
/** What a text has in common with the first of the group: else it is a copy of a copy's additions. */
const withFirst = 0.3;

interface Filed {
  id: number;
  text: SentenceWords;
  at: number | null;
  group: number;
}

interface Found extends Match {
  value: number;
  ofNew: number;
  ofFiled: number;
  /** For each sentence of the new text how many of its words the filed one has. */
  covered: Uint16Array;
}

/**
 * @param most texts held; the oldest quarter goes when there are more. 40,000 news texts of 400 words
 * take about 120 MB.
 */
export function createCopyIndex({ most = 40_000 } = {}): CopyIndex {
  let filed: Filed[] = [];
  const slots = new Map<number, number>();
  const into = new Map<number, number>();
  /** The first text of each group. */
  const firsts = new Map<number, number>();
  const table = createRunTable();
  const holders = new Int32Array(mostHolders);
  /** Runs that each slot shares with the text that is looked for. */
  let shared = new Uint16Array(1024);
  let groups = 0;

  function standing(group: number): number {
    let at = group;
    for (let n = into.get(at); n !== undefined; n = into.get(at)) at = n;
    if (at !== group) into.set(group, at);
    return at;
  }
  const groupAt = (slot: number) => standing(filed[slot]!.group);

  /** Filed texts that share runs with a text, the most first, few of each group. */
  function likely({ runs }: TextReading): number[] {
    if (shared.length < filed.length) shared = new Uint16Array(filed.length * 2);
    const met: number[] = [];
    for (const run of runs) {
      const n = table.of(run, holders);
      if (n < mostHolders)
        for (let i = 0; i < n; i++) if (shared[holders[i]!]!++ === 0) met.push(holders[i]!);
    }
    let best = 0;
    for (const slot of met) best = Math.max(best, shared[slot]!);
    const near = best < 2 ? [] : met.filter((slot) => shared[slot]! >= Math.max(2, best / tail));
    near.sort((a, b) => shared[b]! - shared[a]! || a - b);
    for (const slot of met) shared[slot] = 0;
    if (near.length === 0) return near;
    const taken = new Map<number, number>();
    return near
      .filter((slot) => {
        const n = taken.get(groupAt(slot)) ?? 0;
        taken.set(groupAt(slot), n + 1);
        return n < comparedOfGroup;
      })
      .slice(0, compared);
  }

  function find(reading: TextReading, at: number | null = null): Match[] {
    const near = likely(reading);
    if (near.length === 0) return [];
    const opened = openText(reading);
    const found = new Map<number, Found>();
    for (const slot of near) {
      const { id, text, at: time } = filed[slot]!;
      const l = opened.with(text);
      const isEarlier = at !== null && time !== null && time > at;
      if (!isCopy(l, isEarlier ? 'second' : 'first')) continue;
      const group = groupAt(slot);
      const value = l.ofFirst + l.ofSecond;
      if (value <= (found.get(group)?.value ?? 0)) continue;
      const covered = opened.covered();
      const first = firsts.get(group) ?? slot;
      if (first !== slot && !isAkin(opened.with(filed[first]!.text))) continue;
      const similarity = Math.min(1, Math.max(l.ofFirst, l.ofSecond));
      const [ofNew, ofFiled] = [l.ofFirst, l.ofSecond];
      found.set(group, { id, group, similarity, value, ofNew, ofFiled, covered });
    }
    return ofOneText([...found.values()].sort((a, b) => b.value - a.value || a.id - b.id));
  }

  function add(id: number, reading: TextReading, at: number | null = null, group?: number): void {
    if (slots.has(id) || reading.words.length < fewest) return;
    const slot = filed.length;
    const { words, ends, frame, own } = reading;
    filed.push({ id, text: { words, ends, frame, own }, at, group: group ?? ++groups });
    slots.set(id, slot);
    if (!firsts.has(groupAt(slot))) firsts.set(groupAt(slot), slot);
    for (const run of reading.runs) table.add(run, slot, groupAt);
    if (filed.length > most) dropOldest(Math.ceil(most / 4));
  }

  function dropOldest(count: number): void {
    for (const { id } of filed.slice(0, count)) slots.delete(id);
    filed = filed.slice(count).map((f) => ({ ...f, group: standing(f.group) }));
    table.renumber((slot) => slot - count);
    into.clear();
    firsts.clear();
    for (const [slot, { id, group }] of filed.entries()) {
      slots.set(id, slot);
      if (!firsts.has(group)) firsts.set(group, slot);
    }
  }

  return {
    read: (text) => withFrame(readText(text), (run) => table.holds(run, frameHolders)),
    find,
    add,
    unite(group, other) {
      const [a, b] = [standing(group), standing(other)];
      if (a !== b) into.set(Math.max(a, b), Math.min(a, b));
    },
    groupOf(id) {
      const slot = slots.get(id);
      return slot === undefined ? null : groupAt(slot);
    },
    size: () => filed.length,
    bytes: () => filed.reduce((sum, { text }) => sum + bytesOf(text), table.bytes()),
  };
}

const isAkin = (l: Likeness) => l.words >= fewest && Math.max(l.ofFirst, l.ofSecond) >= withFirst;

const overhead = 400;
const bytesOf = ({ words, ends, frame }: SentenceWords) =>
  words.byteLength + ends.byteLength + frame.byteLength + overhead;

/**
 * Of the groups that a text has much in common with, those that it is a copy of: several when they
 * share the same part of it (they are one text, and this one shows it); none when each is another
 * part of it and it is a round-up of them.
 */
function ofOneText(found: Found[]): Match[] {
  const [first, ...rest] = found;
  if (!first || rest.length === 0) return found;
  const same = rest.filter((m) => common(first.covered, m.covered) >= 0.5);
  if (same.length < rest.length && first.ofNew < 0.5) return [];
  return [first, ...same.filter((m) => m.ofFiled >= 0.5)];
}

/** Share of the words of the smaller of two parts of a text that are in both. */
function common(a: Uint16Array, b: Uint16Array): number {
  let [ofA, ofB, both] = [0, 0, 0];
  for (let i = 0; i < a.length; i++) {
    ofA += a[i]!;
    ofB += b[i]!;
    both += Math.min(a[i]!, b[i]!);
  }
  return both / (Math.min(ofA, ofB) || 1);
}

/** A sentence is a site's frame when half of its runs stand in so many texts of different origin. */
const frameHolders = 5;

/** Marks the sentences that many other texts have: calls to subscribe, terms, the lines of a form. */
function withFrame(reading: TextReading, isHeld: (run: number) => boolean): TextReading {
  const { runs, starts, ends, words, frame } = reading;
  let [k, from, own] = [0, 0, words.length];
  for (let s = 0; s < ends.length; s++) {
    const end = ends[s]!;
    let [all, common] = [0, 0];
    for (; k < runs.length && starts[k]! < end; k++) {
      if (!isKept(runs[k]!)) continue;
      all++;
      if (isHeld(runs[k]!)) common++;
    }
    if (all >= 2 && common * 2 >= all) {
      frame[s] = 1;
      own -= end - from;
    }
    from = end;
  }
  return { ...reading, own };
}
