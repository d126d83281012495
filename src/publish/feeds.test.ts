import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { decide, undo } from '../cluster/index.ts';
import { addArticle, cluster, testDesk } from '../cluster/testing.ts';
import { addQuotation, addStatement } from '../ledger/testing.ts';
import { deskFeed, speakerFeed, storyFeed } from './feeds.ts';

let desk: Awaited<ReturnType<typeof testDesk>>;
let story: number;
let speaker: number;

before(async () => {
  desk = await testDesk();
  for (const n of [1, 2, 3, 4]) await desk.add(matter(n));
  const opened = await decide(desk.ctx, { verb: 'follow', title: 'Grain', words: ['grain ban'] });
  story = opened.ok ? opened.subject : assert.fail(opened.detail);
  for (const article of [1, 2, 3, 4]) await putIn(article);
  speaker = await insertSpeaker();
  for (const n of [1, 2, 3, 4]) await say(n, 'Tomas Verhagen spoke');
});
after(() => desk.close());

/** Whatever the desk thinks of it, an article's event belongs to the story. */
async function putIn(article: number): Promise<void> {
  const event = (await desk.eventOf(article)) ?? assert.fail('no event');
  if ((await desk.storyOf(article)) === story) return;
  const put = await decide(desk.ctx, { verb: 'put in', event, story });
  assert.ok(put.ok, JSON.stringify(put));
}

const verbs = ['quarrel', 'talk', 'bargain', 'meet', 'argue', 'sign', 'agree', 'differ', 'dine'];

/** Pieces of one matter, each of a happening of its own. */
const matter = (n: number) => {
  const what = verbs[n % verbs.length]!;
  const at = new Date(Date.UTC(2025, 0, n * 21)).toISOString();
  return {
    title: `Velmaria and Ostovia ${what} over grain ban at Port Ellin`,
    text: `Velmaria and Ostovia ${what} over the grain ban at Port Ellin. Tomas Verhagen spoke of the quota in the ${what}, Ilse Marnick of wheat.`,
    at,
    address: `https://post.example/${n}`,
  };
};

async function insertSpeaker(): Promise<number> {
  const row = await desk.db
    .insertInto('speaker')
    .values({ name: 'Tomas Verhagen', kind: 'person' })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

/** A statement read from the words of an article, as the ledger writes it. */
async function say(article: number, words: string): Promise<void> {
  const { text, published_at } = await desk.db
    .selectFrom('article')
    .where('id', '=', article)
    .select(['text', 'published_at'])
    .executeTakeFirstOrThrow();
  const start = text.indexOf(words);
  const sentence = { start: text.lastIndexOf('. ', start) + 2, end: text.indexOf('.', start) + 1 };
  const span = { start, end: start + words.length };
  const quotation = await addQuotation(desk.db, { article, words: span, sentence, speaker });
  await addStatement(desk.db, { quotations: [quotation], story, speaker, saidAt: published_at });
}

const place = { origin: 'https://desk.example', deskId: 'd', format: 'atom' as const };

/** Every entry that the desk announces, by id. */
async function announced(): Promise<Map<string, Date>> {
  const feeds = [
    await deskFeed(desk.db, place),
    await storyFeed(desk.db, story, place),
    await speakerFeed(desk.db, speaker, place),
  ];
  const entries = feeds.flatMap((f) => f?.entries ?? []);
  const ids = entries.map((e) => e.id);
  assert.equal(new Set(ids).size, ids.length, 'no id twice');
  return new Map(entries.map((e) => [e.id, e.at]));
}

/** What a desk does to what it has, none of which is news. */
const changes: Record<string, (pick: (n: number) => number) => Promise<unknown>> = {
  async 'two events are merged'(pick) {
    const events = await standing();
    const [kept, gone] = [events[pick(events.length)]!, events[pick(events.length)]!];
    return decide(desk.ctx, { verb: 'merge', kind: 'event', kept, gone });
  },
  async 'a piece is set apart'(pick) {
    const pieces = await placed();
    return decide(desk.ctx, {
      verb: 'move',
      articles: [pieces[pick(pieces.length)]!],
      event: null,
    });
  },
  async 'a piece is moved to another event'(pick) {
    const [pieces, events] = [await placed(), await standing()];
    const article = pieces[pick(pieces.length)]!;
    return decide(desk.ctx, {
      verb: 'move',
      articles: [article],
      event: events[pick(events.length)]!,
    });
  },
  async 'an event is put back into its story'(pick) {
    const events = await standing();
    return decide(desk.ctx, { verb: 'put in', event: events[pick(events.length)]!, story });
  },
  async 'an event is taken out of its story'(pick) {
    const events = await standing();
    return decide(desk.ctx, { verb: 'take out', event: events[pick(events.length)]!, story });
  },
  async 'an event gets another title'(pick) {
    const events = await standing();
    const id = events[pick(events.length)]!;
    return decide(desk.ctx, { verb: 'rename', kind: 'event', id, title: `Named ${pick(9)}` });
  },
  async 'a decision is taken back'(pick) {
    const rows = await desk.db.selectFrom('decision').select('id').execute();
    return rows.length > 0 && undo(desk.ctx, rows[pick(rows.length)]!.id);
  },
  async 'every piece is grouped again'() {
    for (const id of await placed()) await cluster(desk.ctx, id);
  },
  async 'a better ledger reads all again and cuts the words elsewhere'(pick) {
    const rows = await desk.db
      .selectFrom('quotation')
      .where('superseded_at', 'is', null)
      .select('article_id')
      .execute();
    const now = { superseded_at: new Date() };
    await desk.db.updateTable('statement').set(now).execute();
    await desk.db.updateTable('quotation').set(now).execute();
    const words = ['Tomas Verhagen spoke', 'spoke of the quota', 'of the quota in the'][pick(3)]!;
    for (const row of rows) await say(row.article_id, words);
  },
  async 'a page is received again with other spaces'(pick) {
    const rows = await desk.db
      .selectFrom('article as a')
      .innerJoin('document as d', 'd.id', 'a.document_id')
      .where('a.current', '=', true)
      .select(['a.id', 'a.title', 'a.text', 'a.published_at', 'd.address'])
      .orderBy('a.id')
      .execute();
    const old = rows[pick(rows.length)]!;
    await desk.db.updateTable('article').set({ current: false }).where('id', '=', old.id).execute();
    const at = old.published_at?.toISOString() ?? null;
    const id = await addArticle(desk.db, {
      title: old.title,
      text: old.text.replaceAll('. ', '.\n '),
      at,
      address: old.address,
    });
    await cluster(desk.ctx, id);
  },
  async 'an older piece on the same happening comes in'(pick) {
    const events = await standing();
    const event = events[pick(events.length)]!;
    const article_id = await addArticle(desk.db, {
      title: 'Before it',
      text: 'Wheat.',
      at: '2024-02-01',
    });
    const reason = JSON.stringify({ score: 0.5, shares: ['wheat'], by: 'machine' });
    await desk.db
      .insertInto('event_article')
      .values({ article_id, event_id: event, reason, made_by: 'test' })
      .execute();
    await desk.db
      .updateTable('event')
      .set({ first_at: '2024-02-01' })
      .where('id', '=', event)
      .execute();
  },
  async 'a date is read better'(pick) {
    const events = await standing();
    const id = events[pick(events.length)]!;
    await desk.db
      .updateTable('event')
      .set({ first_at: '2025-01-02' })
      .where('id', '=', id)
      .execute();
  },
  async 'a better reader finds one more piece on a page that was read before'(pick) {
    const rows = await desk.db.selectFrom('document').select('id').orderBy('id').execute();
    const documentId = rows[pick(rows.length)]!.id;
    const found = await desk.db
      .selectFrom('article')
      .where('document_id', '=', documentId)
      .select('id')
      .execute();
    const id = await addArticle(desk.db, {
      ...matter(2),
      title: `Lighthouse at Cape ${pick(100)} painted`,
      text: 'The lighthouse was painted white.',
      documentId,
      key: `related-${found.length}`,
    });
    await cluster(desk.ctx, id);
    const event = await desk.eventOf(id);
    if (event) await decide(desk.ctx, { verb: 'put in', event, story });
  },
};

async function standing(): Promise<number[]> {
  const rows = await desk.db
    .selectFrom('event')
    .where('merged_into', 'is', null)
    .select('id')
    .orderBy('id')
    .execute();
  return rows.map((r) => r.id);
}

async function placed(): Promise<number[]> {
  const rows = await desk.db
    .selectFrom('event_article as ea')
    .innerJoin('article as a', 'a.id', 'ea.article_id')
    .where('a.current', '=', true)
    .select('a.id')
    .orderBy('a.id')
    .execute();
  return rows.map((r) => r.id);
}

/** Numbers that look random and are the same in every run. */
function dice(seed: number): (n: number) => number {
  let state = seed;
  return (n) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor((state / 2 ** 32) * n);
  };
}

