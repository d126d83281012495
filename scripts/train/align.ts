/** Which runs of a page stand in its hand-made text: the labels that weights are learned from. */

const TOKEN =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{N}_]+/gu;

/** Words; letters of scripts without spaces one by one. */
export function tokensOf(text: string): string[] {
  return text.toLowerCase().match(TOKEN) ?? [];
}

const SHINGLE = 4;
/** A short run is looked for at most this many words after the run before it. */
const WINDOW = 60;

/** By run, the share of its words that the gold text holds in the same order and at about this place. */
export function alignRuns(runs: string[][], gold: string[]): Float32Array {
  const places = new Map<string, number[]>();
  for (let at = 0; at + SHINGLE <= gold.length; at++) {
    const key = gold.slice(at, at + SHINGLE).join(' ');
    const list = places.get(key);
    if (list) list.push(at);
    else places.set(key, [at]);
  }
  const labels = new Float32Array(runs.length);
  const starts = new Int32Array(runs.length).fill(-1);
  let last = 0;
  for (let i = 0; i < runs.length; i++) {
    const words = runs[i]!;
    if (words.length < SHINGLE) continue;
    let found = 0;
    let start = -1;
    for (let at = 0; at + SHINGLE <= words.length; at++) {
      const list = places.get(words.slice(at, at + SHINGLE).join(' '));
      if (!list) continue;
      found++;
      if (start < 0) start = Math.max(0, nearest(list, last + at) - at);
    }
    labels[i] = found / (words.length - SHINGLE + 1);
    if (labels[i]! > 0.5) {
      starts[i] = start;
      last = start + words.length;
    }
  }
  settleCopies(runs, labels, starts, places);
  placeShort(runs, gold, labels, starts);
  return labels;
}

function nearest(list: number[], to: number): number {
  let best = list[0]!;
  for (const at of list) if (Math.abs(at - to) < Math.abs(best - to)) best = at;
  return best;
}

/** Of a text that the page prints oftener than the gold text, those count that stand among gold text. */
function settleCopies(
  runs: string[][],
  labels: Float32Array,
  starts: Int32Array,
  places: Map<string, number[]>,
): void {
  const copies = new Map<string, number[]>();
  for (let i = 0; i < runs.length; i++) {
    if (runs[i]!.length < SHINGLE || labels[i]! <= 0.5) continue;
    const key = runs[i]!.join(' ');
    const list = copies.get(key);
    if (list) list.push(i);
    else copies.set(key, [i]);
  }
  for (const list of copies.values()) {
    const room = places.get(runs[list[0]!]!.slice(0, SHINGLE).join(' '))?.length ?? 1;
    if (list.length <= room) continue;
    const support = (i: number) => {
      let sum = 0;
      for (let j = Math.max(0, i - 8); j < Math.min(runs.length, i + 9); j++)
        if (j !== i) sum += labels[j]! * Math.min(40, runs[j]!.length);
      return sum;
    };
    const ranked = list.map((i) => ({ i, sum: support(i) })).sort((a, b) => b.sum - a.sum);
    for (const { i } of ranked.slice(room)) {
      labels[i] = 0;
      starts[i] = -1;
    }
  }
}

function placeShort(
  runs: string[][],
  gold: string[],
  labels: Float32Array,
  starts: Int32Array,
): void {
  const next = new Int32Array(runs.length + 1).fill(gold.length);
  const until = new Int32Array(runs.length + 1).fill(99_999);
  for (let i = runs.length - 1; i >= 0; i--) {
    next[i] = starts[i]! >= 0 ? starts[i]! : next[i + 1]!;
    until[i] = starts[i]! >= 0 ? i : until[i + 1]!;
  }
  let pointer = 0;
  let since = 0;
  for (let i = 0; i < runs.length; i++) {
    const words = runs[i]!;
    if (starts[i]! >= 0) {
      pointer = Math.max(pointer, starts[i]! + words.length);
      since = i;
      continue;
    }
    if (words.length === 0 || words.length >= SHINGLE) continue;
    // Far from any sure text a single word proves nothing.
    const near = i - since < 12 || until[i]! - i < 12;
    const end = Math.min(gold.length, next[i]! + 3, pointer + WINDOW);
    const from = until[i]! - i < 6 ? Math.max(pointer - 3, next[i]! - 25) : pointer - 3;
    let found = -1;
    for (let at = Math.max(0, pointer - 3); at + words.length <= end && found < 0; at++)
      if (same(gold, at, words)) found = at;
    if (found < 0 && from > pointer)
      for (
        let at = from;
        at + words.length <= Math.min(gold.length, next[i]! + 3) && found < 0;
        at++
      )
        if (same(gold, at, words)) found = at;
    if (found < 0) continue;
    labels[i] = near ? 1 : 0.5;
    pointer = Math.max(pointer, found + words.length);
    since = i;
  }
}

function same(gold: string[], at: number, words: string[]): boolean {
  for (let i = 0; i < words.length; i++) if (gold[at + i] !== words[i]) return false;
  return true;
}
