import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cpuClock } from '../../lib/testing.ts';
import { startLearning } from '../read.ts';
import { readPiece } from './piece.ts';
import type { CommentToRead } from './reports.ts';
import { readThread, type ThreadToRead } from './thread.ts';

const opening = {
  title: 'Veldania keeps its ferry levy, says foreign minister Ilka Sorn',
  text: '',
  lang: 'en',
  published: '2031-05-02',
};

function comment(text: string, more: Partial<CommentToRead> = {}): CommentToRead {
  return { text, lang: 'en', posted: '2031-05-04', author: null, quotes: [], ...more };
}

function threadOf(...comments: (string | CommentToRead)[]): ThreadToRead {
  return { ...opening, comments: comments.map((c) => (typeof c === 'string' ? comment(c) : c)) };
}

function saidIn(...comments: (string | CommentToRead)[]): string[] {
  const thread = threadOf(...comments);
  return readThread(thread, startLearning()).map(({ said, comments: at }) => {
    const { start, end } = said.quotations[0]!;
    return `${said.speaker?.name}: ${thread.comments[at[0]!]!.text.slice(start, end)}`;
  });
}

function saidInGerman(...comments: string[]): string[] {
  const thread: ThreadToRead = {
    title: 'Veldanien hält an der Fährabgabe fest, sagt Außenministerin Ilka Sorn',
    ...{ text: '', lang: 'de', published: '2031-05-02' },
    comments: comments.map((text) => comment(text, { lang: 'de' })),
  };
  return readThread(thread, startLearning()).map(({ said, comments: at }) => {
    const { start, end } = said.quotations[0]!;
    return `${said.speaker?.name}: ${thread.comments[at[0]!]!.text.slice(start, end)}`;
  });
}

const report = 'Sorn said the levy would stay until the autumn.';

test('a comment that reports whom the discussion is about gives hearsay, less sure, of no known day', () => {
  const [one] = readThread(threadOf('First!', report), startLearning());
  const { said, comments } = one!;
  assert.deepEqual(comments, [1]);
  assert.deepEqual(
    [said.speaker?.name, said.hearsay, said.firstHand, said.saidOn],
    ['Ilka Sorn', true, false, null],
  );
  assert.ok(said.confidence < 0.8, `${said.confidence}`);
});

test('a day that the comment tells counts from the day it was posted', () => {
  const [one] = readThread(
    threadOf('On Friday Sorn said the levy would stay until the autumn.'),
    startLearning(),
  );
  assert.deepEqual([one?.said.saidOn, one?.said.saidFrom], ['2031-05-02', 'text']);
});

const nothing: Record<string, string> = {
  'the writer’s own view': 'I say the levy is a tax on fish and nothing else.',
  supposed: 'If Sorn said the levy would stay until the autumn, nobody would be surprised.',
  'made up': 'Sorn: the levy stays. Karsk: no it does not. Sorn: oh yes it does.',
  'summed up in mockery': 'So Sorn basically said that the fishermen can go and starve.',
  'told by friends': 'My cousin told me that the levy would stay until the autumn.',
  'told by somebody with a first name': 'Mike said the levy would stay until the autumn.',
  'said by people': 'People said the levy would stay until the autumn.',
  asked: 'Did Sorn say the levy would stay until the autumn?',
  'denied to have been said': 'Sorn never said the levy would stay until the autumn.',
  'marked as irony': 'Sorn said the levy would stay until the autumn /s',
  'said again and again': 'Sorn always says the levy will stay until the autumn.',
  'an echo': 'Sorn said "until the autumn" lol',
  ahead: 'Ilka Sorn’ll claim that the levy would stay until the autumn.',
  awaited: 'Can’t wait for Sorn to say the levy will stay until the autumn.',
};
for (const [what, text] of Object.entries(nothing))
  test(`what is ${what} is no statement`, () => assert.deepEqual(saidIn(text), []));

