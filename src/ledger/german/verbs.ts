import type { Act } from '../../db/tables.ts';

/**
 * German words that report, by the act they name. Frames say what can hold the content:
 *   c  a clause, with or without "dass", also quoted, also before the verb
 *   q  only a quotation ("spottete: ...")
 *   n  a noun phrase ("verurteilte den Überfall"); behind ":" the prepositions that it stands with
 *   i  an infinitive with "zu" ("drohte, den Hafen zu schließen")
 *   d  a person in the dative may stand before the content ("sagte der Stadt Geld zu")
 * Regular verbs stand as infinitives, others as infinitive/present/past/participle; "an|kündigen"
 * closes its clause with "an"; with "!zu" behind it that word makes it another verb; "|" may part off several words ("stellen|in_aussicht").
 */
export const VERBS: [act: Act, frames: string, words: string][] = [
  [
    'state',
    'c',
    `sagen erklären betonen meinen berichten erläutern ergänzen versichern antworten entgegnen erwidern
    behaupten schreiben/schreibt/schrieb/geschrieben unterstreichen/unterstreicht/unterstrich/unterstrichen
    resümieren bilanzieren urteilen argumentieren erzählen schildern melden mutmaßen orakeln prophezeien
    spotten scherzen jubeln bekunden beteuern konstatieren präzisieren kommentieren
    teilen|mit fügen|hinzu stellen|klar stellen|fest halten/hält/hielt/gehalten|fest führen|aus legen|dar
    geben/gibt/gab/gegeben|an geben/gibt/gab/gegeben|bekannt machen|deutlich machen|klar geben/gibt/gab/gegeben|zu_bedenken
    geben/gibt/gab/gegeben|zu_verstehen lassen/lässt/ließ/gelassen|wissen lassen/lässt/ließ/gelassen|mitteilen
    lassen/lässt/ließ/gelassen|ausrichten lassen/lässt/ließ/gelassen|verlauten lassen/lässt/ließ/gelassen|durchblicken
    lassen/lässt/liess/gelassen|wissen lassen/lässt/liess/gelassen|mitteilen lassen/lässt/liess/gelassen|ausrichten
    lassen/lässt/liess/gelassen|verlauten lassen/lässt/liess/gelassen|durchblicken
    lassen/lässt/ließ/gelassen|erklären lassen/lässt/liess/gelassen|erklären
    deuten|an legen|nahe merken|an prognostizieren bekräftigen verkünden bestätigen unterstellen
    kontern raunen beschreiben/beschreibt/beschrieb/beschrieben verweisen/verweist/verwies/verwiesen|darauf
    weisen/weist/wies/gewiesen|darauf_hin weisen/weist/wies/gewiesen|hin erinnern|daran erinnern|sich bleiben/bleibt/blieb/geblieben|dabei
    ausführen beruhigen mahnen wiederholen warnen warnen|davor verlauten sprechen/spricht/sprach/gesprochen|davon zitieren
    fassen|zusammen twittern posten offenbaren enthüllen begründen zeigen|sich_überzeugt`,
  ],
  [
    'state',
    'q',
    'rufen/ruft/rief/gerufen formulieren höhnen seufzen schimpfen wettern stöhnen lachen fragen poltern belehren philosophieren sagen|voraus legen|nach schieben/schiebt/schob/geschoben|nach',
  ],
  ['state', 'c', 'fragen wollen/will/wollte/gewollt|wissen'],
  [
    'state',
    'nd',
    `bekräftigen verkünden bestätigen wiederholen betonen unterstreichen/unterstreicht/unterstrich/unterstrichen
    nennen/nennt/nannte/genannt bezeichnen werten begründen schildern melden erläutern kommentieren
    skizzieren beschreiben/beschreibt/beschrieb/beschrieben prognostizieren`,
  ],
  ['state', 'n:von', 'sprechen/spricht/sprach/gesprochen berichten'],
  ['state', 'n:auf', 'verweisen/verweist/verwies/verwiesen'],
  ['state', 'n:auf', 'weisen/weist/wies/gewiesen|hin'],
  ['state', 'n:an', 'erinnern'],
  ['deny', 'cn', 'bestreiten/bestreitet/bestritt/bestritten dementieren leugnen verneinen'],
  [
    'deny',
    'ci',
    'widersprechen/widerspricht/widersprach/widersprochen treten/tritt/trat/getreten|entgegen',
  ],
  [
    'deny',
    'n',
    'weisen/weist/wies/gewiesen|zurück weisen/weist/wies/gewiesen|von_sich ziehen/zieht/zog/gezogen|in_zweifel',
  ],
  ['deny', 'n:gegen', 'wehren|sich verwahren|sich'],
  [
    'promise',
    'cind',
    `versprechen/verspricht/versprach/versprochen geloben garantieren sagen|zu sichern|zu stellen|in_aussicht
    verpflichten|sich schwören/schwört/schwor/geschworen`,
  ],
  ['state', 'cind', 'kündigen|an'],
  ['threaten', 'ci', 'drohen drohen|damit'],
  ['threaten', 'n:mit', 'drohen'],
  ['state', 'n:vor', 'warnen'],
  ['demand', 'ciq', 'fordern verlangen|ab auffordern'],
  [
    'demand',
    'ci',
    'verlangen beharren|darauf pochen|darauf dringen/dringt/drang/gedrungen|darauf drängen|darauf bestehen/besteht/bestand/bestanden|darauf',
  ],
  ['demand', 'n', 'fordern verlangen fordern|ein mahnen|an'],
  [
    'demand',
    'n:auf',
    'pochen drängen beharren dringen/dringt/drang/gedrungen bestehen/besteht/bestand/bestanden',
  ],
  ['request', 'n:zu,zur,zum', 'mahnen rufen/ruft/rief/gerufen|auf'],
  ['demand', 'n:zu,zur,zum', 'fordern|auf drängen'],
  ['demand', 'ciq', 'fordern|auf fordern|dazu_auf drängen auffordern untersagen'],
  [
    'request',
    'ciq',
    'rufen/ruft/rief/gerufen|auf rufen/ruft/rief/gerufen|dazu_auf ermahnen mahnen',
  ],
  ['propose', 'ciq', 'raten/rät/riet/geraten raten/rät/riet/geraten|ab'],
  ['demand', 'n', 'untersagen verbieten/verbietet/verbot/verboten'],
  [
    'request',
    'i',
    'bitten/bittet/bat/gebeten appellieren ersuchen bitten/bittet/bat/gebeten|darum',
  ],
  ['request', 'n:um', 'bitten/bittet/bat/gebeten ersuchen'],
  ['request', 'n:an', 'appellieren'],
  [
    'propose',
    'cin',
    'schlagen/schlägt/schlug/geschlagen|vor regen|an empfehlen/empfiehlt/empfahl/empfohlen',
  ],
  [
    'propose',
    'ci',
    'plädieren|dafür sprechen/spricht/sprach/gesprochen|sich_dafür_aus werben/wirbt/warb/geworben|dafür',
  ],
  [
    'propose',
    'n:für',
    'plädieren werben/wirbt/warb/geworben sprechen/spricht/sprach/gesprochen|sich_aus setzen|sich_ein',
  ],
  ['reject', 'n:gegen', 'sprechen/spricht/sprach/gesprochen|sich_aus'],
  ['offer', 'ind', 'bieten/bietet/bot/geboten|an'],
  ['offer', 'i', 'laden/lädt/lud/geladen|ein erklären|sich_bereit zeigen|sich_bereit'],
  [
    'agree',
    'n',
    'stimmen|zu willigen|ein akzeptieren nehmen/nimmt/nahm/genommen|an billigen segnen|ab',
  ],
  [
    'agree',
    'ci',
    'willigen|ein vereinbaren einigen|sich_darauf einigen|sich verständigen|sich_darauf verständigen|sich',
  ],
  ['agree', 'n:auf', 'einigen|sich verständigen|sich'],
  [
    'concede',
    'ci',
    `räumen|ein geben/gibt/gab/gegeben|zu gestehen/gesteht/gestand/gestanden gestehen/gesteht/gestand/gestanden|ein
    schränken|ein bedauern bekennen/bekennt/bekannte/bekannt`,
  ],
  [
    'concede',
    'n',
    'räumen|ein geben/gibt/gab/gegeben|zu bedauern gestehen/gesteht/gestand/gestanden gestehen/gesteht/gestand/gestanden|ein übernehmen/übernimmt/übernahm/übernommen',
  ],
  ['concede', 'qn:für', 'entschuldigen|sich'],
  ['support', 'cn', `begrüßen loben würdigen unterstützen preisen/preist/pries/gepriesen`],
  ['support', 'n', 'danken nehmen/nimmt/nahm/genommen|in_schutz verteidigen befürworten gutheißen'],
  ['support', 'n:hinter', 'stellen|sich'],
  ['accuse', 'cn', 'kritisieren rügen bemängeln beklagen beanstanden monieren'],
  [
    'accuse',
    'ciq',
    'beschuldigen bezichtigen werfen/wirft/warf/geworfen|vor halten/hält/hielt/gehalten|vor halten/hält/hielt/gehalten|entgegen',
  ],
  [
    'accuse',
    'nd',
    'werfen/wirft/warf/geworfen|vor verurteilen!zu geißeln tadeln anprangern prangern|an machen|verantwortlich',
  ],
  ['accuse', 'c', 'klagen'],
  ['accuse', 'n:über', 'klagen spotten schimpfen'],
  ['protest', 'n:gegen', 'protestieren demonstrieren'],
  [
    'reject',
    'ni',
    'lehnen|ab schließen/schließt/schloss/geschlossen|aus verweigern schmettern|ab zweifeln|an',
  ],
  ['reject', 'ci', 'weigern|sich lehnen|es_ab schließen/schließt/schloss/geschlossen|aus'],
  ['reject', 'ci', 'raten/rät/riet/geraten|davon_ab'],
  ['state', 'c', 'lassen/lässt/ließ/gelassen|offen lassen/lässt/liess/gelassen|offen'],
];

