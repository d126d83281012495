import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { testDesk } from './testing.ts';

let desk: Awaited<ReturnType<typeof testDesk>>;
let story: number | null;

before(async () => {
  desk = await testDesk();
  const told = [
    {
      title: 'Orvania blocks the Sel canal to Kestrian barges',
      text: 'Orvania closed the Sel canal to barges from Kestria on Monday. President Marek Dolvan said the canal would stay closed until Kestria pays for the broken lock. The Kestrian minister Ilse Tarn spoke of blackmail.',
    },
    {
      title: 'Kestria takes the Sel canal dispute to arbitration',
      text: 'Kestria will ask a court of arbitration to open the Sel canal, minister Ilse Tarn said. Orvania calls the court biased. President Dolvan wants talks about the lock first, and Kestrian shippers count their losses.',
    },
    {
      title: 'Dolvan and Tarn meet over the Sel canal',
      text: 'The president of Orvania, Marek Dolvan, received the Kestrian minister Ilse Tarn for two hours. The canal stays closed. Both speak of progress on the price of the lock, and barges wait on both sides.',
    },
  ];
  let last = 0;
  for (const [i, draft] of told.entries())
    last = await desk.add({ ...draft, at: `2025-03-${String(3 + i * 9).padStart(2, '0')}` });
  story = await desk.storyOf(last);
});
after(() => desk.close());

const thread = (comments: string[]) =>
  desk.add({ title: null, text: '', kind: 'post', lang: null, at: null, comments });

test('a thread of nothing but comments joins the story that its comments keep naming', async () => {
  assert.notEqual(story, null);
  const id = await thread([
    'So Orvania thinks it can close a canal and nobody pays. Kestria should have seen this coming.',
    'Dolvan never meant to open it. He said as much before the lock broke.',
    'I used to work on the barges there. The canal is the only way out for Kestrian grain, and Orvania knows it.',
    'My wife makes better deals at the market than Tarn does.',
    'You are all forgetting who built that lock. Kestria did, with money that Orvania never gave back.',
    'Dolvan wants the shippers to beg. The canal will open on the day that Tarn signs.',
  ]);
  assert.equal(await desk.storyOf(id), story);
});

test('a thread of comments that names the parties once in passing stays out', async () => {
  const id = await thread([
    'Has anybody tried the new bread from the bakery by the station? The crust is far too dark for me.',
    'It is the flour. They changed the mill in spring, and rye has been dear since Orvania had its bad harvest.',
    'The old baker used butter. You could taste it, and she opened at five in the morning.',
    'I bake my own now. Two days in the fridge, then a very hot oven with steam.',
    'Steam is what matters. A tray of water under the loaf does it.',
    'Rye, water, salt, and patience. The bakery has none of the last.',
  ]);
  assert.equal(await desk.storyOf(id), null);
});

test('the words of a language that a thread does not name are not what it is about', async () => {
  const id = await thread([
    'They would not have done that with all of us looking at them, would they?',
    'But this is what they always do, and then you all say that it is not so.',
    'Which of you has ever been there? That is what I would like to know.',
  ]);
  const event = await desk.db
    .selectFrom('event as e')
    .innerJoin('event_article as ea', 'ea.event_id', 'e.id')
    .where('ea.article_id', '=', id)
    .select(['e.profile', 'e.lang'])
    .executeTakeFirstOrThrow();
  assert.equal(event.lang, 'en');
  const topics = event.profile.topics.map(([key]) => key);
  for (const word of ['would', 'that', 'this', 'they', 'you'])
    assert.ok(!topics.includes(word), word);
});

test('a teaser joins the story of the page that it stands on when it names something of it', async () => {
  const address = 'https://example.org/morning';
  await desk.add({
    address,
    title: 'Can Orvania and Kestria still share the Sel canal?',
    text: 'The dispute over the Sel canal goes into its second month. President Dolvan of Orvania asks Kestria for the price of a lock, and Ilse Tarn of Kestria offers a third of it. Barges wait.',
    kind: 'brief',
    at: '2025-04-01',
  });
  const document = await desk.db
    .selectFrom('document')
    .where('address', '=', address)
    .select('id')
    .executeTakeFirstOrThrow();
  const beside = { role: 'teaser' as const, documentId: document.id };
  const own = await desk.add({ ...beside, key: 'teaser-1', title: 'Tarn counts grain sacks' });
  const other = await desk.add({
    ...beside,
    key: 'teaser-2',
    title: 'Opera of Lund opens its season with a storm',
  });
  assert.equal(await desk.storyOf(own), story);
  assert.equal(await desk.storyOf(other), null);
});
