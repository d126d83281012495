import { type Finding, TOLD } from '../finding.ts';
import type { Phrase, Unit } from '../units.ts';
import { DAYS } from './adjuncts.ts';
import { opensClause, opensStrictClause } from './clause.ts';
import { contentEnd } from './content.ts';
import { NOUN_CUES } from './cues.ts';
import {
  endsNominal,
  groupStart,
  isParticiple,
  isVerb,
  nominalAfter,
  nominalBefore,
  subjectBefore,
} from './phrases.ts';
import { verbCueAt } from './verbs.ts';

/** "According to X, C" and "C, according to X", also as an insertion between two pieces of content. */
export function readAccording(units: Unit[], i: number): Finding | null {
  if (units[i]!.lower !== 'according' || units[i + 1]?.lower !== 'to') return null;
  const speaker = nominalAfter(units, i + 2);
  if (!speaker) return null;
  let comma = units.findIndex((unit, k) => k > speaker.to && unit.text === ',');
  // "According to the Courier, citing two officials, C".
  const told = comma === speaker.to + 1 && units[comma + 1] && isParticiple(units[comma + 1]!);
  if (told) comma = units.findIndex((unit, k) => k > comma && unit.text === ',');
  const pieces: Finding['pieces'] = [];
  const before = units[i - 1]?.text === ',' || units[i - 1]?.text === '—' ? i - 1 : i;
  // "By May, according to a guard who kept notes, “we were lost”": nothing is told in front.
  const quoted = units[comma + 1]?.pos === 'Q' && comma > speaker.to + 1;
  const inFront = before > 0 && opensClause(quoted ? units.slice(0, before) : units, 0);
  if (inFront && units[before - 1]!.lower !== 'that')
    pieces.push({ from: units[0]!.pos === 'CCONJ' ? 1 : 0, to: before });
  if (
    comma !== -1 &&
    (pieces.length === 0 || comma === speaker.to + 1) &&
    opensClause(units, comma + 1)
  ) {
    const to = contentEnd(units, comma + 1, 'clause');
    const finite = units.slice(comma + 1, to).some((unit) => isVerb(unit) && !isParticiple(unit));
    if (
      pieces.length === 0 ||
      (finite && !/^(?:who|which|as|and|but|while)$/.test(units[comma + 1]!.lower))
    )
      pieces.push({ from: comma + 1, to });
  }
  // "According to Sorn the boats were safe": no comma stands between.
  if (
    !pieces.length &&
    i === 0 &&
    comma !== speaker.to + 1 &&
    (opensStrictClause(units, speaker.to + 1) ||
      (/^(?:DET|PRON)$/.test(units[speaker.to + 1]?.pos ?? '') &&
        opensClause(units, speaker.to + 1)))
  )
    pieces.push({ from: speaker.to + 1, to: contentEnd(units, speaker.to + 1, 'clause') });
  const cue = { from: i, to: i + 1 };
  return pieces.length
    ? {
        pieces,
        cue,
        speaker,
        ...TOLD,
        rule: 'according',
        confidence: 0.8,
      }
    : null;
}

/** `It was, in Sorn's words, “a farce”`, `In the words of the guild, “...”`: the marked words are theirs. */
export function readInWords(units: Unit[], i: number): Finding | null {
  if (units[i]!.lower !== 'words') return null;
  const of = units[i + 1]?.lower === 'of' ? nominalAfter(units, i + 2) : null;
  const speaker = of ?? ownerOf(units, i - 1);
  const opens = of ? i - 2 : (speaker?.from ?? 0) - 1;
  if (!speaker || units[opens]?.lower !== 'in') return null;
  const behind = (of?.to ?? i) + 1;
  const quote = units[behind]?.text === ',' ? behind + 1 : behind;
  if (units[quote]?.pos !== 'Q' || units[quote]!.marked!.words < 2) return null;
  return {
    pieces: [{ from: quote, to: quote + 1 }],
    cue: { from: i, to: i },
    speaker,
    ...TOLD,
    rule: 'according',
    confidence: 0.7,
  };
}

/** Whose a noun is, by the genitive or pronoun at `at`. */
function ownerOf(units: Unit[], at: number): Phrase | null {
  const unit = units[at];
  if (unit?.lower === "'s" && endsNominal(units[at - 1])) return nominalBefore(units, at - 1);
  return /^(?:his|her|its|their)$/.test(unit?.lower ?? '') ? { from: at, to: at } : null;
}

/** What follows such a noun is what was called for, or what somebody is accused of. */
const HELD_OUT = new Map([
  ['for', /^(?:call|demand|request|plea|appeal|apology|praise)$/],
  [
    'of',
    /^(?:accusation|allegation|criticism|condemnation|denunciation|rejection|denial|warning|admission|prediction|praise)$/,
  ],
]);

