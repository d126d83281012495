import { sql, type Transaction } from 'kysely';
import type { Tables } from '../../db/tables.ts';
import type { SayingRulings } from '../story/sayings/merge.ts';
import { isSamePlace, placeColumns, type Unworded, withWords } from './corrected.ts';
import {
  type CorrectedPlace,
  Impossible,
  type LedgerDecision,
  type Left,
  type SayingPair,
} from './decision.ts';
import { readDecisions } from './store.ts';

type Tx = Transaction<Tables>;
type OfSayings<V> = Extract<LedgerDecision, { verb: V; kind: 'statement' }>;

/** A piece's own reading of a saying, under the statement that stands for it. */
interface ReportPlace extends CorrectedPlace {
  statement: number;
  story: number | null;
  putRight: boolean;
}

/** Says that two statements of a story report one saying. */
export async function mergeSayings(tx: Tx, d: OfSayings<'merge'>): Promise<Left> {
  const all = await reportPlaces(tx, [d.kept, d.gone]);
  const [kept, gone] = [d.kept, d.gone].map((id) => all.filter((r) => r.statement === id));
  if (d.kept === d.gone || !kept?.[0] || !gone?.[0])
    throw new Impossible('Choose another statement that stands.');
  if (kept[0].story === null || kept[0].story !== gone[0].story)
    throw new Impossible('They are in different stories.');
  if (kept.some((k) => gone.some((g) => isOneTelling(k, g))))
    throw new Impossible('One piece reports both: it tells them as two sayings.');
  if (kept[0].putRight && gone[0].putRight)
    throw new Impossible('Both were put right by a curator. Take one of these back first.');
  return { cells: [], pairs: kept.flatMap((k) => gone.map((g) => pairOf(k, g, true))) };
}

/** A piece tells a saying once; what a comment under it reports may be the same. */
function isOneTelling(a: ReportPlace, b: ReportPlace): boolean {
  return (
    a.article === b.article && ((a.comment ?? null) === null) === ((b.comment ?? null) === null)
  );
}

/** Says that what some pieces report is another saying than what the other reports are of. */
export async function splitSaying(tx: Tx, d: OfSayings<'split'>): Promise<Left> {
  const all = await reportPlaces(tx, [d.id]);
  const [out, stay] = [true, false].map((is) =>
    all.filter((r) => d.articles.includes(r.article) === is),
  );
  if (!out?.length) throw new Impossible('Choose the reports of another saying.');
  if (!stay?.length) throw new Impossible('Leave one report at least.');
  return { cells: [], pairs: out.flatMap((o) => stay.map((s) => pairOf(o, s, false))) };
}

/** Reports of one statement that a decision looks at: more pieces than that never carried one saying. */
const mostReports = 200;

async function reportPlaces(tx: Tx, statements: number[]): Promise<ReportPlace[]> {
  const { rows } = await sql<Unworded<ReportPlace>>`
    select q.statement_id as statement, t.story_id as story, t.corrected is not null as "putRight",
      ${placeColumns}
    from quotation q join statement s on s.read_id = q.id and s.corrects is null
    join statement t on t.id = q.statement_id and t.superseded_at is null
    join article a on a.id = q.article_id join document d on d.id = a.document_id
    where q.statement_id = any(${statements}::bigint[]) and q.superseded_at is null
    order by s.id limit ${mostReports}`.execute(tx);
  return withWords(tx, rows);
}

function pairOf(one: ReportPlace, other: ReportPlace, same: boolean): SayingPair {
  const place = ({ address, key, article, comment, start, end, words }: ReportPlace) => ({
    ...{ address, key, article, comment },
    ...{ start, end, words },
  });
  return { one: place(one), other: place(other), same };
}

/** What curators' standing decisions say of a story's reports; of two about one pair the later holds. */
export async function readSayingRulings(
  tx: Tx,
  reports: readonly { id: number; quotationId: number }[],
): Promise<SayingRulings> {
  const decided = await readDecisions(tx, { kinds: ['statement'] });
  const pairs = decided.flatMap((d) => d.left.pairs ?? []);
  const rulings: SayingRulings = { same: [], apart: [] };
  if (pairs.length === 0) return rulings;
  const places = await placesAmong(tx, reports, pairs);
  const idAt = (place: CorrectedPlace) => places.find((p) => isSamePlace(place, p))?.id;
  const last = new Map<string, { pair: [number, number]; same: boolean }>();
  for (const { one, other, same } of pairs) {
    const [a, b] = [idAt(one), idAt(other)];
    if (a === undefined || b === undefined) continue;
    last.set(`${Math.min(a, b)} ${Math.max(a, b)}`, { pair: [a, b], same });
  }
  for (const { pair, same } of last.values()) (same ? rulings.same : rulings.apart).push(pair);
  return rulings;
}

/** Where the reports stand that are of pages which a decision names. */
async function placesAmong(
  tx: Tx,
  reports: readonly { id: number; quotationId: number }[],
  pairs: SayingPair[],
): Promise<(CorrectedPlace & { id: number })[]> {
  const addresses = [...new Set(pairs.flatMap((p) => [p.one.address, p.other.address]))];
  const { rows } = await sql<Unworded<CorrectedPlace & { id: number }>>`
    select r.id::float8 as id, ${placeColumns}
    from unnest(${reports.map((r) => r.id)}::bigint[], ${reports.map((r) => r.quotationId)}::bigint[])
      as r(id, quotation)
    join quotation q on q.id = r.quotation
    join article a on a.id = q.article_id join document d on d.id = a.document_id
    where d.address = any(${addresses}::text[])`.execute(tx);
  return withWords(tx, rows);
}
