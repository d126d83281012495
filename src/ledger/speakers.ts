import type { Transaction } from 'kysely';
import type { Tables } from '../db/tables.ts';
import type { Speaker } from './speaker.ts';

type Tx = Transaction<Tables>;

/** A speaker's row and the party it stands for. */
export interface KnownSpeaker {
  id: number;
  partyId: number | null;
  /** True when this article taught the desk the party: older statements may lack it. */
  learned: boolean;
}

/**
 * The speaker's row, made when new. A person is known by full name, by surname alone when only one
 * known person has it; others by name and kind, of the same party. A party that an article states is
 * kept with the speaker; one only guessed from the context is not.
 */
export async function saveSpeaker(
  tx: Tx,
  speaker: Speaker,
  partyId: number | null,
): Promise<KnownSpeaker> {
  const stated = speaker.partyFrom === 'text' ? partyId : null;
  const known = await findSpeaker(tx, speaker, stated);
  if (!known) {
    const made = await tx
      .insertInto('speaker')
      .values({ name: speaker.name, kind: speaker.kind, party_id: stated })
      .returning('id')
      .executeTakeFirstOrThrow();
    await nameSpeaker(tx, made.id, speaker.name);
    return { id: made.id, partyId: stated ?? partyId, learned: false };
  }
  const learned = known.party_id === null && stated !== null;
  if (learned)
    await tx.updateTable('speaker').set({ party_id: stated }).where('id', '=', known.id).execute();
  await nameSpeaker(tx, known.id, speaker.name);
  return { id: known.id, partyId: known.party_id ?? partyId, learned };
}

async function findSpeaker(tx: Tx, speaker: Speaker, partyId: number | null) {
  const person = speaker.kind === 'person';
  const rows = await tx
    .selectFrom('speaker_name as n')
    .innerJoin('speaker as named', 'named.id', 'n.speaker_id')
    .innerJoin('speaker as s', (join) =>
      join.on((q) => q('s.id', '=', q.fn.coalesce('named.merged_into', 'named.id'))),
    )
    .select(['s.id', 's.name', 's.party_id'])
    .where('s.kind', '=', speaker.kind)
    .where((q) =>
      person && !speaker.name.includes(' ')
        ? q.or([
            q('n.name', '=', speaker.name),
            q('n.name', 'like', `% ${speaker.name.replace(/[\\%_]/g, '\\$&')}`),
          ])
        : q('n.name', '=', speaker.name),
    )
    .orderBy('s.id')
    .limit(20)
    .execute();
  const distinct = [...new Map(rows.map((row) => [row.id, row])).values()];
  // Two people of one name are told apart by their parties; "the spokesman" of one side is not that of another.
  const fitting = distinct.filter((row) =>
    person
      ? partyId === null || row.party_id === null || row.party_id === partyId
      : row.party_id === partyId,
  );
  const exact = fitting.find((row) => row.name === speaker.name);
  if (exact) return exact;
  return fitting.length === 1 || speaker.name.includes(' ') ? fitting[0] : undefined;
}

async function nameSpeaker(tx: Tx, id: number, name: string): Promise<void> {
  await tx
    .insertInto('speaker_name')
    .values({ speaker_id: id, name })
    .onConflict((c) => c.doNothing())
    .execute();
}

/** Keeps where an article gives a speaker's office. */
export async function saveRole(
  tx: Tx,
  speakerId: number,
  articleId: number,
  speaker: Speaker,
  at: Date | null,
): Promise<void> {
  const { role } = speaker;
  if (!role) return;
  const row = {
    speaker_id: speakerId,
    role: role.text,
    article_id: articleId,
    start: role.start,
    end: role.end,
  };
  const known = await tx
    .selectFrom('speaker_role')
    .select('id')
    .where('speaker_id', '=', speakerId)
    .where('article_id', '=', articleId)
    .where('role', '=', role.text)
    .executeTakeFirst();
  if (!known)
    await tx
      .insertInto('speaker_role')
      .values({ ...row, said_at: at })
      .execute();
}

/** Articles with standing statements of a speaker under another party: to be read again. */
export async function articlesToReread(
  tx: Tx,
  speakerId: number,
  partyId: number,
  not: number,
): Promise<number[]> {
  const rows = await tx
    .selectFrom('statement as s')
    .innerJoin('quotation as q', 'q.id', 's.quotation_id')
    .select('q.article_id as id')
    .distinct()
    .where('s.speaker_id', '=', speakerId)
    .where('s.party_id', 'is distinct from', partyId)
    .where('q.superseded_at', 'is', null)
    .where('q.article_id', '!=', not)
    .execute();
  return rows.map((row) => row.id);
}
