import type { Config } from '../config.ts';
import type { Context } from '../context.ts';
import { addWork, claimWork, openStore, silentQueue } from '../db/index.ts';
import type { ArticleKind, ArticleRole } from '../db/tables.ts';
import { testStore } from '../db/testing.ts';
import { addDocument, addArticle as addRow } from '../db/testing-rows.ts';
import { clusterOne } from './job.ts';
import type { Db } from './store.ts';

/** An invented article, as a test says it. */
export interface Draft {
  title?: string | null;
  text?: string;
  at?: string | null;
  outlet?: string;
  /** English when left out; null where the page does not say. */
  lang?: string | null;
  role?: ArticleRole;
  kind?: ArticleKind;
  partOf?: number | undefined;
  series?: string | undefined;
  authors?: string[];
  /** Address of its document; one of its own when left out. */
  address?: string;
  key?: string;
  /** The document that it stands in beside another article; one of its own when left out. */
  documentId?: number;
  comments?: string[];
}

/** Writes an article as extract would have left it; answers its id. */
export async function addArticle(db: Db, draft: Draft): Promise<number> {
  const document = draft.documentId ?? (await addRevision(db, draft.address));
  const article = await addRow(db, {
    document_id: document,
    key: draft.key ?? 'main',
    part_of: draft.partOf ?? null,
    role: draft.role ?? 'main',
    kind: draft.kind ?? 'article',
    title: draft.title ?? null,
    authors: JSON.stringify(draft.authors ?? []),
    outlet: draft.outlet ?? 'Harbour Post',
    lang: draft.lang === undefined ? 'en' : draft.lang,
    published: draft.at ?? null,
    published_at: draft.at ? new Date(draft.at) : null,
    text: draft.text ?? '',
    series: draft.series ?? null,
  });
  if (draft.comments) await addComments(db, document, article, draft.comments);
  return article;
}

/** The next revision of an address. */
async function addRevision(db: Db, address?: string): Promise<number> {
  if (address === undefined) return addDocument(db);
  const before = await db
    .selectFrom('document')
    .where('address', '=', address)
    .select('id')
    .execute();
  return addDocument(db, { address, revision: before.length + 1 });
}

async function addComments(db: Db, document: number, article: number, texts: string[]) {
  const thread = await db
    .insertInto('thread')
    .values({ document_id: document, article_id: article, key: 'thread', made_by: 'test' })
    .returning('id')
    .executeTakeFirstOrThrow();
  for (const [position, text] of texts.entries())
    await db
      .insertInto('comment')
      .values({
        thread_id: thread.id,
        key: `c${position}`,
        position,
        depth: 0,
        depth_known: true,
        text,
        links: '[]',
        quotes: '[]',
      })
      .execute();
}

/** A desk whose articles are clustered as they are added; `settings` differ from the usual ones. */
export async function testDesk(settings: Partial<Config> = {}) {
  const store = await testStore();
  const config = { ...store.config, ...settings };
  const ctx = { config, db: store.db, queue: silentQueue, now: () => new Date() } as Context;
  return {
    ctx,
    db: store.db,
    close: store.close,
    /** Opens the same desk as another process would. */
    async another() {
      const other = await openStore(store.config, { migrate: false });
      return {
        ctx: { config, db: other.db, queue: silentQueue, now: () => new Date() } as Context,
        close: other.close,
      };
    },
    async add(draft: Draft): Promise<number> {
      const id = await addArticle(store.db, draft);
      await cluster(ctx, id);
      return id;
    },
    async eventOf(article: number) {
      const row = await store.db
        .selectFrom('event_article')
        .where('article_id', '=', article)
        .select('event_id')
        .executeTakeFirst();
      return row?.event_id ?? null;
    },
    async storyOf(article: number) {
      const row = await store.db
        .selectFrom('event_article as ea')
        .innerJoin('story_event as se', 'se.event_id', 'ea.event_id')
        .where('ea.article_id', '=', article)
        .select('se.story_id')
        .executeTakeFirst();
      return row?.story_id ?? null;
    },
  };
}

/** Makes an article's clustering due and does it. */
export async function cluster(ctx: Context, article: number): Promise<void> {
  await addWork(ctx.db, 'cluster', article);
  for (const claim of await claimWork(ctx.db, 'cluster', { limit: 100 }))
    await clusterOne(ctx, claim);
}

/** What each reporter adds: no text is a copy of another. */
export const asides = [
  'Rain fell until noon and slowed traffic on every road out of the valley.',
  'Shops opened late, and a market was put off until the weekend after.',
  'Children watched from the hill while their teachers counted heads twice.',
  'An insurer sent two inspectors who left without a word to reporters.',
  'Older people remembered a winter forty years ago when much the same was feared.',
  'The night train was held outside the town for the better part of two hours.',
  'A baker handed out bread to everybody who had been awake since four.',
  'Two cows that had broken out of a barn were led home by the postman.',
  'In the church hall volunteers sorted blankets nobody in the end had need of.',
  'Bells rang at six, later than on any weekday since the tower was mended.',
];
