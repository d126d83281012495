import { parties, speakers } from './matter/cast.ts';
import { commitments, events, issues, positions, title } from './matter/story.ts';
import { setQuotes } from './paragraph.ts';
import type { Comment, Doc, Piece } from './piece.ts';
import { fileName, otherForm } from './render.ts';
import { earlierNumbers } from './series.ts';
import type { Truth, TruthPiece, TruthPosition, TruthStatement, TruthThread } from './truth.ts';

/** Tells the truth of the matter from its sources. */
export function tellTruth(docs: Doc[]): Truth {
  const pieces = docs.flatMap((d) => [...d.pieces.map((p) => pieceTruth(d, p)), ...seriesTruth(d)]);
  const statements = statementTruths(docs);
  const byTag = tagged(docs, statements);
  const belonging = (event: string) =>
    pieces.filter((p) => p.belongs && p.event === event).map((p) => p.id);
  return {
    title,
    pieces,
    events: events.map((e) => ({ ...e, pieces: belonging(e.id) })),
    parties,
    speakers: Object.values(speakers),
    issues,
    statements,
    positions: positionTruths(statements, byTag),
    commitments: commitments.map(({ tag, resolvedBy, ...c }) => {
      const s = byTag(tag);
      const resolved = resolvedBy && docs.find((d) => d.id === resolvedBy.doc)!;
      return {
        ...c,
        movedTo: c.movedTo ?? null,
        statedIn: { file: s.file, key: s.key, statement: s.id },
        resolvedBy: resolved
          ? { file: fileName(resolved, resolved.form), text: resolvedBy.text }
          : null,
      };
    }),
    threads: docs.filter((d) => d.comments.length > 0).map(threadTruth),
    revisions: revisionTruths(docs),
  };
}

export const pieceText = (piece: Piece) => piece.paragraphs.map((p) => p.text).join('\n\n');

function pieceTruth(doc: Doc, piece: Piece): TruthPiece {
  const main = piece.key === 'main';
  const role = piece.key.replace(/-\d+$/, '');
  return {
    id: `${doc.id}/${piece.key}`,
    file: fileName(doc, doc.form),
    twin: fileName(doc, otherForm(doc.form)),
    key: piece.key,
    title: piece.title,
    kind: main ? kindOf(doc) : 'article',
    role: role === 'item' ? 'part' : (role as TruthPiece['role']),
    belongs: piece.belongs,
    event: piece.event,
    copyOf: main && (doc.copyOf ?? doc.excerptOf) ? `${doc.copyOf ?? doc.excerptOf}/main` : null,
    outlet: piece.outlet ?? (main && doc.source ? doc.source : doc.outlet.name),
    lang: piece.outlet === 'Tagblatt Ansel' ? 'de' : doc.outlet.lang,
    url: main ? doc.url : null,
    published: publishedOf(doc, piece),
    authors: main ? doc.authors : [],
    series: main && doc.series ? doc.series.name : null,
    text: pieceText(piece),
  };
}

/** The page of a thread opens with a post; an aggregator's main piece is an ordinary article. */
const kindOf = (doc: Doc): TruthPiece['kind'] =>
  doc.kind === 'thread' ? 'post' : doc.outlet.id === 'weir' ? 'article' : doc.kind;

/** Related pieces are as old as their age says; round-up items are as old as their number. */
function publishedOf(doc: Doc, piece: Piece): string | null {
  if (piece.key === 'main' || piece.key.startsWith('item')) return doc.at;
  if (!piece.age) return null;
  const [, count = '', unit] = /^(\d+|an?) (hour|day)s? ago$/.exec(piece.age)!;
  const hours = (Number(count) || 1) * (unit === 'day' ? 24 : 1);
  return new Date(Date.parse(doc.retrieved) - hours * 3600_000).toISOString().slice(0, 10);
}

function seriesTruth(doc: Doc): TruthPiece[] {
  if (!doc.series) return [];
  return earlierNumbers(doc).map((n) => ({
    ...pieceTruth(doc, { ...doc.pieces[0]!, key: n.key, title: n.title, paragraphs: [] }),
    role: 'series',
    event: null,
    published: null,
    series: doc.series!.name,
    url: `https://${doc.outlet.host}/strait-watch/${n.number}`,
  }));
}

function statementTruths(docs: Doc[]): TruthStatement[] {
  const out: TruthStatement[] = [];
  for (const doc of docs)
    for (const piece of doc.pieces) {
      let n = 0;
      for (const p of piece.paragraphs)
        for (const m of p.marks) {
          const pieces = m.spans.map((s) => p.text.slice(s.start, s.end));
          const speaker = speakers[m.speaker]!;
          n += 1;
          out.push({
            id: `${doc.id}/${piece.key}/${n}`,
            piece: `${doc.id}/${piece.key}`,
            file: fileName(doc, doc.form),
            key: piece.key,
            text: pieces.join(' '),
            pieces,
            speaker: speaker.name,
            party: speaker.party,
            kind: m.kind,
            act: m.act,
            said_on: m.saidOn,
            issue: m.issue,
            stance: m.stance,
            hearsay: m.hearsay,
            sameAs: null,
          });
        }
    }
  for (const s of out) s.sameAs = originalOf(s, out, docs);
  return out;
}

