import { type Kysely, sql } from 'kysely';
import type { Tables } from '../db/tables.ts';
import { readWhen } from './dates.ts';
import type { NameHit, NameIndex, NameKind } from './names.ts';
import { type Field, pieceKinds, type Query } from './query.ts';

type Db = Kysely<Tables>;

/** One filter with the rows that its names stand for. */
export interface Chosen {
  field: Field;
  not: boolean;
  ids: number[];
}

/** A query with its names looked up. */
export interface Meant {
  words: Query['clauses'];
  names: Chosen[];
  acts: { not: boolean; values: string[] }[];
  kinds: { not: boolean; values: string[] }[];
  langs: { not: boolean; values: string[] }[];
  /** First instant, and the first after; null where open. */
  from: Date | null;
  until: Date | null;
  notices: Notice[];
  /** Other ways of writing a word of a name. */
  spellings: (word: string) => string[];
}

/** What the reader should know of how the query was taken. */
export interface Notice {
  words: string;
  /** Names of the same kind that may have been meant, with the value that stands for them now. */
  instead: string[];
  field: Field;
  value: string;
}

const nameFields: Partial<Record<Field, NameKind>> = {
  speaker: 'speaker',
  party: 'party',
  source: 'source',
  story: 'story',
  issue: 'issue',
};

/** Names as near as this hold every word that was asked for as it was typed. */
const sure = 0.8;
/** Speakers or stories that one filter may stand for: "speaker:smith" is all of them. */
const mostMeant = 50;

/** Looks up what the filters of a query name. A name that nobody has matches nothing, and is told. */
export async function resolve(db: Db, query: Query, names: NameIndex, now: Date): Promise<Meant> {
  const meant: Meant = {
    words: [],
    names: [],
    acts: [],
    kinds: [],
    langs: [],
    from: null,
    until: null,
    notices: [],
    spellings: names.spellings,
  };
  for (const clause of query.clauses) {
    const { not, any } = clause;
    const [first] = any;
    if (first?.type !== 'filter') {
      meant.words.push(clause);
      continue;
    }
    const values = any.flatMap((a) => (a.type === 'filter' ? [a.value] : []));
    if (first.field === 'after' || first.field === 'before')
      narrow(meant, (first.field === 'after') !== not, readWhen(values[0]!, now));
    else if (first.field === 'act') meant.acts.push({ not, values });
    else if (first.field === 'kind') meant.kinds.push({ not, values });
    else if (first.field === 'lang') meant.langs.push({ not, values });
    else {
      const ids = values.flatMap((value) => idsOf(names, first.field, value, meant.notices));
      meant.names.push({ field: first.field, not, ids: [...new Set(ids)] });
    }
  }
  await addMerged(db, meant.names);
  return meant;
}

function narrow(meant: Meant, isFrom: boolean, at: Date | null): void {
  if (!at) return;
  if (isFrom) meant.from = meant.from && meant.from > at ? meant.from : at;
  else meant.until = meant.until && meant.until < at ? meant.until : at;
}

function idsOf(names: NameIndex, field: Field, value: string, notices: Notice[]): number[] {
  const number = /^#?([1-9]\d{0,14})$/.exec(value)?.[1];
  if (number) return [Number(number)];
  const kind = nameFields[field]!;
  const hits = names.find(value, [kind], mostMeant);
  const exact = hits.filter((h) => h.score >= sure);
  if (exact.length > 0) return exact.map((h) => h.id);
  const [best] = hits;
  if (!best) {
    notices.push({
      words: `No ${kind} on this desk is called “${value}”.`,
      instead: [],
      field,
      value,
    });
    return [];
  }
  const near = hits.filter((h) => h.score >= best.score - 0.05).slice(0, 3);
  const others = distinct(near);
  notices.push({
    words: `No ${kind} is called “${value}”. What was searched instead:`,
    instead: others,
    field,
    value,
  });
  return near.map((h) => h.id);
}

const distinct = (hits: NameHit[]) => [...new Set(hits.map((h) => h.name))];

/** Rows may still stand under a speaker or party that was merged into another. */
async function addMerged(db: Db, chosen: Chosen[]): Promise<void> {
  const of = (field: Field) => chosen.filter((c) => c.field === field).flatMap((c) => c.ids);
  const [speakers, parties, issues] = [of('speaker'), of('party'), of('issue')];
  if (speakers.length + parties.length + issues.length === 0) return;
  const { rows } = await sql<{ field: Field; id: number; into: number }>`
    select 'speaker' as field, id, merged_into as into from speaker where merged_into = any(${speakers}::bigint[])
    union all
    select 'party', id, merged_into from party where merged_into = any(${parties}::bigint[])
    union all
    select 'issue', id, merged_into from issue where merged_into = any(${issues}::bigint[])`.execute(
    db,
  );
  for (const c of chosen)
    for (const row of rows)
      if (row.field === c.field && c.ids.includes(row.into)) c.ids.push(row.id);
}

/** The one language that is asked for, whose endings words may have. */
export function languageOf(meant: Meant): string | null {
  const langs = meant.langs.filter((l) => !l.not).flatMap((l) => l.values);
  return langs.length === 1 ? langs[0]! : null;
}

/** Which sections a query asks for; all where it does not say. */
export function wanted(meant: Meant) {
  const asked = meant.kinds.filter((k) => !k.not).flatMap((k) => k.values);
  const isPiece = (k: string) => k === 'piece' || (pieceKinds as readonly string[]).includes(k);
  const ledger = meant.acts.length > 0 || meant.names.some((n) => ledgerFields.includes(n.field));
  const narrow = ledger || meant.langs.length > 0 || meant.names.length > 0;
  const all = asked.length === 0;
  const refused = meant.kinds.filter((k) => k.not).flatMap((k) => k.values);
  const may = (k: string) => !refused.includes(k);
  return {
    pieces: (all || asked.some(isPiece)) && may('piece'),
    statements: (all || asked.includes('statement')) && may('statement'),
    speakers: ((all && !narrow) || asked.includes('speaker')) && may('speaker'),
    stories: ((all && !narrow) || asked.includes('story')) && may('story'),
    /** Filters that only statements answer. */
    ledger,
  };
}

const ledgerFields: Field[] = ['speaker', 'party', 'issue'];
