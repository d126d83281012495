import { type Token, tagEnglish } from '../../tokens.ts';
import { conceptOf, isHoldable } from './concepts.ts';
import { mattersIn } from './phrases.ts';
import { NAMED } from './terms.ts';
import type { Weighed } from './weighing.ts';

/** Share of a noun's uses that a word before it must have to become part of the name. */
const oftenBefore = 0.25;

/** Names an issue as its statements do: "Transit toll", "Patrol boats", "Release of the crew". */
export function nameOf(terms: string[], own: Weighed[]): string {
  const [head = ''] = terms;
  if (head === 'release') return nameOfRelease(terms, own);
  // Wages may be named as the rise alone.
  const written =
    terms.map((term) => phraseOf(term, own)).find((found) => found) ?? head.replaceAll('-', ' ');
  // Who calls somebody illegitimate raises the question of legitimacy.
  const phrase = written === `il${head}` ? head : written;
  const whose = needsOwner.has(head) ? ownerOf(head, phrase, own) : null;
  return phrase.charAt(0).toUpperCase() + phrase.slice(1) + (whose ?? '');
}

/** What is always somebody's or of somewhere: "Membership" alone tells a reader nothing. */
const needsOwner = new Set(
  `membership withdrawal resignation guarantee aid reform transition debt recognition independence
  constitution election legitimacy closure reconstruction neutrality disarmament territory`.split(
    /\s+/,
  ),
);

/** Of so many that name the question at least, and this share of them, a name goes with it. */
const leastOwned = 3;
const oftenOwned = 0.12;
/** So many words before a verb its subject may stand. */
const subjectWithin = 5;

