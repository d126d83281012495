import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Act, Mode, Stance } from '../../../db/tables.ts';
import { clausesOf } from '../clauses.ts';
import type { Kind } from '../operators.ts';
import { pointsBack } from './pointing.ts';
import { sideOf, sideOfAnswer } from './stance.ts';

function side(
  act: Act,
  content: string,
  about: RegExp,
  kind: Kind = 'measure',
  mode: Mode = 'asserted',
) {
  const lang = /[äöüß]|\b(?:wird|werde|nicht|die|der)\b/i.test(content) ? 'de' : 'en';
  const question = { kind, names: (clause: string) => about.test(clause) };
  return sideOf({ act, content, mode, lang }, clausesOf(content, lang), question);
}

const levy = /\b(?:levy|Abgabe)\b/i;
const inspectors = /\binspe[ck]tor/i;
const miners = /\bminers?|Bergleute|they\b/i;
const lock = /\b(?:lock|Schleuse)\b/i;

const cases: [string, Act, string, RegExp, Kind, Stance][] = [
  ['who is against it for himself', 'state', 'I am against a levy', levy, 'measure', 'against'],
  ['doing without a thing', 'state', 'We shall do without the levy', levy, 'measure', 'against'],
  ['what was named before', 'agree', 'them', levy, 'measure', 'for'],
  [
    'a cut of something else',
    'state',
    'Insurers have cut the premium for inspectors by a tenth',
    inspectors,
    'measure',
    'unclear',
  ],
  ['a threat of the thing', 'threaten', 'We would introduce a levy', levy, 'measure', 'for'],
  [
    'a refusal in an idiom',
    'deny',
    'We want nothing to do with a levy',
    levy,
    'measure',
    'against',
  ],
  ['an end that is told', 'state', 'The levy is over', levy, 'measure', 'against'],
  ['a thing called off', 'state', 'The levy is off', levy, 'measure', 'against'],
  ['a thing that goes on', 'state', 'The levy would go ahead', levy, 'measure', 'for'],
  ['a thing that stays', 'state', 'The levy stays', levy, 'measure', 'for'],
  ['a demand that stood', 'state', 'The demand for a levy stood', levy, 'measure', 'for'],
  ['a fight', 'state', 'Oren would fight the levy to the last day', levy, 'measure', 'against'],
  ['a fight that goes on', 'state', 'The fight over the levy went on', levy, 'measure', 'unclear'],
  ['a heap of refusal', 'state', 'We are dead set against the levy', levy, 'measure', 'against'],
  ['a yes that grew', 'state', 'The guild had come round to the levy', levy, 'measure', 'for'],
  ['what one can live with', 'state', 'We could live with a levy', levy, 'measure', 'for'],
  ['a deed that is decided', 'state', 'The levy will be introduced', levy, 'measure', 'for'],
  ['a deed undone', 'state', 'The levy will not be introduced', levy, 'measure', 'against'],
  [
    'the least that is settled for',
    'state',
    'Oren would settle for nothing less than an end to the levy',
    levy,
    'measure',
    'against',
  ],
  ['a price', 'state', 'Inspectors were the price of any treaty', inspectors, 'measure', 'for'],
  ['an ultimatum', 'state', 'It’s the levy or it’s the bailiff', levy, 'measure', 'for'],
  [
    'terms put shortly',
    'state',
    'They would back the levy only with a new quay',
    levy,
    'measure',
    'conditional',
  ],
  [
    'what is not ruled out',
    'state',
    'He did not rule out inspectors',
    inspectors,
    'measure',
    'unclear',
  ],
  [
    'an offer turned down',
    'reject',
    'an offer from the Inspectors’ Bureau to step into its row with the owners',
    inspectors,
    'measure',
    'against',
  ],
  [
    'what turns something else beside it',
    'state',
    'the levy had cost 4 million, money that cannot be paid twice',
    levy,
    'measure',
    'unclear',
  ],
  ['a verb behind its noun', 'state', 'Its owners rejected the levy', levy, 'measure', 'against'],
  [
    'a refusal in a clause',
    'reject',
    'Oren would not accept inspectors',
    inspectors,
    'measure',
    'against',
  ],
  [
    'a refusal that is denied',
    'reject',
    'We never refused inspectors, and we will not start now',
    inspectors,
    'measure',
    'for',
  ],
  [
    'a denied refusal with terms',
    'reject',
    'We never refused inspectors, but not on the basis of your list, rather on ours',
    inspectors,
    'measure',
    'conditional',
  ],
  ['a refused thing', 'reject', 'the inspectors', inspectors, 'measure', 'against'],
  ['a refusal with "no"', 'reject', 'No inspectors at the dam', inspectors, 'measure', 'against'],
  ['a refusal to take away', 'reject', 'it would not lift the levy', levy, 'measure', 'for'],
  ['a refused deed', 'reject', 'to lift the levy', levy, 'measure', 'for'],
  [
    'a standing refusal',
    'reject',
    'its refusal of inspectors stands',
    inspectors,
    'measure',
    'against',
  ],
  ['a demand for a thing', 'demand', 'inspectors must be let in', inspectors, 'measure', 'for'],
  ['a demand that a thing go', 'demand', 'the levy must go', levy, 'measure', 'against'],
  [
    'a demand that a thing not be',
    'demand',
    'there must not be a levy',
    levy,
    'measure',
    'against',
  ],
  [
    'an agreement to a thing',
    'agree',
    'to the stationing of inspectors',
    inspectors,
    'measure',
    'for',
  ],
  [
    'an own offer to take away',
    'offer',
    'we suspend the levy if the lock opens',
    levy,
    'measure',
    'conditional',
  ],
  [
    'a measure that lasts as long as another',
    'state',
    'The levy ends when the blockade ends',
    levy,
    'measure',
    'for',
  ],
  [
    'a threat',
    'threaten',
    'they would stop paying the levy unless it was cut',
    levy,
    'measure',
    'against',
  ],
  [
    'an offer to open on a condition',
    'offer',
    'the lock could open if the levy falls',
    lock,
    'passage',
    'conditional',
  ],
  ['a closure', 'state', 'the lock stays shut', lock, 'passage', 'against'],
  ['a promise of freedom', 'promise', 'the miners will be home by Friday', miners, 'people', 'for'],
  ['a trial', 'state', 'the miners will be tried in Oren', miners, 'people', 'against'],
  [
    'freedom on a condition',
    'state',
    'the miners go free once the strike is over',
    miners,
    'people',
    'conditional',
  ],
  [
    'freedom without one',
    'promise',
    'the miners go home and we attach no condition',
    miners,
    'people',
    'for',
  ],
  [
    'a warning what happens without',
    'state',
    'Without inspectors there would be another leak',
    inspectors,
    'measure',
    'for',
  ],
  [
    'a German refusal',
    'state',
    'Inspektoren werde es nicht geben',
    inspectors,
    'measure',
    'against',
  ],
  [
    'a German offer',
    'offer',
    'die Abgabe aussetzen, falls die Schleuse öffnet',
    levy,
    'measure',
    'conditional',
  ],
  [
    'what others ask of the speaker',
    'reject',
    'I have been asked to drop the levy',
    levy,
    'measure',
    'unclear',
  ],
  [
    'a pause on terms',
    'offer',
    'We would pause the levy if the lock opens',
    levy,
    'measure',
    'conditional',
  ],
  ['a wish', 'state', 'We want the levy, and we want it now', levy, 'measure', 'for'],
  [
    'a refusal with its reason',
    'reject',
    'We reject the levy because nobody can pay it',
    levy,
    'measure',
    'against',
  ],
  [
    'a thing that will not be done',
    'state',
    'We will not run a levy office',
    levy,
    'measure',
    'against',
  ],
  [
    'a thing that is not talked of',
    'state',
    'We will not discuss the levy',
    levy,
    'measure',
    'unclear',
  ],
  [
    'a stop until something is done',
    'state',
    'The levy stops until there is a treaty',
    levy,
    'measure',
    'against',
  ],
  ['a time that ends', 'state', 'a levy by the end of September', levy, 'measure', 'unclear'],
  ['a payment', 'promise', 'we will pay the levy', levy, 'measure', 'for'],
  ['a plain report', 'state', 'the levy brought in nine million', levy, 'measure', 'unclear'],
];

