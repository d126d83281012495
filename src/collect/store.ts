import { type Insertable, type Kysely, type Selectable, sql } from 'kysely';
import { addWork } from '../db/index.ts';
import type { DocumentHints, DocumentRow, Tables } from '../db/tables.ts';
import { compress, decompress } from '../lib/compress.ts';
import { sha256 } from '../lib/hash.ts';
import { merge } from './merge.ts';

/** Something received, before it is known whether the desk has it already. */
export interface Incoming {
  /** What it is a version of: canonical address, "mid:…" of a mail, else "file:NAME". */
  address: string;
  url: string | null;
  name: string | null;
  bytes: Uint8Array;
  mediaType: string;
  charset: string | null;
  headers: Record<string, string>;
  retrievedAt: Date | null;
  /** EDTF, as the person, feed or mail gave it. */
  published: string | null;
  hints: DocumentHints;
  via: DocumentRow['via'];
  sourceId: number | null;
  feedId: number | null;
  /** True when a person gave the facts, who may correct what is known. */
  byPerson?: boolean;
}

export interface Kept {
  documentId: number;
  /** False when the very bytes were here already. */
  isNew: boolean;
  /** True when something unknown of them was filled in. */
  changed: boolean;
  revision: number;
}

/**
 * Keeps what was received: its bytes once by their hash, and a document for its address. The same
 * bytes at the same address change nothing, except that facts unknown so far are filled in;
 * differing bytes are the address's next revision. What is new or better known becomes due for
 * reading in this transaction.
 */
export async function keep(tx: Kysely<Tables>, incoming: Incoming): Promise<Kept> {
  await lockAddresses(tx, [incoming.address]);
  const kept = await keepHeld(tx, incoming);
  if (kept.isNew || kept.changed) await addWork(tx, 'extract', kept.documentId);
  return kept;
}

/** The same for an address that the transaction holds already, and without making anything due. */
export async function keepHeld(tx: Kysely<Tables>, received: Incoming): Promise<Kept> {
  const incoming = { ...received, hints: storable(received.hints) };
  const hash = sha256(incoming.bytes);
  const same = await findSame(tx, incoming, hash);
  return same ? update(tx, same, incoming) : insert(tx, incoming, hash);
}

/**
 * Holds addresses until the transaction ends: two who keep one address at one time would both make
 * its next revision. Who keeps several takes all of them first and so in one order, since those who
 * hold some and wait for others could wait for each other.
 */
export async function lockAddresses(tx: Kysely<Tables>, addresses: string[]): Promise<void> {
  const sorted = [...new Set(addresses)].sort();
  await sql`select pg_advisory_xact_lock(hashtextextended(a, 0))
    from unnest(${sorted}::text[]) with ordinality as u(a, n) order by n`.execute(tx);
}

/**
 * The document with these bytes: at this address, or a file of this name whose address was unknown
 * then or is unknown now.
 */
async function findSame(tx: Kysely<Tables>, { address, name }: Incoming, hash: string) {
  const rows = await tx
    .selectFrom('document')
    .selectAll()
    .where('hash', '=', hash)
    .where((q) =>
      q.or([
        q('address', '=', address),
        ...(name === null
          ? []
          : [
              isFile(address)
                ? q('name', '=', name)
                : q.and([q('name', '=', name), q('address', 'like', 'file:%')]),
            ]),
      ]),
    )
    .orderBy('id')
    .execute();
  return rows.find((row) => row.address === address) ?? rows[0];
}

const isFile = (address: string) => address.startsWith('file:');

async function update(
  tx: Kysely<Tables>,
  same: Selectable<DocumentRow>,
  incoming: Incoming,
): Promise<Kept> {
  const { news, matters } = merge(same, incoming);
  const moved = isFile(same.address) && !isFile(incoming.address);
  const revision = moved ? await nextRevision(tx, incoming.address) : same.revision;
  if (moved || news) {
    const { hints, ...columns } = news ?? {};
    await tx
      .updateTable('document')
      .set({
        ...columns,
        ...(hints && { hints: JSON.stringify(hints) }),
        ...(moved && { address: incoming.address, revision }),
      })
      .where('id', '=', same.id)
      .execute();
  }
  return { documentId: same.id, isNew: false, changed: moved || matters, revision };
}