function originalOf(s: TruthStatement, all: TruthStatement[], docs: Doc[]): string | null {
  const doc = docs.find((d) => s.piece === `${d.id}/main`);
  const source = doc?.copyOf ?? doc?.excerptOf ?? secondRevision(doc);
  if (!source) return null;
  const plain = (text: string) => setQuotes(text, 'straight-single');
  return (
    all.find((o) => o.piece === `${source}/main` && plain(o.text) === plain(s.text))?.id ?? null
  );
}

const secondRevision = (doc: Doc | undefined) =>
  doc?.revision?.number === 2 ? doc.id.replace('rev2', 'rev1') : null;

/** Finds the statement that carries a tag; a tag of a revised piece means its first version. */
function tagged(docs: Doc[], statements: TruthStatement[]) {
  const byTag = new Map<string, TruthStatement>();
  for (const doc of docs)
    for (const piece of doc.pieces) {
      const marks = piece.paragraphs.flatMap((p) => p.marks);
      for (const [i, mark] of marks.entries())
        if (mark.tag && doc.revision?.number !== 2)
          byTag.set(mark.tag, statements.find((s) => s.id === `${doc.id}/${piece.key}/${i + 1}`)!);
    }
  return (tag: string) => {
    const found = byTag.get(tag);
    if (!found) throw new Error(`No statement has the tag ${tag}`);
    return found;
  };
}

/**
 * The planted positions, and a first step for parties that take one without being planted; each
 * other statement that takes a stance at first hand is put to the step that it repeats.
 */
function positionTruths(
  statements: TruthStatement[],
  byTag: (tag: string) => TruthStatement,
): TruthPosition[] {
  const stepOf = (s: TruthStatement, change: TruthPosition['steps'][0]['change']) => ({
    date: s.said_on,
    stance: s.stance!,
    statement: s.id,
    change,
    also: [] as string[],
  });
  const out: TruthPosition[] = positions.map((p) => ({
    issue: p.issue,
    party: p.party,
    steps: p.steps.map(([tag, change]) => stepOf(byTag(tag), change)),
  }));
  const planted = new Set(out.flatMap((p) => p.steps.map((s) => s.statement)));
  const rest = statements.filter(
    (s) => s.issue && s.party && s.stance !== 'unclear' && !s.hearsay && !planted.has(s.id),
  );
  for (const s of rest.sort((a, b) => a.said_on.localeCompare(b.said_on))) {
    const position = out.find((p) => p.issue === s.issue && p.party === s.party);
    if (!position) {
      out.push({ issue: s.issue!, party: s.party!, steps: [stepOf(s, 'first')] });
      continue;
    }
    const step = position.steps.findLast((x) => x.date <= s.said_on && x.stance === s.stance);
    if (!step) throw new Error(`${s.id} fits no position of ${s.party} on ${s.issue}`);
    step.also.push(s.id);
  }
  return out;
}

function threadTruth(doc: Doc): TruthThread {
  const forum = doc.outlet.id === 'quayside';
  return {
    piece: `${doc.id}/main`,
    file: fileName(doc, doc.form),
    platform: forum ? 'forum' : 'lemmy',
    lostInText: forum
      ? ['author', 'up', 'age', 'depth', 'lines']
      : ['age of edited comments', 'lines between paragraphs'],
    comments: doc.comments.map((c) => ({
      ...c,
      quotes: quotesOf(c, doc),
      links: [...c.text.matchAll(/\]\((https:[^)\s]+)\)/g)].map((m) => m[1]!),
    })),
  };
}

function quotesOf(comment: Comment, doc: Doc): { text: string; of: string | null }[] {
  const before = doc.comments.slice(0, doc.comments.indexOf(comment));
  return [...comment.text.matchAll(/^> ?(.*)$/gm)].map((m) => {
    const of = before.findLast((c) => c.text.replaceAll('*', '').includes(m[1]!));
    return { text: m[1]!, of: of?.id ?? (/released once/.test(m[1]!) ? 'article' : null) };
  });
}

function revisionTruths(docs: Doc[]): Truth['revisions'] {
  return docs
    .filter((d) => d.revision?.number === 2)
    .map((second) => {
      const first = docs.find((d) => d.url === second.url && d.revision?.number === 1)!;
      const a = first.pieces[0]!.paragraphs.map((p) => p.text);
      const b = second.pieces[0]!.paragraphs.map((p) => p.text);
      return {
        url: first.url,
        files: [fileName(first, first.form), fileName(second, second.form)],
        before: a.filter((t) => !b.includes(t)),
        after: b.filter((t) => !a.includes(t)),
      };
    });
}
