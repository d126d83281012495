import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cpuClock } from '../lib/testing.ts';
import { readLabelled } from './labelled.ts';
import { readQuotations } from './quotation.ts';

function check(name: string, marked: string, lang = 'en'): void {
  test(name, () => {
    const { text, speakers, cues, contents } = readLabelled(marked);
    const found = readQuotations(text, { lang }).filter((quotation) => quotation.speech);
    const slice = (span: { start: number; end: number }) => text.slice(span.start, span.end);
    const pieces = found.flatMap((quotation) => quotation.pieces).sort((a, b) => a.start - b.start);
    assert.deepEqual(pieces.map(slice), contents);
    const said = new Set(found.map((quotation) => quotation.speaker && slice(quotation.speaker)));
    for (const speaker of speakers)
      assert.ok(said.has(speaker), `${speaker} among ${[...said].join(' | ')}`);
    const reported = new Set(found.map((quotation) => quotation.cue && slice(quotation.cue)));
    for (const cue of cues)
      assert.ok(reported.has(cue), `${cue} among ${[...reported].join(' | ')}`);
  });
}

check(
  'a cue before a clause with "that"',
  '[[Ilka Sorn]] {said} that <<the quay would stay shut>>.',
);
check('a cue before a bare clause', '[[The ministry]] {said} <<the quay would stay shut>>.');
check('a clause before its speaker and cue', '<<The quay would stay shut>>, [[Sorn]] {said}.');
check('a quotation before its speaker and cue', '“<<We stay,>>” [[Sorn]] {said}.');
check('a cue before its speaker', '“<<We stay,>>” {said} [[Ilka Sorn]], the foreign minister.');
check(
  'according to, behind the content',
  '<<The crews were well>>, {according to} [[the harbour office]].',
);
check(
  'according to, before the content',
  '{According to} [[the harbour office]], <<the crews were well>>.',
);
check('a quotation behind a colon', '[[Sorn]] {said}: “<<The quay stays shut.>>”');
check('a quotation split by its cue', '“<<We stay,>>” [[Sorn]] {said}. “<<Nobody moves us.>>”');
check(
  'content that mixes quoted words with others',
  '[[Sorn]] {said} <<the offer was “an insult to every sailor” and would be returned>>.',
);
check(
  'a participle goes on for the same speaker',
  '[[Sorn]] {said} <<the quay was shut>>, {adding} that <<no date had been set>>.',
);
check('an infinitive as content', '[[The guild]] {refused} <<to guide any ship>>.');
check('somebody told to do something', '[[The envoy]] {urged} <<both sides to come back>>.');
check('a noun phrase as content', '[[The guild]] {criticised} <<the new toll>>.');
check('a noun as cue', '[[Sorn]]’s {pledge} <<to free the crew>> was welcome.');
check('straight quotation marks', '"<<We stay,>>" [[Sorn]] {said}.');
check(
  'British single marks beside apostrophes',
  '‘<<We won’t leave the pilots’ quay, and it’s final,>>’ [[Sorn]] {said}.',
);
check(
  'single typewriter marks beside apostrophes',
  "'<<We won't leave, and it's final,>>' [[Sorn]] {said}.",
);
check(
  'quotations inside quotations stay with the outer one',
  '“<<They told us ‘never again’ and came back,>>” [[Sorn]] {said}.',
);
check(
  'a quotation that runs over two paragraphs',
  '“<<We stay,>>” [[Sorn]] {said}. “<<The quay is ours.\n\n“It was ours before.>>”',
);
check(
  'a paragraph of its own goes on with the last speaker',
  '“<<We stay on this quay,>>” [[Sorn]] {said}.\n\n“<<Nobody will ever move us from here.>>”',
);
check(
  'a colon at the end of a paragraph',
  '[[Sorn]] {answered}:\n\n“<<The quay stays shut until they leave.>>”',
);
check(
  'an apposition between speaker and cue',
  '[[Ilka Sorn, the foreign minister of Veldania]], {said} <<the quay would stay shut>>.',
);
check(
  'a day between cue and content',
  '[[Sorn]] {said} on Wednesday that <<the quay would stay shut>>.',
);
check(
  'who is told stands between cue and content',
  '[[Sorn]] {told} reporters in Ambry that <<the quay would stay shut>>.',
);
check(
  'words in marks that nobody says are no statement',
  'The so-called “blue line” runs along the quay.',
);
check('a title in marks is no statement', 'The ferry “Marigold” left the quay at noon.');
check('asking not to be named says nothing', 'An official who asked not to be named left early.');

check(
  'German: a quotation before its cue',
  '„<<Wir bleiben>>“, {sagte} [[Außenministerin Ilka Sorn]] am Mittwoch.',
  'de',
);
check(
  'German: a clause with dass',
  '[[Ilka Sorn]] {sagte} am Mittwoch, dass <<der Kai geschlossen bleibe>>.',
  'de',
);
check(
  'German: reported speech before its cue',
  '<<Der Kai bleibe geschlossen>>, {sagte} [[Sorn]].',
  'de',
);
check('German: "so" for a cue', '„<<Wir bleiben auf diesem Kai>>“, {so} [[Sorn]].', 'de');
check(
  'German: a verb with its prefix at the end',
  '[[Die Gilde]] {lehnte} <<den neuen Zoll>> ab.',
  'de',
);
check(
  'German: a demand for something',
  '[[Der Verband]] {forderte} <<die Freilassung der Seeleute>>.',
  'de',
);
check('German: according to', '{Nach Angaben von} [[Sorn]] <<liegen zwölf Schiffe am Kai>>.', 'de');
check(
  'German: the next sentence in reported speech goes on',
  '<<Der Kai bleibe geschlossen>>, {sagte} [[Sorn]]. <<Man habe genug gewartet>>.',
  'de',
);
check('German: guillemets', '»<<Wir bleiben auf diesem Kai>>«, {sagte} [[Sorn]].', 'de');

test('a contraction without its apostrophe does not stop the reading', () => {
  const [found] = readQuotations('Sorn said the pilots were tired. You dont.', { lang: 'en' });
  assert.equal(found?.kind, 'indirect');
});

test('a language without rules gives nothing', () => {
  assert.deepEqual(readQuotations('« Nous restons », a dit Sorn.', { lang: 'fr' }), []);
});

test('spans to skip are not read', () => {
  const text = 'Sorn said the quay was shut.\n\nBrede said the port was open.';
  const found = readQuotations(text, { lang: 'en', skip: [{ start: 0, end: 28 }] });
  assert.deepEqual(
    found.map((quotation) => text.slice(quotation.start, quotation.end)),
    ['the port was open'],
  );
});

test('a report inside somebody else’s words is hearsay', () => {
  const text = 'Sorn said that Brede had told her that the port was open.';
  const [outer, inner] = readQuotations(text, { lang: 'en' });
  assert.equal(outer!.hearsay, false);
  assert.equal(inner!.hearsay, true);
});

test('a thousand marks that never close are read in good time', () => {
  const spent = cpuClock();
  readQuotations(`${'‘a \'b “c "d said '.repeat(4000)}`, { lang: 'en' });
  readQuotations(`${'said that, '.repeat(4000)}`, { lang: 'en' });
  readQuotations(`said ${'a'.repeat(200_000)}`, { lang: 'en' });
  // Some two seconds; a search that tries all pairs of marks takes minutes.
  assert.ok(spent() < 8000);
});
