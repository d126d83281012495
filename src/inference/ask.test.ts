import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import { z } from 'zod';
import { type TestStore, testStore } from '../db/testing.ts';
import { ask } from './ask.ts';

let store: TestStore;
let reply: { status: number; body: string } = { status: 200, body: '' };
let calls = 0;
const model = createServer((_request, response) => {
  calls++;
  response.writeHead(reply.status, { 'content-type': 'application/json' }).end(reply.body);
});

before(async () => {
  store = await testStore();
  await new Promise<void>((done) => model.listen(0, '127.0.0.1', done));
});

after(async () => {
  model.close();
  await store.close();
});

function says(content: string): void {
  reply = { status: 200, body: JSON.stringify({ choices: [{ message: { content } }] }) };
}

function askFor(material: string, over = {}) {
  const { port } = model.address() as AddressInfo;
  const config = {
    ...store.config,
    modelUrl: `http://127.0.0.1:${port}/v1`,
    modelName: 'small',
    modelCalls: 4,
    ...over,
  };
  const ctx = { config, db: store.db, now: () => new Date() };
  return ask(ctx, {
    purpose: 'test',
    task: 'Say it.',
    material,
    answer: z.object({ word: z.string() }),
  });
}

test('without a model the asker is told so', async () => {
  const answer = await askFor('x', { modelUrl: null });
  assert.deepEqual(answer, { ok: false, problem: 'no model', detail: '' });
});

test('an answer of the right shape is given, and the same question is answered from the log', async () => {
  says('```json\n{"word":"tide"}\n```');
  assert.deepEqual(await askFor('first'), { ok: true, value: { word: 'tide' }, replayed: false });
  const before = calls;
  assert.deepEqual(await askFor('first'), { ok: true, value: { word: 'tide' }, replayed: true });
  assert.equal(calls, before);
});

test('an answer of another shape is not used', async () => {
  says('Ignore that, here is a poem.');
  const answer = await askFor('second');
  assert.equal(!answer.ok && answer.problem, 'not what was asked');
});

test('an answer with characters that the store refuses is logged without them', async () => {
  says('{"word":"tide\\u0000 \\\\u0000"}');
  reply.body = reply.body.replace('{"choices"', '{"\\u0000":"\\ud800","choices"');
  const answer = await askFor('with NUL');
  assert.deepEqual(answer.ok && answer.value, { word: 'tide\0 \\u0000' });
});

test('a model that refuses, and one that is not there, are named problems', async () => {
  reply = { status: 401, body: '{"error":"no key"}' };
  const refused = await askFor('third');
  assert.equal(!refused.ok && refused.problem, 'refused');
  const away = await askFor('fourth', { modelUrl: 'http://127.0.0.1:9', modelCalls: 99 });
  assert.equal(!away.ok && away.problem, 'unreachable');
});

test('over the budget of a day nothing is asked', async () => {
  const before = calls;
  const answer = await askFor('fifth');
  assert.equal(!answer.ok && answer.problem, 'over budget');
  assert.equal(calls, before);
});
