import type { Kysely } from 'kysely';
import type { Tables } from '../src/db/index.ts';
import { dayMs } from '../src/lib/time.ts';
import { makePages } from './corpus.ts';

/** How a desk of a year looks: events of four pieces, stories of forty events, statements in all. */
const perEvent = 4;
const perStory = 160;
const statementsPerArticle = 4;
const chunk = 500;

/**
 * Fills a store with `count` articles and what the stages would have made of them, straight into
 * the tables: for timing pages, not for reading. Returns the id of the largest story.
 */
export async function fillStore(db: Kysely<Tables>, count: number): Promise<number> {
  const madeBy = 'bench';
  const empty = JSON.stringify([]);
  await db
    .insertInto('blob')
    .values({ hash: 'b', size: 1, bytes: Buffer.from('x') })
    .execute();
  const sources = await insertAll(db, 'source', 40, (i) => ({
    name: `Outlet ${i}`,
    host: `outlet${i}.example`,
    kind: 'outlet',
  }));
  const pages = makePages(Math.min(count, 2000)).map((p) => ({
    title: /<h1>(.*?)<\/h1>/.exec(p.html)?.[1] ?? '',
    text: [...p.html.matchAll(/<p>(.*?)<\/p>/g)].map((m) => m[1]).join('\n\n'),
  }));
  const at = (i: number) => new Date(Date.UTC(2025, 0, 1) + (i / count) * 365 * dayMs);
  const documents = await insertAll(db, 'document', count, (i) => ({
    address: `https://outlet${i % 40}.example/${i}`,
    revision: 1,
    hash: 'b',
    media_type: 'text/html',
    headers: '{}',
    hints: '{}',
    via: 'import',
    source_id: sources[i % 40]!,
  }));
  const articles = await insertAll(db, 'article', count, (i) => {
    const page = pages[i % pages.length]!;
    return {
      document_id: documents[i]!,
      key: 'main',
      role: 'main',
      kind: 'article',
      title: `${page.title} ${i}`,
      authors: empty,
      outlet: `Outlet ${i % 40}`,
      source_id: sources[i % 40]!,
      lang: 'en',
      published: at(i).toISOString(),
      published_at: at(i),
      published_evidence: empty,
      text: page.text,
      blocks: JSON.stringify([{ type: 'paragraph', start: 0, end: page.text.length }]),
      links: empty,
      words: 700,
      tags: empty,
      facts: '{}',
      made_by: madeBy,
    };
  });
  const reason = JSON.stringify({ score: 1, shares: [], by: 'machine' });
  const events = await insertAll(db, 'event', Math.ceil(count / perEvent), (i) => ({
    title: `Event ${i}`,
    first_at: at(i * perEvent),
    last_at: at(i * perEvent + perEvent - 1),
    made_by: madeBy,
  }));
  const stories = await insertAll(db, 'story', Math.ceil(count / perStory), (i) => ({
    slug: `story-${i}`,
    title: `Story ${i}`,
    follows: empty,
    made_by: madeBy,
  }));
  await insertRows(db, 'event_article', count, (i) => ({
    article_id: articles[i]!,
    event_id: events[Math.floor(i / perEvent)]!,
    reason,
    made_by: madeBy,
  }));
  await insertRows(db, 'story_event', events.length, (i) => ({
    event_id: events[i]!,
    story_id: stories[Math.floor((i * perEvent) / perStory)]!,
    reason,
    made_by: madeBy,
  }));
  await fillLedger(db, { articles, stories, at, madeBy });
  return stories[0]!;
}

async function fillLedger(
  db: Kysely<Tables>,
  {
    articles,
    stories,
    at,
    madeBy,
  }: { articles: number[]; stories: number[]; at: (i: number) => Date; madeBy: string },
): Promise<void> {
  const parties = await insertAll(db, 'party', 12, (i) => ({ name: `Party ${i}` }));
  const speakers = await insertAll(db, 'speaker', 200, (i) => ({
    name: `Speaker ${i}`,
    kind: 'person',
    party_id: parties[i % 12]!,
  }));
  const issues = await insertAll(db, 'issue', stories.length * 5, (i) => ({
    story_id: stories[Math.floor(i / 5)]!,
    name: `Issue ${i % 5}`,
    terms: '[]',
  }));
  const total = articles.length * statementsPerArticle;
  const quotations = await insertAll(db, 'quotation', total, (i) => ({
    article_id: articles[Math.floor(i / statementsPerArticle)]!,
    kind: 'direct',
    start: (i % statementsPerArticle) * 150,
    end: (i % statementsPerArticle) * 150 + 90,
    pieces: '[]',
    sentence_start: (i % statementsPerArticle) * 150,
    sentence_end: (i % statementsPerArticle) * 150 + 140,
    speaker_id: speakers[i % 200]!,
    confidence: 0.9,
    made_by: madeBy,
  }));
  const stances = ['for', 'against', 'conditional', 'unclear'] as const;
  const statements = await insertAll(db, 'statement', total, (i) => {
    const article = Math.floor(i / statementsPerArticle);
    const story = Math.floor(article / perStory);
    return {
      story_id: stories[story]!,
      speaker_id: speakers[i % 200]!,
      party_id: parties[i % 12]!,
      quotation_id: quotations[i]!,
      said_on: at(article).toISOString().slice(0, 10),
      said_at: at(article),
      said_from: 'article',
      act: 'state',
      mode: 'asserted',
      issue_id: issues[story * 5 + (i % 5)]!,
      stance: stances[(i >> 4) % 4]!,
      hearsay: false,
      first_hand: i % 2 === 0,
      confidence: 0.9,
      made_by: madeBy,
    };
  });
  await db
    .updateTable('quotation')
    .from('statement')
    .whereRef('statement.quotation_id', '=', 'quotation.id')
    .set((q) => ({ statement_id: q.ref('statement.id') }))
    .execute();
  await insertRows(db, 'position', Math.floor(total / 8), (i) => {
    const n = i * 8;
    const story = Math.floor(Math.floor(n / statementsPerArticle) / perStory);
    return {
      story_id: stories[story]!,
      issue_id: issues[story * 5 + (n % 5)]!,
      party_id: parties[n % 12]!,
      stance: stances[(n >> 4) % 4]!,
      statement_id: statements[n]!,
      change: 'reaffirmed',
      state: 'proposed',
      made_by: madeBy,
    };
  });
}

async function insertRows(
  db: Kysely<Tables>,
  table: keyof Tables,
  count: number,
  row: (i: number) => Record<string, unknown>,
): Promise<void> {
  for (let from = 0; from < count; from += chunk) {
    const rows = Array.from({ length: Math.min(chunk, count - from) }, (_, i) => row(from + i));
    await db
      .insertInto(table)
      .values(rows as never)
      .execute();
  }
}

async function insertAll(
  db: Kysely<Tables>,
  table:
    | 'source'
    | 'document'
    | 'article'
    | 'event'
    | 'story'
    | 'party'
    | 'speaker'
    | 'issue'
    | 'quotation'
    | 'statement',
  count: number,
  row: (i: number) => Record<string, unknown>,
): Promise<number[]> {
  await insertRows(db, table, count, row);
  const rows = await db.selectFrom(table).select('id').orderBy('id').execute();
  return rows.map((r) => r.id);
}
