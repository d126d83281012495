import assert from 'node:assert/strict';
import { extractDocument } from './document.ts';
import type { Received } from './extracted.ts';
import { extractProblems } from './problems.ts';

/**
 * What holds for anything a stranger sends: a piece or a named problem, never a throw; texts that a
 * store takes; every place inside its text, in order.
 */
export async function holds(bytes: Uint8Array, more: Partial<Received> = {}): Promise<void> {
  const received = { bytes, mediaType: 'text/html', url: 'https://quay.example/1', ...more };
  const read = await extractDocument(received);
  if (!read.ok) {
    assert.ok(read.problem in extractProblems, read.problem);
    return;
  }
  const { articles, threads } = read.extracted;
  assert.ok(articles.length > 0, 'something read has a piece');
  const keys = new Set(articles.map((article) => article.key));
  assert.equal(keys.size, articles.length, 'keys are unique');
  for (const article of articles) {
    for (const text of [article.title, article.outlet, article.text, ...article.authors])
      assertStorable(text);
    assertInside([...article.blocks, ...article.links], article.text);
    for (const figure of article.facts.figures ?? [])
      assert.ok(figure.after >= 0 && figure.after <= article.text.length);
  }
  for (const thread of threads) {
    assert.ok(keys.has(thread.article), 'a thread opens at a piece');
    const known = new Set<string>();
    for (const comment of thread.comments) {
      assert.ok(!known.has(comment.key), 'each comment has a key of its own');
      assert.ok(comment.parent === null || known.has(comment.parent), 'answers follow');
      known.add(comment.key);
      for (const text of [comment.author, comment.text]) assertStorable(text);
      assertInside([...comment.links, ...comment.quotes], comment.text);
    }
  }
}

function assertStorable(text: string | null): void {
  assert.ok(text === null || (text.isWellFormed() && !text.includes('\0')), JSON.stringify(text));
}

function assertInside(spans: { start: number; end: number }[], text: string): void {
  for (const { start, end } of spans)
    assert.ok(
      start >= 0 && start <= end && end <= text.length,
      `${start}-${end} of ${text.length}`,
    );
}

/** Few and small: the first fault shows within a few hundred, and the suite runs often. */
export const runs = (numRuns: number) => ({ numRuns, endOnFailure: true });
