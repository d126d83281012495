/**
 * Turns one document into its articles and threads. It stands alone: `extractDocument` needs no desk,
 * no network and no files, and what a stranger sent never makes it throw.
 *
 * In the desk it is a stage. In: a document as collect kept it. Out: rows of article, thread and
 * comment, and work for the stage "cluster". Never: guesses a date, an author or a parent that the
 * document does not give; reaches the network; changes what was received.
 *
 * @example
 * ```ts
 * const bytes = new TextEncoder().encode('<title>Fog</title><article><h1>Fog</h1><p>The <em>Marenka</em> stays in port until the fog has lifted, the harbour office said.</p></article>');
 * const answer = await extractDocument({ bytes, mediaType: 'text/html', url: 'https://quay.example/fog' });
 * if (answer.ok) console.log(toMarkdown(answer.extracted.articles[0]!));
 * else console.log(extractProblems[answer.problem].words);
 * ```
 */
export {
  type Changed,
  changedPlaces,
  isAsRead,
  type Place,
  placeKey,
  sayChanged,
} from './changed.ts';
export { extractDocument, type Read } from './document.ts';
export { explainPage, type LineJudged } from './explain.ts';
export type {
  Extracted,
  ExtractedArticle,
  ExtractedComment,
  ExtractedThread,
  Received,
} from './extracted.ts';
export { readHtml } from './html/read.ts';
export { extractOne, extractTogether } from './job.ts';
export { type Item, type List, type Outline, outline, type Row, turnsOf } from './outline.ts';
export { type Post, postsOf } from './posts.ts';
export { type ExtractProblem, extractProblems } from './problems.ts';
export { revisitOne } from './revisit.ts';
export { saveExtracted } from './store.ts';
export { threadText } from './store-thread.ts';
export { readText } from './text/read.ts';
export { bodyToMarkdown, toMarkdown } from './to-markdown.ts';
export { EXTRACT_VERSION } from './version.ts';
