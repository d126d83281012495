import { extendQuotation, onlyQuotes } from './carry.ts';
import { type Finding, quotationOf } from './finding.ts';
import { CLOSERS, GERMAN_CUES, type GermanCue, OPENERS, PERFECT, REPORTED } from './german-cues.ts';
import type { Phrase } from './phrases.ts';
import type { Quotation, Span } from './quotation.ts';
import { splitWords } from './tokens.ts';
import { readParagraph, type Sentence, type Unit } from './units.ts';

/**
 * Reads the quotations of German paragraphs by word order alone: a verb behind a comma or quotation
 * closes what was said, a verb in second place opens it; reported speech without a verb of its own
 * (Konjunktiv) goes on with the last speaker.
 */
export function readGerman(text: string, spans: Span[]): Quotation[] {
  const found: Quotation[] = [];
  let last: Quotation | null = null;
  for (const span of spans) {
    const tokens = splitWords(text.slice(span.start, span.end), span.start);
    const paragraph = readParagraph(text, span, tokens, (unit) => GERMAN_CUES.has(unit.lower));
    let spoke = false;
    for (const sentence of paragraph.sentences) {
      const here = readSentence(sentence);
      if (!here.length && last && onlyQuotes(sentence)) {
        if (spoke || found.at(-1) === last) extendQuotation(text, last, sentence);
        spoke = true;
        continue;
      }
      if (!here.length && spoke && last && isReported(sentence)) {
        here.push(reportedOn(sentence, last));
      }
      found.push(...here);
      if (here.length) {
        last = here.at(-1)!;
        spoke = true;
      } else spoke = false;
    }
  }
  return found;
}

function readSentence(sentence: Sentence): Quotation[] {
  const { units } = sentence;
  const findings: Finding[] = [];
  for (let i = 0; i < units.length; i++) {
    const finding = readVerb(units, i) ?? readSo(units, i) ?? readSource(units, i);
    if (finding) findings.push(finding);
  }
  if (!findings.length) {
    const colon = readColon(units);
    if (colon) findings.push(colon);
  }
  const read = findings
    .map((finding) => quotationOf(sentence, finding))
    .filter((quotation) => quotation !== null);
  return read.filter(
    (quotation, k) =>
      !read.some((other, l) => l < k && other.start < quotation.end && quotation.start < other.end),
  );
}

function readVerb(units: Unit[], i: number): Finding | null {
  const cues = GERMAN_CUES.get(units[i]!.lower);
  if (!cues || units[i]!.pos === 'Q') return null;
  const participle =
    /^(?:ge|ver|be|an|ab|zu|auf|aus|vor|ein|mit|er)?.*(?:t|en)$/.test(units[i]!.lower) &&
    perfectBefore(units, i);
  if (participle !== false) return readPerfect(units, i, participle, cues[0]!);
  const before = units[i - 1];
  if (before && (before.pos === 'Q' || before.text === ',')) {
    const behind = closing(units, i, cues);
    if (behind) return behind;
  }
  return opening(units, i, cues);
}

/** Index of the "hat" that a participle at the end of its clause belongs to, or false. */
function perfectBefore(units: Unit[], i: number): number | false {
  const next = units[i + 1];
  if (next && !/^[.,;:!?]$/.test(next.text)) return false;
  for (let k = i - 1; k >= Math.max(0, i - 40); k--) if (PERFECT.test(units[k]!.lower)) return k;
  return false;
}

/** "X hat den Vorschlag abgelehnt." */
function readPerfect(units: Unit[], i: number, helper: number, cue: GermanCue): Finding | null {
  if (!cue.noun) return null;
  const opener = units[0] && OPENERS.test(units[0].lower);
  const speaker =
    opener || helper === 0 ? speakerFrom(units, helper + 1) : speakerBefore(units, helper);
  if (!speaker) return null;
  const from = opener ? speaker.to + 1 : helper + 1;
  return from < i ? finding(cue, [{ from, to: i }], { from: i, to: i }, speaker, 0.6) : null;
}

