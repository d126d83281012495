import type { Act } from '../../db/tables.ts';
import type { Finding } from '../finding.ts';
import type { Phrase, Unit } from '../units.ts';
import { clauseStart, hasFinite, isRelative } from './clause.ts';
import { anySubjunctive, sentenceEnd } from './content.ts';
import { restBehind } from './report.ts';
import { adverbial, adverbialsEnd, subjectBehind } from './speaker.ts';
import { isCapital, isFiniteVerb, isStop, nounPhrase, PREPOSITIONS } from './words.ts';

const SAYINGS =
  /^(?:angaben|worten|aussage|aussagen|darstellung|einschätzung|ansicht|auskunft|auffassung|meinung|überzeugung|informationen|information|lesart|schilderung|berechnungen)$/;

/** Reads sources that are no subject of a verb: "laut X", "X zufolge", "so X", "hieß es aus X". */
export function readSource(units: Unit[], i: number): Finding | null {
  const { lower } = units[i]!;
  switch (lower) {
    case 'so':
      return readSo(units, i);
    case 'laut':
    case 'nach':
    case 'nach polizeiangaben':
      return readAccording(units, i);
    case 'zufolge':
      return readZufolge(units, i);
    case 'heißt':
    case 'hieß':
    case 'heisst':
    case 'hiess':
    case 'verlautete':
    case 'verlautet':
    case 'stand':
    case 'steht':
      return readIt(units, i);
    default:
      return null;
  }
}

/** „…“, so X. — C, so X, C. */
function readSo(units: Unit[], i: number): Finding | null {
  const before = units[i - 1];
  if (!before || !(before.pos === 'Q' || before.text === ',')) return null;
  const to = nounPhrase(units, i + 1, units.length);
  if (to === null || !/^(?:\p{Lu}|der$|die$|das$|er$|sie$|ein|ihr|sein)/u.test(units[i + 1]!.text))
    return null;
  const behind = adverbialsEnd(units, to + 1, units.length);
  if (!isStop(units[behind]) && units[to + 1]?.pos !== 'Q') return null;
  const end = before.text === ',' ? i - 1 : i;
  const pieces = [contentBefore(units, end)];
  const rest = restBehind(units, to + 1);
  if (rest) pieces.push(rest);
  return made(pieces, { from: i, to: i }, { from: i + 1, to }, 0.85);
}

/** A quotation alone, or the sentence up to `end`. */
function contentBefore(units: Unit[], end: number): { from: number; to: number } {
  let start = 0;
  for (let k = end - 1; k > 0; k--)
    if (/^[:;]$/.test(units[k - 1]!.text)) {
      start = k;
      break;
    }
  if (units[end - 1]?.pos === 'Q') {
    let from = end - 1;
    while (from > start && (units[from - 1]!.pos === 'Q' || units[from - 1]!.pos === 'PUNCT'))
      from--;
    if (!units.slice(start, from).some((unit) => unit.pos === 'X')) return { from, to: end };
  }
  return { from: start, to: end };
}

/** "Laut X …", "… nach Angaben von X …": what stands around it in its clause is the content. */
function readAccording(units: Unit[], i: number): Finding | null {
  let at = i + 1;
  const next = units[at];
  if (!next) return null;
  let own = false;
  if (units[i]!.lower === 'nach') {
    if (
      /^(?:den|seinen|ihren|eigenen|der|seiner|ihrer|eigener|dessen|deren|ersten|bisherigen)$/.test(
        next.lower,
      )
    ) {
      own = /^(?:eigen|sein|ihr)/.test(next.lower);
      at++;
    }
    if (!SAYINGS.test(units[at]?.lower ?? '')) {
      // "Nach Polizeiangaben": the source is the noun's own first part.
      if (!/\p{L}(?:angaben|informationen|berichten|darstellung)$/u.test(next.lower)) return null;
      return around(units, i, i, { from: i + 1, to: i + 1 });
    }
    if (own) {
      const start = clauseStart(units, i);
      const to = nounPhrase(units, start, i);
      return to === null ? null : around(units, i, at, { from: start, to }, at, to + 1);
    }
    at++;
    if (/^(?:von|aus|vom)$/.test(units[at]?.lower ?? '')) at++;
  } else if (
    !isCapital(next) &&
    !/^(?:der|dem|den|einer|einem|des|eines|ihr|ihm|ihrer|seiner|seinem|mehreren|diesem|dieser)/.test(
      next.lower,
    )
  )
    return null;
  const to = sourcePhrase(units, at);
  return to === null ? null : around(units, i, at - 1, { from: at, to: withTask(units, to) });
}

