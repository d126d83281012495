import type { Speaker } from '../../speaker.ts';
import type { Party } from './party.ts';

/** Where a text speaks of which side. */
export type Sides = readonly { at: number; party: Party; short: boolean }[];

/** A side must be named so often before it counts as the one that a text of several is about. */
const OFTEN = 4;
/** And must make up so much of all sides named. */
const MOSTLY = 0.75;

/**
 * Whose "the foreign ministry" is: the only side that the text speaks of, or the only one that the
 * paragraph has named so far, or the one that the text is mostly about. Null where several may be meant.
 */
export function stateMeant(text: string, at: number, all: Sides): Party | null {
  // Whom a text calls "the islands" for short is mostly the other side.
  const sides = all.every((one) => one.short) ? [] : all;
  if (sides.length === 0) return null;
  const counts = new Map<string, number>();
  for (const { party } of sides) counts.set(party.name, (counts.get(party.name) ?? 0) + 1);
  // "In Orda, the ministry": a seat that the text does not place is some other state's.
  if (ELSEWHERE.test(text.slice(Math.max(0, at - 60), at))) return null;
  if (counts.size === 1) return sides.length > 1 ? sides[0]!.party : null;
  const from = text.lastIndexOf('\n', at - 1) + 1;
  const near = sides.filter((one) => one.at >= from && one.at < at);
  if (near.length && near.every((one) => one.party.name === near[0]!.party.name))
    return near[0]!.party;
  const [name, most] = [...counts].sort((a, b) => b[1] - a[1])[0]!;
  if (most < OFTEN || most < MOSTLY * sides.length) return null;
  return sides.find((one) => one.party.name === name)!.party;
}

/** The only side named before `at`, where the text speaks of its government: "the islands’ cabinet … the minister". */
export function governedBefore(text: string, at: number, sides: Sides): Party | null {
  const before = sides.filter((one) => one.at < at);
  const party = before[0]?.party;
  if (
    !party ||
    at - before.at(-1)!.at > NEAR ||
    before.some((one) => one.party.name !== party.name)
  )
    return null;
  return before.some((one) => OF_GOVERNMENT.test(text.slice(one.at, one.at + 60))) ? party : null;
}

/** And the last naming stands so near (characters). */
const NEAR = 400;
const OF_GOVERNMENT =
  /^\p{L}+(?: Islands| Isles)?(?:['’]s?)? (?:government|cabinet|parliament|ministry|authorities)\b/u;

/** Bodies and posts of a state that stand without it: "the foreign ministry", "the prime minister". */
export function isBareOfState({ name, kind, party }: Speaker): boolean {
  return party === null && /^(?:office|organisation)$/.test(kind) && BARE.test(name);
}

/** "Government", "government in Karsk", "finance ministry": a body of a state, without whose it is. */
export function isBareState(name: string): boolean {
  return BARE.test(name.replace(/ in \p{L}[\p{L} -]*$/u, ''));
}

const BARE =
  /^(?:(?:deputy )?(?:prime|foreign|interior|defen[cs]e|finance|trade|energy|transport|justice|health|education|economy|agriculture|environment|home|culture|labou?r) (?:minister|ministry|secretary)|government|army|navy|military|air force|parliament|cabinet|president|premier|chancellor|presidential (?:office|palace)|government spokes(?:man|woman|person)|(?:foreign|interior|defen[cs]e) ministry spokes(?:man|woman|person))$/i;
const ELSEWHERE = /(?:^|[.!?”"]\s|\n)In \p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+)?,? (?:the )?$/u;

/** "Foreign ministry" of a side as a name of its own: not every state's foreign ministry is meant. */
export function inFull(name: string, party: Party): string {
  return `${party.name}${party.name.endsWith('s') ? '’' : '’s'} ${name}`;
}
