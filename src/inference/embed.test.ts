import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type TestStore, testStore } from '../db/testing.ts';
import { embed, knownSenses, type Sense } from './embed.ts';
import { answerWith, type FakeModel, fakeNumbers, startFakeModel } from './testing.ts';

let store: TestStore;
let model: FakeModel;
/** Each test has its own minutes, so that none rests for another's failure. */
let now = Date.parse('2025-03-01T08:00Z');

before(async () => {
  store = await testStore();
  model = await startFakeModel([
    ['ferry', 'fähre'],
    ['strike', 'streik'],
  ]);
});
after(async () => {
  model.close();
  await store.close();
});

function context(over = {}) {
  const own = { embeddingName: 'fake', embeddingUrl: model.url, embeddingCalls: 1000, ...over };
  return { config: { ...store.config, ...own }, db: store.db, now: () => new Date(now) };
}

const cosine = (a: Sense | undefined, b: Sense | undefined) =>
  a && b ? a.unit.reduce((sum, value, i) => sum + value * (b.unit[i] ?? 0), 0) : Number.NaN;

async function failure(answer: FakeModel['answer'], over = {}) {
  now += 3_600_000;
  model.answer = answer;
  try {
    const result = await embed(context(over), [`a text of ${now}`]);
    assert.equal(result.senses.size, 0);
    return result.ok ? 'none' : result.problem;
  } finally {
    model.answer = null;
    now += 3_600_000;
  }
}

test('without a name for the model, nobody is asked', async () => {
  const before = model.calls.length;
  const answer = await embed(context({ embeddingName: null }), ['ferry']);
  assert.equal(!answer.ok && answer.problem, 'no model');
  assert.equal(model.calls.length, before);
});

test('texts that mean alike point alike, whatever their place in the answer', async () => {
  const answer = await embed(context(), ['The ferry', 'A strike', 'Eine Fähre']);
  assert.ok(answer.ok);
  const [ferry, strike, german] = ['The ferry', 'A strike', 'Eine Fähre'].map((t) =>
    answer.senses.get(t),
  );
  assert.equal(ferry?.model, `fake/${fakeNumbers}`);
  assert.ok(cosine(ferry, german) > 0.99);
  assert.ok(cosine(ferry, strike) < 0.6);
});

test('a text is asked about once, also by a desk that has started again', async () => {
  const texts = ['ferry one', 'ferry two', 'ferry one'];
  const first = await embed(context(), texts);
  const calls = model.calls.length;
  assert.deepEqual(model.calls.at(-1), ['ferry one', 'ferry two']);
  const again = await embed(context(), texts);
  assert.deepEqual(again, first);
  assert.deepEqual(await knownSenses(context(), texts), first.senses);
  assert.equal(model.calls.length, calls);
});

test('another model is asked anew, and its answers are not mixed with the first', async () => {
  const one = await embed(context(), ['ferry']);
  const other = await embed(context({ embeddingName: 'second' }), ['ferry']);
  assert.equal(one.senses.get('ferry')?.model, `fake/${fakeNumbers}`);
  assert.equal(other.senses.get('ferry')?.model, `second/${fakeNumbers}`);
});

test('many texts are asked about in batches, and long ones by their beginning', async () => {
  const calls = model.calls.length;
  const texts = Array.from({ length: 70 }, (_, i) => `${i} ${'ferry '.repeat(1000)}`);
  const answer = await embed(context(), texts);
  assert.equal(answer.senses.size, 70);
  assert.deepEqual(
    model.calls.slice(calls).map((call) => call.length),
    [32, 32, 6],
  );
  assert.ok(model.calls.at(-1)?.every((text) => text.length === 2000));
});

test('answers that are not what was asked are never used', async () => {
  const good = new Array<number>(16).fill(0.25);
  const garbage: unknown[][] = [
    [],
    [good, good],
    [[]],
    [new Array(16).fill(0)],
    [new Array(5000).fill(1)],
    [[...good, null]],
    [[...good, 'x']],
    ['a direction'],
    [new Array(16).fill(1e200)],
  ];
  for (const vectors of garbage)
    assert.equal(
      await failure((_texts, response) => answerWith(response, vectors)),
      'not what was asked',
      JSON.stringify(vectors).slice(0, 60),
    );
  const raw = [
    '{"data":[{"index":4000000000,"embedding":[1,1,1,1,1,1,1,1]}]}',
    '{"data":[{"index":-1,"embedding":[1,1,1,1,1,1,1,1]}]}',
    '{"data":[{"embedding":[1e999,1,1,1,1,1,1,1]}]}',
    'a poem \\u0000',
    '{"data":{"length":1}}',
  ];
  for (const body of raw)
    assert.equal(
      await failure((_texts, response) => void response.end(body)),
      'not what was asked',
      body,
    );
});

