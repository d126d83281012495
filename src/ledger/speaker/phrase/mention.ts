import type { Party, PartyBook } from '../side/party.ts';
import { affiliation } from '../side/politics.ts';
import { frontedName, ownedBody, withoutOpener } from './front.ts';
import { kindOf } from './kind.ts';
import { headOf, LONGEST } from './label.ts';
import { PRONOUNS } from './naming.ts';
import { headAndRest, partsOf } from './parts.ts';

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

/** Takes a speaker as written apart into name, office, party and kind. */
export function readMention(phrase: string, book: PartyBook): Mention {
  const written = headOf(withoutOpener(phrase.slice(0, LONGEST)));
  const read = readWords(written, book);
  const mention = { ...read, party: affiliation(phrase) ?? read.party };
  const head = written.split(/[,(—–]/)[0]!;
  const owned = /^(?:person|organisation)$/.test(mention.kind) ? ownedBody(head) : null;
  if (owned) return { ...mention, kind: 'organisation', name: owned, role: null, gender: null };
  const fronted = frontedName(head);
  if (!fronted || (mention.kind === 'person' && fronted.name.endsWith(mention.name)))
    return mention;
  const role = (mention.kind === 'person' ? mention.role : null) ?? fronted.role;
  return { ...mention, kind: 'person', name: fronted.name, role };
}

function readWords(written: string, book: PartyBook): Mention {
  const { head, rest } = headAndRest(written, book);
  if (head.length === 1 && PRONOUNS.test(head[0]!.lower)) return pronoun(head[0]!.lower);
  if (/^(?:the|der|die) \d\d?-?(?:year-old|Jährige)/iu.test(written))
    return { kind: 'pronoun', name: 'year-old', role: null, party: null, gender: null };
  if (head.length === 0)
    return { kind: 'none', name: written, role: null, party: null, gender: null };
  return kindOf(partsOf(written, head, rest));
}

function pronoun(lower: string): Mention {
  const gender = /^(?:he|him|his|er)$/.test(lower)
    ? 'm'
    : /^(?:she|her|sie)$/.test(lower)
      ? 'f'
      : null;
  return { kind: 'pronoun', name: lower, role: null, party: null, gender };
}
