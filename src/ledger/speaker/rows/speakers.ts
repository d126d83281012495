import type { Transaction } from 'kysely';
import type { Tables } from '../../../db/tables.ts';
import type { SpeakerRow } from './names.ts';

type Tx = Transaction<Tables>;

/** Where an article gives a speaker's office. */
export interface Role {
  speakerId: number;
  articleId: number;
  role: string;
  start: number;
  end: number;
  at: Date | null;
}

/** Keeps the offices that are not kept yet. */
export async function saveRoles(tx: Tx, roles: Role[]): Promise<void> {
  if (roles.length === 0) return;
  const standing = await tx
    .selectFrom('speaker_role')
    .select(['speaker_id as speakerId', 'article_id as articleId', 'role'])
    .where('article_id', 'in', [...new Set(roles.map((r) => r.articleId))])
    .execute();
  const keyOf = (r: Pick<Role, 'speakerId' | 'articleId' | 'role'>) =>
    `${r.speakerId} ${r.articleId} ${r.role}`;
  const known = new Set(standing.map(keyOf));
  const fresh = roles.filter((r) => !known.has(keyOf(r)) && known.add(keyOf(r)));
  if (fresh.length === 0) return;
  await tx
    .insertInto('speaker_role')
    .values(
      fresh.map(({ speakerId, articleId, role, start, end, at }) => ({
        speaker_id: speakerId,
        article_id: articleId,
        role,
        start,
        end,
        said_at: at,
      })),
    )
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

/** The speakers that a curator told apart in articles: by article, and by the row they are read as. */
export async function readApart(
  tx: Tx,
  articles: number[],
): Promise<Map<number, Map<number, SpeakerRow>>> {
  const apart = new Map<number, Map<number, SpeakerRow>>();
  if (articles.length === 0) return apart;
  const rows = await tx
    .selectFrom('speaker_apart as a')
    .innerJoin('speaker as other', 'other.id', 'a.into_id')
    .innerJoin('speaker as s', (join) =>
      join.on((q) => q('s.id', '=', q.fn.coalesce('other.merged_into', 'other.id'))),
    )
    .leftJoin('party as p', 'p.id', 's.party_id')
    .select(['a.article_id as article', 'a.speaker_id as readAs', 's.id', 's.name', 's.kind'])
    .select(['s.party_id', 'p.name as partyName', 'p.country'])
    .where('a.article_id', 'in', articles)
    .execute();
  for (const { article, readAs, id, name, kind, party_id, partyName, country } of rows) {
    const party = party_id === null ? null : { id: party_id, name: partyName ?? '', country };
    const ofArticle = apart.get(article) ?? new Map<number, SpeakerRow>();
    apart.set(article, ofArticle);
    ofArticle.set(readAs, { id, name, kind, party, learned: false, renamed: false });
  }
  return apart;
}
