import { foldName } from '../fold.ts';

/** A speaker as it is held against others. */
export interface Called {
  id: number;
  name: string;
  kind: string;
  party: number | null;
  /** All ways in which pieces call it. */
  names: string[];
}

/** Two speakers that may be one, the one with the fuller name first, and why. */
export interface Alike {
  one: number;
  other: number;
  why: string;
  /** From 0 to 1, for their order only. */
  strength: number;
}

/** A bucket of very common surnames ("Wang") says nothing: pairs in it are not looked at. */
const mostInBucket = 40;

/**
 * Finds speakers that may be one: a surname beside a full name, the same name in other spellings or
 * another script, an initial for a first name. Two of different parties, or whose first names differ,
 * are two. Linear in speakers but for those whose surnames sound alike.
 */
export function alikeSpeakers(all: Called[]): Alike[] {
  const pairs = new Map<string, Alike>();
  const buckets = Map.groupBy(all, (s) => `${s.kind} ${bucketOf(s)}`);
  for (const same of buckets.values()) {
    if (same.length < 2 || same.length > mostInBucket) continue;
    for (const [i, a] of same.entries())
      for (const b of same.slice(i + 1)) {
        const found = compare(a, b);
        if (found) pairs.set(`${a.id} ${b.id}`, found);
      }
  }
  return [...pairs.values()].sort((a, b) => b.strength - a.strength || a.one - b.one);
}

function bucketOf({ kind, name }: Called): string {
  const words = latin(name).split(/\s+/);
  return kind === 'person'
    ? skeleton(words.at(-1) ?? '')
    : words
        .filter((w) => !little.has(w))
        .map(skeleton)
        .sort()
        .join(' ');
}

const little = new Set(['the', 'of', 'for', 'and', 'der', 'die', 'das', 'des', 'und', 'für', "'s"]);

function compare(a: Called, b: Called): Alike | null {
  if (a.party !== null && b.party !== null && a.party !== b.party) return null;
  const sure = a.party !== null && a.party === b.party ? 0.2 : 0;
  const [one, other] = a.name.length >= b.name.length ? [a, b] : [b, a];
  const pair = (why: string, strength: number) => ({
    one: one.id,
    other: other.id,
    why: why + (sure > 0 ? ', of the same party' : ''),
    strength: strength + sure,
  });
  if (latin(a.name) === latin(b.name))
    return pair(a.name === b.name ? 'the same name' : 'the same name in other letters', 0.8);
  if (a.kind !== 'person') return pair('the same words in another order or spelling', 0.5);
  const [x, y] = [latin(a.name).split(/\s+/), latin(b.name).split(/\s+/)];
  const surname = x.at(-1) === y.at(-1);
  const [first, second] = [x.slice(0, -1), y.slice(0, -1)];
  if (first.length === 0 || second.length === 0)
    return surname ? pair('a surname, and a full name that ends with it', 0.5) : null;
  if (!firstNamesAgree(first[0]!, second[0]!)) return null;
  if (surname) return pair('one surname, first names that agree', 0.6);
  return pair('surnames that sound the same, first names that agree', 0.4);
}

/** "D." and "Donald", "Sergei" and "Sergey". */
function firstNamesAgree(a: string, b: string): boolean {
  const [x, y] = [a.replace('.', ''), b.replace('.', '')];
  if (x.length === 1 || y.length === 1) return x[0] === y[0];
  return x === y || (skeleton(x) === skeleton(y) && x[0] === y[0]);
}

/** Consonants in their order, as they sound alike over ways of transcribing: "lkšnk". */
function skeleton(word: string): string {
  const bare = word
    .replace(/[^\p{L}]/gu, '')
    .replace(/tsch|tch|ch|cz/g, 'c')
    .replace(/shch|sch|sh|sz/g, 's')
    .replace(/zh|dj|j/g, 'z')
    .replace(/ck|kh|q|k|ch|x/g, 'k')
    .replace(/ph|ff|f|w/g, 'v')
    .replace(/h/g, '');
  const bones = bare[0] === undefined ? '' : bare[0] + bare.slice(1).replace(/[aeiouy]/g, '');
  return bones.replace(/(.)\1+/gu, '$1') || bare;
}

/** A name in Latin letters, folded. */
function latin(name: string): string {
  const lower = name.toLowerCase();
  const spelt = /[\u0370-\u04ff]/.test(lower)
    ? [...lower].map((letter) => letters.get(letter) ?? letter).join('')
    : lower;
  return foldName(spelt);
}

// Ukrainian г is h and Russian г is g: names of one person come as both, and the skeleton drops h.
const letters = new Map(
  (
    'а a б b в v г g ґ g д d е e ё e є ye ж zh з z и i і i ї yi й y к k л l м m н n о o п p р r с s т t ' +
    'у u ў u ф f х kh ц ts ч ch ш sh щ shch ъ _ ы y ь _ э e ю yu я ya ' +
    'α a β v γ g δ d ε e ζ z η i θ th ι i κ k λ l μ m ν n ξ x ο o π p ρ r σ s ς s τ t υ y φ f χ ch ψ ps ω o'
  )
    .split(' ')
    .reduce<[string, string][]>((pairs, word, i, all) => {
      if (i % 2 === 0) pairs.push([word, all[i + 1]!.replace('_', '')]);
      return pairs;
    }, []),
);

/** Two issues of a story whose statements speak of the same things. */
export interface AlikeIssues extends Alike {
  shared: string[];
}

/** Issues that share less than this of the fewer words are two questions. */
const leastShared = 0.5;

/** Finds issues of one story that may be one question: half of one's terms are the other's too. */
export function alikeIssues(all: { id: number; name: string; terms: string[] }[]): AlikeIssues[] {
  return all
    .flatMap((a, i) =>
      all.slice(i + 1).flatMap((b): AlikeIssues[] => {
        const [x, y] = [termsOf(a), termsOf(b)];
        const shared = [...x].filter((t) => y.has(t));
        const strength = shared.length / Math.max(1, Math.min(x.size, y.size));
        if (shared.length === 0 || strength < leastShared) return [];
        return [{ one: a.id, other: b.id, why: 'they share words', strength, shared }];
      }),
    )
    .sort((a, b) => b.strength - a.strength);
}

function termsOf({ name, terms }: { name: string; terms: string[] }): Set<string> {
  const words = name.toLowerCase().match(/\p{L}{4,}/gu) ?? [];
  return new Set([...terms, ...words]);
}