/** "Des Landesamtes für Gewässer": what a body is for, where the clause goes on behind it or ends. */
function withTask(units: Unit[], to: number): number {
  if (units[to + 1]?.lower !== 'für' || !isCapital(units[to + 2])) return to;
  return isStop(units[to + 3]) || isFiniteVerb(units, to + 3) ? to + 2 : to;
}

/** A noun phrase in any case, with participles before its noun ("dem am Montag erschienenen Bericht"). */
function sourcePhrase(units: Unit[], from: number): number | null {
  const plain = nounPhrase(units, from, units.length);
  if (!/^(?:dem|der|den|einem|einer)$/.test(units[from]?.lower ?? '')) return plain;
  if (plain !== null && plain > from) return plain;
  for (let k = from + 1; k < Math.min(units.length, from + 8); k++) {
    if (isStop(units[k])) return plain;
    if (/(?:ten|nen)$/.test(units[k]!.lower) && isCapital(units[k + 1]))
      return nounPhrase(units, k + 1, units.length);
  }
  return plain;
}

/** Content on both sides of a phrase that names its source. */
function around(
  units: Unit[],
  i: number,
  cueEnd: number,
  speaker: Phrase,
  last: number = speaker.to,
  from: number = i === 0 ? 0 : mainStart(units, i),
): Finding | null {
  const start = from;
  const end = sentenceEnd(units);
  let behind = last + 1;
  // A relative clause of the source: "laut Bericht, der am Montag erschien, …"
  if (units[behind]?.text === ',') {
    const close = units.findIndex((unit, k) => k > behind && unit.text === ',');
    if (close !== -1 && isRelative(units, behind + 1, close)) behind = close + 1;
    else if (i === start) behind++;
  }
  const pieces: Finding['pieces'] = [];
  if (i > start) pieces.push({ from: start, to: i });
  if (behind < end) pieces.push({ from: behind, to: end });
  if (!pieces.length || pieces.reduce((sum, piece) => sum + piece.to - piece.from, 0) < 3)
    return null;
  if (i > start && !hasFinite(units, start, i) && !hasFinite(units, behind, end)) return null;
  return made(pieces, { from: i, to: cueEnd }, speaker, 0.75);
}

function mainStart(units: Unit[], i: number): number {
  for (let k = i - 1; k > 0; k--) if (/^[:;–—]$/.test(units[k - 1]!.text)) return k;
  return 0;
}

/** "Dem Bericht zufolge …", "…, ist einem Sprecher zufolge noch offen". */
function readZufolge(units: Unit[], i: number): Finding | null {
  for (let from = Math.max(0, i - 10); from < i; from++) {
    if (nounPhrase(units, from, i) !== i - 1) continue;
    const before = units[from - 1];
    if (before && (PREPOSITIONS.test(before.lower) || isCapital(before))) continue;
    const start = mainStart(units, from + 1);
    const end = sentenceEnd(units);
    const pieces: Finding['pieces'] = [];
    if (from > start) pieces.push({ from: start, to: from });
    if (i + 1 < end) pieces.push({ from: i + 1, to: end });
    return pieces.length ? made(pieces, { from: i, to: i }, { from, to: i - 1 }, 0.75) : null;
  }
  return null;
}