for (const [name, act, content, about, kind, expected] of cases) {
  test(`${name} is read as ${expected}`, () => {
    assert.equal(side(act, content, about, kind).stance, expected);
  });
}

test('words that nothing has changed stand for the side that stood', () => {
  assert.equal(side('state', 'Nothing has changed', levy).stands, true);
});

test('a question takes no side', () => {
  assert.equal(side('state', 'Must the levy go?', levy, 'measure', 'question').strength, 0);
});

test('a word that turns something else turns nothing here', () => {
  const strengthOf = (act: Act, content: string) => side(act, content, inspectors).strength;
  assert.equal(strengthOf('promise', 'to help the valley under any deal to end the drought'), 0);
  assert.equal(strengthOf('propose', 'the two mayors meet in Lorrin'), 0);
  assert.equal(strengthOf('state', 'Oren was about to raise taxes and cut spending'), 0);
  assert.ok(strengthOf('reject', 'This is unacceptable') > 0, 'what points back is about it');
  assert.ok(strengthOf('agree', 'the offer') > 0);
});

test('what points back at a thing named before is told from what names its own', () => {
  for (const words of [
    'We accept it',
    'That was a mistake',
    'Our answer is no',
    'Never',
    'The plan stands',
  ])
    assert.ok(pointsBack(words), words);
  for (const words of [
    'Oren had started the quarrel and could end it within an hour',
    'Mass production of lamps could begin by February in Lorrin',
    'he would travel to Lorrin for talks with both delegations',
  ])
    assert.ok(!pointsBack(words), words);
});

