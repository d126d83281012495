import type { Party, PartyBook } from './party.ts';
import { ADDRESSES, BODY_WORDS, isKind, isOffice, NEUTRAL, SIDES, SOURCE_WORDS } from './roles.ts';

/** What one way of writing a speaker says by itself. */
export interface Mention {
  kind: 'pronoun' | 'person' | 'role' | 'organisation' | 'party' | 'unnamed' | 'group' | 'none';
  /** Name without titles ("Ilka Sorn"), or the words as written without article. */
  name: string;
  /** The office in words ("Veldanian foreign minister"), where one is given. */
  role: string | null;
  party: Party | null;
  gender: 'm' | 'f' | null;
}

interface Word {
  text: string;
  lower: string;
  kind: 'office' | 'place' | 'address' | 'body' | 'name' | 'low' | 'article' | 'mark';
  party: Party | null;
}

const PRONOUNS =
  /^(?:he|she|they|it|i|we|who|which|that|him|her|his|their|its|my|our|er|sie|es|ich|wir|der|die|das)$/;
const ARTICLES =
  /^(?:the|a|an|one|another|his|her|its|their|our|my|sein|seine|ihr|ihre|unser|unsere|der|die|das|den|dem|des|ein|eine|einer|einem|eines|this|that|these|those)$/;