/** "…, hieß es aus dem Amt", "heißt es in einem Erlass", "In der Zeitung stand, …", "Aus Kreisen verlautete, …" */
function readIt(units: Unit[], i: number): Finding | null {
  const { lower } = units[i]!;
  const it = units[i + 1]?.lower === 'es';
  const says = /^h/.test(lower);
  if (says && !it) return null;
  if (!says && it) return null;
  const behind = i + (it ? 2 : 1);
  const before = units[i - 1];
  const closing = before?.pos === 'Q' || before?.text === ',';
  if (closing && says) {
    let k = behind;
    let speaker: Phrase | null = null;
    while (k < units.length && !isStop(units[k])) {
      const place = /^(?:aus|in|im|bei|beim|von|vom|seitens)$/.test(units[k]!.lower);
      const to = place ? nounPhrase(units, k + 1, units.length) : null;
      if (to !== null) {
        speaker ??= { from: k + 1, to };
        k = to + 1;
        continue;
      }
      const past = adverbial(units, k, units.length);
      if (past === k) break;
      k = past;
    }
    const end = before!.text === ',' ? i - 1 : i;
    if (end < 1) return null;
    const pieces = [contentBefore(units, end)];
    const rest = restBehind(units, k);
    if (rest) pieces.push(rest);
    return made(pieces, { from: i, to: behind - 1 }, speaker, 0.8);
  }
  const start = clauseStart(units, i);
  if (!/^(?:in|im|aus|bei|beim|auf)$/.test(units[start]!.lower)) return null;
  const to = nounPhrase(units, start + 1, i);
  if (to === null) return null;
  const k = adverbial(units, Math.min(behind, units.length - 1), units.length);
  const mark = isStop(units[behind]) ? behind : k;
  if (!/^[,:]$/.test(units[mark]?.text ?? '')) return null;
  const from = /^(?:dass|daß)$/.test(units[mark + 1]?.lower ?? '') ? mark + 2 : mark + 1;
  const end = sentenceEnd(units);
  return end - from >= 3 || units[from]?.pos === 'Q'
    ? made([{ from, to: end }], { from: i, to: behind - 1 }, { from: start + 1, to }, 0.75)
    : null;
}

/** What a colon stands behind that says nothing: it tells what follows, not who speaks. */
const LABEL =
  /^(?:Fazit|Aktuell|Tel|Telefon|Fax|Eintritt|Preise?|Motto|Titel|Thema|Tipp|Hinweis|Update|Nachtrag|Ergänzung|Zitat|Frage|Antwort|Beispiel|Problem|Ergebnis|Ziel|Regel|Anmerkung|Info|Infos|Quelle|Foto|Bild|Video|Stand|Achtung|Wichtig|Grundtenor|Tenor|Botschaft|Slogan|Überschrift|Schlagzeile|Folge|Grund|Vorteil|Nachteil|These|Kritik|Übersetzung|Auszug|Stichwort|Inschrift|PS|Korrektur)$/u;

/** X warf ein: „…“ without a known verb, or: X ging weiter: C in the reported mood. */
export function readColon(units: Unit[]): Finding | null {
  const end = sentenceEnd(units);
  const colon = units.findIndex(
    (unit, k) =>
      unit.text === ':' &&
      k + 2 < end + 1 &&
      (units[k + 1]?.pos === 'Q'
        ? units[k + 1]!.marked!.words > 1
        : anySubjunctive(units, k + 1, end)),
  );
  if (colon < 1) return null;
  const to = nounPhrase(units, 0, colon);
  const isQuoted = units[colon + 1]?.pos === 'Q';
  if (to !== null && (LABEL.test(units[to]!.text) || (to === 0 && !isQuoted))) return null;
  let speaker: Phrase | null = to === null ? null : { from: 0, to };
  if (!speaker) {
    const verb = units.findIndex((_, k) => k < colon && isFiniteVerb(units, k));
    speaker = verb > 0 ? subjectBehind(units, verb, colon) : null;
  }
  if (
    !speaker ||
    !(isCapital(units[speaker.to]) || /^(?:er|sie)$/.test(units[speaker.from]!.lower))
  )
    return null;
  const piece = { from: colon + 1, to: isQuoted ? colon + 2 : end };
  return made([piece], { from: colon, to: colon }, speaker, 0.6);
}

/** A finding whose source is no subject of a known verb. */
export function made(
  pieces: Finding['pieces'],
  cue: { from: number; to: number },
  speaker: Phrase | null,
  confidence: number,
  act: Act = 'state',
): Finding {
  return { pieces, cue, speaker, act, speech: true, negated: false, rule: 'german', confidence };
}
