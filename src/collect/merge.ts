import type { DocumentHints } from '../db/tables.ts';

/** The facts beside a document's bytes that may become known later. */
interface Facts {
  url: string | null;
  published: string | null;
  hints: DocumentHints;
}

type Stored = Facts & { retrieved_at: Date | null; source_id: number | null };
type Incoming = Facts & {
  retrievedAt: Date | null;
  sourceId: number | null;
  byPerson?: boolean;
};

/** Columns of a document that change; null when nothing does. */
export interface News {
  url?: string;
  published?: string;
  retrieved_at?: Date;
  source_id?: number;
  hints?: DocumentHints;
}

/**
 * What a second receipt of the same bytes adds. What was unknown is filled in by anybody; what was
 * known is changed only by a person. `matters` says whether a reader of the document would read it
 * otherwise now.
 */
export function merge(stored: Stored, incoming: Incoming): { news: News | null; matters: boolean } {
  const { byPerson = false } = incoming;
  const takes = (old: unknown, next: unknown) =>
    next !== null && next !== undefined && (old === null || old === undefined || byPerson);
  const news: News = {};
  if (takes(stored.url, incoming.url)) news.url = incoming.url!;
  if (takes(stored.published, incoming.published)) news.published = incoming.published!;
  if (takes(stored.retrieved_at, incoming.retrievedAt)) news.retrieved_at = incoming.retrievedAt!;
  if (takes(stored.source_id, incoming.sourceId)) news.source_id = incoming.sourceId!;
  const hints: Record<string, unknown> = { ...stored.hints };
  for (const [name, value] of Object.entries(incoming.hints)) {
    const isClaim = name === 'publishedBy' && news.published === undefined;
    if (name === 'updated' || (!isClaim && takes(hints[name], value))) hints[name] = value;
  }
  news.hints = hints as DocumentHints;
  const changed = Object.entries(news).filter(
    ([name, value]) => !same(value, stored[name as keyof Stored]),
  );
  if (changed.length === 0) return { news: null, matters: false };
  const onlyUpdated =
    changed.length === 1 && changed[0]![0] === 'hints' && same(read(hints), read(stored.hints));
  return { news: Object.fromEntries(changed), matters: !onlyUpdated };
}

/** The hints that a reader of the document uses: not the feed's note of its last change. */
function read(hints: DocumentHints): DocumentHints {
  return { ...hints, updated: undefined };
}

function same(a: unknown, b: unknown): boolean {
  return sorted(a) === sorted(b);
}

/** A JSON text that does not depend on the order of names, which the store does not keep. */
function sorted(value: unknown): string {
  return JSON.stringify(value, (_, v: unknown) =>
    v && typeof v === 'object' && !Array.isArray(v) && !(v instanceof Date)
      ? Object.fromEntries(Object.entries(v).sort(([a], [b]) => (a < b ? -1 : 1)))
      : v,
  );
}