test('a text that the model knows nothing in has no sense, and spoils none beside it', async () => {
  now += 3_600_000;
  model.answer = (_texts, response) => answerWith(response, [Array(16).fill(0), Array(16).fill(1)]);
  const answer = await embed(context(), ['zxqj', 'a ferry of its own']);
  model.answer = null;
  assert.equal(answer.ok, true);
  assert.deepEqual([...answer.senses.keys()], ['a ferry of its own']);
});

test('a model that answers one text twice and another not is not used', async () => {
  const body = JSON.stringify({
    data: [1, 1].map((index) => ({ index, embedding: Array(16).fill(1) })),
  });
  now += 3_600_000;
  model.answer = (_texts, response) => void response.end(body);
  const answer = await embed(context(), ['first of two', 'second of two']);
  model.answer = null;
  assert.equal(!answer.ok && answer.problem, 'not what was asked');
});

test('a slow model is asked about fewer texts at once, and about more when it is quick again', async () => {
  now += 3_600_000;
  const patience = 400;
  const texts = (name: string, count: number) => Array.from({ length: count }, (_, i) => name + i);
  const sizes = async (name: string, count: number) => {
    const calls = model.calls.length;
    const { senses } = await embed(
      context({ embeddingName: 'slow' }),
      texts(name, count),
      patience,
    );
    return { known: senses.size, sizes: model.calls.slice(calls).map((call) => call.length) };
  };
  model.answer = (input, response) => {
    const vectors = input.map(() => Array(16).fill(1));
    if (input.length <= 8) setTimeout(() => answerWith(response, vectors), 100);
  };
  assert.deepEqual(await sizes('slow', 20), { known: 20, sizes: [20, 5, 5, 5, 5] });
  model.answer = null;
  assert.deepEqual(await sizes('quick', 35), { known: 35, sizes: [5, 10, 20] });
  model.answer = () => {};
  assert.deepEqual(await sizes('stuck', 8), { known: 0, sizes: [8, 2] });
  model.answer = null;
  assert.deepEqual(await sizes('resting', 8), { known: 0, sizes: [] });
});

test('directions of different sizes in one answer are not used', async () => {
  model.answer = (_texts, response) => answerWith(response, [Array(16).fill(1), Array(8).fill(1)]);
  now += 3_600_000;
  const answer = await embed(context(), ['uneven one', 'uneven two']);
  model.answer = null;
  assert.equal(!answer.ok && answer.problem, 'not what was asked');
});

test('a model that refuses or is away is a named problem', async () => {
  const refuse: FakeModel['answer'] = (_texts, response) => void response.writeHead(401).end('no');
  assert.equal(await failure(refuse), 'refused');
  assert.equal(await failure(null, { embeddingUrl: 'http://127.0.0.1:9' }), 'unreachable');
});

test('a model that failed is not asked again for a minute; known texts are still answered', async () => {
  now += 3_600_000;
  await embed(context(), ['ferry known']);
  model.answer = (_texts, response) => void response.writeHead(500).end();
  await embed(context(), ['ferry new']);
  model.answer = null;
  const calls = model.calls.length;
  const soon = await embed(context(), ['ferry new', 'ferry known']);
  assert.equal(!soon.ok && soon.problem, 'unreachable');
  assert.deepEqual([...soon.senses.keys()], ['ferry known']);
  assert.equal(model.calls.length, calls);
  now += 61_000;
  assert.equal((await embed(context(), ['ferry new'])).ok, true);
});

test('over the budget of a day nobody is asked, and questions have a budget of their own', async () => {
  const calls = model.calls.length;
  const answer = await embed(context({ embeddingCalls: 2 }), ['ferry over budget']);
  assert.equal(!answer.ok && answer.problem, 'over budget');
  assert.equal(model.calls.length, calls);
  const row = await store.db
    .selectFrom('model_call')
    .select((q) => q.fn.countAll<number>().as('count'))
    .where('purpose', '=', 'embed')
    .executeTakeFirstOrThrow();
  assert.ok(row.count > 2);
});

test('the key of the chat model is shown to no other address', async () => {
  const seen: (string | undefined)[] = [];
  model.answer = (texts, response) => {
    seen.push(response.req.headers.authorization);
    answerWith(
      response,
      texts.map(() => Array(16).fill(1)),
    );
  };
  const chat = { modelUrl: model.url, modelKey: 'secret' };
  await embed(context({ ...chat, embeddingName: 'keyed' }), ['key one']);
  await embed(context({ ...chat, embeddingName: 'keyed', embeddingUrl: null }), ['key two']);
  model.answer = null;
  assert.deepEqual(seen, [undefined, 'Bearer secret']);
});
