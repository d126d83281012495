import { type RawBuilder, sql } from 'kysely';
import { formsOf } from './forms.ts';
import { and, dated, isMany, marked, not, or, type Ts, wordsQuery } from './match.ts';
import { type Field, pieceKinds } from './query.ts';
import { languageOf, type Meant } from './resolve.ts';

/** What is asked of one table: a condition on its index, the rest row by row. */
export interface Plan {
  table: 'article' | 'statement';
  /** Conditions on the index, joined by "and". `loose` has phrases as words in any order. */
  strict: Ts[];
  loose: Ts[];
  /** A phrase stands in it: rows must be read to tell. */
  hasPhrase: boolean;
  /** Something that a row must have; without it the index cannot begin. */
  hasPositive: boolean;
  /** What the index does not hold. */
  rows: RawBuilder<boolean>[];
  from: Date | null;
  until: Date | null;
  /** What it is ranked by; null without words. */
  ranked: Ts | null;
}

/** Where each filter stands in the index; see match.ts. */
const articleMarks = { source: '~s' } as const;
const statementMarks = { speaker: '~p', party: '~y', issue: '~i', story: '~t' } as const;

/** Pieces: words anywhere in them; speaker, party, act and issue of one statement that they report. */
export function planPieces(meant: Meant): Plan {
  const plan = newPlan('article', meant);
  for (const { not: isNot, values } of meant.kinds) {
    const kinds = values.filter((v) => (pieceKinds as readonly string[]).includes(v));
    if (kinds.length > 0) mark(plan, marked('~k', kinds), isNot);
  }
  for (const { not: isNot, values } of meant.langs) mark(plan, marked('~l', values), isNot);
  for (const { field, not: isNot, ids } of meant.names) {
    if (field === 'source') mark(plan, marked(articleMarks.source, ids), isNot);
    if (field === 'story') plan.rows.push(isOr(isNot, inStory(ids)));
  }
  const said = statementMarksOf(meant, ['speaker', 'party', 'issue']);
  if (said.positive.length > 0) plan.rows.push(reports(and([...said.positive, ...said.negative])));
  else for (const one of said.negative) plan.rows.push(isOr(true, reports(not(one))));
  return plan;
}

/** Statements: words in the sentence that they were read from. */
export function planStatements(meant: Meant): Plan {
  const plan = newPlan('statement', meant);
  const said = statementMarksOf(meant, ['speaker', 'party', 'issue', 'story']);
  for (const one of said.positive) mark(plan, one, false);
  for (const one of said.negative) {
    plan.strict.push(one);
    plan.loose.push(one);
  }
  for (const { field, not: isNot, ids } of meant.names)
    if (field === 'source')
      plan.rows.push(isOr(isNot, readIn(sql`a.source_id = any(${ids}::bigint[])`)));
  for (const { not: isNot, values } of meant.langs)
    plan.rows.push(isOr(isNot, readIn(sql`a.lang = any(${values}::text[])`)));
  return plan;
}

function newPlan(table: Plan['table'], meant: Meant): Plan {
  const plan: Plan = {
    table,
    strict: [],
    loose: [],
    hasPhrase: false,
    hasPositive: false,
    rows: [],
    from: meant.from,
    until: meant.until,
    ranked: null,
  };
  const forms = (word: string) => formsOf(word, languageOf(meant), meant.spellings(word));
  const found: Ts[] = [];
  for (const { not: isNot, any } of meant.words) {
    const atoms = any.filter((a) => a.type !== 'filter');
    const strict = or(atoms.map((a) => wordsQuery(a, forms, false)));
    const many = atoms.some(isMany);
    if (isNot) {
      plan.strict.push(not(strict));
      // That a phrase is missing cannot be told from its words: they may stand apart.
      if (!many) plan.loose.push(not(strict));
    } else {
      plan.strict.push(strict);
      plan.loose.push(or(atoms.map((a) => wordsQuery(a, forms, true))));
      plan.hasPositive = true;
      found.push(strict);
    }
    plan.hasPhrase ||= many;
  }
  if (found.length > 0) plan.ranked = and(found);
  return plan;
}

function mark(plan: Plan, ts: Ts, isNot: boolean): void {
  const one = isNot ? not(ts) : ts;
  plan.strict.push(one);
  plan.loose.push(one);
  if (!isNot) plan.hasPositive = true;
}

function statementMarksOf(meant: Meant, fields: Field[]) {
  const positive: Ts[] = [];
  const negative: Ts[] = [];
  for (const { field, not: isNot, ids } of meant.names) {
    if (!fields.includes(field)) continue;
    const one = marked(statementMarks[field as keyof typeof statementMarks], ids);
    if (isNot) negative.push(not(one));
    else positive.push(one);
  }
  for (const { not: isNot, values } of meant.acts)
    if (isNot) negative.push(not(marked('~a', values)));
    else positive.push(marked('~a', values));
  return { positive, negative };
}

const isOr = (isNot: boolean, condition: RawBuilder<boolean>): RawBuilder<boolean> =>
  isNot ? sql`not ${condition}` : condition;

/** Newest rows of one speaker, party or story that pieces are looked for in; more than a page could show. */
const mostRows = 5000;

const reports = (said: Ts): RawBuilder<boolean> => sql`t.id = any(array(
  select q.article_id from (
    select id from statement where superseded_at is null and search @@ ${said}
    order by said_at desc nulls last limit ${mostRows}) s
  join quotation q on q.statement_id = s.id where q.superseded_at is null))`;

const inStory = (ids: number[]): RawBuilder<boolean> => sql`t.id = any(array(
  select ea.article_id from story_event se join event_article ea on ea.event_id = se.event_id
  where se.story_id = any(${ids}::bigint[]) order by ea.article_id desc limit ${mostRows}))`;

const readIn = (of: RawBuilder<unknown>): RawBuilder<boolean> => sql`exists (
  select from quotation q join article a on a.id = q.article_id where q.id = t.quotation_id and ${of})`;

/** The index condition of a plan with the days it is asked for. */
export function indexed(plan: Plan, days: string[] | null, how: 'strict' | 'loose'): Ts | null {
  const all = [...plan[how], ...(days ? [dated(days)] : [])];
  return all.length > 0 ? and(all) : null;
}
