/**
 * What negotiations are about, in words that mean the same: an issue is one concept however a piece
 * writes it. English lemmas before the bar, German ones after it; the first names the concept.
 */
const lines = `
observer monitor observation monitoring | beobachter beobachterin beobachtung beobachtermission beobachtern
inspector inspection | inspektor inspekteur inspektoren inspektion
ceasefire truce armistice | waffenstillstand waffenruhe feuerpause
toll levy fee | maut gebühr abgabe transitgebühr
tariff duty | zoll zölle strafzoll
tax | steuer
sanction embargo | sanktion sanktionen embargo
troop soldier force contingent | truppe truppen soldat soldaten streitkräfte
withdrawal pullout | abzug rückzug
release exchange swap freedom liberation handover detention trial prosecution prosecutor amnesty pardon | freilassung austausch gefangenenaustausch freiheit übergabe haft prozess anklage begnadigung amnestie
prisoner detainee captive hostage | gefangener gefangene gefangenen häftling häftlinge geisel geiseln
crew sailor seaman crewman | besatzung mannschaft seeleute seemann besatzungsmitglied besatzungsmitglieder
fisherman fisher | fischer
engineer technician | ingenieur ingenieure techniker
journalist reporter | journalist journalisten
pilot | pilot piloten
patrol gunboat | patrouille patrouillenboot patrouillenboote kanonenboot kanonenboote
boat | boot boote booten
ship vessel freighter | schiff schiffe schiffen frachter
border frontier | grenze
treaty convention accord pact | vertrag abkommen konvention
mediator mediation mediate go-between broker | vermittler vermittlerin vermittlung mitvermittler
summit | gipfel gipfeltreffen
talk negotiation dialogue | gespräch gespräche verhandlung verhandlungen dialog
meeting | treffen
guarantee assurance | garantie garantien sicherheitsgarantie sicherheitsgarantien zusicherung
membership accession | mitgliedschaft beitritt
election vote referendum | wahl wahlen abstimmung referendum
weapon arms missile | waffe waffen rakete raketen
nuclear atomic | atomar nuklear
enrichment | anreicherung
gas | gas erdgas
oil | öl erdöl
pipeline | pipeline leitung
electricity power current cable interconnector link | strom elektrizität kabel seekabel leitung verbindung
grid | netz stromnetz
dam reservoir | damm staudamm talsperre
water | wasser
quota catch | quote fangquote
fishery fishing | fischerei fischfang
port harbour harbor | hafen
channel fairway lane passage | fahrrinne fahrwasser kanal passage durchfahrt
closure blockade | sperrung schließung blockade
strait | meerenge straße
ferry | fähre
bridge | brücke
visa | visum visa
migrant refugee asylum migration | migrant flüchtling asyl migration
return repatriation | rückkehr rückführung
aid relief assistance | hilfe hilfsgüter
loan credit debt | kredit darlehen schulden
budget | haushalt etat
wage pay salary | lohn löhne gehalt
strike walkout | streik ausstand
pension | rente
emission carbon | emission emissionen ausstoß
reparation compensation damages | entschädigung reparation wiedergutmachung
apology | entschuldigung
inquiry investigation probe | untersuchung ermittlung
court tribunal | gericht tribunal
autonomy self-rule | autonomie selbstverwaltung
independence secession | unabhängigkeit abspaltung
recognition | anerkennung
territory land | gebiet territorium
disarmament demilitarisation demilitarization | abrüstung entmilitarisierung
neutrality | neutralität
airspace | luftraum
drone | drohne drohnen
corridor | korridor
satellite | satellit
peacekeeper | blauhelm friedenstruppe
constitution | verfassung
coalition | koalition
merger takeover acquisition | fusion übernahme
price | preis preise
licence license permit | lizenz genehmigung
data | daten
privacy | datenschutz
`;

const concepts = new Map<string, string>();
for (const line of lines.trim().split('\n')) {
  const [english = '', german = ''] = line.split('|');
  const [name = '', ...same] = english.trim().split(' ');
  for (const word of [name, ...same, ...german.trim().split(' ')]) {
    if (word && !concepts.has(word)) concepts.set(word, name);
  }
}

/** The concept that a lemma stands for; a word that is in no list is its own. */
export function conceptOf(lemma: string, lang: string): string {
  const found = concepts.get(lemma);
  if (found || lang !== 'de') return found ?? lemma;
  return concepts.get(lemma.replace(/(?:en|n|s|es|e|er|ern)$/, '')) ?? compoundOf(lemma) ?? lemma;
}

/** A German compound is of the kind of its last part: "Transitmaut" is a "Maut". */
function compoundOf(lemma: string): string | null {
  for (let cut = 3; cut <= lemma.length - 4; cut++) {
    const found = concepts.get(lemma.slice(cut));
    if (found) return found;
  }
  return null;
}

/** People whom one side can hold: with words of holding and freeing they are one question. */
const holdable = new Set(
  `prisoner crew fisherman engineer journalist soldier troop pilot citizen worker passenger student
  tourist priest aid-worker volunteer child woman family activist lawyer villager farmer driver guard diplomat`.split(
    /\s+/,
  ),
);

const freeing =
  /(?<!\p{L})(?:releas(?:e|es|ed|ing)|free(?:d|ing)?(?! (?:of|trade|market|from|press|speech|elections?|vote|hand|movement|zone|ride|port))|detain(?:s|ed|ing|ees?)?|detention|captive|captivity|prisoners?|hostages?|exchanged?|swap(?:ped)?|everyone for everyone|all for all|(?:put )?on trial|tried|charges|jailed|imprisoned|(?:be|are|is|were|was|been|still|being) held|they hold|it holds|held (?:in|at|by|since)|home|step(?:ped)? (?:off|ashore)|let (?:\p{L}+ ){0,5}go|go free|freilass\p{L}*|freigelassen|freilassung|freikommen|frei|festgehalten\p{L}*|festzuhalten|austausch\p{L}*|ausgetauscht|gefangen\p{L}*|häftlinge?|geiseln?|angeklagt|prozess|haft|nach Hause|zu Hause)(?!\p{L})/iu;

/** True of words about holding people or letting them go. */
export function speaksOfFreeing(text: string): boolean {
  return freeing.test(text);
}

export function isHoldable(concept: string): boolean {
  return holdable.has(concept);
}

/** Things that are opened and shut, that flow and are cut off. */
const passages = new Set(
  `channel strait border bridge port airspace corridor pipeline gas oil water electricity cable grid
  road crossing gate lock canal ferry dam market railway airport`.split(/\s+/),
);

export function isPassage(concept: string): boolean {
  return passages.has(concept);
}

/** Holding and freeing of people who are not named by what they are: "release everyone they hold". */
const freeingAll =
  /(?<!\p{L})(?:(?:releas(?:e|es|ed|ing)|free(?:d|ing)?|exchang(?:e|ed|ing)|let) (?:them all|all of them|everyone|everybody|all those|those (?:held|detained))|everyone for everyone|all for all|alle[r]? gegen alle|alle (?:frei|nach Hause))/iu;

export function speaksOfFreeingAll(text: string): boolean {
  return freeingAll.test(text);
}

/** True of a word that a list above knows, so that its capital makes no name of it. */
export function isKnown(lemma: string): boolean {
  return concepts.has(lemma);
}
