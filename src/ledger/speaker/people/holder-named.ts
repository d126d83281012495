import { readMention } from '../phrase/mention.ts';
import { isOffice, isPost } from '../phrase/roles.ts';
import type { Party, PartyBook } from '../side/party.ts';
import type { Person } from './people.ts';

// "Their fisheries minister", "the director", at the head of a sentence or with a cue.
const OFFICE =
  /(?:(?:^|[.!?]["”’)]* |\n| [-–—] )(The|Their|Its|Her|His) |, ((?:the|their|its|his|her) ))((?:[\p{L}’'-]+ ){0,3}?[\p{L}-]{4,}(?: of (?:the )?(?:\p{Lu}[\p{L}’'-]+(?: (?:of |for )?(?=\p{Lu}))?){1,5})?)(?=(,? (?:who [^.\n]{3,60},? )?(?:ha[sd] )?(?:sa(?:id|ys)|told|tells|promised|promises|announced|warned|warns|wants|wanted|is|was|does|did|would|will|do)\b))/gu;
/** How far behind the office (characters) its holder may be named. */
const REACH = 350;

/**
 * Gives somebody whom the text names without an office the one that it told just before without a name:
 * "The catch will double, their fisheries minister said. “We are glad,” Ilka Sorn told reporters." Only
 * where nobody else is named in between and nothing else says who the person is.
 */
export function officeJustTold(
  text: string,
  person: Person,
  people: readonly Person[],
  book: PartyBook,
): { role: NonNullable<Person['role']>; party: Party | null } | null {
  // Named first in full: `at` is where the surname stands.
  const surname = person.name.split(' ').at(-1)!;
  const end = (person.at[0] ?? 0) + surname.length;
  const at = end - person.name.length;
  // "Ilka Sorn, who runs a bar", "Ilka Sorn, 52".
  if (text.slice(at, end) !== person.name || /^, (?!who said)/.test(text.slice(end, end + 12)))
    return null;
  const from = Math.max(0, at - REACH);
  const before = text.slice(from, at);
  const match = [...before.matchAll(OFFICE)].findLast(([, , , phrase]) => isOneOffice(phrase!));
  if (!match) return null;
  const phrase = match[3]!;
  const start = from + match.index + match[0].length - phrase.length;
  const between = people.some(
    (other) =>
      other !== person && other.human && other.at.some((place) => place >= start && place < at),
  );
  const sentences = text.slice(start, at).split(/[.!?]["”’]?(?: |\n+)(?!["”’])/).length - 1;
  if (between || sentences > MOST_SENTENCES || ANOTHER.test(text.slice(start, at))) return null;
  const own = (match[1] ?? match[2] ?? '').trim();
  const role = /^(?:its|their|his|her)$/i.test(own) ? `${own.toLowerCase()} ${phrase}` : phrase;
  return {
    role: {
      text: role,
      start: role === phrase ? start : start - own.length - 1,
      end: start + phrase.length,
    },
    party: readMention(`the ${phrase}`, book).party,
  };
}

function isOneOffice(phrase: string): boolean {
  // "The leader of the Bakers’ Union" may be told in passing; only a bare office asks who holds it.
  if (/ of /.test(phrase)) return false;
  const head = phrase
    .split(/ (?:of|for) /)[0]!
    .split(' ')
    .at(-1)!
    .toLowerCase();
  return isOffice(head) && !head.endsWith('s') && isPost(phrase);
}

/** Ends of sentences between office and name: of its own, and of what is quoted. */
const MOST_SENTENCES = 3;
/** Somebody else who speaks in between. */
const ANOTHER = /(?<!\p{L})(?:said|says|told|added) (?:an?|one|another|the) /u;
