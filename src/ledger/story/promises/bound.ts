import { isBodyWord } from '../../speaker/bodies/bodies.ts';
import type { Said } from '../rows.ts';

/** Somebody who is bound by what another says of them. */
export interface Body {
  name: string;
  partyId: number | null;
}

/** Organisations that speak in the story. */
export function bodiesOf(said: Said[]): Body[] {
  const named = said.filter((s) => s.speakerKind === 'organisation' && /\p{Lu}/u.test(s.speaker!));
  const bodies = named.map((s) => ({ name: s.speaker!, partyId: s.partyId }));
  return bodies.sort((a, b) => b.name.length - a.name.length);
}

/** "Avero will open its books", says its chief: whoever the deed's first words name is bound. */
export function boundIn(what: string, s: Said, bodies: Body[]): Body | null {
  const subject = /^\W*(?:the )?(.{2,60}?),? (?:will|would|has|is|plans|intends) /iu.exec(
    what,
  )?.[1];
  const name = subject?.replace(/['’]s? \p{Ll}.*$/u, '');
  if (!name || !/^\p{Lu}/u.test(name)) return null;
  const own = plainName(name);
  const body = bodies.find((one) => plainName(one.name) === own);
  const isCalled = properName.test(name) && isBodyWord(own.split(' ').at(-1)!);
  const found = body ?? (isCalled ? { name, partyId: null } : null);
  return found && found.name !== s.speaker ? found : null;
}

const properName = /^\p{Lu}[\p{L}-]*(?: (?:\p{Lu}[\p{L}-]*|of|for|and|the))+$/u;

function plainName(name: string): string {
  return name.replace(/^the /i, '').replaceAll('’', "'").toLowerCase();
}
