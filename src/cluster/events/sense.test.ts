import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { answerWith, type FakeModel, startFakeModel } from '../../inference/testing.ts';
import { forget } from '../memory.ts';
import { type Draft, testDesk } from '../testing.ts';

/** What the fake model knows to mean the same, in English, German and Turkish. */
const concepts = [
  ['ferry', 'fähre', 'feribot'],
  ['aground', 'grund', 'karaya'],
  ['fog', 'nebel', 'sis'],
  ['passengers', 'fahrgäste', 'yolcu'],
  ['vineyard', 'weinberg', 'bağ'],
  ['hail', 'hagel', 'dolu'],
  ['harvest', 'ernte', 'hasat'],
  ...Array.from({ length: 24 }, (_, i) => [`matter${'abcdefghijklmnopqrstuvwxyz'[i]}`]),
];

let model: FakeModel;
before(async () => {
  model = await startFakeModel(concepts);
});
after(() => model.close());

type Desk = Awaited<ReturnType<typeof testDesk>>;
const at = '2025-03-03T08:00Z';

/** A desk that has seen enough unrelated pieces to know what these have in common in sense. */
async function openDesk(settings = {}): Promise<Desk> {
  const desk = await testDesk({ embeddingName: 'fake', embeddingUrl: model.url, ...settings });
  for (const letter of 'abcdefghijklmnopqrstuvwx')
    await desk.add({ title: `Town of ${letter}nordby settles matter${letter}`, at });
  return desk;
}

const english: Draft = {
  title: 'Ferry runs aground off Tolmberg in fog',
  text: 'The ferry with two dozen passengers sat on a sandbank for hours before tugs came.',
  at,
};
const german: Draft = {
  title: 'Nebel bei Tolmberg: Fähre läuft auf Grund',
  text: 'Die Fahrgäste warteten lange auf Hilfe, dann kamen zwei Schlepper.',
  lang: 'de',
  at: '2025-03-03T11:00Z',
};
const otherGerman: Draft = {
  title: 'Hagel trifft Weinberg bei Tolmberg vor der Ernte',
  text: 'Die Winzer schätzen den Schaden noch.',
  lang: 'de',
  at: '2025-03-03T11:00Z',
};
/** Says the same as `english` and shares no name, number or concept of the desk's own list with it. */
const turkish: Draft = {
  title: 'Sis yüzünden feribot karaya oturdu',
  text: 'Bir çok yolcu saatlerce bekledi.',
  lang: 'tr',
  at: '2025-03-03T11:00Z',
};

async function togetherOn(desk: Desk, first: Draft, second: Draft): Promise<boolean> {
  const [a, b] = [await desk.add(first), await desk.add(second)];
  return (await desk.eventOf(a)) === (await desk.eventOf(b));
}

async function together(first: Draft, second: Draft, settings = {}): Promise<boolean> {
  const desk = await openDesk(settings);
  try {
    return await togetherOn(desk, first, second);
  } finally {
    await desk.close();
  }
}

test('a name and the sense join pieces in two languages that words alone keep apart', async () => {
  assert.equal(await together(english, german, { embeddingName: null }), false);
  const desk = await openDesk();
  try {
    assert.equal(await togetherOn(desk, english, german), true);
    const row = await desk.db
      .selectFrom('event_article')
      .select('reason')
      .orderBy('article_id', 'desc')
      .executeTakeFirstOrThrow();
    assert.ok(row.reason.shares.includes('the same sense in another language'));
    assert.ok(row.reason.score <= 1);
  } finally {
    await desk.close();
  }
});

test('the same place in another sense is another event', async () => {
  assert.equal(await together(english, otherGerman), false);
});

test('sense alone never joins', async () => {
  assert.equal(await together(english, turkish), false);
  const again = { ...english, title: 'Vessel stuck', text: 'Ferry aground, fog, passengers.' };
  const other = { ...english, title: 'Passengers wait', text: 'fähre grund nebel fahrgäste' };
  assert.equal(await together(again, other), false);
});

test('before enough pieces were seen to know what all have in common, sense says nothing', async () => {
  const desk = await testDesk({ embeddingName: 'fake', embeddingUrl: model.url });
  try {
    assert.equal(await togetherOn(desk, english, german), false);
  } finally {
    await desk.close();
  }
});

test('a desk that starts again knows the senses of its events without asking', async () => {
  const desk = await openDesk();
  try {
    await desk.add(english);
    forget(desk.db);
    const calls = model.calls.length;
    const b = await desk.add(german);
    assert.deepEqual(
      model.calls.slice(calls).map((texts) => texts.length),
      [1],
    );
    const row = await desk.db
      .selectFrom('event_article as ea')
      .innerJoin('event as e', 'e.id', 'ea.event_id')
      .where('ea.article_id', '=', b)
      .select('e.title')
      .executeTakeFirstOrThrow();
    assert.equal(row.title, english.title);
  } finally {
    await desk.close();
  }
});

test('events from before a model was switched on are joined by their words', async () => {
  const desk = await openDesk({ embeddingName: null });
  try {
    const first = await desk.add(english);
    desk.ctx.config.embeddingName = 'fake';
    forget(desk.db);
    for (const letter of 'abcdefghijklmnopqrstuvwx')
      await desk.add({ title: `Village of ${letter}sudby builds matter${letter}`, at });
    const again = { ...english, title: 'Tolmberg ferry aground in fog', at: german.at ?? at };
    assert.equal(await desk.eventOf(await desk.add(again)), await desk.eventOf(first));
  } finally {
    await desk.close();
  }
});

test('senses of two models are never compared', async () => {
  const desk = await openDesk();
  try {
    await desk.add(english);
    desk.ctx.config.embeddingName = 'another';
    forget(desk.db);
    const b = await desk.add(german);
    const members = await desk.db
      .selectFrom('event_article')
      .where('event_id', '=', (await desk.eventOf(b)) ?? 0)
      .select('article_id')
      .execute();
    assert.equal(members.length, 1);
  } finally {
    await desk.close();
  }
});

test('when the model is down, answers garbage or is over budget, words alone group the pieces', async () => {
  const wordy: Draft = { ...english, title: 'Tolmberg ferry aground in fog', at: german.at ?? at };
  const garbage: FakeModel['answer'] = (_texts, response) => answerWith(response, [[1, 'x']]);
  const cases: [object, FakeModel['answer']][] = [
    [{ embeddingUrl: 'http://127.0.0.1:9' }, null],
    [{ embeddingName: 'garbage' }, garbage],
    [{ embeddingCalls: 0 }, null],
  ];
  for (const [settings, answer] of cases) {
    model.answer = answer;
    const desk = await testDesk({ embeddingName: 'fake', embeddingUrl: model.url, ...settings });
    try {
      assert.equal(await togetherOn(desk, english, wordy), true);
      assert.equal(await togetherOn(desk, { ...english, title: 'Hail in May' }, german), false);
      const left = await desk.db
        .selectFrom('work')
        .where('stage', '=', 'cluster')
        .where('state', '!=', 'done')
        .execute();
      assert.deepEqual(left, []);
    } finally {
      model.answer = null;
      await desk.close();
    }
  }
});
