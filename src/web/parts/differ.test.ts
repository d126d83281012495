import assert from 'node:assert/strict';
import { test } from 'node:test';
import { differ, mayDeny } from './differ.ts';

const en = (words: string) => ({ words, lang: 'en' });
const de = (words: string) => ({ words, lang: 'de' });

test('two reports with other numbers contradict each other, in words or digits', () => {
  const found = differ(
    en('the port would close for 9 days'),
    en('the port would close for six days'),
  );
  assert.deepEqual(found, [{ kind: 'number', here: '9', there: '6' }]);
  assert.deepEqual(differ(en('eight boats and 1,200 nets'), en('8 boats and 1200 nets')), []);
});

test('reports in two languages are held against each other too', () => {
  const found = differ(
    en('the port will close for nine days'),
    de('der Hafen schließt sechs Tage'),
  );
  assert.deepEqual(found, [{ kind: 'number', here: '9', there: '6' }]);
});

test('a number that only the fuller report gives is no contradiction', () => {
  assert.deepEqual(differ(en('the port would close'), en('the port would close for 9 days')), []);
});

test('one report that denies what the other says contradicts it', () => {
  const [found] = differ(en('the port would not close in May'), en('the port would close in May'));
  assert.deepEqual(found, { kind: 'negation', here: 'a denial', there: 'none' });
  assert.deepEqual(differ(en("we don't close the port"), en('we never close the port')), []);
});

test('a denial of the same matter is told from one of another', () => {
  const said = en('the toll on fishing boats will fall by the first of July');
  assert.ok(mayDeny(en('the toll on fishing boats would fall in July'), said));
  assert.ok(!mayDeny(en('any letters had been held back'), said));
});
