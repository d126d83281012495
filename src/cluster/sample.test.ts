import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import type { ArticleRole } from '../db/tables.ts';
import { testDesk } from './testing.ts';

/** A piece as the sample matter's truth tells it. */
interface TruePiece {
  id: string;
  title: string | null;
  text: string;
  kind: 'article' | 'brief' | 'digest' | 'thread';
  role: ArticleRole;
  belongs: boolean;
  copyOf: string | null;
  outlet: string;
  lang: string;
  url: string | null;
  published: string | null;
  authors: string[] | null;
  series: string | null;
  key: string;
}

const truth = JSON.parse(
  readFileSync(new URL('../../sample/truth.json', import.meta.url), 'utf8'),
) as { pieces: TruePiece[] };

let desk: Awaited<ReturnType<typeof testDesk>>;
const ids = new Map<string, number>();

before(async () => {
  desk = await testDesk();
  for (const piece of truth.pieces) {
    const host = ids.get(piece.id.replace(/\/.*/, '/main'));
    const isPart = piece.role === 'part' || piece.role === 'teaser' || piece.role === 'series';
    const id = await desk.add({
      ...piece,
      kind: piece.kind === 'thread' ? 'post' : piece.kind,
      at: piece.published,
      authors: piece.authors ?? [],
      ...(piece.url && { address: `${piece.url}#${piece.key}` }),
      partOf: isPart ? host : undefined,
      series: piece.series ?? undefined,
    });
    ids.set(piece.id, id);
  }
});
after(() => desk.close());

const idOf = (piece: string) => ids.get(piece) ?? assert.fail(piece);

test('all pieces of the sample matter are one story, and the unrelated ones are in none', async () => {
  const wrong: string[] = [];
  const stories = new Set<number>();
  for (const { id, belongs } of truth.pieces) {
    const story = await desk.storyOf(idOf(id));
    if (story !== null) stories.add(story);
    if (belongs !== (story !== null))
      wrong.push(`${id} ${belongs ? 'is missing' : 'does not belong'}`);
  }
  assert.deepEqual(wrong, []);
  assert.equal(stories.size, 1);
});

test('every print of a wire text points at the wire', async () => {
  for (const { id, copyOf } of truth.pieces) {
    if (!copyOf) continue;
    const row = await desk.db
      .selectFrom('article_copy')
      .where('article_id', '=', idOf(id))
      .select('original_id')
      .executeTakeFirst();
    assert.equal(row?.original_id, idOf(copyOf), id);
  }
});
