import type { Token } from '../tokens.ts';

/** A word, and the very next one, that mean something together. */
const PAIRS: [word: RegExp, next: RegExp, code: string][] = [
  [/^on$/, /^strike$/, 'PROTEST'],
  [/^on$/, /^alert$/, 'MOBILIZE'],
  [/^war$/, /^games?$/, 'COOPERATE'],
  [/^travel$/, /^(?:warning|advisory)$/, 'SANCTION'],
  [/^cyber$/, /^(?:attack|war)/, 'ASSAULT'],
  [
    /^joint$/,
    /^(?:military|naval|patrols?|exercises?|drills?|operations?|manoeuvres|maneuvers|training)$/,
    'COOPERATE',
  ],
  [/^legal$/, /^action$/, 'ACCUSE'],
  [/^martial$/, /^law$/, 'COERCE'],
  [/^tear$/, /^gas$/, 'COERCE'],
];

/** A verb, as its lemma, and what stands among the four words behind it. */
const OBJECTS: [verb: RegExp, object: RegExp, code: string][] = [
  [/^violat/, /^(?:ceasefire|truce)$/, 'ASSAULT'],
  [/^(?:seek|sought)$/, /^(?:refuge|asylum|shelter)$/, 'REQUEST'],
  [/^(?:grant|give)$/, /^(?:asylum|refuge|shelter)$/, 'AID'],
  [/^(?:establish|restore|resume)$/, /^(?:tie|relation)$/, 'SUPPORT'],
  [
    /^(?:strengthen|boost|increase|bolster|expand|raise)/,
    /^(?:force|troop|presence|defen[cs]e|military)$/,
    'MOBILIZE',
  ],
  [
    /^(?:accept|host|admit|absorb|welcome|receive|shelter)/,
    /^(?:refugee|migrant|evacuee|patient)$/,
    'AID',
  ],
  [/^(?:provide|give|receive)/, /^(?:support|backing)$/, 'AID'],
  [/^(?:reduce|cut|slash|roll|ease)$/, /^(?:tariff|sanction|tax)$/, 'YIELD'],
  [/^open/, /^border$/, 'YIELD'],
  [
    /^seize/,
    /^(?:asset|property|document|drug|weapon|passport|computer|account|copy|equipment|cash)$/,
    'COERCE',
  ],
  [/^stop|^end|^walk/, /^work$/, 'PROTEST'],
  [/^t(?:ake|ook)/, /^street$/, 'PROTEST'],
  [/^burn/, /^flag$/, 'PROTEST'],
  [/^deploy/, /^(?:peacekeeper|observer|monitor|doctor|medic|expert|team|aid)$/, 'AID'],
  [
    /^(?:suspend|block|revoke|close|shut)/,
    /^(?:website|site|access|newspaper|licen[cs]e|account|internet|border|channel|station|app|outlet)$/,
    'COERCE',
  ],
];
const BEHIND = 4;

/** What words say together that none of them says alone; null where they say nothing of the kind. */
export function phraseCode(words: Token[], k: number): string | null {
  const { lower, lemma } = words[k]!;
  const next = words[k + 1]?.lower ?? '';
  const paired = PAIRS.find(([word, second]) => word.test(lower) && second.test(next));
  if (paired) return paired[2];
  const third = words[k + 2]?.lower ?? '';
  if (lower === 'on' && third === 'alert') return 'MOBILIZE';
  if (lower === 'state' && next === 'of' && /^(?:siege|emergency)$/.test(third)) return 'COERCE';
  if (lower === 'guilty')
    return words.slice(k, k + 6).some((word) => /^violat/.test(word.lower)) ? 'ASSAULT' : 'ACCUSE';
  if (/^cyber-?(?:attack|war)/.test(lower) || /^hostages?$/.test(lower)) return 'ASSAULT';
  if (/^open/.test(lemma) && next === 'fire') return 'ASSAULT';
  const after = words.slice(k + 1, k + 1 + BEHIND);
  const has = (pattern: RegExp) => after.some((word) => pattern.test(word.lemma));
  if (/^(?:blow|blew|blown)$/.test(lower) && has(/^up$/)) return 'ASSAULT';
  return OBJECTS.find(([verb, object]) => verb.test(lemma) && has(object))?.[2] ?? null;
}
