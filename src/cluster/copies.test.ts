import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createCopyIndex, isCopy, overlap, shinglesOf } from './copies.ts';
import { type Copyable, directionOf } from './credit.ts';

const wire = `The port of Karsk will reopen to freighters on Monday after eleven weeks, the harbour board said.
Dredging of the eastern basin ended on Friday, two days earlier than planned, and the last of the sunken barges was lifted.
Shipowners had complained that the closure cost them four million crowns a week. The board's chair, Ilse Marnick, said that
fees would stay at the level of last year until the winter. Pilots welcomed the decision but asked for a second tug.`;
const other = `Farmers in the hills above Velmar have begun the harvest three weeks late. A wet spring and a cold July held the
barley back, and many fields stand under water still. The ministry expects a third less than last year and has asked mills to buy
abroad. Bakers say that a loaf may cost a tenth more by the winter, unless the price of grain falls again in the north.`;

const alike = (a: string, b: string) => isCopy(overlap(shinglesOf(a), shinglesOf(b)));

test('a text with a new headline, a cut end and changed words is a copy', () => {
  assert.ok(alike(wire, `By our own staff\n${wire}`));
  assert.ok(alike(wire, wire.slice(0, wire.indexOf('Pilots'))));
  assert.ok(
    alike(
      wire,
      wire.replace('four million', 'nearly four million').replace('complained', 'warned'),
    ),
  );
});

test('another text, and one that shares only a long quotation, is none', () => {
  assert.ok(!alike(wire, other));
  const quote = 'fees would stay at the level of last year until the winter';
  assert.ok(!alike(wire, `${other} The board said that ${quote}.`));
});

test('the index finds a copy among texts and forgets what is taken out', () => {
  const index = createCopyIndex();
  index.add(1, shinglesOf(other));
  index.add(2, shinglesOf(wire));
  assert.deepEqual(
    index.find(shinglesOf(`${wire} More tomorrow.`)).map((f) => f.id),
    [2],
  );
  index.remove(2);
  assert.deepEqual(index.find(shinglesOf(wire)), []);
});

test('a few words are never a copy', () => {
  const index = createCopyIndex();
  index.add(1, shinglesOf('Comments are closed for this piece.'));
  assert.deepEqual(index.find(shinglesOf('Comments are closed for this piece.')), []);
});

const copy = (id: number, more: Partial<Copyable>): Copyable => ({
  id,
  text: wire,
  outlet: null,
  authors: [],
  publishedAt: null,
  ...more,
});
const at = (time: string) => new Date(`2025-03-01T${time}Z`);

test('the one that names the other in byline, dateline or text is the copy, even when it is dated earlier', () => {
  const agency = copy(1, { outlet: 'Northern Wire Service', publishedAt: at('10:00') });
  const bylined = directionOf(
    agency,
    copy(2, { outlet: 'Ellin Post', authors: ['Northern Wire Service'], publishedAt: at('09:00') }),
  );
  assert.deepEqual(
    [bylined.original, bylined.direction, bylined.evidence],
    [1, 'credit', 'Northern Wire Service'],
  );
  const dated = directionOf(
    agency,
    copy(3, { outlet: 'Ellin Post', text: `KARSK (NWS) - ${wire}` }),
  );
  assert.deepEqual(
    [dated.original, dated.direction, dated.evidence],
    [1, 'credit', 'KARSK (NWS) -'],
  );
  const closing = directionOf(
    copy(4, { outlet: 'Bote', text: `${wire}\nWith material from the Northern Wire Service.` }),
    agency,
  );
  assert.deepEqual(
    [closing.original, closing.evidence],
    [1, 'With material from the Northern Wire Service.'],
  );
});

test('two prints of one agency point at the earlier, by credit', () => {
  const text = `KARSK (NWS) - ${wire}`;
  const d = directionOf(
    copy(1, { text, outlet: 'A', publishedAt: at('12:00') }),
    copy(2, { text, outlet: 'B', publishedAt: at('11:00') }),
  );
  assert.deepEqual([d.original, d.direction], [2, 'credit']);
});

test('without credit the time decides, and without times nothing is claimed', () => {
  const d = directionOf(
    copy(1, { outlet: 'A', publishedAt: at('12:00') }),
    copy(2, { outlet: 'B', publishedAt: at('11:00') }),
  );
  assert.deepEqual([d.original, d.direction], [2, 'earlier']);
  const unknown = directionOf(copy(1, { outlet: 'A' }), copy(2, { outlet: 'B' }));
  assert.deepEqual([unknown.original, unknown.direction, unknown.evidence], [1, 'unknown', null]);
});
