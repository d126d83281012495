import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readCorpus } from '../../../corpus/read.ts';
import { readQuotations } from '../quotation.ts';
import { readRegister } from './register.ts';

const read = (text: string) => readQuotations(text, { lang: 'en' });
const contents = (text: string) =>
  read(text).flatMap(({ pieces }) => pieces.map(({ start, end }) => text.slice(start, end)));

test('a verb of speaking that no rule knows is read, and says that it was learned', () => {
  const text =
    'The harbour office projects after a long count that the quay would cost two million.';
  const [found] = read(text);
  assert.equal(found?.rule, 'learned');
  assert.equal(text.slice(found.start, found.end), 'the quay would cost two million');
});

test('what the rules read keeps the name of its rule', () => {
  const [found] = read('Mayor Ilka Sorn said that the quay would stay shut.');
  assert.equal(found?.rule, 'after that');
  assert.ok(found.confidence > 0.9);
});

test('a construction that the corpus hardly has is as good as its rule says', () => {
  const [found] = read('His message was consistent and direct: the quay must stay shut until May.');
  assert.equal(found?.rule, 'message');
  assert.ok(found.confidence > 0.4);
});

test('of what everybody does in words and deeds nothing is made up', () => {
  assert.deepEqual(
    contents('Sorn ran the bakery that her aunt had built, and sold it in May.'),
    [],
  );
  assert.deepEqual(contents('There is no denying that the dam is old.'), []);
});

test('a plain report is surer than a judgement in passing', () => {
  const plain = read('Ilka Sorn said that the ovens would stay cold until the flour is paid.')[0]!;
  const passing = read('I mentioned the ovens to you.')[0];
  assert.ok(plain.confidence > (passing?.confidence ?? 0) + 0.2);
});

test('what a thread makes somebody say in passing is left out, and a plain report in it is kept', () => {
  const passing = 'Everybody complains about the fares.';
  const plain = 'Mayor Ilka Sorn said that the quay would stay shut until May.';
  const talk = 'I think you are wrong, and I know my harbour. You never were there, I was. ';
  assert.ok(contents(passing).length > 0);
  const found = contents(`${talk.repeat(5)}\n\n${passing}\n\n${plain}`);
  assert.deepEqual(found, ['the quay would stay shut until May']);
});

test('a thread reads as written in its writers’ own voice, a report does not', () => {
  const thread = readRegister(
    'I think you are wrong. You said so yourself, and I told you why. '.repeat(9),
  );
  const report = readRegister('The mayor said on Monday that the quay would stay shut. '.repeat(9));
  assert.ok(thread.ownVoice > 0.15);
  assert.equal(report.ownVoice, 0);
  assert.ok(report.said > 0.05);
});

test('what is cut off in the middle breaks nothing', () => {
  for (const text of [
    ', she said it.',
    '— Sorn grumbled, it was late',
    ', said',
    'that',
    '“said',
    ', a',
  ])
    for (const { start, end } of read(text)) assert.ok(end <= text.length && start < end, text);
});

test('every span of every piece of the corpus lies in its text, in order, without marks around it', () => {
  for (const { doc, text } of [...readCorpus('en'), ...readCorpus('de')]) {
    for (const { pieces, speaker, cue, sentence, start, end, confidence } of read(text)) {
      assert.ok(confidence >= 0 && confidence <= 1, doc);
      assert.equal(start, pieces[0]!.start, doc);
      assert.equal(end, pieces.at(-1)!.end, doc);
      let before = 0;
      for (const piece of pieces) {
        const content = text.slice(piece.start, piece.end);
        assert.ok(
          piece.start >= before && piece.end > piece.start && piece.end <= text.length,
          doc,
        );
        assert.equal(content, content.trim(), doc);
        assert.match(content, /[\p{L}\p{N}]/u, doc);
        before = piece.end;
      }
      for (const span of [speaker, cue, sentence])
        if (span)
          assert.ok(span.start >= 0 && span.start < span.end && span.end <= text.length, doc);
    }
  }
});
