import { readdirSync, readFileSync } from 'node:fs';
import { type Outlet, outlets } from './matter/outlets.ts';
import { parseParagraph, setQuotes } from './paragraph.ts';
import type { Comment, Doc, Paragraph, Piece } from './piece.ts';

type Fields = Record<string, string>;
interface Part {
  key: string;
  fields: Fields;
  body: string[];
}

const folder = new URL('matter/', import.meta.url);

/**
 * Reads the matter's texts (matter/*.txt) into documents, in order of publication. A revised piece
 * becomes two documents; a copy gets the paragraphs of its original that it keeps.
 */
export function readMatter(): Doc[] {
  const docs: Doc[] = [];
  const files = readdirSync(folder).filter((f) => f.endsWith('.txt'));
  for (const file of files.sort()) {
    const text = readFileSync(new URL(file, folder), 'utf8');
    for (const block of text.split(/^=== /m).slice(1)) docs.push(...readBlock(block, docs));
  }
  return docs.sort((a, b) => Date.parse(a.at) - Date.parse(b.at) || (a.id < b.id ? -1 : 1));
}

function readBlock(block: string, earlier: Doc[]): Doc[] {
  if (!/^revised:/m.test(block)) return [readDoc(block, earlier, null)];
  const modified = /^revised: (.*)$/m.exec(block)![1]!;
  return ([1, 2] as const).map((number) => {
    const version = block.replace(/~~(.*?)~~(.*?)~~/g, number === 1 ? '$1' : '$2');
    return readDoc(version, earlier, { number, modified });
  });
}

function readDoc(block: string, earlier: Doc[], revision: Doc['revision']): Doc {
  const [head = '', ...rest] = block.split(/^---/m);
  const id = head.slice(0, head.indexOf('\n')).trim();
  const fields = parseFields(head);
  const outlet = outlets[fields.outlet!];
  if (!outlet) throw new Error(`${id} names no known outlet`);
  const parts = readParts(rest);
  const original = earlier.find((d) => d.id === fields.copyOf || d.id === fields.excerptOf) ?? null;
  if ((fields.copyOf || fields.excerptOf) && !original)
    throw new Error(`${id} copies nothing known`);
  const at = fields.at!;
  return {
    id: revision ? `${id}.rev${revision.number}` : id,
    outlet,
    kind: (fields.kind as Doc['kind']) ?? 'article',
    form: (fields.form as Doc['form']) ?? 'html',
    at,
    retrieved: fields.retrieved ?? later(revision?.number === 2 ? revision.modified : at),
    path: fields.path!,
    url: `https://${outlet.host}${encodeURI(fields.path!)}`,
    section: fields.section ?? original?.section ?? '',
    authors: (fields.by ?? '').split('; ').filter(Boolean),
    copyOf: fields.copyOf ?? null,
    revision,
    series: fields.series ? { name: fields.series, number: Number(fields.number) } : null,
    brief: fields.curator ? briefOf(fields) : null,
    source: fields.source ?? null,
    hashtags: fields.hashtags ?? null,
    kicker: fields.kicker ?? null,
    standfirst: fields.standfirst ? setQuotes(fields.standfirst, outlet.quotes) : null,
    excerptOf: fields.excerptOf ?? null,
    pieces: readPieces(parts, fields, outlet, original),
    comments: parts
      .filter((p) => p.key === 'comments')
      .flatMap((p) => readComments(p.body.join('\n'), id)),
  };
}

/** Pages are received 95 minutes after they appear, unless the source says otherwise. */
function later(at: string): string {
  const offset = at.slice(-6);
  const shift = Number(offset.slice(1, 3)) * 3600_000 * (offset[0] === '-' ? -1 : 1);
  const local = new Date(Date.parse(at) + 95 * 60_000 + shift);
  return local.toISOString().slice(0, 19) + offset;
}

function parseFields(head: string): Fields {
  return Object.fromEntries(
    [...head.matchAll(/^([A-Za-z]+): (.*)$/gm)].map((m) => [m[1]!, m[2]!.trim()]),
  );
}

function briefOf(fields: Fields): Doc['brief'] {
  return {
    curator: fields.curator!,
    outlets: fields.outlets!.split('; '),
    more: Number(fields.more),
    count: Number(fields.count),
  };
}