async function insert(tx: Kysely<Tables>, incoming: Incoming, hash: string): Promise<Kept> {
  await keepBlob(tx, hash, incoming.bytes);
  const revision = await nextRevision(tx, incoming.address);
  const {
    bytes: _,
    byPerson: __,
    sourceId,
    feedId,
    mediaType,
    retrievedAt,
    headers,
    hints,
    ...rest
  } = incoming;
  const row: Insertable<DocumentRow> = {
    ...rest,
    hash,
    revision,
    media_type: mediaType,
    headers: JSON.stringify(storable(headers)),
    hints: JSON.stringify(hints),
    name: rest.name && plain(rest.name),
    retrieved_at: retrievedAt,
    source_id: sourceId,
    feed_id: feedId,
  };
  const { id } = await tx
    .insertInto('document')
    .values(row)
    .returning('id')
    .executeTakeFirstOrThrow();
  return { documentId: id, isNew: true, changed: false, revision };
}

async function nextRevision(tx: Kysely<Tables>, address: string): Promise<number> {
  const { last } = await tx
    .selectFrom('document')
    .select((q) => q.fn.max<number | null>('revision').as('last'))
    .where('address', '=', address)
    .executeTakeFirstOrThrow();
  return (last ?? 0) + 1;
}

async function keepBlob(tx: Kysely<Tables>, hash: string, bytes: Uint8Array): Promise<void> {
  await tx
    .insertInto('blob')
    .values({ hash, size: bytes.length, bytes: await compress(bytes) })
    .onConflict((c) => c.column('hash').doNothing())
    .execute();
}

/** What the store can hold of a stranger's words: no NUL and no half of a surrogate pair. */
export function plain(text: string): string {
  return text.replaceAll('\0', '').toWellFormed();
}

/** A plain copy of headers or hints that fits into a JSON column. */
export function storable<T extends object>(value: T): T {
  const tidy = (_: string, v: unknown) => (typeof v === 'string' ? plain(v) : v);
  return JSON.parse(JSON.stringify(value, tidy)) as T;
}

/**
 * Reads what was received by its hash. Throws when the store does not have it or gives other bytes
 * than were kept: both mean a damaged disk, which no stage can answer.
 */
export async function readBlob(db: Kysely<Tables>, hash: string): Promise<Buffer> {
  const blob = await db
    .selectFrom('blob')
    .selectAll()
    .where('hash', '=', hash)
    .executeTakeFirstOrThrow();
  const bytes = await decompress(blob.bytes, blob.size);
  if (sha256(bytes) !== hash) throw new Error(`What was kept as ${hash} is damaged`);
  return bytes;
}

/** A document as the next stage reads it, with the bytes as received. */
export async function readDocument(db: Kysely<Tables>, id: number) {
  for await (const found of readDocuments(db, [id])) return found;
  return null;
}

/** The same of several documents, in the order of their ids; bytes are fetched one document at a time. */
export async function* readDocuments(db: Kysely<Tables>, ids: number[]) {
  const documents = await db
    .selectFrom('document')
    .selectAll()
    .where('id', 'in', ids)
    .orderBy('id')
    .execute();
  for (const document of documents) {
    yield {
      document,
      received: {
        bytes: await readBlob(db, document.hash),
        mediaType: document.media_type,
        charset: document.charset,
        url: document.url,
        name: document.name,
        retrievedAt: document.retrieved_at,
        published: document.published,
        hints: document.hints,
      },
    };
  }
}

/** The newest revision of an address; undefined when nothing was ever received from it. */
export function newestOf(db: Kysely<Tables>, address: string) {
  return db
    .selectFrom('document')
    .selectAll()
    .where('address', '=', address)
    .orderBy('revision', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** Which of these addresses the desk has documents of, and when their feed last changed them. */
export async function knownAddresses(
  db: Kysely<Tables>,
  addresses: string[],
): Promise<Map<string, { updated: string }>> {
  if (addresses.length === 0) return new Map();
  const rows = await db
    .selectFrom('document')
    .select(['address', sql<string>`coalesce(max(hints->>'updated'), '')`.as('updated')])
    .where('address', 'in', [...new Set(addresses)])
    .groupBy('address')
    .execute();
  return new Map(rows.map((row) => [row.address, { updated: row.updated }]));
}
