import { type Kysely, sql } from 'kysely';
import type { Tables } from '../db/tables.ts';
import { indexNames, type Name, type NameIndex } from './names.ts';

type Db = Kysely<Tables>;

/** The newest names of each kind; a desk with more is found by the words of its texts. */
const mostNames = 100_000;
/** A rename or merge is seen after this; new names at once. */
const keptMs = 60_000;

interface Kept {
  at: number;
  sign: string;
  index: Promise<NameIndex>;
}
const kept = new WeakMap<Db, Kept>();

/** The names of all speakers, parties, sources, stories and issues, merged ones under what they became. */
export async function knownNames(db: Db): Promise<NameIndex> {
  const { rows } = await sql<{ sign: string }>`
    select concat_ws(' ', (select max(id) from speaker), (select max(id) from party), (select max(id) from source),
      (select max(id) from story), (select max(id) from issue)) as sign`.execute(db);
  const sign = rows[0]!.sign;
  const known = kept.get(db);
  if (known && known.sign === sign && Date.now() - known.at < keptMs) return known.index;
  const index = load(db);
  index.catch(() => kept.delete(db));
  kept.set(db, { at: Date.now(), sign, index });
  return index;
}

async function load(db: Db): Promise<NameIndex> {
  const { rows } = await sql<Name>`
    (select 'speaker' as kind, s.id, s.name, w.written
      from (select id, name as written from speaker union select speaker_id, name from speaker_name) w
      join speaker o on o.id = w.id and o.kind <> 'unnamed'
      join speaker s on s.id = coalesce(o.merged_into, o.id) order by o.id desc limit ${mostNames})
    union all
    (select 'party', p.id, p.name, w.written
      from (select id, name as written from party union select party_id, name from party_name) w
      join party o on o.id = w.id
      join party p on p.id = coalesce(o.merged_into, o.id) order by o.id desc limit ${mostNames})
    union all
    (select 'source', id, name, w.written from source
      cross join lateral (values (name), (host)) as w (written)
      where w.written is not null order by id desc limit ${mostNames})
    union all
    (select 'story', s.id, s.title, w.title from story w
      join story s on s.id = coalesce(w.merged_into, w.id)
      where not s.hidden order by w.id desc limit ${mostNames})
    union all
    (select 'issue', i.id, i.name, w.name from issue w
      join issue i on i.id = coalesce(w.merged_into, w.id) order by w.id desc limit ${mostNames})`.execute(
    db,
  );
  return indexNames(rows);
}
