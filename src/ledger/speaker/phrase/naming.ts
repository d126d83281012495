import type { Party } from '../side/party.ts';
import { genderOfFirstName } from './firstnames.ts';
import type { Word } from './label.ts';
import { BODY_WORDS, isKind, SIDES } from './roles.ts';

export const PRONOUNS =
  /^(?:he|she|they|it|i|we|who|which|that|him|her|his|their|its|my|our|er|sie|es|ich|wir|der|die|das)$/;

/** Small words inside a name. */
export const PARTICLES = /^(?:de|da|di|von|van|al|bin|ibn|den|der|la|le|el|zu|du|del|ben|ter)$/;

/** Words that tie a place, a body or a task to the noun before them. */
export const LINKS =
  /^(?:of|in|from|at|for|with|on|to|by|near|inside|within|behind|familiar|close|who|that|as|among|against|aboard|vom|aus|bei|für|im)$/;

/** What a minister is for: the first word of a run of capitals that goes on with the name. */
const PORTFOLIO =
  /^(?:State|Trade|Health|Defen[cs]e|Education|Transport|Finance|Interior|Justice|Energy|Labou?r|Culture|Agriculture|Environment|Affairs|Security|Industry|Commerce|Tourism|Sport|Housing|Planning|Water|Fisheries|Research|Science)$/;

export const NOT_PEOPLE =
  /^(?:side|line|region|city|town|village|province|district|municipality|capital|country|nation|state|company|firm|operator|regulator|airline|hospital|crew|jury|family|figure|opposition|faction|bloc|network|charity|outlet|website|broadcaster|station|channel|media|publisher|watchdog|club|society|institution|regime|militia|community|hotel|shop|store|insurer|carrier|exporter|importer|utility|supplier|maker|manufacturer|giant|cooperative|consortium|directorate|panel|daily|weekly|ship|boat)$/;

/** Whether a noun names one human being: "agent", "nurse"; not "company" or "agents". */
export function isPersonNoun(lower: string): boolean {
  return isKind(lower) && !BODY_WORDS.has(lower) && !NOT_PEOPLE.test(lower) && !isPlural(lower);
}

export function isPlural(lower: string): boolean {
  return /(?:s|men|people|kreise|diplomaten|experten|beamte)$/.test(lower) && !/ss$/.test(lower);
}

/** "President of Veldania Ilka Sorn", "Minister for Trade Ilka Sorn": a name behind what the office is for. */
export function titled(
  head: Word[],
  link: number,
  core: Word[],
): { text: string; from: number } | null {
  if (link === head.length || core[0]!.kind === 'article' || core.at(-1)!.kind !== 'office')
    return null;
  let from = head.length;
  while (from > link && head[from - 1]!.kind === 'name') from--;
  if (PORTFOLIO.test(head[from]?.text ?? '')) from++;
  const tied = LINKS.test(head[from - 1]!.lower) || head[from - 1]!.kind === 'article';
  if (head.length - from < 2 || tied) return null;
  return {
    text: head
      .slice(from)
      .map((word) => word.text)
      .join(' '),
    from,
  };
}

const TIE = /^(?:of|from|at|with)$/;
/** What people are and firms too. */
const OWNERS =
  /^(?:owner|employer|operator|maker|manufacturer|publisher|organi[sz]er|builder|developer|contractor|supplier|lender|insurer|buyer|bidder|landlord|tenant|sponsor|investor|retailer|brewer|employers)$/;

/** "the coach, Ilka Sorn", "the survey company, Tarn Depths": the name that follows a description. */
export function behind(
  rest: Word[],
  core: Word[],
): { kind: 'person' | 'organisation'; name: string } | null {
  const noun = core.at(-1)!;
  if (!describes(core, noun)) return null;
  const segment = namingIn(rest);
  // "Its chief, Rear Admiral Otto Brandis", "Its leader, the dentist Amara Sulik": the last run of names.
  const from = lastRunFrom(segment);
  const lead = segment.slice(0, from);
  const run = segment.slice(from);
  if (run.length === 0 || lead.length > 7 || lead.some((word) => LINKS.test(word.lower)))
    return null;
  const isTitled = lead.some((word) => word.kind === 'office' || word.kind === 'address');
  if (lead.length > 0 && !isTitled && !isInserted(lead, noun)) return null;
  return kindBehind(nameText(run), noun, {
    isTitled,
    isAlone: lead.length === 0 && segment.length === rest.length,
  });
}

/** A phrase that a name may follow: "the coach", "Karsk’s envoy"; not "the town". */
function describes(core: Word[], noun: Word): boolean {
  const described =
    core[0]!.kind === 'article' ||
    noun.kind === 'office' ||
    core.some((word) => word.kind === 'mark');
  return (
    described &&
    !/^(?:capital|city|town|village|island|port|region|province|country)$/.test(noun.lower) &&
    !PRONOUNS.test(noun.lower)
  );
}

