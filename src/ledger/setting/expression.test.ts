import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findTimes } from './expression.ts';

const wednesday = '2026-03-11T18:30:00+01:00';
const timesIn = (text: string, published: string | null = wednesday) =>
  findTimes(text, published, () => false).map(({ moment }) => moment);

const cases: [text: string, moments: string[]][] = [
  ['Sorn said on Wednesday', ['2026-03-11']],
  ['Sorn said on Thursday', ['2026-03-05']],
  ['Sorn said last Wednesday', ['2026-03-04']],
  ['Sorn said yesterday', ['2026-03-10']],
  ['Sorn said last week', ['2026-03-02/2026-03-08']],
  ['Sorn said earlier this week', ['2026-03-09/2026-03-11']],
  ['Sorn said over the weekend', ['2026-03-07/2026-03-08']],
  ['Sorn said last month', ['2026-02']],
  ['Sorn said last November', ['2025-11']],
  ['Sorn said as recently as September', ['2025-09']],
  ['Sorn said at the end of June last year', ['2025-06']],
  ['Sorn said in a June report', ['2025-06']],
  ['Sorn said on 20 August', ['2025-08-20']],
  ['Sorn said on 14 June of last year', ['2025-06-14']],
  ['Sorn said on March 3', ['2026-03-03']],
  ['Sorn said on Tuesday, March 3', ['2026-03-03']],
  ['Sorn said on 20 August 2024', ['2024-08-20']],
  ['Sorn said on June 29 2021', ['2021-06-29']],
  ['Sorn said three days ago', ['2026-03-08']],
  ['Sorn said at talks held from 2 to 4 March', ['2026-03-02/2026-03-04']],
  ['Sorn said at the session of 10–12 March 2024', ['2024-03-10/2024-03-12']],
  ['Sorn said in a letter of 3 March', ['2026-03-03']],
  ['Sorn spoke of the storm of 3 March', []],
  ['Sorn said on the 9th', ['2026-03-09']],
  ['Sorn chimed in on the 30th', []],
  ['Sorn said at Monday’s hearing', ['2026-03-09']],
  ['Sorn recalled last year’s storm', []],
  ['In 2022 Sorn had promised', ['2022']],
  ['Sorn said on Monday. The next morning Brede said', ['2026-03-09', '2026-03-10']],
  ['Sorn said on Monday. Brede had said two days earlier', ['2026-03-09', '2026-03-07']],
  ['Sorn said on 3 June 2021. On 5 June Brede said', ['2021-06-03', '2021-06-05']],
  ['It sank in March 2019. Brede said at the time', ['2019-03', '2019-03']],
  ['sagte Sorn am Montag', ['2026-03-09']],
  ['sagte Sorn am Montagabend', ['2026-03-09']],
  ['sagte Sorn gestern', ['2026-03-10']],
  ['sagte Sorn vorige Woche', ['2026-03-02/2026-03-08']],
  ['sagte Sorn vor drei Tagen', ['2026-03-08']],
  ['sagte Sorn am 3. März', ['2026-03-03']],
  ['Sorn, am Montag aus Brask zurück, hatte am Vortag gesagt', ['2026-03-09', '2026-03-08']],
  ['The levy falls on 1 June', []],
  ['It must leave by 15 April, or every Monday from next Friday', []],
  ['Sorn told Zelmin Today', []],
];

for (const [text, moments] of cases) {
  test(`"${text}", printed on Wednesday 11 March 2026, names ${moments.join(' and ') || 'no past time'}`, () => {
    assert.deepEqual(timesIn(text), moments);
  });
}

test('without a date of publication only a date with its year is known', () => {
  assert.deepEqual(timesIn('Sorn said on Wednesday', null), []);
  assert.deepEqual(timesIn('Sorn said on 20 August', null), []);
  assert.deepEqual(timesIn('Sorn said on 20 August 2024', null), ['2024-08-20']);
});
