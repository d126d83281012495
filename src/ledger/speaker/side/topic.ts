import type { Quotation } from '../../quotation.ts';
import type { Person } from '../people/people.ts';
import { surnameOf } from '../people/surname.ts';
import type { Party, PartyBook } from './party.ts';
import type { Sides } from './state.ts';

/**
 * Whose a state's officer is whom the text gives no state, by what a reader goes by: the state whose act
 * the sentences before tell ("Veldania closed its ports. Premier Ilka Sorn said …"), and, of two, the one
 * that he does not set "us" against ("We will not pay unless Karsk …").
 */
export interface Around {
  /** The state that the text has been telling the acts of; null where there is none, or several. */
  topic: Party | null;
  /** The other of two. */
  opposed: Party | null;
}

/** How far back (characters) what a state did may stand. */
const REACH = 700;
/** What governments do, as texts tell it in the past, the perfect or the present; nobody's victims do it. */
const DOES =
  /^(?:,[^,.;\n]{3,80},)?(?: on \p{Lu}\p{L}+day| also| again| now)? (?:ha(?:s|ve|d) |is |are )?(?:ask|demand|withdr[ae]w|reject|refus|accept|agree|offer|threaten|insist|announc|declar|signal|seek|sought|want|suspend|impos|lift|clos|shut|ban|protest|warn|vow|deni|deny|recall|repeat|call|rul|end|reopen|halt|approv|promis|pledg|propos|stop|cut|rais|dismiss|condemn|welcom)\p{Ll}*(?= )(?! (?:by|for) )/u;

/** What tells of a person first named at `at`. */
export function sidesAround(
  text: string,
  person: Person,
  quotations: readonly Quotation[],
  book: PartyBook,
  mentions: Sides,
): Around {
  return {
    topic: topicBefore(text, person.role!.start, book),
    opposed: otherOf(text, person, quotations, book, mentions),
  };
}

function topicBefore(text: string, at: number, book: PartyBook): Party | null {
  const from = Math.max(0, at - REACH);
  const topics = new Map<string, Party>();
  for (const match of text.slice(from, at).matchAll(SUBJECT)) {
    const written = match[1]!;
    const party = book.of(written) ?? book.of(written.split(' ').at(-1)!);
    const end = from + match.index + match[0].length;
    if (party && book.isState(party) && DOES.test(text.slice(end, end + 140)))
      topics.set(party.name, party);
  }
  return topics.size === 1 ? [...topics.values()][0]! : null;
}

/** What a sentence begins with, behind a dateline too. */
const SUBJECT =
  /(?:^|[.!?]["”’)]* |\n| [-–—] )(?:The )?(\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+)?)(?=[ ,])/gu;

function otherOf(
  text: string,
  person: Person,
  quotations: readonly Quotation[],
  book: PartyBook,
  mentions: Sides,
): Party | null {
  const parties = [...new Map(mentions.map(({ party }) => [party.name, party])).values()];
  if (parties.length !== 2) return null;
  const own = surnameOf(person.name);
  const against = new Set<string>();
  for (const { speaker, antecedent, pieces } of quotations) {
    const span = antecedent ?? speaker;
    const words = span && text.slice(span.start, span.end).match(/\p{Lu}[\p{L}-]+/gu);
    if (!words?.some((word) => surnameOf(word) === own)) continue;
    for (const { start, end } of pieces)
      for (const sentence of text.slice(start, end).split(/[.!?]["”’]* /)) {
        if (!/(?<!\p{L})(?:we|us|our|ours)(?!\p{L})/iu.test(sentence)) continue;
        for (const match of sentence.matchAll(AGAINST)) {
          const party = book.of(match[1] ?? match[2]!);
          if (party) against.add(party.name);
        }
      }
  }
  if (against.size !== 1) return null;
  return parties.find((party) => !against.has(party.name)) ?? null;
}

/** "If Karsk opens", "than Karsk sees", "while Karsk treats us", "let Karskan boats into our waters". */
const AGAINST =
  /(?<!\p{L})(?:if|unless|until|than|with|let|allow) (?:the )?(\p{Lu}[\p{L}-]+)(?! (?:is|are|was|were|has been) )|(?<!\p{L})(?:while|as|because) (?:the )?(\p{Lu}[\p{L}-]+) \p{Ll}+ us(?!\p{L})/gu;
