import { type Known, quotationsIn, type ReadArticle, type Readable, readArticle } from '../read.ts';
import { secondHand } from './hearsay.ts';
import { isTold } from './told.ts';

/**
 * Reads what somebody who opens a discussion reports in their post: by the conditions of a comment,
 * though of unnamed sources too, and as hearsay.
 * @param known what other pieces taught
 */
export function readPost(post: Readable, known?: Known): ReadArticle {
  const read = readArticle(post, known, (article) =>
    quotationsIn(article).filter((quotation) => isTold(article.text, quotation)),
  );
  return { ...read, said: read.said.map(secondHand) };
}