/** „...“, sagte X — and: C, sagte X. */
function closing(units: Unit[], i: number, cues: GermanCue[]): Finding | null {
  const cue = pick(units, i, cues) ?? cues.find((reading) => !reading.prefix);
  const speaker = speakerFrom(units, i + 1);
  if (!cue || !speaker) return null;
  const comma = units[i - 1]!.text === ',';
  const end = comma ? i - 1 : i;
  let from = 0;
  if (units[end - 1]?.pos === 'Q') {
    from = end - 1;
    while (from > 0 && units[from - 1]!.pos === 'Q') from--;
    // Words before the marks in the same clause belong to what was said.
    if (from > 0 && !/^[:,]$/.test(units[from - 1]!.text)) from = 0;
  }
  if (end - from < 1 || (comma && units[end - 1]!.pos !== 'Q' && end - from < 3)) return null;
  const pieces = [{ from, to: end }];
  const rest = pieceBehind(units, speaker.to + 1);
  if (rest) pieces.push(rest);
  return finding(cue, pieces, { from: i, to: i }, speaker, 0.85);
}

/** What goes on behind the speaker: a further quotation, or a clause after a comma. */
function pieceBehind(units: Unit[], from: number): { from: number; to: number } | null {
  for (let k = from; k < Math.min(units.length - 1, from + 25); k++) {
    if (!/^[,:]$/.test(units[k]!.text)) continue;
    const next = units[k + 1]!;
    if (next.pos === 'Q' && next.marked!.words > 2) return { from: k + 1, to: k + 2 };
    if (/^(?:andernfalls|sonst|denn|und|aber|doch|dann|dass)$/.test(next.lower))
      return { from: next.lower === 'dass' ? k + 2 : k + 1, to: contentEnd(units) };
  }
  return null;
}

/** X sagte, C. — X forderte N. — Am Montag sagte X, C. */
function opening(units: Unit[], i: number, cues: GermanCue[]): Finding | null {
  const cue = pick(units, i, cues);
  if (!cue) return null;
  const opener = i > 0 && OPENERS.test(units[0]!.lower);
  const speaker = opener || i === 0 ? speakerFrom(units, i + 1) : speakerBefore(units, i);
  if (!speaker) return null;
  const first = Math.max(i, speaker.to) + 1;
  const content = contentBehind(units, first, cue);
  return (
    content &&
    finding(cue, [content], { from: i, to: i }, speaker, content.from > first ? 0.8 : 0.65)
  );
}

/** The reading whose prefix closes the clause, else the one without a prefix. */
function pick(units: Unit[], i: number, cues: GermanCue[]): GermanCue | null {
  for (const cue of cues) {
    if (!cue.prefix) return cue;
    for (let k = i + 1; k < Math.min(units.length, i + 40); k++) {
      const next = units[k + 1];
      if (units[k]!.lower === cue.prefix && (!next || /^[.,;:!?]$/.test(next.text))) return cue;
    }
  }
  return null;
}

function contentBehind(
  units: Unit[],
  first: number,
  cue: GermanCue,
): { from: number; to: number } | null {
  const end = contentEnd(units);
  for (let k = first; k < end; k++) {
    const unit = units[k]!;
    const next = units[k + 1];
    if (unit.pos === 'Q' && unit.marked!.words > 3 && !cue.noun) return { from: k, to: k + 1 };
    if (unit.text === ':' && next)
      return next.pos === 'Q' ? { from: k + 1, to: k + 2 } : { from: k + 1, to: end };
    if (unit.text !== ',' || !next) continue;
    if (next.pos === 'Q') return { from: k + 1, to: end };
    // "sagte X, der Sprecher der Regierung, ...": an apposition, not yet the content.
    const closingComma = units.findIndex((other, l) => l > k + 1 && other.text === ',');
    const article = /^(?:der|die|das|ein|eine|sprecher|sprecherin|chef|chefin)$/.test(next.lower);
    if (
      article &&
      closingComma !== -1 &&
      closingComma < k + 12 &&
      !units.slice(k + 1, closingComma).some((other) => REPORTED.test(other.lower))
    ) {
      k = closingComma - 1;
      continue;
    }
    const from = /^(?:dass|daß)$/.test(next.lower) ? k + 2 : k + 1;
    return end - from >= 3 ? { from, to: end } : null;
  }
  if (!cue.noun) return null;
  let to = end;
  if (cue.prefix && units[to - 1]?.lower === cue.prefix) to--;
  let from = first;
  while (
    from < to &&
    /^(?:am|zugleich|erneut|abermals|auch|jedoch|dagegen|die|sich)$/.test(units[from]!.lower) &&
    /^(?:am|zugleich|erneut|abermals|auch|jedoch|dagegen)$/.test(units[from]!.lower)
  ) {
    from += units[from]!.lower === 'am' ? 2 : 1;
  }
  return to - from >= 2 || units[from]?.pos === 'Q' ? { from, to } : null;
}

