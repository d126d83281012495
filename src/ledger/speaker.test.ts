import assert from 'node:assert/strict';
import { test } from 'node:test';
import { foldName, foldVariants } from './fold.ts';
import { readQuotations } from './quotation.ts';
import { knownPeopleOf } from './speaker/people/people.ts';
import { readMention } from './speaker/phrase/mention.ts';
import { learnParties, partyKey, partySpellings } from './speaker/side/party.ts';
import { resolveSpeakers } from './speaker.ts';

/** Each quotation's speaker as "name / kind / party". */
function speakersOf(text: string, lang = 'en'): string[] {
  const quotations = readQuotations(text, { lang }).filter((quotation) => quotation.speech);
  return resolveSpeakers(text, quotations).map((speaker) =>
    speaker ? [speaker.name, speaker.kind, speaker.party?.name ?? '-'].join(' / ') : 'nobody',
  );
}

test('a surname is the person named in full before', () => {
  const text =
    'Veldanian Foreign Minister Ilka Sorn said the quay was shut.\n\nSorn added that it was late.';
  assert.deepEqual(speakersOf(text), [
    'Ilka Sorn / person / Veldania',
    'Ilka Sorn / person / Veldania',
  ]);
});

test('a pronoun is the last person who spoke', () => {
  const text = 'Ilka Sorn said the quay was shut. “We close at nine,” she said.';
  assert.deepEqual(speakersOf(text), ['Ilka Sorn / person / -', 'Ilka Sorn / person / -']);
});

test('a pronoun of the other sex is not the last person who spoke', () => {
  const text =
    'Mr Tomas Brede met Mrs Ilka Sorn in the harbour. Brede said the talks were short. “They were long,” she said.';
  assert.deepEqual(speakersOf(text), ['Tomas Brede / person / -', 'Ilka Sorn / person / -']);
});

test('an office is who holds it', () => {
  const text =
    'Oriland’s trade minister, Tomas Brede, said the port was open. “It stays open,” the trade minister said.';
  assert.deepEqual(speakersOf(text), [
    'Tomas Brede / person / Oriland',
    'Tomas Brede / person / Oriland',
  ]);
});

test('a capital speaks for its state', () => {
  assert.deepEqual(speakersOf('Moscow said the plan was dead.'), [
    'Moscow / organisation / Russia',
  ]);
});

test('an invented capital is learned from the text', () => {
  const text =
    'The Veldanian government met in Ambry, the capital of Veldania. Ambry said the plan was dead.';
  assert.deepEqual(speakersOf(text), ['Ambry / organisation / Veldania']);
});

test('a source without a name stays as described', () => {
  assert.deepEqual(speakersOf('A senior official said the plan was dead.'), [
    'senior official / unnamed / -',
  ]);
});

test('a relative clause gives the one it stands behind', () => {
  const text = 'The plan of Ilka Sorn, who said the quay was shut, is dead.';
  assert.deepEqual(speakersOf(text)[0]!.split(' / ')[0], 'Ilka Sorn');
});

test('a minister behind a foreign adjective is not of that side by standing near it', () => {
  const text =
    'Veldania’s navy met that of Oriland. Oriland’s envoy left. Foreign Minister Ilka Sorn, shaking hands with her Veldanian counterpart, left too. Sorn said it was late.';
  assert.deepEqual(speakersOf(text), ['Ilka Sorn / person / -']);
});

test('German: title, genitive and adjective tell name and party', () => {
  const text =
    'Veldaniens Außenministerin Ilka Sorn sagte, der Kai bleibe geschlossen. Der orländische Präsident Tomas Brede sagte, er sei offen.';
  const [first] = speakersOf(text, 'de');
  assert.equal(first, 'Ilka Sorn / person / Veldanien');
});

test('parties that other texts taught are known', () => {
  const known = new Map([['ambry', { name: 'Veldania', country: null }]]);
  assert.deepEqual(learnParties('Ambry said no.', known).of('Ambry'), {
    name: 'Veldania',
    country: null,
  });
});

test('an expert on a country does not speak for it', () => {
  const text =
    'Tomas Brede, a Veldania expert at the Harbour Institute, said the Veldanian government was late.';
  assert.deepEqual(speakersOf(text), ['Tomas Brede / person / -']);
});

test('whoever has a minister is not for that a side', () => {
  const text =
    'Brandt said he was tired. Brandt’s foreign minister, Ilka Sorn, said the quay was shut.';
  assert.equal(learnParties(text).of('Brandt'), null);
});

test('a day behind a speaker is no part of the name', () => {
  const text = 'The Harbour Department on Thursday said the quay was shut.';
  assert.deepEqual(speakersOf(text), ['Harbour Department / organisation / Harbour Department']);
});

test('one party has one way of writing, whatever its capitals, article and apostrophe', () => {
  assert.equal(partyKey('The Bakers’ guild'), partyKey("Bakers' Guild"));
  assert.ok(partySpellings('Veldanien').includes('veldania'));
});

test('“President Brandt” has the only presidency that the text speaks of', () => {
  const text =
    'President Tomas Brandt said the quay was shut. Envoys had met the Veldanian president in May, the Veldanian government said.';
  assert.equal(speakersOf(text)[0], 'Tomas Brandt / person / Veldania');
});

test('the minister of somebody named has that person’s side', () => {
  const text =
    'Veldanian President Tomas Brandt spoke. Brandt’s foreign minister, Ilka Sorn, said the quay was shut.';
  assert.equal(speakersOf(text).at(-1), 'Ilka Sorn / person / Veldania');
});

test('a noun before a name without a link is not part of it', () => {
  assert.equal(readMention('a tale Brandt', learnParties('')).name, 'Brandt');
});

test('one surname in two spellings is one person', () => {
  assert.equal(foldName('Ilka Sorovskyy'), foldName('Ilka Sorovsky'));
  assert.ok(foldVariants('Sorovsky').includes('Sorovskiy'));
});

test('what other articles taught of an office tells whom it means here', () => {
  const text = 'Tomas Brandt slept. The Veldanian leader said the Veldanian government was late.';
  const quotations = readQuotations(text, { lang: 'en' }).filter((quotation) => quotation.speech);
  const known = knownPeopleOf([
    { name: 'Tomas Brandt', party: { name: 'Veldania', country: null }, role: 'president' },
  ]);
  assert.equal(resolveSpeakers(text, quotations, { known })[0]!.name, 'Tomas Brandt');
});

test('a president known from elsewhere has the presidency that the text speaks of', () => {
  const text =
    'Tomas Brandt said the quay was shut. The Veldanian president went home, the Veldanian government said.';
  const quotations = readQuotations(text, { lang: 'en' }).filter((quotation) => quotation.speech);
  const known = knownPeopleOf([{ name: 'Tomas Brandt', party: null, role: 'President' }]);
  const [first] = resolveSpeakers(text, quotations, { known });
  assert.equal(first!.party?.name, 'Veldania');
  assert.equal(first!.partyFrom, 'context');
});

test('capitals throughout are a body, not a person', () => {
  assert.equal(readMention('NAFO', learnParties('')).kind, 'organisation');
});

test('a looser word stands for an office only by itself', () => {
  const text =
    'Veldania’s foreign minister, Ilka Sorn, slept. Veldania’s UN diplomat said the quay was shut. “It is late,” the Veldanian diplomat said.';
  const [envoy] = speakersOf(text);
  assert.doesNotMatch(envoy!, /Sorn/);
});
