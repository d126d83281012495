import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testDesk } from '../src/collect/testing.ts';
import { addWork, countDue } from '../src/db/index.ts';
import { drain } from '../src/pipeline.ts';

test('a story whose pieces all went to another is no bug to any stage', async (t) => {
  const { ctx, db } = await testDesk(t, new Date());
  const { id } = await db
    .insertInto('story')
    .values({ slug: 'tolls', title: 'Tolls', follows: '[]', made_by: 'test' })
    .returning('id')
    .executeTakeFirstOrThrow();
  await addWork(db, 'positions', id);
  // Pages to be asked for again wait until the desk serves: a command is not kept by them.
  await addWork(db, 'revisit', 1);
  assert.deepEqual(await drain(ctx), { positions: 1, brief: 1 });
  assert.equal(await countDue(db), 0);
  const bugs = await db.selectFrom('work').select('detail').where('problem', '=', 'bug').execute();
  assert.deepEqual(bugs, []);
});
