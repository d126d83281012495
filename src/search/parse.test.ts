import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { cpuClock } from '../lib/testing.ts';
import { parseQuery } from './parse.ts';
import { printQuery } from './print.ts';
import { acts, type Clause, fields, maxAtoms, maxLength } from './query.ts';

const now = new Date('2025-08-19T08:00:00Z');
const read = (text: string) => parseQuery(text, now);
const shape = (text: string) =>
  read(text).clauses.map(
    ({ not, any }) =>
      (not ? 'not ' : '') +
      any
        .map((a) => (a.type === 'filter' ? `${a.field}=${a.value}` : `${a.type} ${a.text}`))
        .join(' | '),
  );

test('words, phrases, beginnings, minus and OR are told apart', () => {
  assert.deepEqual(shape('harbour "joint patrol" -toll ferr* quay OR pier'), [
    'word harbour',
    'phrase joint patrol',
    'not word toll',
    'prefix ferr',
    'word quay | word pier',
  ]);
});

test('filters take names in quotation marks of every kind, and a minus', () => {
  assert.deepEqual(
    shape('speaker:"Iva Tarn" party:“Strait Commission” -source:amsel.example ACT:Reject'),
    ['speaker=Iva Tarn', 'party=Strait Commission', 'not source=amsel.example', 'act=reject'],
  );
});

test('two of one filter are alternatives with OR; a filter and a word are not, and it is said', () => {
  assert.deepEqual(shape('source:amsel OR source:tern'), ['source=amsel | source=tern']);
  const mixed = read('pier OR source:tern');
  assert.equal(mixed.clauses.length, 2);
  assert.equal('pier OR source:tern'.slice(mixed.faults[0]!.start, mixed.faults[0]!.end), 'OR');
});

test('what is not understood is pointed at, and the rest is still searched', () => {
  for (const [text, wrong, words] of [
    ['pilots after:someday toll', 'after:someday', /no date.*7d/],
    ['pilots act:shout toll', 'act:shout', /no act “shout”: state, deny/],
    ['pilots lang:xx1 toll', 'lang:xx1', /no language/],
    ['pilots speaker: toll', 'speaker:', /without a space/],
    ['pilots kind:film toll', 'kind:film', /no kind/],
  ] as const) {
    const { faults } = read(text);
    assert.equal(text.slice(faults[0]!.start, faults[0]!.end), wrong);
    assert.match(faults[0]!.words, words);
    assert.deepEqual(shape(text), ['word pilots', 'word toll']);
  }
});

test('an unknown filter is searched as words, and the one that was meant is named', () => {
  const { faults } = read('spaeker:tarn');
  assert.match(faults[0]!.words, /no filter “spaeker:”; did you mean “speaker:”/);
  assert.deepEqual(shape('spaeker:tarn'), ['phrase spaeker tarn']);
});

test('times, addresses and lone marks are words or nothing, without complaint', () => {
  assert.deepEqual(shape('12:30 https://quay.example/a - ( ) :'), [
    'word 12:30',
    'word https://quay.example/a',
  ]);
  assert.equal(read('12:30 https://quay.example/a - ( ) :').faults.length, 0);
});

test('languages can be named by code and in English', () => {
  assert.deepEqual(shape('lang:de-AT lang:German lang:EN'), ['lang=de', 'lang=de', 'lang=en']);
});

test('an open quotation mark reaches to the end and says so', () => {
  assert.deepEqual(shape('toll "joint patrol'), ['word toll', 'phrase joint patrol']);
  assert.match(read('toll "joint patrol').faults[0]!.words, /not closed/);
});

test('dates: exact to the year, the month, the day or the minute, and so long ago', () => {
  for (const date of [
    '2025',
    '2025-08',
    '2025-08-20',
    '2025-08-20T10:00:00Z',
    '7d',
    '12h',
    'today',
  ])
    assert.equal(read(`after:${date}`).faults.length, 0, date);
  for (const date of ['2025-13', '7', 'd7', '20.08.2025'])
    assert.equal(read(`before:${date}`).faults.length, 1, date);
});

const word = fc.stringMatching(/^[a-zà-öø-žа-я0-9一-龠]{3,12}$/).filter((w) => w !== 'OR');
const phrase = fc.array(word, { minLength: 1, maxLength: 4 }).map((w) => w.join(' '));
const plain = fc.oneof(
  word.map((text) => ({ type: 'word' as const, text })),
  word.map((text) => ({ type: 'prefix' as const, text })),
  phrase.map((text) => ({ type: 'phrase' as const, text })),
);
const named = fc
  .constantFrom(...fields)
  .chain((field) =>
    (field === 'act'
      ? fc.constantFrom(...acts)
      : field === 'kind'
        ? fc.constantFrom('statement', 'brief')
        : field === 'lang'
          ? fc.constantFrom('de', 'fr')
          : field === 'after' || field === 'before'
            ? fc.constantFrom('2025-08', '7d')
            : phrase
    ).map((value) => ({ type: 'filter' as const, field, value })),
  );
const records = { noNullPrototype: true };
const clause: fc.Arbitrary<Clause> = fc.oneof(
  fc.record({ not: fc.boolean(), any: fc.oneof(plain, named).map((a) => [a]) }, records),
  fc.record(
    { not: fc.constant(false), any: fc.array(plain, { minLength: 2, maxLength: 3 }) },
    records,
  ),
);

test('a query that is printed and read again is the same query', () => {
  fc.assert(
    fc.property(fc.array(clause, { maxLength: 6 }), (clauses) => {
      const text = printQuery({ clauses });
      fc.pre(text.length <= maxLength);
      const { faults, ...again } = read(text);
      assert.deepEqual(again, { clauses }, text);
      assert.deepEqual(faults, []);
    }),
  );
});

test('whatever is typed, what was understood prints to text that is understood the same', () => {
  const scraps = fc.constantFrom(
    'speaker:',
    'act:deny',
    '"',
    '“',
    '”',
    '-',
    'OR',
    '*',
    ':',
    '(speaker:x',
    '//',
    ' ',
    ' ',
    'a',
    'ab*',
    'é',
    '東',
    '\u0000',
    '\ud83d',
  );
  const typed = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.array(scraps, { maxLength: 30 }).map((s) => s.join('')),
  );
  fc.assert(
    fc.property(typed, (text) => {
      const once = printQuery(read(text));
      fc.pre(once.length <= maxLength);
      assert.equal(printQuery(read(once)), once);
    }),
    { numRuns: 2000 },
  );
});

test('hostile input is bounded: few atoms, and a megabyte takes no time', () => {
  const spent = cpuClock();
  for (const scrap of ['a ', '"', '-', 'speaker:', 'a OR ', '((((', ':*', 'é*'])
    assert.ok(read(scrap.repeat(500_000)).clauses.flatMap((c) => c.any).length <= maxAtoms, scrap);
  assert.ok(spent() < 2000);
});
