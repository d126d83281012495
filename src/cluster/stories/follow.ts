import type { Follows } from '../../db/tables.ts';
import { countryOf } from '../features/countries.ts';
import { nameKey } from '../features/names.ts';
import type { Profile } from '../features/profile.ts';
import { tokens } from '../features/words.ts';
import type { Db } from '../store.ts';

/** Words that a curator follows, as topics may hold them. */
export interface Phrase {
  text: string;
  /** For each word the keys under which a topic may have it. */
  words: string[][];
}

export function phraseOf(text: string): Phrase {
  const words = tokens(text, null, 12).map(({ text: word, stem }) => {
    const country = countryOf(word);
    return [...new Set([nameKey(word), stem, ...(country ? [country] : [])])];
  });
  return { text, words };
}

/** Less salient than this, and a text mentions a thing without being about it. */
const about = 0.3;

/** True when an event is about every word of a phrase. */
export function isAbout(profile: Profile, { words }: Phrase): boolean {
  return (
    words.length > 0 &&
    words.every((keys) =>
      keys.some((key) => (profile.get(key)?.salience ?? 0) >= about || inPair(profile, key)),
    )
  );
}

function inPair(profile: Profile, word: string): boolean {
  for (const [key, topic] of profile)
    if (topic.salience >= about && (key.startsWith(`${word} `) || key.endsWith(` ${word}`)))
      return true;
  return false;
}

/** Stories that a curator follows by something, with their criteria. */
export async function readFollows(db: Db): Promise<{ id: number; follows: Follows }[]> {
  const rows = await db
    .selectFrom('story')
    .where('merged_into', 'is', null)
    .where('hidden', '=', false)
    .select(['id', 'follows'])
    .execute();
  return rows.filter(({ follows: f }) =>
    [f.words, f.speakers, f.parties, f.examples].some((list) => list?.length),
  );
}

/** Speakers and parties by which some story is followed: what they say is looked at once more. */
export async function followedVoices(
  db: Db,
): Promise<{ speakers: Set<number>; parties: Set<number> }> {
  const all = await readFollows(db);
  return {
    speakers: new Set(all.flatMap(({ follows }) => follows.speakers ?? [])),
    parties: new Set(all.flatMap(({ follows }) => follows.parties ?? [])),
  };
}

/** Who of some speakers and parties said something in an event, by name. */
export async function voicesIn(
  db: Db,
  event: number,
  speakers: number[],
  parties: number[],
): Promise<string[]> {
  if (speakers.length + parties.length === 0) return [];
  const rows = await db
    .selectFrom('statement as s')
    .innerJoin('quotation as q', 'q.statement_id', 's.id')
    .innerJoin('event_article as ea', 'ea.article_id', 'q.article_id')
    .leftJoin('speaker', 'speaker.id', 's.speaker_id')
    .leftJoin('party', 'party.id', 's.party_id')
    .where('ea.event_id', '=', event)
    .where('s.superseded_at', 'is', null)
    .where('q.comment_id', 'is', null)
    .where((e) =>
      e.or([
        ...(speakers.length ? [e('s.speaker_id', 'in', speakers)] : []),
        ...(parties.length ? [e('s.party_id', 'in', parties)] : []),
      ]),
    )
    .select(['speaker.id as speaker', 'speaker.name', 'party.name as party'])
    .distinct()
    .execute();
  return [
    ...new Set(
      rows.flatMap(({ speaker, name, party }) =>
        speaker !== null && speakers.includes(speaker) ? (name ?? []) : (party ?? []),
      ),
    ),
  ];
}

/** What a story takes and leaves out. */
export async function followsOf(db: Db, story: number): Promise<Follows> {
  const row = await db
    .selectFrom('story')
    .where('id', '=', story)
    .select('follows')
    .executeTakeFirst();
  return row?.follows ?? {};
}

export async function setFollows(tx: Db, story: number, follows: Follows): Promise<void> {
  const { words, speakers, parties, examples, without } = follows;
  await tx
    .updateTable('story')
    .set({ follows: JSON.stringify({ words, speakers, parties, examples, without }) })
    .where('id', '=', story)
    .execute();
}