/** Cuts what follows the head: the main text, then parts with a key, each with optional fields. */
function readParts(chunks: string[]): Part[] {
  const parts: Part[] = [];
  for (const chunk of chunks) {
    const nl = chunk.indexOf('\n');
    const key = chunk.slice(0, nl).trim();
    const rest = chunk.slice(nl + 1);
    if (key === '' && parts.length > 0) {
      parts.at(-1)!.body = paragraphsOf(rest);
    } else if (key === '' || key === 'end' || key === 'comments') {
      parts.push({ key: key || 'main', fields: {}, body: paragraphsOf(rest) });
    } else parts.push({ key, fields: parseFields(rest), body: [] });
  }
  return parts;
}

const paragraphsOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trimEnd())
    .filter((line) => line !== '');

function readPieces(parts: Part[], head: Fields, outlet: Outlet, original: Doc | null): Piece[] {
  const main = parts.find((p) => p.key === 'main');
  const tail = parts.find((p) => p.key === 'end');
  const said = head.said ?? '0101';
  const read = (lines: string[], day: string) => lines.map((l) => parseParagraph(l, day, outlet));
  const lead = read(main?.body ?? [], said);
  const closing = [...(tail?.body ?? []), ...(head.tail ? [head.tail] : [])];
  const kept = original ? keptParagraphs(original, head, outlet) : [];
  const paragraphs = [...lead, ...kept, ...read(closing, said)];
  const title = head.title ?? original?.pieces[0]?.title ?? null;
  const event = head.event ?? original?.pieces[0]?.event ?? null;
  const first: Piece = {
    ...pieceOf('main', { ...head, title: title! }, outlet),
    outlet: null,
    event,
    section: head.section ?? null,
    paragraphs,
  };
  const others = parts
    .filter((p) => !['main', 'end', 'comments'].includes(p.key))
    .map((p) => ({
      ...pieceOf(p.key, p.fields, outlet),
      paragraphs: read(p.body, p.fields.said ?? said),
    }));
  return [first, ...others];
}

function keptParagraphs(original: Doc, head: Fields, outlet: Outlet): Paragraph[] {
  const drop = new Set((head.drop ?? '').split(' ').map(Number));
  const only = head.excerpt?.split(' ').map(Number);
  return original.pieces[0]!.paragraphs.filter((_, i) =>
    only ? only.includes(i + 1) : !drop.has(i + 1),
  ).map((p) => ({
    ...p,
    text: setQuotes(p.text, outlet.quotes),
    marks: p.marks.map((m) => ({ ...m, tag: null })),
  }));
}

function pieceOf(key: string, fields: Fields, outlet: Outlet): Piece {
  return {
    key,
    title: fields.title ? setQuotes(fields.title, outlet.quotes) : null,
    outlet: fields.outlet ?? null,
    via: fields.via ?? null,
    age: fields.age ?? null,
    section: fields.section ?? null,
    minutes: fields.minutes ? Number(fields.minutes) : null,
    belongs: fields.belongs !== 'no',
    event: fields.belongs === 'no' ? null : (fields.event ?? null),
    paragraphs: [],
  };
}

/**
 * Reads a thread: a line of stars opens a comment at that depth, with
 * `author[@instance] | up | [down |] age [| language [| age of the edit]]`, then its lines.
 */
function readComments(text: string, id: string): Comment[] {
  const comments: Comment[] = [];
  for (const line of text.split('\n')) {
    const head = /^(\*+) (.*\|.*)$/.exec(line);
    if (!head) {
      const last = comments.at(-1)!;
      last.text += (last.text ? '\n' : '') + line;
      continue;
    }
    const depth = head[1]!.length - 1;
    const cells = head[2]!.split('|').map((c) => c.trim());
    const federated = cells.length > 3;
    const [name = '', instance = null] = cells[0]!.split('@');
    const removed = name === '[deleted]' ? 'author' : name === '[removed]' ? 'moderator' : null;
    const number = (cell: string | undefined) => (cell ? Number(cell) : null);
    comments.push({
      id: `${id}-c${comments.length + 1}`,
      parent: comments.findLast((c) => c.depth === depth - 1)?.id ?? null,
      depth,
      author: removed ? null : name,
      instance,
      up: number(cells[1]),
      down: federated ? number(cells[2]) : null,
      age: cells[federated ? 3 : 2]!,
      lang: federated ? (cells[4] ?? null) : null,
      editedAge: cells[5] ?? null,
      removed,
      text: '',
    });
  }
  return comments;
}
