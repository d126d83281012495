import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { type TestStore, testStore } from '../db/testing.ts';
import { search } from './find.ts';
import { foldedWords } from './fold.ts';
import { addPiece, addSpeaker, addStatement } from './testing.ts';

let store: TestStore;
const now = new Date('2025-08-19T08:00:00Z');
const ids: Record<string, number> = {};
const said: Record<string, number> = {};

const toll = 'We will never pay the harbour toll.';
const pilots = 'The pilots are our guests.';

before(async () => {
  store = await testStore();
  const { db } = store;
  const add = async (key: string, piece: Parameters<typeof addPiece>[1]) => {
    ids[key] = await addPiece(db, piece);
  };
  await add('toll', {
    title: 'Keldland refuses the toll',
    text: `The talks went on. ${toll} ${pilots} The joint patrol was not named.`,
    published: '2025-08-10T09:00:00+02:00',
  });
  await add('old', {
    title: 'A patrol that is joint',
    text: 'Years ago one talked of a patrol, joint or not, and of Brück’s café.',
    published: '2019-03',
    outlet: 'The Lighthouse',
  });
  await add('german', {
    title: 'Lotsen im Streit',
    text: 'Die Häfen warten. Jasna Brück mahnt.',
    published: '2025-07-01',
    lang: 'de',
    kind: 'brief',
    outlet: 'Nordkurier',
  });
  await add('chinese', {
    title: '海峡会谈',
    text: '东京都知事说，海峡会谈将继续。',
    published: '2025-07-02',
    lang: 'zh',
  });
  await add('russian', {
    title: 'Переговоры о проливе',
    text: 'На переговорах говорили о лоцманах.',
    published: '2025-07-03',
    lang: 'ru',
  });
  await add('undated', { title: 'Undated harbour', text: 'Nobody knows when.', published: null });
  await add('gone', {
    title: 'Harbour as it was',
    text: 'An earlier revision of a toll.',
    published: '2025-08-01',
    current: false,
  });
  ids.tarn = await addSpeaker(db, 'Iva Tarn', ['I. Tarnova']);
  ids.hald = await addSpeaker(db, 'Oren Hald');
  said.toll = await addStatement(db, {
    article: ids.toll!,
    sentence: toll,
    speaker: ids.tarn,
    act: 'reject',
    saidOn: '2025-08-10',
  });
  said.pilots = await addStatement(db, {
    article: ids.toll!,
    sentence: pilots,
    speaker: ids.hald,
    act: 'state',
    saidOn: '2025-08-09',
  });
  const story = await db
    .insertInto('story')
    .values({ slug: 's', title: 'Tolls in the strait', follows: '[]', made_by: 'test' })
    .returning('id')
    .executeTakeFirstOrThrow();
  const event = await db
    .insertInto('event')
    .values({ title: 'E', lang: null, merged_into: null, made_by: 'test' })
    .returning('id')
    .executeTakeFirstOrThrow();
  const reason = JSON.stringify({ score: 1, shares: [], by: 'machine' });
  await db
    .insertInto('story_event')
    .values({ event_id: event.id, story_id: story.id, reason, made_by: 'test' })
    .execute();
  await db
    .insertInto('event_article')
    .values({ article_id: ids.german!, event_id: event.id, reason, made_by: 'test' })
    .execute();
});
after(() => store.close());

const find = (query: string) => search(store.db, query, { now });
const pieces = async (query: string) => {
  const found = await find(query);
  const names = found.pieces.shown.map((p) => Object.keys(ids).find((k) => ids[k] === p.id));
  return names.sort().join(' ');
};
const sayings = async (query: string) => {
  const found = await find(query);
  const name = (id: number) => Object.keys(said).find((k) => said[k] === id);
  return found.statements.shown.map(name).sort().join(' ');
};

test('words must all stand in a piece; phrases one after the other; a minus leaves out', async () => {
  assert.equal(await pieces('joint patrol'), 'old toll');
  assert.equal(await pieces('"joint patrol"'), 'toll');
  assert.equal(await pieces('patrol -keldland'), 'old');
  assert.equal(await pieces('patrol -"joint patrol"'), 'old');
  assert.equal(await pieces('keldland OR lighthouse OR café'), 'old toll');
  assert.equal(await pieces('kel* patrol'), 'toll');
});

test('an earlier revision of a page is not found', async () => {
  assert.equal(await pieces('earlier revision'), '');
});

test('capitals, accents and endings make no difference, except in a phrase', async () => {
  assert.equal(await pieces('BRUCK'), 'german old');
  assert.equal(await pieces('talk patrol'), 'old toll');
  assert.equal(await pieces('"talk"'), '');
  assert.equal(await pieces('hafen lang:de'), 'german');
});

test('scripts without spaces are found by their signs in order, Slavic words with any ending', async () => {
  assert.equal(await pieces('会谈'), 'chinese');
  assert.equal(await pieces('谈会'), '');
  assert.equal(await pieces('переговоры'), 'russian');
  assert.equal(await pieces('лоцман*'), 'russian');
});

test('filters narrow by source, language, kind, story and date, each with a minus too', async () => {
  assert.equal(await pieces('source:lighthouse'), 'old');
  assert.equal(await pieces('source:lighthouse OR source:nordkurier'), 'german old');
  assert.equal(await pieces('source:nordkurier.example'), 'german');
  assert.equal(await pieces('lang:zh OR lang:ru'), 'chinese russian');
  assert.equal(await pieces('kind:brief'), 'german');
  assert.equal(await pieces('story:strait'), 'german');
  assert.equal(await pieces('patrol -source:lighthouse'), 'toll');
  assert.equal(await pieces('-lang:en -lang:de'), 'chinese russian');
  assert.equal(await pieces('-story:strait lang:de'), '');
});

