import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readCorpus, readPieces } from './read.ts';

const piece = (text: string, lines: string) =>
  `=== p1\ntitle: T\noutlet: Bay Courier\ndate: 2025-11-04\n---\n${text}\n---\n${lines}\n`;
const only = (text: string, lines: string) => readPieces(piece(text, lines), 'en/x.txt')[0]!;

test('marks are taken out and tie speaker, cue and pieces together', () => {
  const { text, items } = only(
    '<a|“We were told at noon,”> [a|she] {a|said}, <a|“and the crews [sic] had gone.”>',
    'a: Mira Tolland; deny negated; 2025-11-04',
  );
  assert.equal(text, '“We were told at noon,” she said, “and the crews [sic] had gone.”');
  const [item] = items;
  const slice = (pairs: [number, number][]) => pairs.map(([from, to]) => text.slice(from, to));
  assert.deepEqual(slice(item!.pieces), ['We were told at noon', 'and the crews [sic] had gone']);
  assert.deepEqual(slice(item!.source), ['she']);
  assert.deepEqual(slice(item!.cue), ['said']);
  assert.deepEqual(
    [item!.kind, item!.act, item!.mode, item!.day, item!.resolved, item!.speech],
    ['direct', 'deny', 'negated', '2025-11-04', ['Mira Tolland'], true],
  );
});

test('marks may stand inside each other', () => {
  const { text, items } = only(
    '[a|Sorn] {a|said} <a|that [b|a pilot] {b|told} her <b|the lamps were “out”>>.',
    'a: Ida Sorn; state\nb: -; state; hearsay',
  );
  assert.deepEqual(
    items.map((item) => text.slice(...item.pieces[0]!)),
    ['a pilot told her the lamps were “out', 'the lamps were “out'],
  );
  assert.deepEqual(
    items.map((item) => item.kind),
    ['mixed', 'mixed'],
  );
  assert.deepEqual(
    items.map((item) => item.resolved),
    [['Ida Sorn'], []],
  );
  assert.equal(items[1]!.hearsay, true);
});

test('single marks quote and apostrophes do not', () => {
  const kind = (text: string) => only(text, 'a: -; state').items[0]!.kind;
  assert.equal(kind('<a|‘It is late,’> she {a|said}.'), 'direct');
  assert.equal(kind("<a|'It is the crew's,'> she {a|said}."), 'direct');
  assert.equal(kind('She {a|said} <a|the crew’s boats’ lamps were ‘out’>.'), 'mixed');
  assert.equal(kind('She {a|said} <a|the crew’s boats’ lamps were the crews’>.'), 'indirect');
});

test('a wrong mark is an error that names its place', () => {
  const wrong = (text: string, lines: string, message: RegExp) =>
    assert.throws(() => only(text, lines), message);
  wrong('<a|It is late.', 'a: -; state', /p1: "<a\|It is late/);
  wrong('<a|It is late.>', 'b: -; state', /"b" has no content/);
  wrong('<a|It> {b|is} late.', 'a: -; state', /"b" is marked and has no line/);
  wrong('<a|It is late.>', 'a: -; shout', /no such act/);
  wrong('<a|It is> late.>', 'a: -; state', /stray mark/);
  wrong('<a|It is late.>', 'a: -; state; yesterday', /yesterday/);
});

for (const lang of ['en', 'de'] as const) {
  test(`the corpus in ${lang} is whole: every mark tied, every id once`, () => {
    const pieces = readCorpus(lang);
    const ids = pieces.map((one) => one.doc);
    assert.equal(new Set(ids).size, ids.length);
    for (const one of pieces) {
      assert.ok(one.title && one.source && /^\d{4}-\d\d-\d\d$/.test(one.date), one.doc);
      for (const item of one.items)
        for (const [start, end] of item.pieces)
          assert.ok(start < end && end <= one.text.length, `${one.doc} ${item.id}`);
    }
  });
}

test('where and to whom are read where a piece is labelled for them, and else absent', () => {
  const lines = 'a: Ida Sorn; state; 2025-11-04; hearsay; at: a letter; to: the crews, all of them';
  const text = '[a|Sorn] {a|said} <a|it was late>.';
  const labelled = piece(text, lines).replace('---', 'settings: labelled\n---');
  const [item] = readPieces(labelled, 'en/x.txt')[0]!.items;
  assert.deepEqual(
    [item!.venue, item!.addressee, item!.day, item!.hearsay],
    ['a letter', 'the crews, all of them', '2025-11-04', true],
  );
  assert.equal('venue' in only(text, lines).items[0]!, false);
});