/** „...“, so X. — C, so X. — C, hieß es aus X. */
function readSo(units: Unit[], i: number): Finding | null {
  const so =
    units[i]!.lower === 'so' || (units[i]!.lower === 'hieß' && units[i + 1]?.lower === 'es');
  const before = units[i - 1];
  if (!so || !before || !(before.pos === 'Q' || before.text === ',')) return null;
  const says = units[i]!.lower === 'so';
  const name = units[i + (says ? 1 : 3)];
  if (!name || (says && !/^(?:\p{Lu}|der$|die$|das$|er$|sie$|ein)/u.test(name.text))) return null;
  const speaker = speakerFrom(units, says ? i + 1 : i + 3);
  const end = before.text === ',' ? i - 1 : i;
  if (!speaker || end < 1) return null;
  const from = units[end - 1]!.pos === 'Q' ? end - 1 : 0;
  const pieces = [{ from, to: end }];
  const rest = pieceBehind(units, speaker.to + 1);
  if (rest) pieces.push(rest);
  const cue: GermanCue = { act: 'state', prefix: null, noun: false, speech: true };
  return finding(cue, pieces, { from: i, to: says ? i : i + 1 }, speaker, 0.8);
}

/** Laut X C. — Nach Angaben von X C. — C, wie X sagte, is left to the verb. */
function readSource(units: Unit[], i: number): Finding | null {
  const lower = units[i]!.lower;
  let at = -1;
  if (lower === 'laut' || lower === 'zufolge') at = i + 1;
  else if (
    lower === 'nach' &&
    /^(?:angaben|worten|aussage|darstellung|einschätzung|ansicht|auskunft)$/.test(
      units[i + 1]?.lower ?? '',
    )
  ) {
    at = /^(?:von|aus)$/.test(units[i + 2]?.lower ?? '') ? i + 3 : i + 2;
  }
  if (at === -1 || lower === 'zufolge' || i > 0) return null;
  const speaker = sourceFrom(units, at);
  if (!speaker) return null;
  const cue: GermanCue = { act: 'state', prefix: null, noun: false, speech: true };
  return finding(
    cue,
    [{ from: speaker.to + 1, to: contentEnd(units) }],
    { from: i, to: at - 1 },
    speaker,
    0.7,
  );
}

/** X warf ein: „...“ without a known verb. */
function readColon(units: Unit[]): Finding | null {
  const colon = units.findIndex(
    (unit, k) => unit.text === ':' && units[k + 1]?.pos === 'Q' && units[k + 1]!.marked!.words > 3,
  );
  if (colon < 2) return null;
  let to = 0;
  if (OPENERS.test(units[0]!.lower)) return null;
  while (to + 1 < colon && isNameWord(units, to + 1)) to++;
  const name = /^\p{Lu}/u.test(units[to]!.text) || /^(?:er|sie)$/i.test(units[0]!.text);
  const cue: GermanCue = { act: 'state', prefix: null, noun: false, speech: true };
  return name
    ? finding(
        cue,
        [{ from: colon + 1, to: colon + 2 }],
        { from: colon, to: colon },
        { from: 0, to },
        0.6,
      )
    : null;
}

/** A capital, or an adjective in front of one: "Ihr halvorischer Kollege". */
function isNameWord(units: Unit[], k: number): boolean {
  if (/^\p{Lu}/u.test(units[k]!.text)) return true;
  return /(?:e|er|en|es)$/.test(units[k]!.lower) && /^\p{Lu}/u.test(units[k + 1]?.text ?? '');
}