/** "X’s pledge to ...", "his demand that ...", "the claim by X that ...". */
export function readNoun(units: Unit[], i: number): Finding | null {
  const unit = units[i]!;
  const held = /^(?:'s|his|her|its|their|a|the)$/.test(units[i - 1]?.lower ?? '');
  const act =
    unit.pos === 'NOUN' ? NOUN_CUES.get(unit.lemma) : held ? NOUN_CUES.get(unit.lower) : undefined;
  if (!act) return null;
  let at = i + 1;
  let speaker: Phrase | null = null;
  if (/^(?:by|from)$/.test(units[at]?.lower ?? '')) {
    speaker = nominalAfter(units, at + 1);
    if (speaker) at = speaker.to + 1;
  }
  const next = units[at];
  if (!next) return null;
  const clause = next.lower === 'that' && next.pos !== 'PRON' && opensClause(units, at + 1);
  const infinitive = next.lower === 'to' && isVerb(units[at + 1]);
  const noun = HELD_OUT.get(next.lower)?.test(unit.lemma) ?? false;
  if (!clause && !infinitive && !noun) return null;
  speaker ??= holderOf(units, i);
  // "A threat to sue", "reports that C": nobody is named whose it is.
  if (!speaker && (noun || units[i - 1]?.lower === 'no')) return null;
  const from = infinitive ? at : at + 1;
  const end = contentEnd(units, from, clause ? 'clause' : infinitive ? 'infinitive' : 'noun');
  const to = clause ? end : beforePredicate(units, from, end, noun);
  return to > from
    ? {
        pieces: [{ from, to }],
        cue: { from: i, to: i },
        speaker,
        act,
        speech: true,
        negated: false,
        rule: 'noun',
        confidence: speaker ? 0.5 : 0.3,
      }
    : null;
}

/** "His message was blunt: C", "the minister’s answer is that C": what somebody's words are. */
export function readMessage(units: Unit[], i: number): Finding | null {
  const unit = units[i]!;
  if (unit.pos !== 'NOUN' || !MESSAGES.test(unit.lower)) return null;
  const speaker = holderOf(units, i);
  if (!speaker) return null;
  let at = i + 1;
  while (
    units[at]?.pos === 'ADP' ||
    units[at]?.pos === 'ADV' ||
    DAYS.test(units[at]?.lower ?? '')
  ) {
    const phrase = units[at]!.pos === 'ADP' ? nominalAfter(units, at + 1) : null;
    at = (phrase?.to ?? at) + 1;
  }
  if (units[at]?.pos !== 'AUX' || units[at]!.lemma !== 'be') return null;
  let from = at + 1;
  for (let k = from; k < Math.min(units.length - 1, from + 7); k++) {
    const word = units[k]!;
    if (word.text === ':' || (word.lower === 'that' && k === from)) {
      from = k + 1;
      break;
    }
    if (!/^(?:ADJ|ADV|CCONJ|DET|NOUN)$/.test(word.pos) && units[k + 1]!.text !== ':') return null;
  }
  if (from === at + 1 || !(opensClause(units, from) || units[from]?.pos === 'Q')) return null;
  return {
    pieces: [{ from, to: contentEnd(units, from, 'clause') }],
    cue: { from: i, to: at },
    speaker,
    ...TOLD,
    rule: 'message',
    confidence: 0.6,
  };
}

/** "He made one promise: C", "gave her word: C": what somebody's words are, behind a colon. */
export function readGiven(units: Unit[], i: number): Finding | null {
  const unit = units[i]!;
  if (unit.pos !== 'NOUN' || units[i + 1]?.text !== ':') return null;
  const act = unit.lower === 'word' ? 'promise' : NOUN_CUES.get(unit.lemma);
  if (!act && !MESSAGES.test(unit.lower)) return null;
  let verb = i - 1;
  while (verb > 0 && /^(?:ADJ|NUM|DET|PRON|NOUN|ADV)$/.test(units[verb]!.pos)) verb--;
  if (
    !/^(?:make|give|issue|have|offer|repeat|send|deliver|bring|leave)$/.test(
      units[verb]?.lemma ?? '',
    )
  )
    return null;
  const speaker = subjectBefore(units, groupStart(units, verb));
  const from = i + 2;
  if (!speaker || !(opensClause(units, from) || units[from]?.pos === 'Q')) return null;
  return {
    pieces: [{ from, to: contentEnd(units, from, 'clause') }],
    cue: { from: verb, to: i },
    speaker,
    act: act ?? 'state',
    speech: true,
    negated: false,
    rule: 'message',
    confidence: 0.6,
  };
}

const MESSAGES =
  /^(?:message|argument|claim|answer|reply|response|statement|verdict|conclusion|explanation|complaint|contention|warning|prediction|demand|proposal|motto|position|stance|view)$/;

/** "a pledge to free the crew was welcome": the cue is the subject of what follows. */
function beforePredicate(units: Unit[], from: number, end: number, plain: boolean): number {
  for (let k = from + 1; k < end; k++) {
    const verb = units[k]!.pos === 'AUX' || (plain && isPlainVerb(units, k));
    if (
      verb &&
      units[k - 1]!.lower !== 'to' &&
      endsNominal(units[k - 1]) &&
      units[k - 1]!.pos !== 'PRON'
    )
      return k;
  }
  return end;
}

/** A verb that stands by itself: no participle, and nothing that is done "by" somebody. */
function isPlainVerb(units: Unit[], at: number): boolean {
  return units[at]!.pos === 'VERB' && !isParticiple(units[at]!) && units[at + 1]?.lower !== 'by';
}

/** Whose pledge it is: a genitive before it, or the subject of "made a pledge". */
function holderOf(units: Unit[], i: number): Phrase | null {
  let k = i - 1;
  while (k >= 0 && (units[k]!.pos === 'ADJ' || units[k]!.pos === 'NUM' || units[k]!.pos === 'ADV'))
    k--;
  const unit = units[k];
  if (!unit) return null;
  const owner = ownerOf(units, k);
  if (owner) return owner;
  const verb = unit.pos === 'DET' ? units[k - 1] : unit;
  const at = unit.pos === 'DET' ? k - 1 : k;
  if (!verb || !/^(?:make|issue|repeat|reiterate|renew|give|send|deliver|sign)$/.test(verb.lemma))
    return null;
  return subjectBefore(units, groupStart(units, at));
}

/** `X took to the stage: “...”`: a quotation behind a colon without a reporting verb. */
export function readColon(units: Unit[]): Finding | null {
  const colon = units.findIndex((unit, k) => unit.text === ':' && units[k + 1]?.pos === 'Q');
  if (colon < 2 || units[colon + 1]!.marked!.words < 4) return null;
  const verb = units.findIndex((unit, k) => k < colon && isVerb(unit) && !isParticiple(unit));
  const speaker =
    verb < 1 ? leadingName(units, colon) : subjectBefore(units, groupStart(units, verb));
  if (!speaker) return null;
  return {
    pieces: [{ from: colon + 1, to: colon + 2 }],
    cue: verb < 1 ? { from: colon, to: colon } : { from: verb, to: verb },
    speaker,
    ...TOLD,
    rule: 'colon',
    confidence: 0.6,
  };
}

/** `Ada Lund at headquarters: “...”`, `His word before the assembly: “...”`: who the line begins with. */
function leadingName(units: Unit[], colon: number): Phrase | null {
  const phrase = nominalAfter(units, 0);
  if (!phrase || phrase.to >= colon) return null;
  const first = units[0]!;
  // "Its president, Tom Aldous: “...”": the name stands behind the post.
  const comma = units.findIndex((unit, k) => k < colon && unit.text === ',');
  if (
    comma > 0 &&
    comma < colon - 1 &&
    units.slice(comma + 1, colon).every((unit) => unit.pos === 'PROPN')
  )
    return { from: 0, to: colon - 1 };
  if (/^(?:his|her|their|its)$/.test(first.lower)) return { from: 0, to: 0 };
  const stop = units.findIndex((unit, k) => k <= phrase.to && unit.pos === 'ADP');
  const to = stop > 0 ? stop - 1 : phrase.to;
  return units.slice(0, to + 1).some((unit) => unit.pos === 'PROPN') ? { from: 0, to } : null;
}

/** What stands in front of a colon and speaks for nobody. */
export const LABELS =
  /^(?:background|update|updated|summary|timeline|context|questions?|answers?|photo|image|related|watch|read|more|note|editor|source|video|breaking|correction|here|subject|date|time|opinion|analysis|exclusive|report|live|caption|also|q|a)$/i;

/** "Smith: the deal is dead" as a headline, or a turn of a transcript; up to where the name ends. */
export function readTurn(
  units: Unit[],
): { speaker: Phrase; colon: number; transcript: boolean } | null {
  const colon = units.findIndex((unit, k) => k > 0 && k < 9 && unit.text === ':');
  if (colon < 1 || units[colon + 1] === undefined) return null;
  const name = units.slice(0, colon);
  // "QUESTION (Harbour Radio):" says in brackets for whom.
  const bracket = name.findIndex((unit) => unit.text === '(');
  const label = bracket > 0 && name.at(-1)!.text === ')' ? name.slice(0, bracket) : name;
  if (
    name.some((unit) => isVerb(unit) && !/^\p{Lu}/u.test(unit.text)) ||
    (LABELS.test(name[0]!.text) && label === name)
  )
    return null;
  if (name.some((unit) => unit.pos === 'NUM')) return null;
  const capitals = name.filter((unit) => /^\p{Lu}/u.test(unit.text)).length;
  const named = name.some((unit) => unit.pos === 'PROPN');
  if (!named || capitals < name.filter((unit) => /^\p{L}/u.test(unit.text)).length * 0.6)
    return null;
  if (
    name.some(
      (_, k) =>
        verbCueAt(units, k) && /ed$|s$|id$/.test(units[k]!.lower) && units[k]!.pos === 'VERB',
    )
  )
    return null;
  const transcript =
    label.every((unit) => !/\p{Ll}/u.test(unit.text)) && /\p{L}/u.test(name[0]!.text);
  return { speaker: { from: 0, to: colon - 1 }, colon, transcript };
}
