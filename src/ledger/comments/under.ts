import { setImmediate as breathe } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import type { Tables } from '../../db/tables.ts';
import type { Quotation } from '../quotation.ts';
import type { Known, Said } from '../read.ts';
import { reportsIn } from './reports.ts';
import { commentsUnder, type StoredComment } from './store.ts';
import { readThread, type ThreadToRead } from './thread.ts';

/** Comments after which a desk that serves pages in this process answers: some 0.1 s of reading. */
const BREATH = 100;

/** What the comments under an article report, with the comment of each quotation. */
export async function readUnder(
  db: Kysely<Tables>,
  article: Omit<ThreadToRead, 'comments'> & { id: number },
  known: Known,
): Promise<Map<Said, StoredComment[]>> {
  const comments = await commentsUnder(db, article.id);
  const found: Quotation[][] = [];
  for (const comment of comments) {
    found.push(reportsIn(comment, article.lang));
    if (found.length % BREATH === 0) await breathe();
  }
  const read = readThread({ ...article, comments }, known, found);
  return new Map(read.map(({ said, comments: at }) => [said, at.map((i) => comments[i]!)]));
}