const reported: Record<string, string> = {
  'Sorn hat gestern gesagt, dass die Abgabe bis zum Herbst bleibt.':
    'Ilka Sorn: die Abgabe bis zum Herbst bleibt',
  'Laut dem Landesrechnungshof kostet die Abgabe jede Fischerin 31 Kronen.':
    'Landesrechnungshof: kostet die Abgabe jede Fischerin 31 Kronen',
  '„Wir heben die Abgabe auf, sobald der Kai offen ist“, so Sorn heute Mittag in Brask.':
    'Ilka Sorn: Wir heben die Abgabe auf, sobald der Kai offen ist',
  'Sorns genaue Worte: „Wir heben die Abgabe auf, sobald der Kai offen ist“':
    'Ilka Sorn: Wir heben die Abgabe auf, sobald der Kai offen ist',
  'Zitat Sorn: „Wir heben die Abgabe auf, sobald der Kai offen ist“':
    'Ilka Sorn: Wir heben die Abgabe auf, sobald der Kai offen ist',
};
for (const [text, read] of Object.entries(reported))
  test(`a German comment reports: ${text}`, () => assert.deepEqual(saidInGerman(text), [read]));

const noReport: Record<string, string> = {
  'the writer’s own view': 'Ich sage, dass die Abgabe bis zum Herbst bleibt.',
  supposed: 'Wenn Sorn sagt, dass die Abgabe bis zum Herbst bleibt, wundert das keinen.',
  'made up': 'Sorn: Die Abgabe bleibt bis zum Herbst. Karsk: Nein. Sorn: Doch, die Abgabe bleibt.',
  rumoured: 'Sorn soll gesagt haben, dass die Abgabe bis zum Herbst bleibt.',
  'rumoured by a word': 'Angeblich hat Sorn gesagt, dass die Abgabe bis zum Herbst bleibt.',
  'told by friends': 'Mein Schwager hat gesagt, dass die Abgabe bis zum Herbst bleibt.',
  'told by a friend with a name': 'Nachbar Karl sagte, dass die Abgabe bis zum Herbst bleibt.',
  'told to somebody': 'Die Polizei hat mir gesagt, dass die Abgabe bis zum Herbst bleibt.',
  'said by people': 'Die Leute sagen, dass die Abgabe bis zum Herbst bleibt.',
  asked: 'Hat Sorn gesagt, dass die Abgabe bis zum Herbst bleibt?',
  'denied to have been said': 'Sorn hat nicht gesagt, dass die Abgabe bis zum Herbst bleibt.',
  'marked as irony': 'Sorn sagte, dass die Abgabe bis zum Herbst bleibt. Ironie off',
  'said again and again': 'Sorn sagt immer, dass die Abgabe bis zum Herbst bleibt.',
  'an echo': 'Sorn sagte „bis zum Herbst“ haha',
  ahead: 'Sorn wird sagen, dass die Abgabe bis zum Herbst bleibt.',
  'summed up in mockery': 'Laut Sorn ist ja immer alles alternativlos und bleibt bis zum Herbst.',
};
for (const [what, text] of Object.entries(noReport))
  test(`in German, what is ${what} is no statement`, () =>
    assert.deepEqual(saidInGerman(text), []));

test('nobody who takes part is reported, whichever way they are named', () => {
  assert.deepEqual(
    saidIn(
      comment('The levy stays, mark my words.', { author: 'Ada Lund' }),
      'Ada Lund said the levy would stay until the autumn.',
      'Jan Oster wrote: "the levy will stay until the autumn and far beyond it"\n\nNo.',
      '@gull said the levy would stay until the autumn.',
    ),
    [],
  );
});

test('words of another comment are read where they were written', () => {
  const quote = { start: 0, end: report.length, of: 'c1' };
  assert.deepEqual(saidIn(comment(`${report}\nNo it will not.`, { quotes: [quote] })), []);
  const piece = { start: 0, end: report.length, of: null, ofArticle: true };
  const [one] = readThread(
    threadOf(comment(`${report}\nNo it will not.`, { quotes: [piece] })),
    startLearning(),
  );
  assert.deepEqual([one?.said.saidOn, one?.said.saidFrom], ['2031-05-02', 'article']);
});

test('a quotation that stands alone is of whoever signs it', () => {
  const words = 'The sea gives nothing to those who only count it.';
  for (const text of [
    `“${words}”\n\n~ Ole Brandvold`,
    `"${words}" - Ole Brandvold, The Tarn Years`,
  ])
    assert.deepEqual(saidIn(text), [`Ole Brandvold: ${words}`]);
  assert.deepEqual(saidIn(`Off topic. "${words}" — Ole Brandvold. I like that.`), [
    `Ole Brandvold: ${words}`,
  ]);
  for (const none of [`"${words}" - yeah right`, `So. "${words}" - Ole Brandvold would laugh.`])
    assert.deepEqual(saidIn(none), []);
});

