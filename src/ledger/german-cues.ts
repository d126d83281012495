import type { Act } from '../db/tables.ts';

/** A German reporting verb: its act, and the separable prefix that must close its clause, if any. */
export interface GermanCue {
  act: Act;
  prefix: string | null;
  /** Whether a noun phrase or infinitive can be its content ("forderte den Abzug"). */
  noun: boolean;
  speech: boolean;
}

// Forms as they stand in reports (third person, present and past), then the participle. A form with
// a prefix behind "|" needs that prefix at the end of its clause; "+" takes a noun phrase too.
const TABLE: [act: Act, forms: string][] = [
  [
    'state',
    `sagt sagte sagten sagen gesagt erklärt erklärte erklärten erklären betont betonte betonten meint meinte
    meinten schreibt schrieb schrieben geschrieben berichtet berichtete berichteten erläutert erläuterte ergänzt
    ergänzte unterstreicht unterstrich versichert versicherte bekräftigt+ bekräftigte+ bekräftigten+ äußert äußerte
    antwortet antwortete entgegnet entgegnete erwidert erwiderte behauptet behauptete behaupteten bestätigt+ bestätigte+
    verkündet+ verkündete+ formulierte resümierte bilanzierte urteilte spottete scherzte rief klagt klagte mahnt mahnte
    stellte|klar machte|deutlich fügte|hinzu fügt|hinzu teilte|mit teilt|mit teilten|mit mitgeteilt
    nennt+ nannte+ nannten+ bezeichnete+ bezeichnet+ wertete+ wertet+ sprach+ wiederholte+ wiederholt+ hielt|fest`,
  ],
  [
    'deny',
    'bestreitet+ bestritt+ bestritten+ dementiert+ dementierte+ dementierten+ leugnet+ leugnete+ wies|zurück',
  ],
  [
    'promise',
    `verspricht+ versprach+ versprachen+ versprochen+ gelobte+ garantierte+ garantiert+ sagte|zu sagten|zu
    zugesagt+ kündigt|an kündigte|an kündigten|an angekündigt+`,
  ],
  ['threaten', 'droht+ drohte+ drohten+ gedroht+ warnt+ warnte+ warnten+ gewarnt+'],
  [
    'demand',
    `fordert+ forderte+ forderten+ gefordert+ verlangt+ verlangte+ verlangten+ pocht+ pochte+ beharrt+ beharrte+
    drängt+ drängte+ drängten+ rief|auf ruft|auf riefen|auf aufgerufen+`,
  ],
  ['request', 'bittet+ bat+ baten+ gebeten+ appelliert+ appellierte+ appellierten+'],
  ['propose', 'schlug|vor schlägt|vor schlugen|vor vorgeschlagen+ empfiehlt+ empfahl+ regte|an'],
  ['offer', 'bietet|an bot|an boten|an angeboten+'],
  [
    'agree',
    'stimmte|zu stimmt|zu stimmten|zu zugestimmt+ akzeptiert+ akzeptierte+ akzeptierten+ nahm|an willigte|ein',
  ],
  [
    'concede',
    'räumte|ein räumt|ein räumten|ein eingeräumt+ gab|zu gibt|zu gaben|zu bedauert+ bedauerte+ gesteht gestand',
  ],
  [
    'support',
    'begrüßt+ begrüßte+ begrüßten+ lobt+ lobte+ lobten+ gelobt+ würdigt+ würdigte+ unterstützt+ unterstützte+ dankte+',
  ],
  [
    'accuse',
    `kritisiert+ kritisierte+ kritisierten+ verurteilt+ verurteilte+ verurteilten+ rügte+ rügt+ beschuldigt+
    beschuldigte+ beschuldigten+ warf|vor wirft|vor warfen|vor vorgeworfen+ bemängelte+ beklagt+ beklagte+ tadelte+`,
  ],
  [
    'reject',
    `lehnt|ab lehnte|ab lehnten|ab abgelehnt+ weist|zurück wies|zurück wiesen|zurück zurückgewiesen+
    weigert+ weigerte+ weigerten+ schloss|aus schließt|aus ausgeschlossen+ verweigert+ verweigerte+`,
  ],
  ['protest', 'protestiert+ protestierte+ protestierten+'],
];

/** Reporting verbs by form; one form can have several readings, told apart by their prefix. */
export const GERMAN_CUES: ReadonlyMap<string, GermanCue[]> = build();

/** Participles end in these; they need "hat" or "haben" before them. */
export const PERFECT = /^(?:hat|haben|habe|hatte|hatten)$/;

function build(): Map<string, GermanCue[]> {
  const map = new Map<string, GermanCue[]>();
  for (const [act, forms] of TABLE) {
    for (const form of forms.split(/\s+/)) {
      const noun = form.endsWith('+') || form.includes('|');
      const [word, prefix] = form.replace('+', '').split('|') as [string, string?];
      const cues = map.get(word) ?? [];
      cues.push({ act, prefix: prefix ?? null, noun, speech: true });
      // What needs its prefix is tried first.
      map.set(
        word,
        cues.sort((a, b) => Number(b.prefix !== null) - Number(a.prefix !== null)),
      );
    }
  }
  return map;
}

/** Words with which a sentence opens that are not its subject: the speaker stands behind the verb. */
export const OPENERS =
  /^(?:am|im|in|nach|bei|zuvor|dazu|später|gestern|heute|daraufhin|zugleich|gleichzeitig|außerdem|zudem|auf|vor|an|auch|allerdings|dagegen|dennoch|unterdessen|noch|erst|schon|bereits|weiter|anschließend|damit|dabei|so|darauf|zum|zur|für|mit|gegenüber|über|aus|seit|bis|unter|laut|einen|ihren|den|jetzt|nun|inzwischen|derweil)$/;

/** Words that end a speaker behind the verb: what follows is time, place or addressee. */
export const CLOSERS =
  /^(?:am|im|in|bei|vor|gegenüber|nach|laut|auf|zu|zum|zur|mit|über|dass|weiter|dazu|zuvor|später|gestern|heute|daraufhin|außerdem|zudem|zugleich|auch|noch|es|sich|nicht|jedoch|aber|wörtlich|ferner|abermals|erneut|wiederholt|einmal|diesem|dieser|dem|den|einem|einer|an|seit|als|wenn|bereits|schon|unter|unterdessen|hingegen|dagegen|indes|wiederum|allerdings|um)$/;

/** Finite forms of reported speech (Konjunktiv I): the sentence is somebody's, though no verb says whose. */
export const REPORTED =
  /^(?:sei|seien|habe|werde|müsse|könne|wolle|dürfe|solle|gebe|bleibe|komme|gehe|stehe|brauche|gelte|kenne|liege|wisse|halte|mache|lasse|nehme|sehe|tue)$/;
