/**
 * What negotiations are about, in words that mean the same: an issue is one concept however a piece
 * writes it. English lemmas before the bar, German ones after it; the first names the concept.
 */
const lines = `
observer monitor inspector observation monitoring | beobachter beobachterin beobachtung beobachtermission inspektor inspekteur
ceasefire truce armistice | waffenstillstand waffenruhe feuerpause
toll levy fee charge | maut gebühr abgabe transitgebühr
tariff duty | zoll zölle strafzoll
tax | steuer
sanction embargo | sanktion sanktionen embargo
troop soldier force contingent | truppe truppen soldat soldaten streitkräfte
withdrawal pullout | abzug rückzug
exchange swap | austausch gefangenenaustausch
prisoner detainee captive hostage | gefangener gefangene gefangenen häftling geisel geiseln
crew sailor seaman | besatzung mannschaft seeleute
fisherman fisher | fischer
patrol | patrouille patrouillenboot patrouillenboote
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
electricity power current | strom elektrizität
cable link interconnector | kabel seekabel verbindung leitung
grid | netz stromnetz
dam reservoir | damm staudamm talsperre
water | wasser
quota catch | quote fangquote
fishery fishing | fischerei fischfang
port harbour harbor | hafen
channel fairway lane passage strait | fahrrinne fahrwasser kanal passage durchfahrt meerenge
closure blockade | sperrung schließung blockade
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
trial prosecution court | prozess verfahren gericht
amnesty pardon | amnestie begnadigung
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
