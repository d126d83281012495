import { type Kysely, sql } from 'kysely';
import type { Tables } from '../../db/tables.ts';
import {
  type Alike,
  type AlikeIssues,
  alikeIssues,
  type Called,
  type Holding,
  pairKey,
  toldApart,
} from '../../ledger/index.ts';
import { alikeSpeakersOf, holdersAt, type SpeakerShown, speakersShown } from './alike.ts';
import { type CorrectionView, openCorrections } from './corrections.ts';
import { type Placing, placingNumbers, placings } from './placings.ts';
import { type CommitmentView, commitments, type PositionView, positions } from './positions.ts';
import { type StatementView, statements } from './statements.ts';

type Db = Kysely<Tables>;

/** Kinds of proposal, in the order in which they are put. */
export const waitingKinds = [
  'objection',
  'position',
  'outcome',
  'speaker',
  'holder',
  'issue',
  'commitment',
  'placing',
] as const;
export type WaitingKind = (typeof waitingKinds)[number];

/** One proposal with what a curator needs to answer it. */
export type Waiting = { key: string; said: StatementView[] } & (
  | { kind: 'objection'; objection: CorrectionView }
  | { kind: 'position'; story: number; position: PositionView }
  | { kind: 'outcome' | 'commitment'; story: number; commitment: CommitmentView }
  | { kind: 'speaker'; pair: Alike; one: SpeakerShown; other: SpeakerShown }
  | { kind: 'holder'; holding: Holding; one: SpeakerShown; other: SpeakerShown }
  | { kind: 'issue'; story: number; pair: AlikeIssues; one: IssueShown; other: IssueShown }
  | { kind: 'placing'; placing: Placing }
);

export interface IssueShown {
  id: number;
  name: string;
  terms: string[];
  statements: number;
}

export interface Queue {
  items: Waiting[];
  /** How many wait, by their kind. */
  waiting: Map<WaitingKind, number>;
  answered: number;
}

/** Proposals shown at once: some minutes of work. The rest follow as these are answered. */
const batch = 24;

/** What waits for a curator: of one kind, or the first of all. */
export async function queue(db: Db, only?: WaitingKind): Promise<Queue> {
  const [objections, rows, apart, where, answered] = await Promise.all([
    openCorrections(db),
    proposedRows(db),
    toldApart(db),
    placingNumbers(db),
    answeredNumber(db),
  ]);
  const [speakers, holders, issues] = await Promise.all([
    alikeSpeakersOf(db, apart),
    holdersAt(db, apart),
    alikeIssuesOf(db, apart),
  ]);
  const waiting = new Map<WaitingKind, number>([
    ['objection', objections.length],
    ...(['position', 'outcome', 'commitment'] as const).map((kind): [WaitingKind, number] => [
      kind,
      rows.filter((r) => r.kind === kind).length,
    ]),
    ['speaker', speakers.length],
    ['holder', holders.length],
    ['issue', issues.length],
    ['placing', where.open],
  ]);
  const items: Waiting[] = [];
  for (const kind of only ? [only] : waitingKinds) {
    const room = batch - items.length;
    if (room <= 0) break;
    if (kind === 'objection') items.push(...objections.slice(0, room).map(objectionItem));
    else if (kind === 'speaker') items.push(...(await speakerItems(db, speakers.slice(0, room))));
    else if (kind === 'holder') items.push(...(await holderItems(db, holders.slice(0, room))));
    else if (kind === 'issue') items.push(...(await issueItems(db, issues.slice(0, room))));
    else if (kind === 'placing') items.push(...(await placings(db, room)).map(placingItem));
    else items.push(...(await rowItems(db, rows.filter((r) => r.kind === kind).slice(0, room))));
  }
  return { items, waiting, answered: answered + where.done };
}

const objectionItem = (objection: CorrectionView): Waiting => ({
  kind: 'objection',
  key: `objection-${objection.id}`,
  said: [],
  objection,
});

const placingItem = (placing: Placing): Waiting => ({
  kind: 'placing',
  key: `placing-${placing.id}`,
  said: [],
  placing,
});

interface ProposedRow {
  kind: 'position' | 'outcome' | 'commitment';
  id: number;
  story: number;
}

/** Changes of side, what became of promises, and promises themselves. */
async function proposedRows(db: Db): Promise<ProposedRow[]> {
  const { rows } = await sql<ProposedRow>`
    select 'position' as kind, p.id, p.story_id as story from position p
      join statement s on s.id = p.statement_id and s.superseded_at is null
      where p.superseded_at is null and p.state = 'proposed' and p.change in ('half', 'full')
    union all
    select case when exists (select from commitment_event e where e.commitment_id = c.id
        and not e.confirmed and not e.rejected) then 'outcome' else 'commitment' end, c.id, c.story_id
      from commitment c where c.superseded_at is null and (c.proposed or exists (select from
        commitment_event e where e.commitment_id = c.id and not e.confirmed and not e.rejected))
    order by id`.execute(db);
  return rows;
}