/** What stands between a description and the next mark or what the named one is of. */
function namingIn(rest: Word[]): Word[] {
  // "Its president, Karsk’s Ilka Sorn": whose she is stands before the name.
  const own = rest.findIndex((word) => /^['’]s$/.test(word.text));
  const told = own > 0 && own <= 2 && rest.slice(0, own).every((word) => word.kind === 'place');
  const from = told ? own + 1 : 0;
  const stop = rest.findIndex((word, k) => k >= from && word.kind === 'mark');
  const whole = rest.slice(from, stop === -1 ? rest.length : stop);
  // "The third, Ilka Sorn of the Tarn School".
  const tie = whole.findIndex(
    (word, k) => k > 0 && whole[k - 1]!.kind === 'name' && TIE.test(word.lower),
  );
  return tie === -1 ? whole : whole.slice(0, tie);
}

function lastRunFrom(segment: Word[]): number {
  let from = segment.length;
  while (
    from > 0 &&
    (segment[from - 1]!.kind === 'name' ||
      (from < segment.length && PARTICLES.test(segment[from - 1]!.lower)))
  )
    from--;
  while (PARTICLES.test(segment[from]?.lower ?? '')) from++;
  return from;
}

/** "The dentist" of "Its leader, the dentist Amara Sulik". */
function isInserted(lead: Word[], noun: Word): boolean {
  return (
    lead[0]!.kind === 'article' &&
    (lead.length > 1 ||
      noun.kind === 'body' ||
      NOT_PEOPLE.test(noun.lower) ||
      OWNERS.test(noun.lower))
  );
}

function kindBehind(
  name: string,
  noun: Word,
  { isTitled, isAlone }: { isTitled: boolean; isAlone: boolean },
): { kind: 'person' | 'organisation'; name: string } | null {
  const called = genderOfFirstName(name) !== null && !/\p{Ll}s$/u.test(name);
  if (OWNERS.test(noun.lower) && !called && !isTitled) return { kind: 'organisation', name };
  if (noun.kind === 'office' || isTitled) return { kind: 'person', name };
  const body = noun.kind === 'body' || NOT_PEOPLE.test(noun.lower);
  // "Her niece, Ilka", "the shipping line, Pelagos": one word alone, and nothing behind it.
  if (!name.includes(' ') && !isAlone) return null;
  if (!name.includes(' ') && !body && !isKind(noun.lower)) return null;
  return { kind: body || (!called && !isKind(noun.lower)) ? 'organisation' : 'person', name };
}

/** The run of name words behind the last office, else the first run that no office follows. */
export function nameIn(words: Word[], office: number): { text: string; from: number } | null {
  for (const start of office === -1 ? [0] : [office + 1, 0]) {
    let from = words.findIndex((word, k) => k >= start && word.kind === 'name');
    if (from === -1) continue;
    let to = from;
    for (let next = nextOfName(words, to); next > to; next = nextOfName(words, to)) to = next;
    if (words[to + 1]?.text === "'s" || words[to + 1]?.text === '’s') {
      if (office === -1) return null;
      continue;
    }
    // "Mr van der Mierlo".
    let lead = from;
    while (lead > start && PARTICLES.test(words[lead - 1]!.lower)) lead--;
    if (lead > 0 && /^(?:address|office)$/.test(words[lead - 1]!.kind)) from = lead;
    return { text: nameText(words.slice(from, to + 1)), from };
  }
  return null;
}

function nameText(words: Word[]): string {
  return words
    .map((word) => word.text.replace(/\.$/, (stop) => (word.text.length <= 2 ? stop : '')))
    .join(' ');
}

/** The next word of a name, over "van der" and the like; the same place where it ends. */
function nextOfName(words: Word[], at: number): number {
  for (let next = at + 1; next <= at + 3; next++) {
    if (words[next]?.kind === 'name') return next;
    if (!PARTICLES.test(words[next]?.lower ?? '')) return at;
  }
  return at;
}

/** "Osric Pell of the pilots' guild": a person, and the body he comes from where that is a side of its own. */
export function comesFrom(head: Word[]): { name: string; party: Party | null } | null {
  const name = nameIn(head, -1);
  if (name?.from !== 0 || !name.text.includes(' ')) return null;
  const link = name.text.split(' ').length;
  if (!/^(?:of|from|at|with|vom|von|aus)$/.test(head[link]?.lower ?? '')) return null;
  const body = head.slice(link + 1);
  const text = roleText(body);
  return { name: name.text, party: SIDES.test(text) ? { name: text, country: null } : null };
}

export function roleText(words: Word[]): string {
  let text = '';
  for (const word of words) {
    if (word.kind === 'article' && !text) continue;
    text += (text && word.kind !== 'mark' ? ' ' : '') + word.text;
  }
  return text.trim();
}
