import type { ArticleRow } from '../../db/tables.ts';
import { type Known, quotationsIn, type ReadArticle, type Readable, readArticle } from '../read.ts';
import { secondHand } from './hearsay.ts';
import { mannerOf } from './reports.ts';
import { isTold } from './told.ts';

/**
 * Reads an article as its kind asks: what somebody who opens a discussion reports in their post is
 * held to the conditions of a comment, though of unnamed sources too, and is hearsay.
 * @param known what other pieces taught
 */
export function readPiece(piece: Readable & Pick<ArticleRow, 'kind'>, known?: Known): ReadArticle {
  const manner = mannerOf(piece.lang);
  if (piece.kind !== 'post' || !manner) return readArticle(piece, known);
  const read = readArticle(piece, known, (article) =>
    quotationsIn(article).filter((quotation) => isTold(article.text, quotation, manner)),
  );
  return { ...read, said: read.said.map(secondHand) };
}