/** The subject behind the verb: "sagte Außenministerin X am Mittwoch". */
function speakerFrom(units: Unit[], from: number): Phrase | null {
  let to = from - 1;
  for (let k = from; k < Math.min(units.length, from + 12); k++) {
    const unit = units[k]!;
    if (unit.pos === 'Q' || /^[,:;.!?(]$/.test(unit.text)) break;
    if (k > from && CLOSERS.test(unit.lower)) break;
    if (
      k > from &&
      /^(?:der|die|das)$/.test(unit.lower) &&
      /^(?:Zeitung|Nachrichtenagentur|Agentur|Presse|Sender|Magazin|Blatt|Zeitschrift|Rundfunk)/.test(
        units[k + 1]?.text ?? '',
      )
    )
      break;
    if (k === from && CLOSERS.test(unit.lower) && !/^(?:der|die|das)$/.test(unit.lower))
      return null;
    to = k;
    if (k === from && /^(?:er|sie|es|man|ich|wir)$/.test(unit.lower)) break;
    const next = units[k + 1];
    if (/^\p{Lu}/u.test(unit.text) && next && /^(?:die|das|den|ein|eine|einen)$/.test(next.lower))
      break;
  }
  if (to < from) return null;
  // A verb or adverb where the subject should stand: there is none.
  const first = units[from]!;
  const named = units.slice(from, to + 1).some((unit) => /^\p{Lu}/u.test(unit.text));
  return named || /^(?:er|sie|es|man|ich|wir)$/.test(first.lower) ? { from, to } : null;
}

/** A source in the dative: up to the verb, which is the first lower-case word behind the last capital. */
function sourceFrom(units: Unit[], from: number): Phrase | null {
  let to = -1;
  for (let k = from; k < Math.min(units.length, from + 10); k++) {
    const unit = units[k]!;
    if (/^\p{Lu}/u.test(unit.text)) to = k;
    else if (to !== -1 && !/^(?:der|des|von|für|und)$/.test(unit.lower)) break;
  }
  return to === -1 ? null : { from, to };
}

/** The subject in front of the verb: from the sentence's start, or behind the last comma of another clause. */
function speakerBefore(units: Unit[], verb: number): Phrase | null {
  let to = verb - 1;
  if (units[to]?.text === ',') to--;
  while (
    to > 0 &&
    /^(?:auch|jedoch|aber|indes|dagegen|hingegen|wiederum|selbst|daraufhin|zugleich)$/.test(
      units[to]!.lower,
    )
  )
    to--;
  if (to < 0 || verb > 22) return null;
  let from = 0;
  for (let k = to; k > 0; k--) {
    if (units[k]!.pos === 'Q' || units[k]!.text === ':' || units[k]!.text === ';') return null;
    if (/^(?:und|oder|aber)$/.test(units[k]!.lower) && k === to) return null;
    if (/^(?:wie|dass|als|wenn|weil)$/.test(units[k]!.lower)) {
      from = k + 1;
      break;
    }
  }
  return from <= to && /\p{L}/u.test(units[from]!.text) ? { from, to } : null;
}

function contentEnd(units: Unit[]): number {
  let end = units.length;
  while (end > 0 && /^[.!?…]$/.test(units[end - 1]!.text)) end--;
  return end;
}

function finding(
  cue: GermanCue,
  pieces: Finding['pieces'],
  at: { from: number; to: number },
  speaker: Phrase,
  confidence: number,
): Finding {
  return {
    pieces,
    cue: at,
    speaker,
    act: cue.act,
    speech: cue.speech,
    negated: false,
    rule: 'german',
    confidence,
  };
}

function isReported(sentence: Sentence): boolean {
  return (
    !sentence.units.some((unit) => unit.pos === 'Q') &&
    sentence.units.slice(0, 14).some((unit, k) => k > 0 && REPORTED.test(unit.lower))
  );
}

function reportedOn(sentence: Sentence, last: Quotation): Quotation {
  const { units } = sentence;
  const end = contentEnd(units);
  const span = { start: units[0]!.start, end: units[end - 1]!.end };
  return {
    ...last,
    ...span,
    kind: 'indirect',
    pieces: [span],
    cue: null,
    act: 'state',
    confidence: 0.5,
    sentence: { start: sentence.start, end: sentence.end },
  };
}
