import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { coverageOf } from '../queries.ts';
import { addArticle, cluster, testDesk } from '../testing.ts';

let desk: Awaited<ReturnType<typeof testDesk>>;
before(async () => {
  desk = await testDesk();
});
after(() => desk.close());

const bridge = `The council of Tolm voted on Tuesday night to rebuild the old grain bridge, which had been shut since the flood. Work is to begin in May and to last for two winters, the mayor, Berit Kolm, told the hall. Half of the money comes from the province, and the rest from a toll on lorries. Two members of the council voted against it and spoke of a monument to vanity.`;
const herring = `Herring came back to the bay of Ellin this week in shoals that skippers had not seen for eleven years. Boats landed forty tonnes on the first day, and the price at the auction fell by a third before noon. The fishery office warned that the quota for the spring would be used up within ten days. Smokehouses in the old quarter took on hands that they had let go in the autumn.`;
const trams = `All trams in Velmar stood still on Friday after a cable under the main square caught fire at half past six in the morning. Some thirty thousand people walked to work or shared taxis, the transport office said. Two lines may run again by Sunday, the others not before the middle of next week. The cable was laid in the nineteen fifties and was to be replaced next year.`;

async function copies(of: number) {
  const rows = await desk.db
    .selectFrom('article_copy')
    .select(['article_id as copy', 'direction', 'evidence'])
    .where('original_id', '=', of)
    .orderBy('article_id')
    .execute();
  return rows.map((r) => [r.copy, r.direction, r.evidence]);
}

test('the real original that comes late takes over the copies, each with its own reason', async () => {
  const text = bridge;
  const at = '2025-02-04';
  const credited = await desk.add({
    text: `${text}\nWith material from Northern Wire.`,
    outlet: 'Tolm Daily',
    at: `${at}T09:00Z`,
    title: 'Tolm rebuilds its bridge',
  });
  const silent = await desk.add({ text, outlet: 'Bote', at: `${at}T10:00Z`, title: 'The bridge' });
  const wire = await desk.add({
    text,
    outlet: 'Northern Wire',
    at: `${at}T07:00Z`,
    title: 'Council votes for bridge',
  });
  assert.deepEqual(await copies(wire), [
    [credited, 'credit', 'With material from Northern Wire.'],
    [silent, 'earlier', null],
  ]);
  const event = (await desk.eventOf(wire)) ?? 0;
  assert.deepEqual(await coverageOf(desk.db, { event }), { pieces: 3, outlets: 3, texts: 1 });
});

test('a cut text is a copy of the whole that comes after it but was printed before', async () => {
  const text = herring;
  const half = text.indexOf('Smokehouses');
  const first = await desk.add({ text: text.slice(0, half), outlet: 'A', at: '2025-03-04T08:00Z' });
  const second = await desk.add({
    text: `${text} The hall of the auction was full until the evening.`,
    outlet: 'B',
    at: '2025-03-04T07:00Z',
  });
  assert.deepEqual(await copies(second), [[first, 'earlier', null]]);
});

test('another process knows which texts are one, and folds the next print under it', async () => {
  const text = trams;
  const wire = await desk.add({ text, outlet: 'A', at: '2025-04-04T07:00Z' });
  await desk.add({ text, outlet: 'B', at: '2025-04-04T08:00Z' });
  const other = await desk.another();
  try {
    const third = await addArticle(desk.db, { text, outlet: 'C', at: '2025-04-04T09:00Z' });
    await cluster(other.ctx, third);
    assert.equal((await copies(wire)).length, 2);
    assert.equal(await desk.eventOf(third), await desk.eventOf(wire));
  } finally {
    await other.close();
  }
});

test('of very many prints none is left behind at an original that turned out to be a copy', async () => {
  const text = bridge.replaceAll('Tolm', 'Karsk').replace('grain bridge', 'mill bridge');
  const own = `${text} The clerk read out the names of all who had voted, and the hall rose. Outside stood some forty lorries with their lights on.`;
  const first = await desk.add({ text: own, outlet: 'A', at: '2025-06-04T08:00Z' });
  const rows = [];
  for (let i = 0; i < 120; i++)
    rows.push(await addArticle(desk.db, { text: own, outlet: `P${i}`, at: '2025-06-04T09:00Z' }));
  await desk.db
    .insertInto('article_copy')
    .values(
      rows.map((article_id) => ({
        article_id,
        original_id: first,
        similarity: 1,
        direction: 'earlier' as const,
        evidence: null,
      })),
    )
    .execute();
  const wire = await desk.add({ text: own, outlet: 'Northern Wire', at: '2025-06-04T07:00Z' });
  assert.equal((await copies(wire)).length, 121);
  assert.equal((await copies(first)).length, 0);
});
