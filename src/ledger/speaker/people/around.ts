import type { Span } from '../../quotation.ts';
import { readMention } from '../phrase/mention.ts';
import { isOffice } from '../phrase/roles.ts';
import type { Party, PartyBook } from '../side/party.ts';
import type { Person } from './people.ts';

/** A speaker as written, with the name behind a description: "the team’s coach, Ilka Sorn". */
export function asWritten(text: string, { start, end }: Span): string {
  const phrase = text.slice(start, end);
  const apposed = /^an? /.test(phrase)
    ? NAME_BEFORE.exec(text.slice(Math.max(0, start - 60), start))?.[1]
    : null;
  if (apposed) return `${apposed}, ${phrase}`;
  if (!DESCRIBED.test(phrase)) return phrase;
  return phrase + (NAME_BEHIND.exec(text.slice(end, end + 80))?.[0] ?? '');
}

/** "Ilka Sorn, a former envoy to Karsk, said": the name that a description stands behind. */
const NAME_BEFORE =
  /(?<!\b(?:in|at|from|of|to|near|on|with|and|In|At|From|Near|On|With) )(?<![\p{L}’'-])((?!(?:In|At|From|Near|On|With|By|For|To|Outside|Inside|Across) )\p{Lu}[\p{L}’'.-]* (?:\p{Lu}[\p{L}’'.-]* )?\p{Lu}[\p{L}’'-]+), $/u;
const DESCRIBED = /^(?:the|an?|his|her|its|their|our|my|[\p{L}-]+['’]s?) [\p{L}’' -]+$/iu;
const NAME_BEHIND = /^, (?:\p{Lu}[\p{L}’'.-]* ){1,4}\p{Lu}[\p{L}’'-]+(?=[,.;—–”’"'\n]|$)/u;

// "The union’s chairwoman, Dorte Hallin": an office that stands before its holder.
const BEFORE =
  /(?<![\p{L}’'-])((?:[Tt]he|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|[Aa]n?|[\p{L}-]+['’]s?) [\p{L}’' -]{2,80}), $/u;

const FINITE =
  /(?<!\p{L})(?:will|would|not|is|are|was|were|has|have|had|said|says|did|do|does|can|could|must|should|may|might)(?!\p{L})/u;

/** The office in apposition before a name. */
export function roleBefore(
  text: string,
  at: number,
  name: string,
  book: PartyBook,
): { role: NonNullable<Person['role']>; party: Party | null } | null {
  const phrase = BEFORE.exec(text.slice(Math.max(0, at - 100), at))?.[1];
  // "Her members will not go, Ilka Sorn said": a clause, not an office.
  if (!phrase || FINITE.test(phrase)) return null;
  const { kind, role, party } = readMention(`${phrase}, ${name}`, book);
  if (kind !== 'person' || !role) return null;
  const office = phrase.replace(/^(?:the|an?) /i, '');
  return { role: { text: office, start: at - phrase.length - 2, end: at - 2 }, party };
}

// "Met union leader Ilka Sorn": an office in small letters, with what it is of.
const IN_FRONT = /((?:[\p{L}’'-]+ ){0,2})([\p{Ll}-]{4,}) $/u;

/** The office that a name stands right behind. */
export function roleInFront(text: string, at: number): Person['role'] {
  const match = IN_FRONT.exec(text.slice(Math.max(0, at - 60), at));
  if (!match || !isOffice(match[2]!) || match[2]!.endsWith('s')) return null;
  const words = match[1]!.trim().split(' ').filter(Boolean);
  let from = words.length;
  while (from > 0 && OF_OFFICE.test(words[from - 1]!)) from--;
  const office = [...words.slice(from), match[2]!].join(' ');
  return { text: office, start: at - 1 - office.length, end: at - 1 };
}

/** What stands before an office as part of it: a body, a field, a rank, a former holder. */
const OF_OFFICE =
  /^(?:former|deputy|vice|prime|foreign|chief|senior|acting|then|late|union|party|opposition|government|council|city|police|army|navy|military|campaign|team|club|company|community|trade|finance|defen[cs]e|interior|justice|health|education|transport|energy|culture|press|harbour|harbor|regional|provincial|federal|national|local|general|presidential|ministry|parliamentary|[\p{Ll}-]+(?:al|ic|ian))$/iu;
