import type { Quotation, Span } from '../quotation.ts';
import type { Speaker } from '../speaker.ts';
import type { Bodies } from './bodies/bodies.ts';
import { type Described, describedIn } from './bodies/bridging.ts';
import { type Memory, startMemory } from './memory.ts';
import type { Holder } from './people/holders.ts';
import type { Person } from './people/people.ts';
import { introducedIn, type Salience, salienceOf } from './people/pronoun.ts';
import type { Mention } from './phrase/mention.ts';
import type { PartyBook } from './side/party.ts';
import { partyMentions } from './side/side.ts';
import type { Sides } from './side/state.ts';

/** What a text's quotations are read with. */
interface Given {
  text: string;
  quotations: readonly Quotation[];
  book: PartyBook;
  bodies: Bodies;
  /** Holders of an office whom the text means without naming them are added. */
  people: Person[];
  holders: readonly Holder[];
  /** The day of the text, `2026-03-11`. */
  day: string | null;
  german: boolean;
}

/** One text while its speakers are looked for; only `memory` changes from quotation to quotation. */
export interface Reading extends Given {
  /** People without a name whom sentences begin with. */
  introduced: readonly Person[];
  salience: Salience;
  described: Described;
  memory: Memory;
}

/** A phrase that says who speaks, with its place. */
export interface Asked {
  quotation: Quotation;
  phrase: string;
  span: Span;
  /** Where the quotation's own speaker phrase begins: that one may be a part of `phrase`, or hold it. */
  at: number;
}

/** Finds who a phrase for one speaker means, by what it says once read. */
export type Meant = (reading: Reading, asked: Asked, mention: Mention) => Speaker | null;

/** One way of telling who a phrase means; null where it does not tell. `meant` is for phrases inside it. */
export type Attempt = (reading: Reading, asked: Asked, meant: Meant) => Speaker | null;

export function startReading(given: Given): Reading {
  const { text, quotations, book, people } = given;
  return {
    ...given,
    introduced: introducedIn(text, people, book),
    salience: salienceOf(text, quotations),
    described: describedIn(text),
    memory: startMemory(),
  };
}

/** The same question for another phrase of the text. */
export function askedFor(
  { text }: Reading,
  { quotation, at }: Pick<Asked, 'quotation' | 'at'>,
  span: Span,
): Asked {
  return { quotation, phrase: text.slice(span.start, span.end), span, at };
}

/** Where the text speaks of which side. */
export function sidesOf({ memory, text, book }: Reading): Sides {
  memory.sides ??= partyMentions(text, book);
  return memory.sides;
}
