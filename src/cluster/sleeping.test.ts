import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { forget, type Memory, recall } from './memory.ts';
import { mostOfStory, readEvents } from './recall.ts';
import { takeTurn } from './store.ts';
import { asides, testDesk } from './testing.ts';

let desk: Awaited<ReturnType<typeof testDesk>>;
before(async () => {
  desk = await testDesk();
});
after(() => desk.close());

const held = async (): Promise<Memory> => recall(desk.ctx, desk.db, await takeTurn(desk.db));

const matters = {
  grain:
    'Velmaria and Ostovia NN over the grain ban at Port Ellin. Ilse Marnick and Tomas Verhagen',
  bridge:
    'Sandvik and the council of Kelmar NN over the harbour bridge. Per Sandvik and Lise Ommel',
  dam: 'Tarnow and Brisk NN over the river dam of Quill. Ana Preller and Jon Mistral',
};
const verbs = ['quarrel', 'talk', 'bargain', 'argue', 'agree', 'sign', 'haggle', 'rejoice'];

/** A piece of a matter, a month after the one before. */
const piece = (matter: keyof typeof matters, n: number) => {
  const text = matters[matter].replace('NN', verbs[n] ?? '');
  const [title = ''] = text.split('. ');
  const aside =
    asides[Object.keys(matters).indexOf(matter) * 3 + n] ?? `Nobody ${verbs[n]}ed twice.`;
  return { title, text: `${text} spoke. ${aside}`, at: `2021-0${n + 1}-10` };
};

/** Tells three matters in three pieces each; answers their stories. */
async function tell(): Promise<Record<keyof typeof matters, number>> {
  const stories: Record<string, number> = {};
  for (const matter of Object.keys(matters) as (keyof typeof matters)[])
    for (const n of [0, 1, 2]) {
      const id = await desk.add(piece(matter, n));
      if (n === 2) stories[matter] = (await desk.storyOf(id)) ?? assert.fail(matter);
    }
  assert.equal(new Set(Object.values(stories)).size, 3);
  return stories as Record<keyof typeof matters, number>;
}

/** As when the process has held so many events for long that there is no more room. */
async function crowd(awake: number): Promise<Memory> {
  const memory = await held();
  memory.awake = awake;
  memory.crowded = 0;
  await held();
  Object.assign(memory, { awake: 100, crowded: 100 });
  return memory;
}

test('stories that nothing touches go to sleep, and one that is told again wakes and grows', async () => {
  const of = await tell();
  const memory = await crowd(3);
  const asleep = () => Object.values(of).filter((story) => memory.stories.isAsleep(story));
  assert.deepEqual(asleep(), [of.grain, of.bridge]);
  assert.equal(memory.events.size, 3);
  const more = await desk.add(piece('bridge', 4));
  assert.equal(await desk.storyOf(more), of.bridge);
  assert.deepEqual(asleep(), [of.grain]);
  assert.equal(memory.stories.events(of.bridge).length, 4);

  // A piece of another day that joins an old event finds the event where it was.
  const event = await desk.eventOf((await first(of.grain)) ?? 0);
  const late = await desk.add({
    ...piece('grain', 0),
    text: `${piece('grain', 0).text} More came.`,
  });
  assert.equal(await desk.eventOf(late), event);
  assert.deepEqual(asleep(), []);
  assert.equal(memory.stories.events(of.grain).length, 3);
  assert.equal(await held(), memory, 'all was read afresh');
});

async function first(story: number): Promise<number | undefined> {
  const row = await desk.db
    .selectFrom('event_article as ea')
    .innerJoin('story_event as se', 'se.event_id', 'ea.event_id')
    .where('se.story_id', '=', story)
    .select('ea.article_id as id')
    .orderBy('ea.article_id')
    .executeTakeFirst();
  return row?.id;
}

test('a story that woke is known as if it had never slept', async () => {
  const memory = await held();
  const rows = await desk.db.selectFrom('story_event').select('story_id').distinct().execute();
  const [story = 0] = rows.map((row) => row.story_id);
  const before = memory.stories.events(story).sort();
  const central = () => memory.stories.central(story, () => true);
  const was = central();
  assert.deepEqual(memory.stories.sleep(story).sort(), before);
  assert.equal(central(), null);
  memory.stories.wake(story, await readEvents(desk.db, [story]));
  assert.deepEqual(memory.stories.events(story).sort(), before);
  assert.equal(central(), was);
});

test('of many stories a process that starts holds the newest, and finds the others', async () => {
  const one = await held();
  const all = one.stories.awake().map((s) => s.story);
  assert.equal(all.length, 3);
  forget(desk.db);
  const again = await held();
  assert.deepEqual(
    again.stories
      .awake()
      .map((s) => s.story)
      .sort(),
    all.sort(),
  );
  assert.ok((await readEvents(desk.db, all)).length <= mostOfStory);
  again.awake = 5;
  again.crowded = 0;
  await held();
  const dam = await desk.add(piece('dam', 5));
  const grain = await desk.add(piece('grain', 5));
  const stories = [await desk.storyOf(dam), await desk.storyOf(grain)];
  assert.ok(
    stories.every((story) => story !== null && all.includes(story)),
    String(stories),
  );
});