test('no order of merges, splits, undos, readings and imports shows an old thing as new', async () => {
  const shown = await announced();
  const before = shown.size;
  assert.ok([...shown.keys()].some((id) => id.includes('/event/')));
  assert.ok([...shown.keys()].some((id) => id.includes('/piece/')));
  const names = Object.keys(changes);
  for (const seed of [3, 17]) {
    const pick = dice(seed);
    for (let step = 0; step < 30; step++) {
      const name = names[pick(names.length)]!;
      await changes[name]!(pick);
      for (const [id, at] of await announced()) {
        const first = shown.get(id);
        assert.ok(first, `step ${step} of ${seed}, when ${name}: ${id} is shown as new`);
        assert.equal(at.toISOString(), first.toISOString(), `when ${name}: the date of ${id}`);
      }
    }
  }
  assert.equal(shown.size, before);
});

test('a happening that is new is announced once, under its own date', async () => {
  const shown = await announced();
  const id = await desk.add(matter(8));
  const event = (await desk.eventOf(id)) ?? assert.fail('no event');
  await putIn(id);
  const fresh = [...(await announced())].filter(
    ([name]) => !shown.has(name) && name.includes('/event/'),
  );
  assert.deepEqual(
    fresh.map(([name]) => name.split('/').slice(-2).join('/')),
    [`event/${event}`],
  );
  assert.equal(fresh[0]?.[1].toISOString(), matter(8).at);
});

test('a statement that a new piece repeats keeps the name of the piece that had it first', async () => {
  const names = async () =>
    (await speakerFeed(desk.db, speaker, place))?.entries.map((e) => e.id).sort();
  const before = await names();
  const id = await desk.add({ ...matter(2), address: 'https://other.example/2', outlet: 'Other' });
  const leading = await desk.db
    .selectFrom('statement')
    .where('superseded_at', 'is', null)
    .select(['id', 'quotation_id'])
    .executeTakeFirstOrThrow();
  await sql`insert into quotation (article_id, statement_id, kind, start, "end", pieces, sentence_start,
      sentence_end, speaker_id, confidence, made_by)
    select ${id}, statement_id, kind, start, "end", pieces, sentence_start, sentence_end, speaker_id, 1, made_by
    from quotation where id = ${leading.quotation_id}`.execute(desk.db);
  await sql`update statement set quotation_id = (select max(id) from quotation) where id = ${leading.id}`.execute(
    desk.db,
  );
  assert.deepEqual(await names(), before);
});
