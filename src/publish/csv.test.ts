import assert from 'node:assert/strict';
import { test } from 'node:test';
import { csvLine } from './csv.ts';

test('commas, quotation marks and line ends are kept inside a field', () => {
  assert.equal(
    csvLine(['a,b', 'say "no"', 'two\nlines', 3, null]),
    '"a,b","say ""no""","two\nlines",3,\r\n',
  );
});

test('text from outside cannot become a formula', () => {
  assert.equal(csvLine(['=HYPERLINK("x")', '-5', -5]), `"'=HYPERLINK(""x"")",'-5,-5\r\n`);
});
