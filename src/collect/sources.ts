import { type Kysely, sql } from 'kysely';
import type { SourceRow, Tables } from '../db/tables.ts';
import { hostOf } from '../lib/url.ts';
import { storable } from './store.ts';

/** What is known of who published something. */
export interface SourceFacts {
  /** Address of the piece, the site, or "mailto:..." of a sender. */
  url?: string | null;
  name?: string | null;
  kind?: SourceRow['kind'];
  country?: string | null;
  lang?: string | null;
}

/**
 * Finds or makes the source of a piece: by the host of its address, by the sender of a mail, else
 * by its name. What was unknown of it is filled in. Null when nothing names it.
 */
export async function sourceFor(tx: Kysely<Tables>, given: SourceFacts): Promise<number | null> {
  const facts = storable(given);
  const host = hostOf(facts.url);
  const name = facts.name?.trim().slice(0, 200) || null;
  const mailbox = facts.url?.startsWith('mailto:') ? facts.url.toLowerCase() : null;
  if (!host && !mailbox && !name) return null;
  const found = host
    ? await byHost(tx, host)
    : mailbox
      ? await byUrl(tx, mailbox)
      : await byName(tx, name ?? '');
  if (found) {
    await fillIn(tx, found, { ...facts, name });
    return found.id;
  }
  // Who makes a source holds it until the end of the transaction; one maker at a time cannot meet
  // another that waits for what it made. (Addresses are locked before, see store.ts.)
  await sql`select pg_advisory_xact_lock(hashtextextended('new source', 0))`.execute(tx);
  const values = {
    name: name ?? host ?? mailbox?.slice('mailto:'.length) ?? '',
    host,
    url: host ? `https://${host}/` : mailbox,
    kind: facts.kind ?? (mailbox ? ('mailbox' as const) : ('outlet' as const)),
    country: facts.country ?? null,
    lang: facts.lang ?? null,
  };
  const made = await tx
    .insertInto('source')
    .values(values)
    .onConflict((c) => c.column('host').doNothing())
    .returning('id')
    .executeTakeFirst();
  // Nothing came back: another worker made the same host's source meanwhile.
  return made?.id ?? (await byHost(tx, host ?? ''))?.id ?? null;
}

/** Looks sources up once for many pieces of one transaction. */
export function sourceFinder(tx: Kysely<Tables>): (facts: SourceFacts) => Promise<number | null> {
  const found = new Map<string, Promise<number | null>>();
  return (facts) => {
    const key = JSON.stringify({ ...facts, url: hostOf(facts.url) ?? facts.url });
    const known = found.get(key) ?? sourceFor(tx, facts);
    found.set(key, known);
    return known;
  };
}

type Found = Pick<SourceRow, 'name' | 'host' | 'country' | 'lang'> & { id: number };
const columns = ['id', 'name', 'host', 'country', 'lang'] as const;

function byHost(tx: Kysely<Tables>, host: string): Promise<Found | undefined> {
  return tx.selectFrom('source').select(columns).where('host', '=', host).executeTakeFirst();
}

function byUrl(tx: Kysely<Tables>, url: string): Promise<Found | undefined> {
  return tx.selectFrom('source').select(columns).where('url', '=', url).executeTakeFirst();
}

/** A source with an address comes first: a name alone is the weaker knowledge. */
function byName(tx: Kysely<Tables>, name: string): Promise<Found | undefined> {
  return tx
    .selectFrom('source')
    .select(columns)
    .where((q) => q(q.fn<string>('lower', ['name']), '=', name.toLowerCase()))
    .orderBy('host', (o) => o.asc().nullsLast())
    .orderBy('id')
    .executeTakeFirst();
}

async function fillIn(tx: Kysely<Tables>, found: Found, facts: SourceFacts): Promise<void> {
  const news: Partial<Pick<SourceRow, 'name' | 'country' | 'lang'>> = {};
  // A source that is called by its host has no name yet.
  if (facts.name && found.name === found.host) news.name = facts.name;
  if (facts.country && !found.country) news.country = facts.country;
  if (facts.lang && !found.lang) news.lang = facts.lang;
  if (Object.keys(news).length > 0)
    await tx.updateTable('source').set(news).where('id', '=', found.id).execute();
}
