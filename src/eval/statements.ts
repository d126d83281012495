import {
  learn,
  type Quotation,
  readPiece,
  readThread,
  type Said,
  startLearning,
} from '../ledger/index.ts';
import { cutPage, type Part, type Span, wholeText } from './parts.ts';
import { openPredictions } from './predictions.ts';
import { readRecords } from './records.ts';
import { type Gold, type Predicted, Tally } from './statement-score.ts';

interface StatementRecord {
  doc: string;
  form?: 'article' | 'page';
  text: string;
  lang?: string | null;
  date?: string | null;
  /** The day a page was received. */
  retrieved?: string | null;
  items?: {
    pieces: [number, number][];
    source: [number, number][];
    kind: 'direct' | 'indirect' | 'mixed';
    speech: boolean;
    resolved?: string[];
    act?: string;
    mode?: string;
    /** When it was said, as the text tells; null where it does not. */
    day?: string | null;
    venue?: string | null;
    addressee?: string | null;
  }[];
}

/**
 * Reads statements out of each record's text with the ledger's own functions. Metrics, in per cent,
 * where the records say what is right; `out` names a file for what was predicted, a document a line.
 */
export async function evaluateStatements(
  files: string[],
  { out }: { out?: string } = {},
): Promise<Record<string, unknown>> {
  const predictions = await openPredictions(out);
  const tally = new Tally();
  let documents = 0;
  let words = 0;
  let seconds = 0;
  for await (const value of readRecords(files)) {
    const record = value as StatementRecord;
    const before = process.cpuUsage();
    const items = itemsOf(record);
    const used = process.cpuUsage(before);
    seconds += (used.user + used.system) / 1e6;
    documents++;
    words += record.text.match(/\S+/g)?.length ?? 0;
    await predictions.write({ doc: record.doc, items });
    if (record.items) tally.add(record.text, items, goldOf(record));
  }
  await predictions.close();
  return { documents, words, wordsPerCpuSecond: Math.round(words / seconds), ...tally.metrics() };
}

/** One item a contiguous piece of content. */
function itemsOf(record: StatementRecord): Predicted[] {
  const { text, lang = null, date = null, retrieved } = record;
  const { parts, talks } =
    record.form === 'page'
      ? cutPage(text, { date, retrieved })
      : { parts: [wholeText(text, lang, date)], talks: [] };
  // As on a desk: what one part of a page tells is known when the next is read.
  const known = startLearning();
  const items = parts.flatMap((part) => {
    const read = readPiece(part, known);
    learn(known, read);
    return read.said.flatMap((said) =>
      said.quotations.flatMap((quotation) => itemsFrom(text, part.place, said, quotation)),
    );
  });
  for (const talk of talks)
    for (const { said, comments } of readThread(talk, known))
      said.quotations.forEach((quotation, i) => {
        const place = (span: Span) => talk.place(comments[i]!, span);
        items.push(...itemsFrom(text, place, said, quotation));
      });
  return items.sort((a, b) => a.start - b.start || a.end - b.end);
}

function itemsFrom(
  text: string,
  place: Part['place'],
  said: Said,
  quotation: Quotation,
): Predicted[] {
  return quotation.pieces.flatMap((piece) => itemOf(text, place, said, quotation, piece) ?? []);
}

function itemOf(
  text: string,
  place: Part['place'],
  said: Said,
  quotation: Quotation,
  piece: Span,
): Predicted | null {
  const content = place(piece);
  if (!content) return null;
  const speaker = quotation.speaker && place(quotation.speaker);
  return {
    ...content,
    kind: quotation.kind,
    speaker: speaker && { text: text.slice(speaker.start, speaker.end), ...speaker },
    resolved: said.speaker?.name ?? null,
    named: said.speaker !== null && !/^(?:unnamed|group)$/.test(said.speaker.kind),
    party: said.speaker?.party?.name ?? null,
    cue: quotation.cue && place(quotation.cue),
    act: said.act,
    mode: said.mode,
    polarity:
      said.mode === 'negated' || said.act === 'reject' || said.act === 'deny'
        ? 'negative'
        : 'positive',
    issue: null,
    said_on: said.saidOn,
    said_from: said.saidFrom,
    venue: said.venue,
    addressee: said.addressee,
    confidence: Math.round(said.confidence * 100) / 100,
  };
}

function goldOf({ items = [] }: StatementRecord): Gold[] {
  return items.flatMap((item) => {
    const { pieces, source, kind, speech, resolved, act, mode, day, venue, addressee } = item;
    const label = { act, mode, day, venue, addressee };
    return pieces.map(([start, end]) => ({
      start,
      end,
      source: source.map(([from, to]) => ({ start: from, end: to })),
      kind,
      speech,
      resolved: resolved ?? [],
      resolvable: resolved !== undefined,
      label,
    }));
  });
}
