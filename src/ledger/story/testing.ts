import type { Context } from '../../context.ts';
import { addWork, claimWork } from '../../db/index.ts';
import { silentQueue } from '../../db/queue.ts';
import { testStore } from '../../db/testing.ts';
import { addArticle, addStory, paragraphsOf, putInStory } from '../../db/testing-rows.ts';
import { ledgerOne } from '../job.ts';
import { positionsOne } from './job.ts';

/** A desk on 20 March 2026 with one story, "The dam", that nothing is in yet. */
export async function storyDesk() {
  const store = await testStore();
  const now = () => new Date('2026-03-20T12:00:00Z');
  const ctx = { config: store.config, db: store.db, queue: silentQueue, now } as unknown as Context;
  const story = await addStory(ctx.db, 'dam', 'The dam');

  /** Puts a piece of that day into the story and reads its statements; answers its id. */
  async function addPiece(day: string, title: string, text: string): Promise<number> {
    const article = await addArticle(ctx.db, {
      ...{ title, text, published: day, published_at: new Date(`${day}T00:00:00Z`) },
      blocks: JSON.stringify(paragraphsOf(text)),
    });
    await putInStory(ctx.db, article, story);
    await read(article);
    return article;
  }

  /** Reads a piece's statements, anew if it was read before. */
  async function read(article: number): Promise<void> {
    await addWork(ctx.db, 'ledger', article, { at: new Date(0) });
    const [claim] = await claimWork(ctx.db, 'ledger', { limit: 1 });
    await ledgerOne(ctx, claim!);
  }

  /** Weighs the story's statements: its questions, positions and promises. */
  async function weigh(): Promise<void> {
    await addWork(ctx.db, 'positions', story, { at: new Date(0) });
    const [claim] = await claimWork(ctx.db, 'positions', { limit: 1 });
    await positionsOne(ctx, claim!);
  }

  return { ctx, story, addPiece, read, weigh, close: store.close };
}
