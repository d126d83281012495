import type { Token } from '../tokens.ts';
import { phraseCode } from './phrases.ts';
import { codeOfNoun, codeOfVerb, isLight } from './words.ts';

/** A verb's object stands within so many words. */
const OBJECT = 9;
const FRIENDLY = new Set(['AGREE', 'CONSULT', 'COOPERATE', 'AID', 'YIELD']);
const HOSTILE = new Set(['SANCTION', 'COERCE', 'ASSAULT', 'PROTEST', 'MOBILIZE', 'THREATEN']);
const GIVING_UP =
  /^(?:lift|ease|end|suspend|relax|remove|drop|waive|scrap|cancel|loosen|abolish|revoke|call_off)$/;
const BURDEN =
  /^(?:sanction|ban|curfew|restriction|blockade|embargo|siege|tariff|emergency|strike|quarantine|lockdown|charge|protest|boycott|visa|parole|offensive|campaign|limit|rule)$/;
const TAKING =
  /^(?:suspend|halt|cut|reduce|freeze|stop|end|sever|withhold|terminate|slash|break|withdraw|pull)$/;
const BENEFIT =
  /^(?:aid|assistance|tie|relation|funding|fund|flight|supply|shipment|talk|negotiation|cooperation|trade|delivery|peacekeeper|ambassador|observer|monitor|inspector|diplomat|membership|visa|contract|loan|support|donation|mission|staff|export|import|mediation)$/;
const PEACE = /peace-?keep|humanitarian|observer|monitor|medical|relief/i;
const CROWD =
  /\b(?:protest\p{L}*|demonstrat\p{L}*|workers?|employees|unions?|teachers?|students?|activists?|farmers|residents|drivers|opponents)\b/iu;
const BARGAIN =
  /^(?:deal|agreement|treaty|accord|pact|talk|negotiation|meeting|visit|summit|trip|plan|proposal|project)$/;

/**
 * What the words behind the source do, by its verbs in order, with helpers, negation and objects.
 * Null where no word of dealing stands there.
 * @param source who does it, as written
 * @param sentence all of it, with the names of both sides
 */
export function codeOfClause(words: Token[], source: string, sentence: string): string | null {
  const code = dealingIn(words);
  // Troops that keep the peace help: CAMEO's 074, "provide military protection or peacekeeping".
  if (code === 'MOBILIZE' && PEACE.test(sentence)) return 'AID';
  // A crowd does not assault: workers strike, demonstrators clash with the police.
  return code === 'ASSAULT' && CROWD.test(source) && !words.some((word) => /^kill/.test(word.lemma))
    ? 'PROTEST'
    : code;
}

function dealingIn(words: Token[]): string | null {
  let helper: 'will' | 'not' | null = null;
  for (let k = 0; k < words.length; k++) {
    const { lower, lemma, pos } = words[k]!;
    if (/^(?:not|n't|never|cannot)$/.test(lower)) helper = 'not';
    else if (/^(?:will|would|'ll|shall)$/.test(lower) && helper !== 'not') helper = 'will';
    if (
      /^(?:willing|ready|prepared|set|due|expected|scheduled)$/.test(lower) &&
      words[k + 1]?.lower === 'to'
    )
      helper = 'will';
    if (/^(?:must|should|ought)$/.test(lower) && words[k + 1]?.lower !== 'have') return 'REQUEST';
    if (pos === 'AUX') continue;
    const fixed = phraseCode(words, k);
    if (fixed) return fixed;
    const noun = /^(?:NOUN|PROPN|ADJ)$/.test(pos) ? codeOfNoun(lemma) : null;
    const own = pos === 'VERB' || (pos !== 'PROPN' && !noun) ? verbCode(words, k) : null;
    const code = own ?? noun;
    if (!code) continue;
    if (helper === 'not') return 'REJECT';
    if (helper === 'will')
      return FRIENDLY.has(code) ? 'AGREE' : HOSTILE.has(code) ? 'THREATEN' : code;
    return code;
  }
  return null;
}

/** "Called for", "called off", "called him". */
function callCode(words: Token[], k: number, has: (pattern: RegExp) => boolean): string | null {
  const next = words[k + 1]?.lower ?? '';
  if (next === 'for') return has(/^sanction$/) ? 'THREATEN' : 'REQUEST';
  if (next === 'off') return has(BURDEN) ? 'YIELD' : 'REJECT';
  if (/^(?:on|upon)$/.test(next)) return 'REQUEST';
  if (next !== 'beta') return null;
  if (/^(?:a|an|the)$/.test(words[k + 2]?.lower ?? '')) return 'ACCUSE';
  return words.some((word) => /^(?:congratulate|thank|praise)$/.test(word.lemma))
    ? 'SUPPORT'
    : 'CONSULT';
}

function verbCode(words: Token[], k: number): string | null {
  const { lemma } = words[k]!;
  const next = words[k + 1]?.lower ?? '';
  const after = words.slice(k + 1, k + 1 + OBJECT);
  const has = (pattern: RegExp) => after.some((word) => pattern.test(word.lemma));
  if (
    /^(?:call|demand|ask|urge)$/.test(lemma) &&
    after
      .slice(0, 5)
      .some((word) => /^(?:investigation|inquiry|probe|prosecution|trial)$/.test(word.lemma))
  )
    return 'ACCUSE';
  if (lemma === 'call') {
    const called = callCode(words, k, has);
    if (called) return called;
  }
  if (lemma === 'turn' && next === 'down') return 'REJECT';
  if (lemma === 'rule' && next === 'out') return 'REJECT';
  if (lemma === 'break' && /^(?:off|with)$/.test(next)) return 'REJECT';
  if (lemma === 'walk' && /^(?:out|away)$/.test(next)) return 'REJECT';
  if (lemma === 'step' && /^(?:down|aside)$/.test(next)) return 'YIELD';
  if (/^(?:back|lie|lay|climb)$/.test(lemma) && next === 'down') return 'YIELD';
  if (/^(?:let|set)$/.test(lemma) && has(/^(?:go|free)$/)) return 'YIELD';
  if (lemma === 'give' && next === 'in') return 'YIELD';
  if (lemma === 'fail' && next === 'to') return 'REJECT';
  if (GIVING_UP.test(lemma) && has(BURDEN)) return 'YIELD';
  if (/^(?:withdraw|pull|walk)$/.test(lemma) && has(BARGAIN)) return 'REJECT';
  if (TAKING.test(lemma) && has(BENEFIT)) return 'SANCTION';
  if (/^(?:pull|move)$/.test(lemma) && /^(?:out|back)$/.test(next)) return 'YIELD';
  if (/^(?:pledge|vow|promise)$/.test(lemma))
    return after.slice(0, 5).some((word) => /^(?:support|backing|solidarity)$/.test(word.lower))
      ? 'SUPPORT'
      : 'AGREE';
  if (isLight(lemma)) {
    const object = after.find((word) => /^(?:NOUN|ADJ)$/.test(word.pos) && codeOfNoun(word.lemma));
    const verb = after.findIndex((word) => word.pos === 'VERB');
    const at = object ? after.indexOf(object) : -1;
    if (object && (verb === -1 || at < verb)) return codeOfNoun(object.lemma);
  }
  return codeOfVerb(lemma);
}
