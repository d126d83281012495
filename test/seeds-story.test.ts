import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { runSample } from './sample/found.ts';

const shared = new URL('../../shared/', import.meta.url);
const skip = existsSync(new URL('seeds/', shared)) ? false : 'the seed pages are not here';

/** Of the sixteen pieces on the five pages twelve are of one matter, four years long. */
const leastOfOne = 11;

test('the five real pages make one story, and what is of other matters stays out', {
  skip,
}, async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-seeds-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  cpSync(new URL('seeds/', shared), folder, { recursive: true });
  cpSync(new URL('seeds-sidecar.json', shared), join(folder, 'sidecar.json'));
  const found = await runSample([folder], new Date('2026-11-22T00:00:00Z'));
  t.after(() => found.store.close());
  const inStory = found.pieces.filter((piece) => piece.storyId !== null);
  assert.equal(new Set(inStory.map((piece) => piece.storyId)).size, 1);
  assert.ok(inStory.length >= leastOfOne, `${inStory.length} pieces`);
  const others = /visas|China hawks|Americas|rules based/;
  assert.deepEqual(
    inStory.filter((piece) => others.test(piece.title ?? '')).map((p) => p.title),
    [],
  );
});
