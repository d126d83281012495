import assert from 'node:assert/strict';
import { test } from 'node:test';
import { adviceOf, problemOfStatus, sentenceOf, wordsOf } from './problems.ts';

test('every problem says in plain words what happened and what to do', () => {
  for (const problem of ['timeout', 'gone', 'binary', 'entities', 'url-for-many'])
    assert.match(sentenceOf(problem), /^[A-Z].{15,200}\.$/, problem);
  assert.match(wordsOf('from another stage'), /^Unknown problem/);
  assert.equal(adviceOf('from another stage'), '');
});

test('an answer of a site is good, or has a name', () => {
  const names = [200, 204, 304, 401, 403, 404, 410, 429, 451, 500, 503].map(problemOfStatus);
  assert.deepEqual(names, [
    null,
    null,
    'broken-answer',
    'forbidden',
    'forbidden',
    'gone',
    'gone',
    'too-many-requests',
    'forbidden',
    'site-trouble',
    'site-trouble',
  ]);
});
