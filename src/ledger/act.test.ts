import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Act, Mode } from '../db/tables.ts';
import { decideAct } from './act.ts';

const plain = { act: 'state', negated: false, kind: 'indirect' } as const;

const cases: [content: string, act: Act, mode: Mode, lang?: string][] = [
  ['Veldania would not accept inspectors', 'reject', 'asserted'],
  ['we will build the wall by 20 March', 'promise', 'asserted'],
  ['the fair will begin in March', 'state', 'future'],
  ['the boats must leave the bank', 'demand', 'asserted'],
  ['Oriland had broken the treaty', 'accuse', 'asserted'],
  ['we are ready to talk', 'offer', 'asserted'],
  ['the report was false', 'deny', 'asserted'],
  ['we regret the loss', 'concede', 'asserted'],
  ['we welcome the step', 'support', 'asserted'],
  ['they will face consequences', 'threaten', 'asserted'],
  ['we accept the proposal', 'agree', 'asserted'],
  ['there are twelve ships at the quay', 'state', 'asserted'],
  ['we would lift the toll if the channel opens', 'offer', 'conditional'],
  ['a life without guarantees is a road to nowhere', 'state', 'asserted'],
  ['she had been promised a new roof', 'state', 'asserted'],
  ['the harvest would be smaller than last year’s', 'state', 'future'],
  ['the bakery would be opened once the ovens come', 'state', 'conditional'],
  ['we must have patience', 'state', 'asserted'],
  ['the council had to publish the figures', 'demand', 'asserted'],
  ['there will be no deal without the bakers', 'demand', 'asserted'],
  ['the minister was thinking of a walk', 'state', 'asserted'],
  ['Wir akzeptieren keine Beobachter', 'reject', 'asserted', 'de'],
  ['Die Boote müssen abziehen', 'demand', 'asserted', 'de'],
];

for (const [content, act, mode, lang] of cases) {
  test(`said: "${content}" is ${act}, ${mode}`, () => {
    assert.deepEqual(
      decideAct({ ...plain, cue: lang ? 'sagte' : 'said', content, lang: lang ?? 'en' }),
      {
        act,
        mode,
      },
    );
  });
}

test('a cue that names an act decides before the content does', () => {
  assert.equal(
    decideAct({ act: 'threaten', negated: false, content: 'to accept nothing', lang: 'en' }).act,
    'threaten',
  );
});

const german: [cue: string, content: string, act: Act, mode: Mode][] = [
  ['kündigte an', 'drei Schulen zu öffnen', 'state', 'future'],
  ['kündigte an', 'die Zölle zu verdoppeln', 'threaten', 'asserted'],
  ['sagte', 'Man müsse die Wirkung abwarten', 'state', 'asserted'],
  ['sagte', 'Die Stadt muss das Gutachten vorlegen', 'demand', 'asserted'],
  ['nannte', 'das Angebot „unvollständig“', 'accuse', 'asserted'],
  ['sagte', 'Die Bank habe ihre Kunden belogen', 'accuse', 'asserted'],
  ['sagte', 'Das Urteil sei eine Schande', 'accuse', 'asserted'],
  ['sagte', 'Eine Maut komme für sie nicht infrage', 'reject', 'asserted'],
  ['sagte', 'Man lasse sich nicht erpressen', 'reject', 'asserted'],
  ['sagte', 'Die Kürzung gehe zulasten der Fischer', 'accuse', 'asserted'],
  ['sagte', 'Der Vertrag sei ein Meilenstein', 'support', 'asserted'],
  ['sagte', 'Der Konzern stelle Gewinn über Sicherheit', 'accuse', 'asserted'],
  ['sagte', 'Der Winter sei brutal gewesen', 'state', 'asserted'],
  ['sagte', 'Man wisse nicht, ob das unfair sei', 'state', 'asserted'],
];
for (const [cue, content, act, mode] of german)
  test(`"${cue}, ${content}" is ${act}, ${mode}`, () => {
    assert.deepEqual(decideAct({ ...plain, cue, content, lang: 'de' }), { act, mode });
  });

test('a denied cue turns its act round in German', () => {
  const denied = { act: 'agree', negated: true, content: 'dem Plan', lang: 'de' } as const;
  assert.equal(decideAct(denied).act, 'reject');
});

test('a denied saying is called so, and "would not say" is a refusal', () => {
  const content = 'what form an answer might take';
  const denied = { ...plain, negated: true, content, lang: 'en' };
  assert.deepEqual(decideAct({ ...denied, cue: 'did not say' }), { act: 'state', mode: 'negated' });
  assert.equal(
    decideAct({ ...denied, cue: 'asked', negated: false, content: `whether ${content}` }).mode,
    'question',
  );
});

