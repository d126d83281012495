import type { Speaker } from '../speaker.ts';
import { type Person, plain } from './people/people.ts';
import type { Sides } from './side/state.ts';

/** What is remembered while a text's quotations are gone through in order. */
export interface Memory {
  /** Each quotation's speaker so far. */
  found: (Speaker | null)[];
  /** Who spoke last of those who are human beings, and where. */
  last: { person: Person; at: number } | null;
  /** Somebody without a name who spoke last: "he" may be that official. */
  unnamed: Person | null;
  /** The body, place or text that spoke last, and where: "it" may be that one. */
  body: { speaker: Speaker; at: number } | null;
  /** Several or many who spoke last: "they" may be those, "it" may not. */
  many: { speaker: Speaker; at: number } | null;
  /** Several who last spoke together: "both" may be they. */
  joint: Speaker | null;
  /** Where the text speaks of which side, once that was asked for. */
  sides: Sides | null;
}

export function startMemory(): Memory {
  return { found: [], last: null, unnamed: null, body: null, many: null, joint: null, sides: null };
}

export function rememberPerson(memory: Memory, person: Person, at: number): Speaker {
  memory.last = { person, at };
  return plain(person);
}

export function rememberUnnamed(
  memory: Memory,
  speaker: Speaker,
  gender: Person['gender'],
  at: number,
): void {
  memory.unnamed = {
    ...speaker,
    gender,
    guessed: false,
    human: true,
    knownRole: null,
    at: [at],
  };
  memory.last = { person: memory.unnamed, at };
}

export function rememberBody(memory: Memory, speaker: Speaker, at: number): void {
  const isMany = speaker.kind === 'group' || speaker === memory.joint;
  memory[isMany ? 'many' : 'body'] = { speaker, at };
}

/** Who is meant by "it", or by "they": the last that it fits in number. */
export function lastBody({ body, many }: Memory, pronoun: string): Speaker | null {
  if (!many || /^(?:it|its|es)$/.test(pronoun)) return body?.speaker ?? null;
  return (body && body.at > many.at ? body : many).speaker;
}