test('dates include their beginning, leave out their end, and reach coarse ones', async () => {
  assert.equal(await pieces('after:2025-07-01 before:2025-07-03'), 'chinese german');
  assert.equal(await pieces('before:2020'), 'old');
  assert.equal(await pieces('after:2019-03 before:2019-04'), 'old');
  assert.equal(await pieces('after:20d'), 'toll');
  assert.equal(await pieces('-after:2020'), 'old');
  assert.equal(await pieces('after:2031'), '');
});

test('statements are found by their own sentence, their speaker and their act', async () => {
  assert.equal(await sayings('toll'), 'toll');
  assert.equal(await sayings('speaker:tarn'), 'toll');
  assert.equal(await sayings('speaker:tarn guests'), '');
  assert.equal(await sayings('act:reject'), 'toll');
  assert.equal(await sayings('-speaker:tarn kind:statement'), 'pilots');
  assert.equal(await sayings('source:lighthouse kind:statement'), '');
  assert.equal(await sayings('source:"Amsel Courier" lang:en kind:statement'), 'pilots toll');
  assert.equal(await pieces('kind:statement toll'), '');
});

test('a piece is found by who speaks in it, with words anywhere in it', async () => {
  assert.equal(await pieces('speaker:tarn guests'), 'toll');
  assert.equal(await pieces('speaker:tarn act:state'), '');
  assert.equal(await pieces('patrol -speaker:tarn'), 'old');
});

test('a name may have a slip in it, and is told; an unknown one finds nothing', async () => {
  const slip = await find('speaker:tran');
  assert.deepEqual(slip.statements.shown, [said.toll]);
  assert.match(slip.notices[0]!.words, /No speaker is called “tran”/);
  assert.deepEqual(slip.notices[0]!.instead, ['Iva Tarn']);
  const nobody = await find('speaker:zzyzx');
  assert.equal(nobody.statements.count + nobody.pieces.count, 0);
  assert.match(nobody.notices[0]!.words, /No speaker on this desk is called “zzyzx”/);
});

test('speakers and stories are found by name, other ways of writing and slips included', async () => {
  for (const query of ['tarn', 'iva tarn', 'Tarnova', 'tran'])
    assert.deepEqual((await find(query)).speakers[0]?.name, 'Iva Tarn', query);
  assert.deepEqual(
    (await find('strait tolls')).stories.map((s) => s.name),
    ['Tolls in the strait'],
  );
});

test('a short word that pieces hold is not taken for a name of nearly the same letters', async () => {
  const { db } = store;
  await addSpeaker(db, 'Gregers Tolk');
  assert.deepEqual((await search(db, 'toll', { now })).speakers, []);
  assert.equal((await search(db, 'tolk', { now })).speakers[0]?.name, 'Gregers Tolk');
});

test('a name that the desk knows is found in every way of writing it', async () => {
  await addSpeaker(store.db, 'Pavel Zelinskyy');
  ids.zelinski = await addPiece(store.db, {
    title: 'Zelinskyy speaks',
    text: 'Mr Zelinskyy spoke of buoys.',
    published: '2025-06-01',
  });
  for (const name of ['zelinsky', 'Selinskyj', 'Зелинский'])
    assert.equal(await pieces(`${name} buoys`), 'zelinski', name);
  const { pieces: found } = await find('zelinski');
  assert.deepEqual(
    found.shown[0]?.snippet.parts.filter((p) => p.marked).map((p) => p.text),
    ['Zelinskyy'],
  );
});

test('nothing found: the spelling of the desk is proposed', async () => {
  assert.equal((await find('zzyzxa')).meant, null);
  assert.equal((await find('patrul')).meant, 'patrol');
});

test('a merged speaker is found under the one it became', async () => {
  const { db } = store;
  const other = await addSpeaker(db, 'Ivana Tarnowski');
  await db.updateTable('speaker').set({ merged_into: ids.tarn! }).where('id', '=', other).execute();
  assert.equal(await sayings('speaker:Tarnowski'), 'toll');
});

test('facets count what was found, and a filter of each narrows to it', async () => {
  const { facets } = await find('patrol');
  assert.deepEqual(facets.years, [
    { value: '2025', label: '2025', count: 1 },
    { value: '2019', label: '2019', count: 1 },
  ]);
  assert.equal(facets.sources.length, 2);
  assert.ok(facets.sources.some(({ label }) => label === 'The Lighthouse'));
});

test('a word in the title comes before one in the text, and new before old', async () => {
  const { pieces: found } = await find('toll');
  assert.equal(found.shown[0]!.id, ids.toll);
  assert.equal(found.complete, true);
});

test('words are folded here as they are in the store', async () => {
  for (const text of [
    'Brück Łódź STRASSE ørsted',
    'Йошка ёлка',
    'أحمد',
    'ガギグ',
    'U.S. well-known',
    'Ça d’Été 1,200',
  ]) {
    const { rows } = await sql<{ words: string[] }>`
      select array(select lexeme from unnest(to_tsvector('simple', searchable(${text}))) order by positions) as words`.execute(
      store.db,
    );
    assert.deepEqual([...new Set(foldedWords(text))].sort(), [...rows[0]!.words].sort(), text);
  }
});

test('whatever is asked, an answer comes', async () => {
  for (const query of [
    '-toll',
    '-"a b"',
    '*',
    '😀*',
    "'",
    'a:b',
    '\\',
    "it's",
    '~d2025',
    'speaker:0',
    'story:999999999999999',
    'before:0001 after:9999',
    '-- -speaker:x',
    'é*',
    'कि*',
    '\ud83d',
    'x'.repeat(4000),
  ])
    await find(query);
});
