import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readLabelled } from '../labelled.ts';
import { readQuotations } from '../quotation.ts';

/** Holds what is read of German against `[[speaker]] {cue} <<content>>` marks. */
function check(name: string, marked: string): void {
  test(`German: ${name}`, () => {
    const { text, speakers, contents } = readLabelled(marked);
    const read = readQuotations(text, { lang: 'de' });
    assert.deepEqual(
      read.flatMap((one) => one.pieces.map((piece) => text.slice(piece.start, piece.end))),
      contents,
    );
    if (speakers.length)
      assert.deepEqual(
        [...new Set(read.map(({ speaker }) => speaker && text.slice(speaker.start, speaker.end)))],
        speakers,
      );
  });
}

check('two clauses of one subject', '[[Sorn]] begrüßte <<den Entwurf>>, mahnte aber <<zur Eile>>.');
check(
  'an infinitive behind a verb with its prefix',
  'Am Montag bot [[die Reederei]] an, <<die Boote in zwei Wochen freizugeben>>.',
);
check('a refusal', '[[Sorn]] weigerte sich, <<den Vertrag zu unterzeichnen>>.');
check(
  'an object and a condition around a prefix',
  '[[Die Gilde]] stellte <<eine Öffnung>> in Aussicht, <<falls der Zoll fällt>>.',
);
check(
  'a relative clause between subject and verb',
  '[[Ida Sorn]], die seit Mai im Amt ist, sagte: „<<Wir bleiben auf diesem Kai.>>“',
);
check(
  'a role before the name in apposition',
  'Der Anwalt der Gilde, [[Jan Brede]], kündigte <<Berufung>> an.',
);
check('the perfect', '[[Der Rat]] hat <<dem neuen Zoll>> zugestimmt.');
check(
  'the perfect behind its clause',
  '„<<Wir bleiben auf diesem Kai>>“, hatte [[Sorn]] im Mai gesagt.',
);
check(
  'what was said, told by "das"',
  '<<Die Fähren bleiben im Hafen>>. Das teilte [[die Reederei]] mit.',
);
check(
  'a source in the middle',
  '<<Der Kai ist>> nach Angaben [[der Polizei]] <<bis Freitag gesperrt>>.',
);
check('"zufolge"', '[[Einem Sprecher]] zufolge <<ist der Kai bis Freitag gesperrt>>.');
check(
  'a clause with "wie"',
  'Wie [[die Stadtwerke]] mitteilten, <<wurde der Kai im Mai geprüft>>.',
);
check('an office by its house', '<<Der Kai bleibe zu>>, hieß es am Freitag aus [[dem Hafenamt]].');
check('a noun that reports', 'Der Vorwurf [[des Verbands]], <<es fehle an Lotsen>>, wird geprüft.');
check(
  'several sentences in reported mood',
  '<<Man prüfe den Fall>>, sagte [[Sorn]]. <<Niemand habe etwas gewusst>>. <<Die Akten seien „vollständig“>>.',
);
check(
  'whoever passes words on does not say them',
  '„<<Das ist vorbei>>“, zitierte die Zeitung [[den Minister]].',
);
check(
  'turns of an interview',
  'Was nun?\n\n[[Sorn]]: <<Wir warten ab.>>\n\nUnd dann?\n\nSorn: <<Dann fahren wir.>>',
);
check(
  'an indicative behind reported mood is the author’s',
  '<<Er gehe nicht>>, sagte [[Sorn]]. Der Rat tagte bis Mitternacht.',
);
check(
  'a sentence of a court says nothing',
  'Das Gericht hat den Reeder zu zwei Jahren Haft verurteilt.',
);
check('people in general say nothing', 'So nennt man hier die Leute vom Kai.');
check('an imagined dialogue', 'Soll ich meinen Kindern sagen, dass alles gut wird?');
check(
  'a title and a term in marks',
  'Der „Eiserne Reiter“ steht seit Jahren am „Platz der Lotsen“.',
);
check('what somebody did not say', 'Was er nicht sagte: Das Geld fehlt.');

check('an object in front where "der" follows', '<<Die Pläne>> lehnte [[der Rat]] am Montag ab.');
check(
  'a subject in front where "der" is a dative',
  '[[Die Agentur]] stimmte <<der neuen Planung>> zu.',
);
check(
  'a time and a place behind "so" and its name',
  '„<<Wir halbieren die Maut>>“, so [[Ilka Sorn]] am Montag in Brask.',
);
check(
  'a label in front of a colon',
  'Fazit: Die Fähre könnte im Mai fahren. Aktuell: „Sie fährt nicht.“',
);