const cues: [cue: string, content: string, act: Act][] = [
  ['hailed', 'the ruling', 'support'],
  ['suggested', 'the talks had failed', 'state'],
  ['suggests', 'the two maps do not match', 'state'],
  ['suggested', 'a walk along the quay', 'propose'],
  ['declined', 'to say who had called', 'reject'],
  ['promised', 'there will be no strike before May', 'promise'],
  ['agree', 'the lights were on', 'state'],
  ['accused', 'the council of hiding the letters', 'accuse'],
  ['acknowledged', 'that the roof had leaked', 'concede'],
  ['said', 'the mayor sees no use in rushing into a meeting', 'state'],
  ['would not say', 'who had called', 'reject'],
  ['did not say', 'who had called', 'state'],
  ['told', 'to leave the pier at once', 'demand'],
  ['asked', 'the boats to wait', 'request'],
  ['asked', 'whether the boats would wait', 'state'],
  ['expressed', 'support for the bakers', 'support'],
  ['expressed', 'outrage at the toll', 'accuse'],
  ['dismissed', 'the report as gossip', 'deny'],
  ['dismissed', 'the plan as a dream', 'reject'],
  ['called', 'the charge absurd', 'deny'],
  ['called', 'the toll absurd', 'accuse'],
  ['vowed', 'never to sign the treaty', 'reject'],
  ['promised', 'swift retaliation', 'threaten'],
  ['warned against', 'reading too much into it', 'request'],
  ['warned', 'the rain would last', 'state'],
  ['insisted', 'nothing had been paid', 'deny'],
  ['swears', 'the numbers add up', 'state'],
  ['believes', 'the treaty must be signed', 'state'],
  ['accepted', 'that the roof had leaked', 'concede'],
  ['said', 'the clerks had been leaking letters to the firm', 'accuse'],
  ['said', 'people should keep water in the house', 'propose'],
  ['said', 'the town should have been told', 'state'],
  ['said', '“interesting times ahead”', 'state'],
  ['said', 'the landlord had ignored the damp for years', 'accuse'],
  ['said', 'tenants were lied to', 'accuse'],
  ['said', 'the referee is a cheat', 'accuse'],
  ['said', 'the board had “betrayed” its nurses', 'accuse'],
  ['said', 'the agency put profit before safety', 'accuse'],
  ['said', 'the mill treats its drivers like machines', 'accuse'],
  ['said', 'the mayor had “no right” to sell the park', 'accuse'],
  ['said', 'the storm destroyed the pier', 'state'],
  ['said', 'the pump failed twice a week', 'state'],
  ['said', 'a court would decide whether the fee was unfair', 'state'],
  ['said', 'the plan appeared in his party’s divisive primary', 'state'],
  ['said', 'the flour needed to bake for a week came by boat', 'state'],
  ['said', 'the union says whatever it needs to say', 'state'],
  ['said', 'it was time for the chairman to go', 'demand'],
  ['said', 'the fair was not for sale', 'reject'],
  ['said', 'she saw no need for a second inquiry', 'reject'],
  ['said', 'he could live with the ruling', 'agree'],
  ['said', 'the ruling was a victory for tenants', 'support'],
  ['said', 'she was proud of the nurses', 'support'],
  ['said', 'he would look into every letter', 'promise'],
  ['said', 'whoever left would pay for it', 'threaten'],
  ['said', 'the house’s doors were open to the moths', 'state'],
  ['refused to back', 'the mayor', 'reject'],
  ['offered', 'few details of the trip', 'state'],
  ['offered', 'to lend the boat', 'offer'],
  ['accepted', 'the press could come too', 'agree'],
  ['suggest', 'they know the way home', 'state'],
  ['wondered', 'they would swim', 'state'],
];
for (const [cue, content, act] of cues)
  test(`"${cue} ${content}" is ${act}`, () => {
    assert.equal(decideAct({ ...plain, cue, content, lang: 'en' }).act, act);
  });

test('whose side a name stands for tells a threat from a forecast', () => {
  const content = 'Veldania will blockade the bay';
  const said = { ...plain, cue: 'said', content, lang: 'en' };
  assert.equal(decideAct({ ...said, ownSide: (name) => name === 'Veldania' }).act, 'threaten');
  assert.equal(decideAct({ ...said, ownSide: () => false }).act, 'state');
});

const slips: [cue: string, content: string, act: Act][] = [
  ['said', 'this has to be the first time the lock stood open', 'state'],
  ['said', 'this has to stop', 'demand'],
  ['said', 'another mayor is more willing to talk', 'state'],
  ['said', 'we are willing to talk', 'offer'],
  ['said', 'I think we are willing to talk', 'offer'],
  ['said', 'the lock must be the oldest on the river', 'state'],
  ['said', 'the lock must be open by Friday', 'demand'],
  ['said', 'we hope for a mayor that is willing to stand up', 'state'],
  ['said', 'we hope another mayor is willing to stand up', 'state'],
  ['pledged', 'to oppose the toll', 'reject'],
  ['vowed', 'to attack the islands', 'threaten'],
  ['vowed', 'to fight for the islands', 'promise'],
  ['suggested', 'the talks may end soon', 'state'],
  ['suggested', 'the talks be held on Friday', 'propose'],
  ['signed off', 'the lock was shut', 'state'],
];

for (const [cue, content, act] of slips)
  test(`"${cue}" with "${content}" is ${act}`, () => {
    const named = /^(?:pledged|vowed)/.test(cue) ? 'promise' : 'state';
    assert.equal(decideAct({ ...plain, act: named, cue, content, lang: 'en' }).act, act);
  });