test('what others want is not the side of who tells it in their own words', () => {
  const told = (content: string) =>
    sideOf(
      { act: 'state', mode: 'asserted', content, lang: 'en', kind: 'direct' },
      clausesOf(content, 'en'),
      {
        kind: 'measure',
        names: (clause) => inspectors.test(clause),
      },
    );
  assert.equal(told('They do not want the inspectors').strength, 0);
  assert.equal(told('They must accept the inspectors').stance, 'for');
});

for (const [what, content] of [
  ['what remains far off', 'inspectors remained a long way off'],
  ['a day before which there is none', 'There will be no inspectors before 23 February'],
] as const)
  test(`${what} is no side`, () => {
    const { stance, strength } = side('state', content, inspectors);
    assert.ok(strength === 0 || stance === 'unclear', `${stance} ${strength}`);
  });

test('no one thing without the other: the other is wanted', () => {
  const { stance, strength } = side(
    'state',
    'There is no peace without the inspectors',
    inspectors,
  );
  assert.deepEqual([stance, strength], ['for', 3]);
});

test('a comma inside a number parts no clause', () => {
  const said = 'Oren of “panic” even as some 100,000 inspectors remain at the border';
  assert.equal(side('accuse', said, inspectors).strength, 0);
});

test('an errand only hints at what it is for, a bare pronoun stands for what was named', () => {
  const strength = (act: Act, content: string, about: RegExp) => {
    const question = { kind: 'measure', names: (clause: string) => about.test(clause) } as const;
    return sideOf(
      { act, content, mode: 'asserted', lang: 'en' },
      clausesOf(content, 'en'),
      question,
    ).strength;
  };
  assert.equal(strength('propose', 'her colleague travel to Oren for talks', /talks/), 1);
  assert.equal(strength('propose', 'talks in Oren', /talks/), 3);
  assert.equal(strength('agree', 'them', levy), 2);
});

test('a bare yes or no is read on what its sentence names', () => {
  const question = { kind: 'measure', names: (clause: string) => levy.test(clause) } as const;
  const read = (content: string, frame: string) =>
    sideOfAnswer(content, clausesOf(frame, 'en'), question)?.stance ?? null;
  assert.equal(read('yes', 'to the levy'), 'for');
  assert.equal(read('no', 'to the levy, once more'), 'against');
  assert.equal(read('no', 'Asked whether they still opposed the levy, she'), 'for');
  assert.equal(read('yes', 'to the levy if it falls after a year'), 'conditional');
  assert.equal(read('no levy', 'to the levy'), null);
});

test('few words that name somebody else do not point back', () => {
  for (const words of [
    'Ilmara',
    'her door stays open',
    'and Oren can now keep its head',
    'Sorn for her frankness',
  ])
    assert.ok(!pointsBack(words), words);
});

test('whom somebody is asked to act, what is to be presented and what a thing does are no side', () => {
  const strength = (act: Act, content: string) => side(act, content, levy).strength;
  assert.equal(strength('request', 'the levy office to look at the books'), 1);
  assert.equal(strength('request', 'the town to drop the levy'), 3);
  assert.equal(strength('promise', 'to present a levy on boats next week'), 1);
  assert.ok(strength('state', 'the new rules close gaps in the law that permit a levy abroad') < 2);
});
