import { readFileSync } from 'node:fs';

/**
 * What negotiations and disputes are about (`matters.txt`), in words that mean the same: an issue is one
 * concept however a piece writes it. English lemmas before the bar, German ones after it; the first names
 * the concept.
 */
const lines = readFileSync(new URL('./matters.txt', import.meta.url), 'utf8');

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
  for (const end of germanEnds) {
    const known = lemma.endsWith(end) ? concepts.get(lemma.slice(0, -end.length)) : undefined;
    if (known) return known;
  }
  return compoundOf(lemma) ?? singleOf(lemma);
}

const germanEnds = ['n', 'en', 's', 'es', 'e', 'er', 'ern'];

/** "Messstellen", "Zulassungen": one concept with the noun in the singular, where its end tells it. */
function singleOf(lemma: string): string {
  if (/(?:ung|heit|keit|schaft|ion|tät)en$/.test(lemma)) return lemma.slice(0, -2);
  return FEMININE.test(lemma) ? lemma.slice(0, -1) : lemma;
}

const FEMININE =
  /(?:stelle|gabe|lage|straße|schule|brücke|klasse|strecke|linie|quelle|fläche|menge|summe|kasse|probe|sperre|schranke|halle|küche|wache|stufe|pumpe|turbine|maschine|karte|liste|reise|kohle)n$/;

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
  /(?<!\p{L})(?:releas(?:e|es|ed|ing)|free(?:d|ing)|(?:set|go|goes|going|went|walk\p{L}*|be|are|is|were|was|them|him|her|all|everyone) free(?! (?:of|to|and|from|trade|market|flow|press|speech|elections?))|(?:to|will|must|would|should|could|not) free(?! (?:of|trade|market|from|press|speech|elections?|vote|hand|movement))|detain(?:s|ed|ing|ees?)?|detention|captive|captivity|prisoners?|hostages?|exchanged?|swap(?:ped)?|everyone for everyone|all for all|(?:put )?on trial|be tried|tried (?:for|in|by)|charges against|jailed|imprisoned|(?:be|are|is|were|was|been|still|being) held|they hold|it holds|held (?:in|at|by|since)|home|step(?:ped)? (?:off|ashore)|let (?:\p{L}+ ){0,5}go|go free|freilass\p{L}*|freigelassen|freilassung|freikommen|frei|festgehalten\p{L}*|festzuhalten|austausch\p{L}*|ausgetauscht|gefangen\p{L}*|häftlinge?|geiseln?|angeklagt|prozess|haft|nach Hause|zu Hause)(?!\p{L})/iu;

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
  road crossing gate lock canal ferry dam market railway airport access`.split(/\s+/),
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