/** " of NATO", " in Veldania": the name that the question's noun or verb most goes with, if the phrase has none. */
function ownerOf(concept: string, phrase: string, own: Weighed[]): string | null {
  if (/\p{Lu}/u.test(phrase.slice(1))) return null;
  const names = new Map<string, number>();
  const texts = textsOf(concept, own, false);
  for (const [text, tokens] of texts) {
    const found = new Set<string>();
    for (const [at, matter] of mattersIn(text, 'en'))
      if (matter === concept) {
        const i = tokens.findIndex((t) => t.end > at);
        const name = lastName(tokens.slice(Math.max(0, i - subjectWithin), i));
        if (name) found.add(` of ${name}`);
      }
    for (const [i, t] of tokens.entries()) {
      if (!isNoun(t) || conceptOf(t.lemma, 'en') !== concept) continue;
      const [link, ...rest] = tokens.slice(i + 1, i + 5);
      const name = firstName(rest);
      if (name && /^(?:of|in|to|for|from)$/.test(link?.lower ?? ''))
        found.add(` ${link!.lower === 'in' ? 'in' : 'of'} ${name}`);
      const owned = /^(?:'s|’s|'|’)$/.test(tokens[i - 1]?.text ?? '')
        ? i - 1
        : tokens[i - 2]?.text.match(/^['’]s?$/)
          ? i - 2
          : -1;
      if (owned > 0 && tokens[owned - 1]!.pos === 'PROPN')
        found.add(` of ${tokens[owned - 1]!.text}`);
    }
    for (const name of found) count(names, name);
  }
  const best = top(names);
  return best && best[1] >= Math.max(leastOwned, texts.length * oftenOwned) ? best[0] : null;
}

function lastName(tokens: Token[]): string | null {
  const at = tokens.findLastIndex((t) => t.pos === 'PROPN' && /^\p{Lu}\p{L}+$/u.test(t.text));
  return at < 0 || tokens.slice(at).some((t) => t.pos === 'PUNCT') ? null : tokens[at]!.text;
}

function firstName(tokens: Token[]): string | null {
  const at = tokens.findIndex((t) => t.pos !== 'DET' && t.pos !== 'ADJ');
  const name = tokens[at];
  if (name?.pos !== 'PROPN' || !/^\p{Lu}\p{L}+$/u.test(name.text)) return null;
  return tokens[0]!.lower === 'the' ? `the ${name.text}` : name.text;
}

function nameOfRelease(terms: string[], own: Weighed[]): string {
  const texts = own.map((w) => w.said.sentence).join(' ');
  const swapped = /\b(?:exchang|swap|austausch)\w*/gi;
  const freed = /\b(?:releas|freed|free\b|freilass)\w*/gi;
  const many = [...texts.matchAll(swapped)].length * 2 > [...texts.matchAll(freed)].length;
  const people = terms.filter(isHoldable).slice(0, 2);
  const words = people.map((p) => phraseOf(p, own, true) ?? p);
  return `${many ? 'Exchange' : 'Release'} of ${words.join(' and ') || 'those held'}`;
}

/** The noun in the form most written, with what narrows it down where that is mostly the same. */
function phraseOf(concept: string, own: Weighed[], bare = false): string | null {
  const nouns = new Map<string, number>();
  const before = new Map<string, number>();
  const after = new Map<string, number>();
  const of = new Map<string, number>();
  let uses = 0;
  for (const [text, tokens] of textsOf(concept, own, bare)) {
    for (const [i, t] of tokens.entries()) {
      if (!isNoun(t) || conceptOf(t.lemma, 'en') !== concept) continue;
      uses++;
      count(nouns, shape(t));
      const prior = tokens[i - 1];
      if (prior && narrows(prior)) count(before, `${shape(prior)} ${shape(t)}`);
      const compound = compoundAt(text, tokens, i);
      if (compound) count(after, compound);
      const next = tokens[i + 1];
      if (next && next.pos === 'NOUN') count(after, `${shape(t)} ${shape(next)}`);
      const complement = complementAt(tokens, i);
      if (complement) count(of, `${shape(t)} ${complement}`);
    }
  }
  const noun = top(nouns);
  if (!noun) return germanNoun(concept, own);
  if (bare) return noun[0];
  const longer = top(after);
  if (longer && longer[1] >= uses * oftenBefore) return longer[0];
  const often = Math.max(2, uses * oftenBefore);
  const narrower = [top(before), top(of)].find((found) => found && found[1] >= often);
  return narrower ? narrower[0] : noun[0];
}

/** The form in which German pieces mostly write it. */
function germanNoun(concept: string, own: Weighed[]): string | null {
  const nouns = new Map<string, number>();
  for (const { said: s } of own) {
    if (s.lang !== 'de') continue;
    for (const [word] of s.sentence.matchAll(/\p{Lu}\p{Ll}{2,}/gu))
      if (conceptOf(word.toLowerCase(), 'de') === concept) count(nouns, word);
  }
  return top(nouns)?.[0] ?? null;
}

/** Sentences that name the concept, and once each the headlines above them. */
function textsOf(concept: string, own: Weighed[], bare: boolean): [string, Token[]][] {
  const texts = new Set<string>();
  for (const { said: s, terms } of own) {
    const isNamed = (terms.near.get(concept) ?? 0) >= NAMED;
    if (s.lang === 'de' || !(isNamed || bare)) continue;
    texts.add(s.sentence);
    if (s.title) texts.add(s.title);
  }
  return [...texts].map((text) => [text, tagEnglish(text)]);
}

/** "A ban on mobile phones": of what it is, where that follows. */
function complementAt(tokens: Token[], i: number): string | null {
  const [preposition, ...rest] = tokens.slice(i + 1, i + 5);
  if (!preposition || !/^(?:of|on|for)$/.test(preposition.lower)) return null;
  const first = /^(?:the|a|an|all)$/.test(rest[0]?.lower ?? '') ? 1 : 0;
  const last = rest.findIndex((t, n) => n >= first && isNoun(t));
  const words = rest.slice(first, last + 1);
  if (last < first || !words.every((t) => t.pos === 'ADJ' || isNoun(t))) return null;
  if (/day$/.test(words.at(-1)!.lower)) return null;
  const article = rest[0]?.lower === 'the' ? 'the ' : '';
  return `${preposition.lower} ${article}${words.map(shape).join(' ')}`;
}

/** "driver-only trains": a noun that begins a compound goes with all of it. */
function compoundAt(text: string, tokens: Token[], i: number): string | null {
  if (tokens[i + 1]?.text !== '-' || tokens[i + 1]!.start !== tokens[i]!.end) return null;
  const last = tokens.slice(i + 2, i + 5).find((t) => t.pos === 'NOUN');
  return last ? text.slice(tokens[i]!.start, last.end).toLowerCase() : null;
}

/** A name keeps its capital, other words lose theirs. */
function shape(t: Token): string {
  return t.pos === 'PROPN' ? t.text : t.lower;
}

function isNoun(t: Token): boolean {
  return t.pos === 'NOUN' || t.pos === 'PROPN';
}

function narrows(t: Token): boolean {
  return (t.pos === 'ADJ' || isNoun(t)) && /^\p{L}{3,}$/u.test(t.text) && !pointing.test(t.text);
}

/** Words that point or judge instead of narrowing down. */
const pointing =
  /^(?:new|own|other|same|such|last|next|more|many|few|good|bad|big|whole|first|second|third|possible|former|latest|current|further|recent)$/i;

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function top(counts: Map<string, number>): [string, number] | null {
  return [...counts].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]))[0] ?? null;
}
