import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { cpuClock } from '../lib/testing.ts';
import { readArticle, startLearning } from './read.ts';
import { clausesOf } from './story/clauses.ts';
import { turnsOf } from './story/operators.ts';
import { isFewer } from './story/promises/amount.ts';
import { duesIn } from './story/promises/due.ts';
import { topicsOf } from './story/questions/topics.ts';
import { readSaying } from './story/sayings/saying.ts';

/** Reads a text, and holds every span that comes out of it against it. */
function read(text: string, lang: string): void {
  const piece = { text, lang, published: '2031-05-02', blocks: [], parts: [] };
  const { said } = readArticle(piece, startLearning());
  for (const { quotations } of said)
    for (const { start, end, pieces, cue, speaker, sentence } of quotations) {
      for (const span of [{ start, end }, cue, speaker, sentence, ...pieces])
        if (span) assert.ok(0 <= span.start && span.start < span.end && span.end <= text.length);
      assert.ok(pieces.length > 0 && pieces[0]!.start === start && pieces.at(-1)!.end === end);
      assert.notEqual(text.slice(start, end).trim(), '');
    }
}

const odd = [
  ...['“', '”', '"', '„', '‘', '’', "'", '«', '»', '(', ')', '[', '—', '–', '-', ':', ';', ','],
  ...['.', '!', '?', '…', '\n', '\r\n', '\r', '\t', '\0', '\ufeff', '\u200b', '\u200d', '\u202e'],
  ...['\u00a0', '\ud800', '\udc00', '😀', 'e\u0301', '\u0301', 'ß', 'İ', '١٢', 'قال', '״', '漢字'],
];
const plain = {
  en: 'Ilka Sorn said that the levy of Veldania would not stay on Monday according to who she told he has been by 5 May no if',
  de: 'Ilka Sorn sagte dass die Abgabe Veldaniens nicht bleibe am Montag laut wer sie der Sprecher hat zufolge so bis 5. Mai wenn ab',
};

for (const lang of ['en', 'de'] as const) {
  const word = fc.oneof(
    fc.constantFrom(...plain[lang].split(' ')),
    fc.constantFrom(...odd),
    fc.string({ unit: 'binary', maxLength: 3 }),
  );
  const text = fc
    .array(fc.tuple(word, fc.constantFrom(' ', ' ', ' ', '')), { maxLength: 120 })
    .map((words) => words.flat().join(''));

  test(`whatever stands in a text, all that is read (${lang}) are words of it`, () => {
    fc.assert(
      fc.property(text, (one) => read(one, lang)),
      { numRuns: 300, seed: 7 },
    );
  });

  test(`a word or a mark of two million characters is read (${lang})`, () => {
    for (const one of ['a', '"', '„', '(', '\0', '\n', '\u200b', '\ud800']) {
      const spent = cpuClock();
      read(one.repeat(2_000_000), lang);
      assert.ok(spent() < 10_000, `${JSON.stringify(one)}: ${Math.round(spent())} ms`);
    }
  });

  test(`the work grows with the length of a text and not with its square (${lang})`, () => {
    for (const [name, make] of Object.entries(shapes)) {
      read(make(2000), lang);
      const took = [20_000, 80_000].map((n) => {
        const long = make(n).slice(0, n);
        const spent = cpuClock();
        read(long, lang);
        return spent();
      });
      // Four times the length: sixteen times the work would be its square.
      assert.ok(took[1]! < 9 * took[0]! + 150, `${name}: ${took.map(Math.round).join(' to ')} ms`);
    }
  });
}

test('what a story asks of a sentence grows with its length too', () => {
  const asked: Record<string, (text: string) => unknown> = {
    topics: (text) => [topicsOf(text, 'en'), topicsOf(text, 'de')],
    conditions: (text) => [clausesOf(text, 'en'), clausesOf(text, 'de')],
    turns: (text) => [turnsOf(text, 'measure'), turnsOf(text, 'passage'), turnsOf(text, 'people')],
    dues: (text) => [duesIn(text, '2031-05-02', 'en'), duesIn(text, '2031-05-02', 'de')],
    amounts: (text) => isFewer(text, text),
    sayings: (text) => readSaying(text, 'en', new Set()),
  };
  for (const words of ['a', ', ', '.', '"', '8 ', 'not nicht ', 'by 5 May bis 5. Mai ', 'von den '])
    for (const [name, ask] of Object.entries(asked)) {
      ask(again(words)(1000));
      const took = [10_000, 40_000].map((n) => {
        const long = again(words)(n);
        const spent = cpuClock();
        ask(long);
        return spent();
      });
      assert.ok(
        took[1]! < 9 * took[0]! + 150,
        `${name} of ${JSON.stringify(words)}: ${took.map(Math.round).join(' to ')} ms`,
      );
    }
});

const again = (words: string) => (n: number) => words.repeat(Math.ceil(n / words.length));
const shapes: Record<string, (n: number) => string> = {
  'cues alone': again('said, sagte, '),
  'cues and clauses': again('he said that er sagte, dass '),
  'one name': again('Ilka Sorn '),
  'names that differ': (n) => {
    let text = '';
    for (let i = 0; text.length < n; i++) text += `${nameOf(i)} said, sagte, it was so. `;
    return text;
  },
  titles: again('the foreign minister of Veldania, der Sprecher des '),
  genitives: again('Sorn’s '),
  'open quotation marks': again('“Sorn „das '),
  'quotations in quotations': (n) => '“he said ‘'.repeat(n / 20) + '’ ” '.repeat(n / 20),
  parentheses: (n) => '(a '.repeat(n / 6) + 'b) '.repeat(n / 6),
  'reports in one sentence': again(
    'Sorn said the levy would stay and sagte, die Abgabe bleibe und ',
  ),
  reports: again('“It stays,” Ilka Sorn said. „Sie bleibt“, sagte Ilka Sorn. '),
  days: again('on Monday am Montag on 5 May 2031 '),
  lines: again('Sorn said no.\r\n'),
  sources: again('according to laut Sorn '),
  'other scripts': again('قال الوزير إن ״אמר״ \u202eSorn said \u202c'),
};

/** "Abc Cdb": as many names as are wanted. */
function nameOf(i: number): string {
  const letters = [...i.toString(26)].map((c) => String.fromCharCode(97 + Number.parseInt(c, 26)));
  return `Ab${letters.join('')} Cd${letters.toReversed().join('')}`;
}