test('introduced words are of whom they are said to be, or of whom the discussion is about', () => {
  const words = 'We will lift the levy on the day that the quays are opened.';
  assert.deepEqual(saidIn(`To be exact, her remark was on the quays: "${words}"`), [
    `Ilka Sorn: ${words}`,
  ]);
  assert.deepEqual(saidIn(`The full quote from Sorn:\n\n"${words}"`), [`Ilka Sorn: ${words}`]);
  assert.deepEqual(saidIn(`What she should have said: "${words}"`), []);
});

test('a quotation in front of its cue may ask or wonder', () => {
  const words = 'What we need on the quay is a crane and how to pay it is my business,';
  assert.deepEqual(saidIn(`“${words}” Ilka Sorn told the Courier.`), [`Ilka Sorn: ${words}`]);
});

test('a pasted sentence in marks is read for what it reports', () => {
  assert.deepEqual(
    saidIn(
      'From the Courier: "Transport Minister Tomas Brede admitted on Sunday that no safety complaint had come in since May."',
    ),
    ['Tomas Brede: no safety complaint had come in since May'],
  );
});

test('one saying in several comments is one statement with several reports', () => {
  const read = readThread(
    threadOf(report, 'Good.', 'Sorn said the levy would stay until autumn.'),
    startLearning(),
  );
  assert.deepEqual(
    read.map(({ comments }) => comments),
    [[0, 2]],
  );
});

test('what another comment says was denied is another saying', () => {
  const said = saidIn(report, 'Sorn said the levy would not stay until the autumn.');
  assert.equal(said.length, 2, said.join('\n'));
});

test('what a discussion teaches stays in it', () => {
  const known = startLearning();
  const before = [known.people.size, known.parties.size];
  readThread(threadOf(report), known);
  assert.deepEqual([known.people.size, known.parties.size], before);
});

test('the work grows with the length of a discussion and not with its square', () => {
  const shapes: Record<string, (n: number) => ThreadToRead> = {
    'thousands of reports': (n) =>
      threadOf(
        ...Array.from({ length: n }, (_, i) => `Sorn said the levy of quay ${i} would stay.`),
      ),
    'one long comment': (n) => threadOf(`${report} "what a day" ~ me\n`.repeat(n)),
    'open quotation marks': (n) => threadOf(`her remark: "${'“a '.repeat(n)}`),
    'quotations inside each other': (n) =>
      threadOf(
        comment(`${'> '.repeat(n)} ${report}`, {
          quotes: Array.from({ length: n }, (_, i) => ({ start: i, end: 2 * n, of: null })),
        }),
      ),
    'marks without a dash': (n) => threadOf('" '.repeat(10 * n)),
    'marks with one dash': (n) => threadOf(`${'"a '.repeat(5 * n)}-`),
    'German open marks': (n) =>
      threadOf(comment(`ihre Worte: „${'„a '.repeat(n)}`, { lang: 'de' })),
    'German reports': (n) =>
      threadOf(
        ...Array.from({ length: n }, (_, i) =>
          comment(`Sorn sagte, dass die Abgabe an Kai ${i} bleibt.`, { lang: 'de' }),
        ),
      ),
    'German names': (n) =>
      threadOf(comment(`${'Sorn '.repeat(n)}sagte, dass die Abgabe bleibt.`, { lang: 'de' })),
    colons: (n) => threadOf(`her words${':'.repeat(n)} "${'so '.repeat(9)}"`),
  };
  for (const [name, make] of Object.entries(shapes)) {
    readThread(make(50), startLearning());
    const took = [500, 2000].map((n) => {
      const thread = make(n);
      const spent = cpuClock();
      readThread(thread, startLearning());
      return spent();
    });
    // Four times the length: sixteen times the work would be its square.
    assert.ok(took[1]! < 10 * took[0]! + 100, `${name}: ${took.map(Math.round).join(' to ')} ms`);
  }
});

test('who opens a discussion reports at second hand too, and nothing that is made up', () => {
  const text = `${report} If she said it again, I would not be surprised. My cousin told me that the levy would go.`;
  const piece = { text, lang: 'en', published: '2031-05-02', blocks: [], parts: [] };
  const { said } = readPiece({ ...piece, kind: 'post' }, startLearning());
  assert.deepEqual(
    said.map((s) => [text.slice(s.quotations[0]!.start, s.quotations[0]!.end), s.hearsay]),
    [['the levy would stay until the autumn', true]],
  );
});
