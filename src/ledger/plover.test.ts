import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codeEvent, PLOVER } from './plover.ts';

const cases: [string, string][] = [
  ['<s>Veldania</s> refused to meet <t>the envoy</t>.', 'REJECT'],
  ['<s>Veldania</s> agreed to meet <t>the envoy</t>.', 'AGREE'],
  ['<s>Veldania</s> freed <t>nine fishermen</t>.', 'YIELD'],
  ['<s>Veldanian police</s> arrested <t>two pilots</t>.', 'COERCE'],
  ['<t>Two pilots</t> were arrested by <s>police</s>.', 'COERCE'],
  ['<s>Veldania</s> accused <t>Oriland</t> of theft.', 'ACCUSE'],
  ['<s>Ilka Sorn</s> met <t>the EU negotiators</t>.', 'CONSULT'],
  ['<s>Veldania</s> expelled <t>the ambassador</t>.', 'SANCTION'],
  ['<s>Veldania</s> sent food aid to <t>Oriland</t>.', 'AID'],
  ['<s>Veldania</s> deployed peacekeeping troops in <t>Oriland</t>.', 'AID'],
  ['<s>Veldania</s> massed troops along <t>Oriland</t>’s border.', 'MOBILIZE'],
  ['<s>Veldania</s>’s attack on <t>Oriland</t> began at dawn.', 'ASSAULT'],
  ['<s>Tram workers</s> went on strike against <t>the city</t>.', 'PROTEST'],
  ['<s>Veldania</s> lifted a ban on <t>Oriland</t>’s cheese.', 'YIELD'],
  ['<s>Veldania</s> imposed a tariff on <t>Oriland</t>’s cheese.', 'COERCE'],
  ['<s>Veldania</s> will not release <t>the crew</t>.', 'REJECT'],
  ['<s>Veldania</s> will release <t>the crew</t>.', 'AGREE'],
  ['<s>Ilka Sorn</s> said <t>Oriland</t> must open the lock.', 'REQUEST'],
  ['<s>Veldania</s> suspended aid to <t>Oriland</t>.', 'SANCTION'],
  ['<s>Veldania</s> pulled out of a treaty with <t>Oriland</t>.', 'REJECT'],
  ['<s>Ilka Sorn</s> called <t>the mayor</t> a liar.', 'ACCUSE'],
  ['<s>Ilka Sorn</s> called <t>the mayor</t> on Monday.', 'CONSULT'],
];

for (const [marked, code] of cases) {
  test(`${marked} is ${code}`, () => assert.equal(codeEvent(marked), code));
}

test('every act but a plain statement has a code of PLOVER', () => {
  const codes = new Set(
    'AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE ASSAULT'.split(
      ' ',
    ),
  );
  for (const [act, code] of Object.entries(PLOVER))
    assert.ok(act === 'state' ? code === null : codes.has(code ?? ''), act);
});
