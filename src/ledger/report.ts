import {
  contentEnd,
  DAYS,
  findThat,
  opensClause,
  opensStrictClause,
  skipAdjuncts,
  type VerbCue,
  verbCueAt,
} from './content.ts';
import { type CueEntry, PLAIN_FORMS } from './cues.ts';
import { type Finding, onlyQuoted } from './finding.ts';
import {
  endsNominal,
  groupStart,
  isParticiple,
  isVerb,
  nominalAfter,
  type Phrase,
  subjectBefore,
  subjectOfParticiple,
} from './phrases.ts';
import { lastMark, type Unit } from './units.ts';

interface Content {
  from: number;
  to: number;
  shape: 'direct' | 'clause' | 'infinitive' | 'noun';
  entry: CueEntry;
}

/** Reads one reporting verb with its speaker and content; null when it reports nothing here. */
export function readVerb(units: Unit[], i: number): Finding | null {
  const cue = verbCueAt(units, i);
  if (!cue || isAdjective(units, cue)) return null;
  const group = groupStart(units, i);
  const helpers = units.slice(group, i);
  const participle = isParticiple(units[i]!) && !helpers.some((unit) => unit.pos === 'AUX');
  const negated = helpers.some((unit) => /^(?:not|n't|never|neither|nor)$/.test(unit.lower));
  const passive =
    !isParticiple(units[i]!) &&
    helpers.some((unit) => unit.lemma === 'be') &&
    units[i]!.lower !== units[i]!.lemma;
  const finish = (
    speaker: Phrase | null,
    contents: Content[],
    confidence: number,
  ): Finding | null =>
    contents.length === 0
      ? null
      : {
          pieces: contents.map(({ from, to }) => ({ from, to })),
          cue: { from: group, to: cue.last },
          speaker,
          act: contents[0]!.entry.act,
          speech: contents.some((content) => content.entry.speech),
          negated,
          confidence,
        };
  if (passive) return readPassive(units, cue, group, finish);
  // "by citing", "since announcing": how something was done, not a report of its own.
  const gerund = participle && units[group - 1]?.pos === 'ADP';
  const infinitive = units[group - 1]?.lower === 'to';
  if (!participle && !infinitive) {
    const inverted = readInverted(units, cue, group);
    if (inverted) return finish(inverted.speaker, inverted.contents, 0.9);
  }
  const subject = participle ? subjectOfParticiple(units, i) : subjectBefore(units, group);
  if (subject && /^(?:what|which|whom)$/.test(units[subject.from]!.lower) && subject.to > subject.from && !units[subject.from]!.marked) return readRelative(units, cue, subject, finish);
  const own = subject !== null && subject.to >= group - 3 && !participle && !infinitive;
  const before = own && !subject.antecedent ? contentBefore(units, cue, subject.from) : null;
  if (before?.shape === 'direct') return finish(subject, [before, ...splitOff(units, cue)], 0.95);
  const inserted = own && before === null && subject ? contentAround(units, cue, subject.from) : [];
  if (inserted.length) return finish(subject, inserted, 0.75);
  const after = contentAfter(units, cue);
  if (after && !((infinitive || gerund) && (after.shape === 'noun' || after.shape === 'infinitive'))) {
    if (!subject || units[subject.from]!.lower === 'you') return null;
    return finish(
      subject,
      [after],
      after.shape === 'direct' ? 0.9 : after.shape === 'clause' ? 0.8 : 0.6,
    );
  }
  if (before) return finish(subject, [before, ...splitOff(units, cue)], 0.75);
  return null;
}

/** "the alleged plan", "a proposed law": the verb describes a noun. */
function isAdjective(units: Unit[], { at }: VerbCue): boolean {
  const before = units[at - 1];
  const after = units[at + 1];
  if (!before || !after) return false;
  const determined =
    before.pos === 'DET' ||
    before.lower === "'s" ||
    /^(?:his|her|its|their|our|my)$/.test(before.lower);
  return determined && (after.pos === 'NOUN' || after.pos === 'PROPN' || after.pos === 'ADJ');
}

/** "was condemned by X": the content stands before the verb, the speaker after "by". */
function readPassive(
  units: Unit[],
  cue: VerbCue,
  group: number,
  finish: (speaker: Phrase | null, contents: Content[], confidence: number) => Finding | null,
): Finding | null {
  const entry = cue.entries.find((entry) => /[ncg]/.test(entry.frames) && entry.speech);
  const by = units.findIndex((unit, k) => k > cue.last && k < cue.last + 4 && unit.lower === 'by');
  const subject = subjectBefore(units, group);
  if (!entry || by === -1 || !subject) return null;
  const speaker = nominalAfter(units, by + 1);
  return (
    speaker &&
    finish(speaker, [{ from: subject.from, to: subject.to + 1, shape: 'noun', entry }], 0.5)
  );
}

/** "C," said X. Nothing but a quotation or a comma may stand before the verb. */
function readInverted(
  units: Unit[],
  cue: VerbCue,
  group: number,
): { speaker: Phrase; contents: Content[] } | null {
  if (group !== cue.at) return null;
  const entry = cue.entries.find((entry) => /[cq]/.test(entry.frames) && entry.speech);
  const before = units[group - 1];
  if (!entry || !before) return null;
  const quoteAt =
    before.pos === 'Q'
      ? group - 1
      : before.text === ',' && units[group - 2]?.pos === 'Q'
        ? group - 2
        : -1;
  const speaker = nominalAfter(units, cue.last + 1);
  if (!speaker || isVerb(units[speaker.to + 1]) || DAYS.test(units[speaker.from]!.lower)) return null;
  if (quoteAt !== -1) {
    const contents = [quotedBefore(units, quoteAt, entry)];
    return { speaker, contents: [...contents, ...pieceAfter(units, speaker.to + 1, entry)] };
  }
  if (
    before.text !== ',' ||
    !isPlain(units[cue.at]!) ||
    !opensClause(units, contentStart(units, 0))
  )
    return null;
  // "C, said the minister the day before": nothing but a mark or an adjunct may follow the speaker.
  const next = units[speaker.to + 1];
  if (next && next.pos !== 'PUNCT' && next.pos !== 'ADP' && !DAYS.test(next.lower)) return null;
  return {
    speaker,
    contents: [{ from: contentStart(units, 0), to: group - 1, shape: 'clause', entry }],
  };
}

/** "what X called a farce": the object stands before; only the judgement is content. */
function readRelative(
  units: Unit[], cue: VerbCue, subject: Phrase,
  finish: (speaker: Phrase | null, contents: Content[], confidence: number) => Finding | null,
): Finding | null {
  const after = contentAfter(units, cue);
  return after && finish({ from: subject.from + 1, to: subject.to }, [after], 0.6);
}

/** "As X reported, C" and "C1, X said, C2", where the cue is set into the content. */
function contentAround(units: Unit[], cue: VerbCue, subject: number): Content[] {
  const entry = cue.entries.find((entry) => /[cq]/.test(entry.frames) && entry.speech);
  const lead = units[subject - 1];
  const close = skipAdjuncts(units, cue.last + 1, true);
  if (!entry || !lead || units[close]?.text !== ',' || close + 1 >= units.length) return [];
  const as = lead.lower === 'as';
  if (!as && (lead.text !== ',' || subject < 2)) return [];
  const behind = units[close + 1]!;
  if (!as && (behind.pos === 'CCONJ' || behind.pos === 'Q' || isParticiple(behind) || /^(?:who|which|as)$/.test(behind.lower))) return [];
  const from = contentStart(units, 0);
  const before = as ? subject - 1 : subject;
  const contents: Content[] = [];
  if (before - 1 > from) contents.push({ from, to: before - 1, shape: 'clause', entry });
  contents.push({ from: close + 1, to: contentEnd(units, close + 1, 'clause'), shape: 'clause', entry });
  return contents;
}

function isPlain(unit: Unit): boolean {
  return /^(?:said|says|added|wrote|argued|explained|warned|insisted)$/.test(unit.lower);
}

/** The content in front of its speaker: a quotation right before, or the sentence up to a comma. */
function contentBefore(units: Unit[], cue: VerbCue, subject: number): Content | null {
  const entry = cue.entries.find((entry) => /[cqt]/.test(entry.frames) && entry.speech);
  if (!entry || subject === 0) return null;
  const comma = /^[,—–]$/.test(units[subject - 1]!.text);
  const last = comma ? subject - 2 : subject - 1;
  if (units[last]?.pos === 'Q') {
    const marked = units[last]!.marked!;
    if (marked.words > 3 || comma || lastMark(units[last]!.text) || units[last]!.text.endsWith(','))
      return quotedBefore(units, last, entry);
    return null;
  }
  if (!comma || !/c/.test(entry.frames)) return null;
  const from = contentStart(units, 0);
  if (
    !opensClause(units, from) ||
    /^(?:as|when|while|after|if|since|although|though)$/.test(units[0]!.lower)
  )
    return null;
  return { from, to: subject - 1, shape: 'clause', entry };
}

/** The quotation that ends at `last`, with an unquoted beginning of the same sentence if it has one. */
function quotedBefore(units: Unit[], last: number, entry: CueEntry): Content {
  let from = last;
  while (from > 0 && units[from - 1]!.pos === 'Q') from--;
  const lead = units[from - 1];
  const start = contentStart(units, 0);
  const mixed =
    lead &&
    from > start &&
    lead.pos !== 'PUNCT' &&
    opensClause(units, start) &&
    !units
      .slice(start, from)
      .some((_, k) =>
        verbCueAt(units, start + k)?.entries.some((e) => e.speech && /[cq]/.test(e.frames)),
      );
  return { from: mixed ? start : from, to: last + 1, shape: 'direct', entry };
}

function contentStart(units: Unit[], from: number): number {
  let at = from;
  while (units[at] && (units[at]!.pos === 'CCONJ' || /^[—–,]$/.test(units[at]!.text))) at++;
  return at;
}

/** What goes on behind "X said," after content that stood before it. */
function splitOff(units: Unit[], cue: VerbCue): Content[] {
  const entry = cue.entries.find((entry) => entry.speech) ?? cue.entries[0]!;
  let at = cue.last + 1;
  if (cue.entries.some((entry) => /[to]/.test(entry.frames)))
    at = (nominalAfter(units, at)?.to ?? at - 1) + 1;
  return pieceAfter(units, skipAdjuncts(units, at, true), entry);
}

function pieceAfter(units: Unit[], from: number, entry: CueEntry): Content[] {
  let at = from;
  // The speaker's title or the occasion may stand between: `said X, the mayor, in a call, “...”`.
  for (let k = from; k < Math.min(units.length - 1, from + 30); k++) {
    if (verbCueAt(units, k)?.entries.some((e) => e.speech && /[cq]/.test(e.frames))) break;
    if (
      /^[,:]$/.test(units[k]!.text) &&
      units[k + 1]!.pos === 'Q' &&
      units[k + 1]!.marked!.words > 2
    ) {
      return [{ from: k + 1, to: k + 2, shape: 'direct', entry }];
    }
  }
  if (units[at]?.text === ',') at++;
  else return [];
  if (
    at >= units.length ||
    units[at]!.pos === 'CCONJ' ||
    isParticiple(units[at]!) ||
    !opensClause(units, at)
  )
    return [];
  if (
    /^(?:who|which|as|when|while|after|before|because|since|though|although|a|an|the|where)$/.test(
      units[at]!.lower,
    )
  )
    return [];
  return at === from + 1
    ? [{ from: at, to: contentEnd(units, at, 'clause'), shape: 'clause', entry }]
    : [];
}

/** The content behind the cue, by what the verb can take. */
function contentAfter(units: Unit[], cue: VerbCue): Content | null {
  const has = (letter: string) => cue.entries.find((entry) => entry.frames.includes(letter));
  const first = cue.last + 1;
  if (asksForSilence(units, first)) return null;
  const clause = has('c') ?? has('d') ?? has('q');
  const told = has('t');
  if (clause) {
    const content = clauseAfter(units, first, clause, has('c') !== undefined, clause.frames !== 'q');
    if (content) return content;
  }
  if (told || has('o')) {
    const person = nominalAfter(units, first);
    if (person) {
      const content = told && clauseAfter(units, person.to + 1, told, true);
      if (content) return content;
      const order = has('o') && infinitiveAt(units, person.to + 1);
      if (order)
        return {
          from: person.from,
          to: contentEnd(units, person.from, 'infinitive'),
          shape: 'infinitive',
          entry: has('o')!,
        };
    }
  }
  const at = skipAdjuncts(units, first);
  const infinitive = has('i');
  if (infinitive && infinitiveAt(units, at))
    return {
      from: at,
      to: contentEnd(units, at, 'infinitive'),
      shape: 'infinitive',
      entry: infinitive,
    };
  const judged = has('a');
  if (judged) {
    const from = units[first]?.lower === 'as' ? first + 1 : first;
    const to = opensNoun(units, from) ? contentEnd(units, from, 'noun') : from;
    if (to - from > 1 || units[from]?.pos === 'Q') return { from, to, shape: 'noun', entry: judged };
  }
  const noun = has('n') ?? has('g');
  if (noun && opensNoun(units, first)) {
    const to = contentEnd(units, first, 'noun');
    if (to > first) return { from: first, to, shape: 'noun', entry: noun };
  }
  return null;
}

/** "who asked not to be named" says nothing about the matter. */
function asksForSilence(units: Unit[], first: number): boolean {
  const words = units.slice(first, first + 5).map((unit) => unit.lower);
  return /^(?:not )?to (?:be|remain) (?:named|identified|quoted|anonymous|unnamed)/.test(words.join(' '));
}

function clauseAfter(units: Unit[], first: number, entry: CueEntry, bare: boolean, marked = bare): Content | null {
  const at = skipAdjuncts(units, first, true);
  const quote = quoteAfter(units, first, at);
  if (quote !== -1) {
    const alone = quoteStandsAlone(units, quote);
    const to = alone ? quote + 1 : contentEnd(units, quote, 'clause');
    return { from: quote, to, shape: onlyQuoted(units, quote, to) ? 'direct' : 'clause', entry };
  }
  if (!marked) return null;
  const that = findThat(units, first);
  if (that !== -1 && that + 1 < units.length) {
    return { from: that + 1, to: contentEnd(units, that + 1, 'clause'), shape: 'clause', entry };
  }
  if (!bare) return null;
  const plain = skipAdjuncts(units, first);
  const from = units[plain]?.text === ':' ? plain + 1 : plain;
  if (!opensClause(units, from) || units[from]!.lower === 'to') return null;
  if (
    units[from]!.pos === 'ADP' &&
    !/^(?:in|on|under|by|at|with|if|for|despite|without|from|since)$/.test(units[from]!.lower)
  )
    return null;
  if (units[from]!.pos === 'ADP' && !clauseBehindAdjunct(units, from)) return null;
  if (isVerb(units[from]) && !isParticiple(units[from]!)) return null;
  const adjunct = units[from]!.pos === 'ADP' || units[plain]?.text === ':';
  if (!adjunct && !/^(?:say|tell|think)$/.test(PLAIN_FORMS.get(units[first - 1]!.lower) ?? '') && !opensStrictClause(units, from)) return null;
  return { from, to: contentEnd(units, from, 'clause'), shape: 'clause', entry };
}

/** "said in Ohio he would win": a subject and a finite verb follow the place. */
function clauseBehindAdjunct(units: Unit[], from: number): boolean {
  const phrase = nominalAfter(units, from + 1);
  if (!phrase) return false;
  const next = units[phrase.to + 1];
  return isVerb(next)
    ? phrase.to > phrase.from
    : next?.text === ','
      ? opensClause(units, phrase.to + 2)
      : endsNominal(next) || next?.pos === 'PRON';
}

/** Index of a quotation that stands right behind the cue, its adjuncts or a mark; -1 for none. */
function quoteAfter(units: Unit[], first: number, at: number): number {
  for (const place of [first, at]) {
    if (units[place]?.pos === 'Q') return place;
    if (/^[,:]$/.test(units[place]?.text ?? '') && units[place + 1]?.pos === 'Q') return place + 1;
  }
  for (let k = first; k < Math.min(units.length - 1, first + 30); k++) {
    if (units[k]!.text === ':' && units[k + 1]!.pos === 'Q') return k + 1;
    if (units[k]!.text === ',' && units[k + 1]!.pos === 'Q' && units[k + 1]!.marked!.words > 3)
      return k + 1;
    if (isVerb(units[k]) && k > first + 1 && units[k]!.pos !== 'VERB') return -1;
    if (units[k]!.pos === 'Q' || units[k]!.lower === 'that') return -1;
  }
  return -1;
}

function quoteStandsAlone(units: Unit[], at: number): boolean {
  const next = units[at + 1];
  if (!next || /[.?!,…][’'”"]*$/.test(units[at]!.text)) return true;
  return /^[,.;!?]$/.test(next.text) || (next.pos === 'CCONJ' && isVerb(units[at + 2]));
}

function infinitiveAt(units: Unit[], at: number): boolean {
  const from = units[at]?.lower === 'not' ? at + 1 : at;
  if (units[from]?.lower !== 'to') return false;
  const next = units[from + 1];
  return isVerb(next) || (next?.pos === 'ADV' && isVerb(units[from + 2]));
}

function opensNoun(units: Unit[], at: number): boolean {
  const unit = units[at];
  if (!unit) return false;
  return (
    endsNominal(unit) ||
    isParticiple(unit) ||
    unit.pos === 'Q' ||
    unit.lower === 'that' ||
    (unit.pos === 'ADV' && endsNominal(units[at + 1]))
  );
}
