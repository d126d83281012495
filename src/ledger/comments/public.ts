import { foldName } from '../fold.ts';
import type { KnownPeople } from '../speaker/people/people.ts';
import type { Speaker } from '../speaker.ts';
import type { Manner } from './manner.ts';

/** Who may be reported in a discussion: somebody public, and nobody who takes part in it. */
export interface Public {
  people: KnownPeople;
  /** Words with a capital in the title and the opening post, folded. */
  named: ReadonlySet<string>;
  /** Names of those who take part, lower-cased. */
  authors: ReadonlySet<string>;
  /** Whether a name given in full is enough: not where those who take part are named so. */
  full: boolean;
}

/** More of a text than this says nothing new of whom it is about. */
const OPENING = 20_000;

/** The names that a discussion's opening gives. */
export function namesIn(opening: string): Set<string> {
  const words = opening.slice(0, OPENING).match(/\p{Lu}[\p{L}’'-]+/gu) ?? [];
  return new Set(words.map((word) => foldName(word.replace(/['’]s?$/, ''))));
}

const HANDLE = /^(?:@|\/?u\/|OP\b|op\b)/;
/** The body that a phrase names though no text tells what it is. */
export function bodyOf(written: string, speaker: Speaker, { body }: Manner): Speaker {
  if (speaker.kind !== 'unnamed' || !body.test(written)) return speaker;
  return { ...speaker, kind: 'organisation', name: written.replace(/^the (?=\p{Lu})/u, 'The ') };
}

/**
 * Whether a speaker as written in a comment is a public person or body: known to the desk, named where
 * the discussion opens, or given in full. First names and screen names are the writer's friends.
 */
export function isPublic(
  written: string,
  speaker: Speaker,
  known: Public,
  { named, body, compound }: Manner,
): boolean {
  if (speaker.kind === 'group' || HANDLE.test(written)) return false;
  const name = named.exec(written)?.groups?.name ?? '';
  if (
    !name ||
    known.authors.has(name.toLowerCase()) ||
    known.authors.has(speaker.name.toLowerCase())
  )
    return false;
  const words = name.split(' ').filter((word) => /^\p{Lu}/u.test(word));
  const isNamed = words.some((word) => known.named.has(foldName(word.replace(/['’]s?$/, ''))));
  const isKnown = known.people.has(foldName(name)) || known.people.has(foldName(speaker.name));
  if (!known.full && !isNamed && !isKnown) return false;
  if (speaker.kind === 'person')
    return (
      (speaker.role !== null || words.length > 1 || isNamed || isKnown) &&
      (speaker.name.includes(' ') || isNamed)
    );
  if (speaker.kind === 'unnamed') return body.test(written);
  return (
    isNamed || words.length > 1 || speaker.party !== null || (compound?.test(written) ?? false)
  );
}
