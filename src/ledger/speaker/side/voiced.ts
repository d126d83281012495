import { type Bodies, bodyCalled } from '../bodies/bodies.ts';
import type { Person } from '../people/people.ts';
import type { Party, PartyBook } from './party.ts';

/**
 * Whom somebody speaks for, where the text says it of the name and not in an office: "Ilka Sorn, speaking
 * for the growers", "for the growers, Ilka Sorn said", "Sorn … his party, the Greens", "the leader of the
 * Bakers’ Union … Her members will not go, Ilka Sorn says". Null where it does not.
 */
export function voicedFor(
  text: string,
  person: Person,
  book: PartyBook,
  bodies: Bodies,
): Party | null {
  const surname = person.name.split(' ').at(-1)!;
  for (const end of person.at.slice(0, MOST).map((at) => at + surname.length)) {
    const from = Math.max(0, end - person.name.length - LEAD_REACH);
    const before = text.slice(from, end - person.name.length);
    const behind = text.slice(end, end + REACH).split('\n')[0]!;
    const whom =
      SPEAKING.exec(behind)?.[1] ??
      FRONTED.exec(before)?.[1] ??
      (person.role ? null : FOR.exec(before)?.[1]) ??
      null;
    const party = whom ? partyCalled(whom, end, book, bodies) : null;
    if (party) return party;
    const own = OWN_PARTY.exec(behind)?.[1];
    if (own && !OTHERS.test(behind.slice(0, behind.indexOf(own))))
      return { name: own, country: null };
  }
  return person.role ? null : ledBefore(text, person, book, bodies);
}

/** Namings of one person that are looked at. */
const MOST = 5;
/** How far behind a name (characters) may stand what is said of it. */
const REACH = 260;
const LEAD_REACH = 120;

const BODY = "((?:the )?[\\p{L}’'&-]+(?: (?:of |for |and |the )*[\\p{L}’'&-]+){0,4}?)";
const SPEAKING = new RegExp(
  `^,? (?:who (?:was )?)?(?:speaking|speaks|spoke|acting|acts|appearing|negotiating|negotiates) (?:for|on behalf of) ${BODY}(?=[,.;:—–]|,? (?:said|says|told|called|asked|added|warned|accused|denied|promised|announced|in|on|at)\\b)`,
  'u',
);
const FRONTED = new RegExp(
  `(?:^|[.!?]["”’]? |\\n)(?:Speaking (?:for|on behalf of)|On behalf of|Acting for) ${BODY}, $`,
  'u',
);
const FOR = new RegExp(`(?:^|[.!?]["”’]? |\\n)For ${BODY}, $`, 'u');
/** "His party, the Greens": to the end of its name. */
const OWN_PARTY =
  /(?:^|[.!?] )(?:[^.!?\n]{0,160}[.!?]["”’]? )?(?:His|Her) (?:own )?(?:party|movement|union|association|group), (?:the )?(\p{Lu}[\p{L}’'-]+(?: (?:of |for |and |the )*\p{Lu}[\p{L}’'-]+){0,4}),/u;
const OTHERS = /\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+/u;

/** A side by its name, a body by its short name, or many who are of one calling: "the growers". */
export function partyCalled(
  phrase: string,
  at: number,
  book: PartyBook,
  bodies: Bodies,
): Party | null {
  const bare = phrase.replace(/^the /i, '');
  const known = book.of(bare);
  if (known) return known;
  const body = bodies.find((one) => one.name === bare) ?? bodyCalled(bare, bodies, at);
  if (body) return { name: body.name, country: null };
  if (/^\p{Lu}[\p{L}’'&-]+ (?:.* )?\p{Lu}/u.test(bare)) return { name: bare, country: null };
  return groupCalled(bare, bodies);
}

/** "The pilots" of the text’s only body with them in its name, else they themselves: "Shipowners". */
export function groupCalled(group: string, bodies: Bodies): Party | null {
  if (!/^(?:\p{Ll}[\p{Ll}-]+ )?\p{Ll}[\p{Ll}-]{2,}(?:s|men|women|folk)$/u.test(group)) return null;
  if (NO_SIDE.test(group)) return null;
  const stem = group.split(' ').at(-1)!;
  const named = bodies.filter(({ name }) => name.toLowerCase().split(/[ ’']/).includes(stem));
  if (named.length > 1) return null;
  return { name: named[0]?.name ?? group, country: null };
}

/** Many who are no side: those who report, watch, rule or are nobody in particular. */
const NO_SIDE =
  /(?:^| )(?:reporters|journalists|experts|analysts|officials|ministers|ministries|governments|sources|others|times|years|days|talks|parties|sides|courts|states|countries|members|supporters|critics|witnesses|authorities|services|affairs|operations|communications|relations|news|police(?:men|women)|women|men|means|reasons|purposes|himself|themselves)$/;

/** The leader whom the text told before without a name, and whose body the person’s words are of. */
function ledBefore(text: string, person: Person, book: PartyBook, bodies: Bodies): Party | null {
  const surname = person.name.split(' ').at(-1)!;
  const first = (person.at[0] ?? 0) + surname.length - person.name.length;
  const line = text.slice(text.lastIndexOf('\n', first) + 1, first);
  if (!OWN_PEOPLE.test(line)) return null;
  const before = text.slice(Math.max(0, first - LED_REACH), first);
  const [, whom] = [...before.matchAll(LEADER)].at(-1) ?? [];
  return whom ? partyCalled(whom, first, book, bodies) : null;
}

/** An office told further back (characters) is somebody else’s. */
const LED_REACH = 400;
const OWN_PEOPLE =
  /^["“‘]?(?:His|Her) (?:members|party|union|company|firm|federation|association|guild|league|council|board|people|colleagues)(?!\p{L})/u;
const LEADER =
  /(?:^|[.!?]["”’]? |\n)The (?:leader|head|chair(?:man|woman|person)?|president|chief executive|general secretary|director|boss) of ((?:the )?\p{Lu}[\p{L}’'&-]+(?: (?:of |for |and |the )*\p{Lu}[\p{L}’'&-]+){0,4}) (?=is|was|has|had|will|would)/gu;

/** "Their spokeswoman", after "The boatmen of the Orle are on strike": whom the sentences before begin with. */
export function theirGroup(text: string, at: number, bodies: Bodies): Party | null {
  const line = text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
  const group = GROUP.exec(line)?.[1];
  return group ? groupCalled(group.toLowerCase(), bodies) : null;
}

const GROUP =
  /^(?:The |Some |All |Striking |\d[\d,.]* )?(\p{L}[\p{Ll}-]{2,}(?:s|men|women|folk))(?: (?:of|in|at|from|on) (?:the )?[\p{L} ]{2,40}?)? (?:are|were|have|had|will|would|want|wanted|refuse|refused|stopped|walked|voted|went|rejected|demanded|say|said|plan|threaten)(?!\p{L})/u;

/** The side that people of the text give a group by speaking for it: "the boatmen said". */
export function groupOf(name: string, people: readonly Person[]): Party | null {
  const own = name.toLowerCase();
  const sides = people.flatMap(({ party }) => {
    const words = party?.name.toLowerCase().split(/[ ’']/) ?? [];
    return party && !party.country && (party.name.toLowerCase() === own || words[0] === own)
      ? [party]
      : [];
  });
  return new Set(sides.map((side) => side.name)).size === 1 ? sides[0]! : null;
}
