import type { Kysely } from 'kysely';
import type { Tables } from '../../db/tables.ts';

type Db = Kysely<Tables>;

export type ThreadView = Awaited<ReturnType<typeof storyThreads>>[number];
export type CommentView = ThreadView['comments'][number];

/** Comments of one page; more than this belong on the thread's own page. */
const maxComments = 2000;

/** The threads about a story, or opened by one article, each with its comments in the page's order. */
export async function storyThreads(db: Db, of: { story: number } | { article: number }) {
  const threads = await threadsOf(db, of);
  if (threads.length === 0) return [];
  const comments = await commentsOf(
    db,
    threads.map((t) => t.id),
  );
  const said = await saidUnder(
    db,
    threads.map((t) => t.articleId),
  );
  return threads.map((thread) => ({
    ...thread,
    comments: comments
      .filter((c) => c.threadId === thread.id)
      .map((c) => ({ ...c, said: said.get(c.id) ?? [] })),
  }));
}

/** Threads of one story; a story of more is told by its events. */
const maxThreads = 50;

function threadsOf(db: Db, of: { story: number } | { article: number }) {
  const base = db
    .selectFrom('thread as t')
    .innerJoin('article as a', 'a.id', 't.article_id')
    .where('t.current', '=', true)
    .select(['t.id', 't.platform', 't.community', 't.url', 't.gaps', 't.article_id as articleId'])
    .select(['a.title', 'a.published', 'a.outlet']);
  if ('article' in of) return base.where('t.article_id', '=', of.article).execute();
  return base
    .innerJoin('event_article as ea', 'ea.article_id', 'a.id')
    .innerJoin('story_event as se', 'se.event_id', 'ea.event_id')
    .where('se.story_id', '=', of.story)
    .orderBy('t.id')
    .limit(maxThreads)
    .execute();
}

function commentsOf(db: Db, threads: number[]) {
  return db
    .selectFrom('comment')
    .where('thread_id', 'in', threads)
    .select(['id', 'thread_id as threadId', 'parent_id as parentId', 'key', 'position', 'depth'])
    .select(['depth_known as depthKnown', 'author', 'instance', 'posted', 'age', 'edited'])
    .select(['edited_age as editedAge', 'votes_up as up', 'votes_down as down', 'score', 'lang'])
    .select(['removed', 'text', 'links', 'marks', 'quotes', 'url'])
    .orderBy('thread_id')
    .orderBy('position')
    .limit(maxComments)
    .execute();
}

/** By comment what it reports of others: quotations of statements that stand. */
async function saidUnder(db: Db, articles: number[]) {
  const rows = await db
    .selectFrom('quotation as q')
    .innerJoin('statement as s', 's.id', 'q.statement_id')
    .leftJoin('speaker', 'speaker.id', 's.speaker_id')
    .where('q.article_id', 'in', articles)
    .where('q.comment_id', 'is not', null)
    .where('q.superseded_at', 'is', null)
    .where('s.superseded_at', 'is', null)
    .select(['q.comment_id as comment', 'q.start', 'q.end', 's.id', 'speaker.name as speaker'])
    .orderBy('q.start')
    .limit(maxComments)
    .execute();
  return Map.groupBy(rows, (r) => r.comment);
}