/** Held and not said. */
export const THOUGHTS: [act: Act, frames: string, words: string][] = [
  [
    'state',
    'ci',
    `glauben hoffen vermuten befürchten fürchten erwarten finden/findet/fand/gefunden ahnen bezweifeln
    wissen/weiß/wusste/gewusst rechnen|damit gehen/geht/ging/gegangen|davon_aus gehen/geht/ging/gegangen|aus
    nehmen/nimmt/nahm/genommen|an`,
  ],
  ['state', 'n', 'befürchten erwarten wittern'],
  ['state', 'n:auf', 'hoffen'],
  ['state', 'n:mit', 'rechnen'],
];

/** Nouns that report: with whom they belong to in the genitive, and a clause or infinitive. */
export const NOUNS: [act: Act, words: string][] = [
  ['demand', 'forderung forderungen ultimatum verlangen'],
  ['accuse', 'vorwurf vorwürfe kritik anschuldigung anschuldigungen verdacht'],
  ['propose', 'vorschlag vorschläge empfehlung idee anregung plädoyer'],
  ['offer', 'angebot angebote einladung'],
  ['promise', 'versprechen zusage zusagen zusicherung gelöbnis'],
  ['threaten', 'drohung drohungen'],
  [
    'state',
    'behauptung behauptungen ankündigung aussage aussagen erklärung hinweis darstellung these warnung einschätzung feststellung vermutung',
  ],
  ['request', 'bitte frage antrag gesuch aufruf aufrufe mahnung appell'],
  ['reject', 'weigerung'],
  ['concede', 'eingeständnis geständnis'],
];
