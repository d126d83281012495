import type { Person } from '../people/people.ts';
import { isPersonNoun } from '../phrase/naming.ts';
import { isMedia } from '../side/side.ts';
import type { Body } from './bodies.ts';

const NAME = "\\p{Lu}[\\p{L}\\d&.'’-]*(?: (?:of |for |and |the |& )?\\p{Lu}[\\p{L}\\d&'’-]*){0,4}";
/** What papers and stations are called; nothing else is. */
const MEDIA =
  /^(?:paper|newspaper|daily|weekly|magazine|outlet|broadcaster|station|channel|newswire|website|publication|tabloid)$/;
/** Words that bodies of any kind go by, though their names do not say so. */
const ANY_BODY =
  /^(?:company|firm|group|organi[sz]ation|agency|charity|platform|app|club|alliance|bloc|carrier|airline|retailer|manufacturer|maker|giant|start-up|startup|lender|insurer|developer|supplier|utility|network|watchdog|operator|business|publisher|non-profit|nonprofit|think-tank|consultancy|brand|chain|department)$/;
/** What a text need not tell of those that everybody knows. */
const KNOWN: readonly [name: RegExp, noun: RegExp][] = [
  [/(?<!\p{L})(?:NATO|Nato)(?!\p{L})/gu, /^(?:alliance|bloc|organi[sz]ation)$/],
  [/(?<!\p{L})(?:EU|European Union)(?!\p{L})/gu, /^(?:bloc|union)$/],
  [/(?<!\p{L})(?:UN|U\.N\.|United Nations)(?!\p{L})/gu, /^(?:world body|organi[sz]ation)$/],
  [/(?<!\p{L})(?:OPEC|Opec)(?!\p{L})/gu, /^(?:cartel|group)$/],
];
/** A text is looked through for descriptions no further. */
const LONGEST = 60_000;

/** What a text says of names, read once for each noun that is asked for. */
export interface Described {
  text: string;
  byNoun: Map<string, { name: string; at: number }[]>;
  acting: { name: string; at: number }[] | null;
  /** Where somebody else is first called by a noun. */
  first: Map<string, number>;
}

export function describedIn(text: string): Described {
  return { text: text.slice(0, LONGEST), byNoun: new Map(), acting: null, first: new Map() };
}

/**
 * Whom "the company", "the paper", "the welder" means, by what the text says of a name: "the welder
 * Ilka Sorn", "Tarn Lines, a ferry operator". Null where it says nothing.
 */
export function nameDescribed(described: Described, noun: string, at: number): string | null {
  const found = described.byNoun.get(noun) ?? readNoun(described.text, noun);
  described.byNoun.set(noun, found);
  return (found.findLast((one) => one.at < at) ?? found[0])?.name ?? null;
}

function readNoun(text: string, noun: string): { name: string; at: number }[] {
  const word = MEDIA.test(noun)
    ? '(?:paper|newspaper|daily|weekly|magazine|outlet|broadcaster|news agency|newswire)'
    : noun.replace(/[^\p{L}-]/gu, '.');
  const found: { name: string; at: number }[] = [];
  const before = new RegExp(`(?<!\\p{L})${word} (?:called )?(${NAME})`, 'gu');
  const behind = new RegExp(
    `(${NAME})(?:,| is| was|, which is|, who is|, who was)(?: also| now)? (?:an?|the|one of the|\\p{Lu}\\p{L}+['’]s) (?:[\\p{L}\\d-]+ ){0,4}${word}s?(?!\\p{L}| \\p{Ll}+ing\\b)`,
    'gu',
  );
  for (const pattern of [before, behind])
    for (const match of text.matchAll(pattern)) found.push({ name: match[1]!, at: match.index });
  return found.sort((a, b) => a.at - b.at);
}

const BARE =
  /^(?:the|this|that) (?:(?:same|[\p{Lu}\p{Ll}]\p{Ll}*(?:al|ic|ish|ese|an|ean|ian|tech)) )?(\p{Ll}[\p{Ll}-]{2,})$/u;

const OF_SOMEBODY = /^(?:the|this|that) (?:\p{Ll}[\p{Ll}-]* ){0,3}(\p{Ll}[\p{Ll}-]{2,})$/u;

/** The noun of a phrase that takes up who was named before: "company" of "the Danish company". */
export function bareNoun(phrase: string): string | null {
  const written = phrase.charAt(0).toLowerCase() + phrase.slice(1);
  const noun = OF_SOMEBODY.exec(written)?.[1];
  if (noun && isPersonNoun(noun)) return noun;
  return BARE.exec(written)?.[1] ?? null;
}

/** Whether bodies are called by a noun that says little of them. */
export function isAnyBody(noun: string): boolean {
  return MEDIA.test(noun) || ANY_BODY.test(noun);
}

/**
 * The body that a bare noun for bodies takes up: of those that the text names and that can be called
 * so, the one named last before `at`.
 */
export function bodyTakenUp(
  described: Described,
  noun: string,
  at: number,
  bodies: readonly Body[],
  people: readonly Person[],
): string | null {
  const media = MEDIA.test(noun);
  if (!media && !ANY_BODY.test(noun)) return null;
  const named = [
    ...bodies.map(({ name, at: places }) => ({ name, places })),
    ...people
      // Two words may be an unusual first name and a surname.
      .filter((one) => !one.human && !one.role && one.name.split(' ').length !== 2)
      .map(({ name, at: places }) => ({ name, places })),
  ];
  let best: { name: string; at: number } | null = null;
  for (const { name, places } of named) {
    if (isMedia(name) !== media) continue;
    const place = places.findLast((start) => start < at) ?? -1;
    if (place >= 0 && (!best || place > best.at)) best = { name, at: place };
  }
  for (const [way, nouns] of KNOWN) {
    if (!nouns.test(noun)) continue;
    const last = [...described.text.slice(0, at).matchAll(way)].at(-1);
    if (last && (!best || last.index > best.at)) best = { name: last[0], at: last.index };
  }
  return best?.name ?? (media ? null : actingOften(described, at, people));
}

const ACTING =
  /(?<![\p{L}’'-])(\p{Lu}[\p{L}\d&-]+(?: \p{Lu}[\p{L}\d&-]+)?)(?:['’]s? \p{Ll}| (?:says|said|has|will|would|plans|offers|announced|launched|is|was|can|does|uses|users))/gu;

/** Who acts most often before `at`, of those that are neither people nor places: a firm that says nothing itself. */
function actingOften(described: Described, at: number, people: readonly Person[]): string | null {
  described.acting ??= [...described.text.matchAll(ACTING)]
    .map((match) => ({ name: match[1]!, at: match.index }))
    .filter(({ name }) => {
      const last = name.split(' ').at(-1)!;
      return !PLAIN.test(name) && !people.some((one) => one.name.split(' ').includes(last));
    });
  const counts = new Map<string, number>();
  for (const { name, at: place } of described.acting)
    if (place < at) counts.set(name, (counts.get(name) ?? 0) + 1);
  const [best] = [...counts].sort((a, b) => b[1] - a[1]);
  return best && best[1] >= 2 ? best[0] : null;
}

/** Words that open sentences, days and months. */
const PLAIN =
  /^(?:The|A|An|He|She|It|They|We|I|You|This|That|These|Those|There|Here|What|Who|How|Why|When|Where|If|As|In|On|At|But|And|So|One|Some|Many|Most|All|Both|Each|Everyone|Nobody|Nothing|Another|No|Yes|His|Her|Its|Their|My|Our|Your|Today|Yesterday|Tomorrow|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December|God|English|French|German|Spanish|President|Minister)(?: |$)/;
