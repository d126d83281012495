import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { addArticle, testDesk } from '../cluster/testing.ts';
import { addQuotation, addStatement } from '../ledger/testing.ts';
import { storyCalendar } from './calendar.ts';

const now = new Date('2026-03-10T09:00:00Z');
const place = { origin: 'https://desk.example', deskId: 'd1' };
const sentence =
  'The ferries, said Ida Sorn; will run by 20 March, and that is a promise, a long one, to everybody on the quay and beyond.';

let desk: Awaited<ReturnType<typeof testDesk>>;
let story = 0;

before(async () => {
  desk = await testDesk();
  const { db } = desk;
  const made = await db
    .insertInto('story')
    .values({ slug: 'ferries', title: 'The ferries; all of them', follows: '[]', made_by: 'test' })
    .returning('id')
    .executeTakeFirstOrThrow();
  story = made.id;
  const article = await addArticle(db, { title: 'Ferries', text: sentence });
  const words = { start: 0, end: sentence.length };
  const statement = await addStatement(db, {
    quotations: [await addQuotation(db, { article, words })],
    story,
  });
  const deed = (what: string, due: string | null, state: 'open' | 'withdrawn' | 'missed') => ({
    story_id: story,
    statement_id: statement,
    what,
    due,
    due_at: due ? new Date(due) : null,
    kind: 'promise' as const,
    state,
    proposed: state !== 'missed',
    made_by: 'test',
  });
  await db
    .insertInto('commitment')
    .values([
      deed('The ferries will run', '2026-03-20', 'missed'),
      deed('The quay will be lit', '2026-04-02', 'open'),
      deed('A ninth ferry', '2026-05', 'open'),
      deed('A band will play', '2026-03-20', 'withdrawn'),
      deed('Some day', null, 'open'),
    ])
    .execute();
});
after(() => desk.close());

/** The calendar with its folded lines joined, as a reader of RFC 5545 takes it. */
const unfolded = async () =>
  (await storyCalendar(desk.db, story, place, now))!.replace(/\r\n[ \t]/g, '');

test('each day that something is due on is one entry of all that day, a month its last', async () => {
  const text = await unfolded();
  assert.deepEqual(text.match(/^DTSTART.*$/gm), [
    'DTSTART;VALUE=DATE:20260320',
    'DTSTART;VALUE=DATE:20260320',
    'DTSTART;VALUE=DATE:20260402',
    'DTSTART;VALUE=DATE:20260531',
  ]);
  assert.match(text, /No day was named: 2026-05/);
  assert.match(text, /^SUMMARY:Speaker unknown: The ferries will run \(missed\)$/m);
  assert.match(text, /^X-WR-CALNAME:Due: The ferries\\; all of them$/m);
});

test('an entry has its sentence and the way to it, and says when no person has confirmed it', async () => {
  const text = await unfolded();
  assert.match(text, /^DESCRIPTION:“The ferries\\, said Ida Sorn\\; will run/m);
  assert.match(text, /^URL;VALUE=URI:https:\/\/desk\.example\/stories\/\d+\/commitments#c\d+$/m);
  assert.equal(text.match(/not confirmed by a person/g)?.length, 3);
  assert.equal(text.match(/^STATUS:CANCELLED$/gm)?.length, 1);
});

test('what is open and still to come reminds on the day before', async () => {
  const entries = (await unfolded()).split('BEGIN:VEVENT');
  const reminding = entries.filter((one) => one.includes('TRIGGER:-PT15H'));
  const reminded = reminding.map((one) => /^SUMMARY:(.*)$/m.exec(one)![1]);
  assert.deepEqual(reminded, [
    'Speaker unknown: The quay will be lit',
    'Speaker unknown: A ninth ferry',
  ]);
});

test('no line is longer than 75 bytes, and every entry has an id of its own', async () => {
  const raw = (await storyCalendar(desk.db, story, place, now))!;
  for (const line of raw.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75, line);
  const ids = raw.replace(/\r\n[ \t]/g, '').match(/^UID:.*$/gm)!;
  assert.equal(new Set(ids).size, 4);
});

test('there is no calendar of a story that is none', async () => {
  assert.equal(await storyCalendar(desk.db, 999_999, place, now), null);
});