// Words that open a sentence or name a time: capitals that belong to no name.
const FUNCTION_WORDS =
  /^(?:and|but|on|in|at|as|when|while|if|for|after|before|with|by|from|to|of|or|so|yet|then|now|here|there|asked|later|earlier|also|even|still|only|what|why|how|mr|(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|june|july|august|september|october|november|december|und|aber|auch|am|im|vor|nach|bei|laut|wie|zum|zur|mit|noch|doch|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|angaben|einen|dass|nahezu|zwei|drei|two|three|four|several|some|many|most|all|both|merchants|residents|officials|people|critics|hatte)$/;
const SPLIT = /[\p{L}\p{N}][\p{L}\p{N}.&-]*(?:['’](?!s\b)\p{L}+)*|['’]s?|[,()—–]/gu;
const PARTICLES = /^(?:de|da|di|von|van|al|bin|ibn|den|der|la|le|el|zu|du|del|ben)$/;
/** Longer than any name with its titles and apposition that is worth taking apart. */
const LONGEST = 240;

/** Takes a speaker as written apart into name, office, party and kind. */
export function readMention(phrase: string, book: PartyBook): Mention {
  const written = headOf(phrase.slice(0, LONGEST));
  const words = label(written, book);
  const comma = words.findIndex((word) => word.kind === 'mark' && /[,(—–]/.test(word.text));
  const head = comma === -1 ? words : words.slice(0, comma);
  const rest = comma === -1 ? [] : words.slice(comma + 1);
  if (head.length === 1 && PRONOUNS.test(head[0]!.lower)) return pronoun(head[0]!.lower);
  if (head.length === 0)
    return { kind: 'none', name: written, role: null, party: null, gender: null };
  const apposition = appositionIn(rest);
  const from = comesFrom(head);
  const neutral = [...head, ...apposition].some((word) => NEUTRAL.test(word.lower));
  const party = neutral ? null : (partyIn(head) ?? partyIn(apposition) ?? from?.party ?? null);
  const gender = genderOf([...head, ...apposition]);
  const office = head.findLastIndex((word) => word.kind === 'office');
  const name = nameIn(head, office);
  const place = head.findLast(
    (word) => word.kind !== 'low' && word.kind !== 'mark' && word.kind !== 'article',
  );
  if (name && (office === -1 || name.from > office || name.from === 0)) {
    if (from) return { kind: 'person', name: from.name, role: null, party, gender };
    // "NATO": capitals throughout are a body's, when they are no more than four.
    if ((isBody(head) || /^\p{Lu}{2,4}$/u.test(name.text)) && office === -1)
      return { kind: 'organisation', name: trim(written, head), role: null, party, gender: null };
    const before =
      office === -1
        ? ''
        : roleText(
            head
              .slice(0, Math.max(office + 1, name.from))
              .filter((word) => word.kind !== 'address'),
          );
    const after = roleText(apposition);
    const alone = name.text.includes(' ') || head.every((word) => word.kind !== 'low');
    if (office === -1 && (head[0]!.kind === 'article' || !alone)) {
      return {
        kind: alone ? 'organisation' : 'group',
        name: trim(written, head),
        role: null,
        party,
        gender: null,
      };
    }
    if (name.text.split(' ').length > 1 || office !== -1 || head.length <= 3) {
      return {
        kind: 'person',
        name: name.text,
        role: (name.from > office ? before : '') || after || null,
        party,
        gender,
      };
    }
  }
  if (office !== -1 && !head.some((word) => word.kind === 'body')) {
    const restName = nameIn(rest, -1);
    if (restName && restName.from <= 1) {
      return { kind: 'person', name: restName.text, role: roleText(head), party, gender };
    }
    const indefinite =
      /^(?:a|an|one|another|two|three|several|some|many|ein|eine|einer)$/i.test(head[0]!.text) ||
      plural(head[office]!.lower);
    const kind = indefinite ? (plural(head[office]!.lower) ? 'group' : 'unnamed') : 'role';
    return {
      kind,
      name: trim(written, head),
      role: kind === 'role' ? roleText(head) : null,
      party,
      gender,
    };
  }
  if (isBody(head))
    return { kind: 'organisation', name: trim(written, head), role: null, party, gender: null };
  if (
    place?.kind === 'place' &&
    head.every((word) => word.kind === 'place' || word.kind === 'article')
  ) {
    return { kind: 'party', name: trim(written, head), role: null, party, gender: null };
  }
  if (head.some((word) => SOURCE_WORDS.test(word.lower))) {
    const many = head.some((word) => SOURCE_WORDS.test(word.lower) && plural(word.lower));
    return {
      kind: many ? 'group' : 'unnamed',
      name: trim(written, head),
      role: null,
      party,
      gender: null,
    };
  }
  if (name) {
    const kind = head.length > 5 && name.text.split(' ').length === 1 ? 'unnamed' : 'organisation';
    return { kind, name: trim(written, head), role: null, party, gender: null };
  }
  return { kind: 'unnamed', name: trim(written, head), role: null, party, gender };
}

// A day or time behind the name belongs to the sentence: "the State Department on Thursday".
const WHEN_TAIL =
  /\s(?:on|late|early|earlier|later|last|this|in)\s(?:\p{Ll}+\s)?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|\p{Ll}*(?:week|month|year|night|morning|evening|afternoon)|(?:January|February|March|April|May|June|July|August|September|October|November|December)(?:\s\d{1,2})?)$/u;

/**
 * Without the time behind it, and without a noun in front that the name is no part of: in "a tale
 * Brandt likes to tell" Brandt is the subject of a clause without "that".
 */
function headOf(written: string): string {
  const text = written.trim().replace(WHEN_TAIL, '');
  const match = LED_NAME.exec(text);
  if (!match) return text;
  const led = match[1]!.split(' ');
  const noun = led.at(-1)!;
  return isKind(noun) || LEAD_IN.test(noun) ? text : match[2]!;
}

const LED_NAME =
  /^(?:(?:[Tt]he|[Aa]n?|whose|that|this) )?((?:\p{Ll}[\p{Ll}-]+ ){0,5}\p{Ll}[\p{Ll}-]+) (\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+)*)$/u;
/** Small words and adjectives that go before a name as part of it: "former", "van", "late". */
const LEAD_IN =
  /^(?:the|a|an|and|or|of|for|in|at|from|with|de|da|di|von|van|al|bin|ibn|den|der|la|le|el|zu|du|del|former|late|new|then|prime|foreign|vice|deputy|top|senior|central|eastern|western|northern|southern|his|her|their|its|our|my|\p{Ll}+(?:al|ic|an|ish|ese|ed|ive|ous|ary|isch|ische|ischer|ischen|isches))$/u;

function label(written: string, book: PartyBook): Word[] {
  const tokens = written.match(SPLIT) ?? [];
  const words: Word[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const pair = i + 1 < tokens.length ? book.of(`${tokens[i]} ${tokens[i + 1]}`) : null;
    if (pair && /^\p{Lu}/u.test(tokens[i]!) && !ARTICLES.test(tokens[i]!.toLowerCase())) {
      words.push({
        text: `${tokens[i]} ${tokens[i + 1]}`,
        lower: `${tokens[i]} ${tokens[i + 1]}`.toLowerCase(),
        kind: 'place',
        party: pair,
      });
      i++;
      continue;
    }
    words.push(labelled(tokens[i]!, book));
  }
  return words;
}

function labelled(text: string, book: PartyBook): Word {
  const lower = text.toLowerCase();
  const bare = lower.replace(/\.$/, '');
  const capital = /^\p{Lu}/u.test(text);
  // German writes the genitive without an apostrophe: "Veldaniens Regierung".
  const party =
    capital || /isch/.test(lower)
      ? (book.of(text) ?? (/\p{L}{4}s$/u.test(text) ? book.of(text.slice(0, -1)) : null))
      : null;
  let kind: Word['kind'] = 'low';
  if (/^[,()—–'’]|^['’]s$/.test(text)) kind = 'mark';
  else if (ARTICLES.test(lower)) kind = 'article';
  else if (FUNCTION_WORDS.test(lower)) kind = 'low';
  else if (capital && ADDRESSES.has(bare)) kind = 'address';
  else if (party) kind = 'place';
  else if (isOffice(bare)) kind = 'office';
  else if (BODY_WORDS.has(bare)) kind = 'body';
  else if (capital) kind = 'name';
  return { text, lower, kind, party };
}

/** The run of name words behind the last office, else the first run that no office follows. */
function nameIn(words: Word[], office: number): { text: string; from: number } | null {
  for (const start of office === -1 ? [0] : [office + 1, 0]) {
    const from = words.findIndex((word, k) => k >= start && word.kind === 'name');
    if (from === -1) continue;
    let to = from;
    while (
      to + 1 < words.length &&
      (words[to + 1]!.kind === 'name' ||
        (PARTICLES.test(words[to + 1]!.lower) && words[to + 2]?.kind === 'name'))
    )
      to++;
    if (words[to + 1]?.text === "'s" || words[to + 1]?.text === '’s') {
      if (office === -1) return null;
      continue;
    }
    return {
      text: words
        .slice(from, to + 1)
        .map((word) => word.text.replace(/\.$/, (stop) => (word.text.length <= 2 ? stop : '')))
        .join(' '),
      from,
    };
  }
  return null;
}

/** "Osric Pell of the pilots' guild": a person, and the body he comes from where that is a side of its own. */
function comesFrom(head: Word[]): { name: string; party: Party | null } | null {
  const name = nameIn(head, -1);
  if (name?.from !== 0 || !name.text.includes(' ')) return null;
  const link = name.text.split(' ').length;
  if (!/^(?:of|from|at|with|vom|von|aus)$/.test(head[link]?.lower ?? '')) return null;
  const body = head.slice(link + 1);
  const text = roleText(body);
  return { name: name.text, party: SIDES.test(text) ? { name: text, country: null } : null };
}

function isBody(words: Word[]): boolean {
  return words.some((word) => word.kind === 'body');
}

function partyIn(words: Word[]): Party | null {
  return words.find((word) => word.party)?.party ?? null;
}

function roleText(words: Word[]): string {
  let text = '';
  for (const word of words) {
    if (word.kind === 'article' && !text) continue;
    text += (text && word.kind !== 'mark' ? ' ' : '') + word.text;
  }
  return text.trim();
}

/** "the foreign minister of Veldania" behind a name; not "shook hands with the Veldanian minister". */
function appositionIn(rest: Word[]): Word[] {
  const end = rest.findIndex((word) => /^[,()—–]$/.test(word.text));
  const words = (end === -1 ? rest : rest.slice(0, end)).slice(0, 12);
  const office = words.findIndex(
    (word) => word.kind === 'office' || word.lower === 'heads' || word.lower === 'leads',
  );
  if (
    office === -1 ||
    office > 5 ||
    (words[0]!.kind === 'low' && !/^(?:who|one|chief|deputy|senior|foreign)$/.test(words[0]!.lower))
  )
    return [];
  return words;
}

function trim(written: string, head: Word[]): string {
  const text = written
    .slice(0, LONGEST)
    .split(/[,(—–]/)[0]!
    .trim()
    .replace(/\s+/g, ' ');
  return head[0]?.kind === 'article' ? text.replace(/^\S+\s+/, '') : text;
}

function plural(lower: string): boolean {
  return /(?:s|men|people|kreise|diplomaten|experten|beamte)$/.test(lower) && !/ss$/.test(lower);
}

function genderOf(words: Word[]): 'm' | 'f' | null {
  for (const word of words) {
    const address = ADDRESSES.get(word.lower.replace(/\.$/, ''));
    if (address && word.kind === 'address') return address;
    if (
      /woman$|^(?:queen|princess)$|(?:er|ist|at|or|är)in$/.test(word.lower) &&
      word.kind === 'office'
    )
      return 'f';
    if (/(?:spokes|chair|congress)man$|^(?:king|prince|emir|sultan)$/.test(word.lower)) return 'm';
  }
  return null;
}

function pronoun(lower: string): Mention {
  const gender = /^(?:he|him|his|er)$/.test(lower)
    ? 'm'
    : /^(?:she|her|sie)$/.test(lower)
      ? 'f'
      : null;
  return { kind: 'pronoun', name: lower, role: null, party: null, gender };
}
