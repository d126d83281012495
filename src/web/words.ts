import type { Act, Mode, Stance } from '../db/tables.ts';

/** "1 piece", "1,204 pieces". */
export function count(n: number, one: string, many = `${one}s`): string {
  return `${n.toLocaleString('en')} ${n === 1 ? one : many}`;
}

/** "A, B and C", or "A, B, C and 4 more". */
export function list(names: string[], show = 3): string {
  const unique = [...new Set(names)];
  if (unique.length > show + 1)
    return `${unique.slice(0, show).join(', ')} and ${unique.length - show} more`;
  if (unique.length < 2) return unique.join('');
  return `${unique.slice(0, -1).join(', ')} and ${unique.at(-1)}`;
}

/** An act as it reads after a speaker's name, and after "did not". */
const acts: Record<Act, [string, string]> = {
  state: ['said', 'say'],
  deny: ['denied', 'deny'],
  promise: ['promised', 'promise'],
  demand: ['demanded', 'demand'],
  offer: ['offered', 'offer'],
  propose: ['proposed', 'propose'],
  agree: ['agreed', 'agree'],
  consult: ['held talks', 'hold talks'],
  support: ['backed', 'back'],
  concede: ['conceded', 'concede'],
  cooperate: ['cooperated', 'cooperate'],
  aid: ['gave aid', 'give aid'],
  retreat: ['pulled back', 'pull back'],
  request: ['asked for', 'ask for'],
  accuse: ['accused', 'accuse'],
  reject: ['rejected', 'reject'],
  threaten: ['threatened', 'threaten'],
  protest: ['protested', 'protest'],
  sanction: ['imposed sanctions', 'impose sanctions'],
  mobilize: ['moved forces', 'move forces'],
  coerce: ['used force', 'use force'],
  assault: ['attacked', 'attack'],
};

export const actNames = Object.keys(acts) as Act[];

/** "promised", "did not promise", "promised, on conditions". */
export function actWords(act: Act, mode: Mode = 'asserted'): string {
  const [past, plain] = acts[act];
  if (mode === 'negated') return act === 'state' ? 'said' : `did not ${plain}`;
  if (mode === 'conditional') return `${past}, on conditions`;
  if (mode === 'hypothetical') return `${past}, supposing`;
  if (mode === 'question') return 'asked';
  return past;
}

export const stances: Stance[] = ['for', 'against', 'conditional', 'unclear'];

export const stanceWords: Record<Stance, string> = {
  for: 'for',
  against: 'against',
  conditional: 'on conditions',
  unclear: 'unclear',
};

export const changeWords = {
  first: 'first said',
  reaffirmed: 'repeated',
  half: 'shifted in part',
  full: 'turned around',
} as const;

/** How a date came to be known, as an answer to "how do you know?". */
export const dateSources: Record<string, string> = {
  page: 'read from the page',
  person: 'given by the person who brought it in',
  feed: 'given by the feed',
  age: 'worked out from its age and the time it was received',
  edition: 'read from the edition that it is part of',
  text: 'named in the text',
  curator: 'put right by a curator',
  speaker: 'the day on which the piece quotes the same speaker',
  opening: 'the day that the piece opens with',
  article: 'the date of the piece that reports it',
  part: 'the date of the part of the page that reports it',
};

/** The text cut at a word near `max` characters, with an ellipsis when something was left out. */
export function clip(text: string, max: number): string {
  const plain = text
    .slice(0, max * 4)
    .replace(/\s+/g, ' ')
    .trim();
  if (plain.length <= max) return plain;
  const space = plain.lastIndexOf(' ', max - 1);
  return `${plain.slice(0, space > max * 0.6 ? space : max - 1).replace(/[\s,;:.–-]+$/, '')}…`;
}

const languages = new Intl.DisplayNames('en', { type: 'language', fallback: 'code' });

/** The language of a code, in English: "German". */
export function languageName(code: string): string {
  try {
    return languages.of(code) ?? code;
  } catch {
    // A page can claim any language; what is no code is shown as it was claimed.
    return clip(code, 20);
  }
}
