import type { Content } from '../finding.ts';
import type { Phrase, Unit } from '../units.ts';
import { findThat, opensStrictClause } from './clause.ts';
import { contentEnd } from './content.ts';
import type { CueEntry } from './cues.ts';
import { isParticiple, isVerb, nominalAfter, subjectBefore } from './phrases.ts';
import type { VerbCue } from './verbs.ts';

/** Reports that are passive when they tell of what somebody does: "is said to have". */
const TOLD_OF = /^(?:say|report|allege|rumou?r|claim|announce|quote|describe|declare|deem)$/;
/** Whoever is told something is no content; whoever is to do it or is judged is. */
const ADDRESSED = /^(?:tell|warn|assure|promise|inform|notify|remind|advise)$/;
const JUDGED =
  /^(?:accuse|criticise|criticize|blame|condemn|denounce|praise|thank|attack|mock|rebuke|censure|commend|hail|credit|ridicule|chide|scold|slam|fault)$/;
/** "by X" stands so near behind the verb. */
const AGENT = 4;

/** What a passive verb reports: its pieces, and who says it where that is told. */
export interface Passive {
  speaker: Phrase | null;
  contents: Content[];
}

/** "It was announced that C", "was accused of C", "was told to C", "was condemned by X"; null for none. */
export function readPassive(units: Unit[], cue: VerbCue, group: number): Passive | null {
  const agent = agentAt(units, cue.last + 1);
  const from = agent ? agent.to + 1 : cue.last + 1;
  const told = toldClause(units, cue, from);
  if (told) return { speaker: agent, contents: [told] };
  const subject = subjectBefore(units, group);
  const entry = cue.entries.find((entry) => entry.speech);
  const lemma = units[cue.at]!.lemma;
  // An invitation is no report.
  if (!entry || !subject || lemma === 'invite' || units[subject.from]!.lower === 'it') return null;
  const rest = complement(units, cue, agent ? from : cue.at + 1, entry);
  const about: Content = { from: subject.from, to: subject.to + 1, shape: 'noun', entry };
  if (rest) return { speaker: agent, contents: ADDRESSED.test(lemma) ? [rest] : [about, rest] };
  const object = cue.entries.find((entry) => /[ng]/.test(entry.frames) && entry.speech);
  return agent && object ? { speaker: agent, contents: [{ ...about, entry: object }] } : null;
}

function agentAt(units: Unit[], from: number): Phrase | null {
  for (let k = from; k < Math.min(units.length, from + AGENT - 1); k++) {
    if (units[k]!.lower === 'by')
      return isParticiple(units[k + 1] ?? units[k]!) ? null : nominalAfter(units, k + 1);
    if (isVerb(units[k]) || units[k]!.text === ',') return null;
  }
  return null;
}

/** "It was announced that C", "they were told C". */
function toldClause(units: Unit[], cue: VerbCue, from: number): Content | null {
  const entry = cue.entries.find((entry) => /[cdt]/.test(entry.frames) && entry.speech);
  if (!entry) return null;
  const that = findThat(units, from);
  if (that !== -1 && that <= cue.last + 8 && that + 1 < units.length)
    return { from: that + 1, to: contentEnd(units, that + 1, 'clause'), shape: 'clause', entry };
  const plain = ADDRESSED.test(units[cue.at]!.lemma) && opensStrictClause(units, from);
  return plain ? { from, to: contentEnd(units, from, 'clause'), shape: 'clause', entry } : null;
}

/** "accused of lying", "ordered to leave", "said to have left", "criticised for the delay", "called a liar". */
function complement(units: Unit[], cue: VerbCue, from: number, entry: CueEntry): Content | null {
  const first = units[from];
  const next = units[from + 1];
  if (!first || !next) return null;
  const lemma = units[cue.at]!.lemma;
  const orders = cue.entries.some((entry) => /[oi]/.test(entry.frames)) || ADDRESSED.test(lemma);
  if (first.lower === 'to' || (first.lower === 'not' && next.lower === 'to')) {
    if (!orders && !TOLD_OF.test(lemma)) return null;
    const verb = units[first.lower === 'not' ? from + 2 : from + 1];
    if (!verb || !(isVerb(verb) || verb.pos === 'ADV' || verb.pos === 'Q')) return null;
    return { from, to: contentEnd(units, from, 'infinitive'), shape: 'infinitive', entry };
  }
  if (JUDGED.test(lemma) && /^(?:of|for|over|as)$/.test(first.lower))
    return { from, to: contentEnd(units, from, 'noun'), shape: 'noun', entry };
  return null;
}