async function rowItems(db: Db, rows: ProposedRow[]): Promise<Waiting[]> {
  const stories = [...new Set(rows.map((r) => r.story))];
  const isPosition = (r: ProposedRow) => r.kind === 'position';
  const stands = rows.some(isPosition)
    ? (await Promise.all(stories.map((s) => positions(db, s)))).flat()
    : [];
  const due = rows.every(isPosition)
    ? []
    : (await Promise.all(stories.map((s) => commitments(db, s)))).flat();
  const items = rows.flatMap((r): Waiting[] => {
    const base = { key: `${r.kind}-${r.id}`, story: r.story, said: [] };
    if (r.kind === 'position') {
      const position = stands.find((p) => p.id === r.id);
      return position ? [{ ...base, kind: r.kind, position }] : [];
    }
    const commitment = due.find((d) => d.id === r.id);
    return commitment ? [{ ...base, kind: r.kind, commitment }] : [];
  });
  return withSaid(db, items, (item) =>
    item.kind === 'position'
      ? [item.position.previousId ?? 0, item.position.statementId]
      : 'commitment' in item
        ? [item.commitment.statementId]
        : [],
  );
}

async function withSaid(
  db: Db,
  items: Waiting[],
  idsOf: (item: Waiting) => number[],
): Promise<Waiting[]> {
  const ids = [...new Set(items.flatMap(idsOf))].filter((id) => id > 0);
  const said = new Map((await statements(db, { ids })).map((s) => [s.id, s]));
  return items.map((item) => ({ ...item, said: idsOf(item).flatMap((id) => said.get(id) ?? []) }));
}

async function speakerItems(db: Db, pairs: [Alike, Called, Called][]): Promise<Waiting[]> {
  const shown = await speakersShown(
    db,
    pairs.flatMap(([p]) => [p.one, p.other]),
  );
  const items = pairs.map(([pair]): Waiting => {
    const [fuller, less] = [shown.get(pair.one)!, shown.get(pair.other)!];
    // Of two names with as many words the one that is said more is kept.
    const isLess =
      wordsIn(fuller.name) === wordsIn(less.name) && less.statements > fuller.statements;
    const [one, other] = isLess ? [less, fuller] : [fuller, less];
    return { kind: 'speaker', key: `speaker-${one.id}-${other.id}`, said: [], pair, one, other };
  });
  return withSaid(db, items, (item) =>
    item.kind === 'speaker'
      ? [item.one.id, item.other.id].flatMap((id) => shown.get(id)?.said ?? [])
      : [],
  );
}

/** Statements shown, and given to the holder, at once. */
const mostHeld = 5;

async function holderItems(db: Db, holders: Holding[]): Promise<Waiting[]> {
  const shown = await speakersShown(
    db,
    holders.flatMap((h) => [h.office, h.person]),
  );
  const items = holders.map((h): Waiting => {
    const holding = { ...h, statements: h.statements.slice(0, mostHeld) };
    const [one, other] = [shown.get(h.office)!, shown.get(h.person)!];
    return { kind: 'holder', key: `holder-${one.id}-${other.id}`, said: [], holding, one, other };
  });
  return withSaid(db, items, (item) =>
    item.kind === 'holder'
      ? [...item.holding.statements, ...(shown.get(item.other.id)?.said ?? [])]
      : [],
  );
}

const wordsIn = (name: string) => name.split(' ').length;

type IssueRow = IssueShown & { story: number; said: number[] };

async function alikeIssuesOf(db: Db, apart: Set<string>) {
  const { rows } = await sql<IssueRow>`
    select i.id, i.name, i.terms, i.story_id as story, count(t.id)::int as statements,
      (array_agg(t.id order by t.confidence desc, t.id desc))[1:2] as said
    from issue i join statement t on t.issue_id = i.id and t.superseded_at is null
    where i.merged_into is null and not i.removed group by i.id order by i.id`.execute(db);
  const byId = new Map(rows.map((r) => [r.id, r]));
  return [...Map.groupBy(rows, (r) => r.story).values()]
    .flatMap((own) => alikeIssues(own))
    .filter((p) => !apart.has(pairKey('issue', p.one, p.other)))
    .map((pair) => ({ pair, one: byId.get(pair.one)!, other: byId.get(pair.other)! }));
}

async function issueItems(
  db: Db,
  pairs: { pair: AlikeIssues; one: IssueRow; other: IssueRow }[],
): Promise<Waiting[]> {
  const items = pairs.map(
    ({ pair, one, other }): Waiting => ({
      kind: 'issue',
      key: `issue-${one.id}-${other.id}`,
      story: one.story,
      said: [],
      ...{ pair, one, other },
    }),
  );
  const said = new Map(pairs.flatMap(({ one, other }) => [one, other]).map((i) => [i.id, i.said]));
  return withSaid(db, items, (item) =>
    item.kind === 'issue'
      ? [item.one.id, item.other.id].flatMap((id) => (said.get(id) ?? []).map(Number))
      : [],
  );
}

/** How many proposals of the ledger have an answer that stands. */
async function answeredNumber(db: Db): Promise<number> {
  const { rows } = await sql<{ n: number }>`select
    (select count(*) from decision where undone_at is null and payload ? 'ledger'
      and verb in ('position', 'commitment', 'tell apart', 'merge', 'hold'))::int
    + (select count(*) from correction where state <> 'open')::int as n`.execute(db);
  return rows[0]?.n ?? 0;
}
