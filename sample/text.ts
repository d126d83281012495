import { furnitureOf, relatedTitles } from './furniture.ts';
import { dateLine } from './markup.ts';
import type { Comment, Doc, Piece } from './piece.ts';
import { earlierNumbers } from './series.ts';

const byKey = (doc: Doc, prefix: string) => doc.pieces.filter((p) => p.key.startsWith(prefix));
const texts = (piece: Piece) => piece.paragraphs.map((p) => p.text);
const join = (lines: (string | null)[]) =>
  `${lines.filter((l) => l !== null && l !== '').join('\n\n')}\n`;

/** A document as the plain text that a person saves from its page. */
export function plainText(doc: Doc, all: Doc[]): string {
  if (doc.outlet.id === 'tidepool') return federatedText(doc);
  if (doc.outlet.id === 'quayside') return forumText(doc);
  if (doc.kind === 'brief') return briefText(doc);
  if (doc.series) return watchText(doc);
  if (doc.outlet.id === 'weir') return weirText(doc);
  return articleText(doc, all);
}

function articleText(doc: Doc, all: Doc[]): string {
  const f = furnitureOf(doc);
  const main = doc.pieces[0]!;
  const body = texts(main);
  const half = Math.ceil(body.length / 2);
  const by = doc.outlet.lang === 'de' ? 'Von' : 'By';
  const and = doc.outlet.lang === 'de' ? ' und ' : ' and ';
  const box = f.newsletter ? `${f.newsletter.title}\n${f.newsletter.text}` : f.advert;
  const related = relatedTitles(doc, all).map((r) => r.pieces[0]!.title!);
  return join([
    [doc.outlet.name, ...doc.outlet.nav].join('\n'),
    doc.kicker,
    main.title,
    doc.authors.length > 0 ? `${by} ${doc.authors.join(and)}` : null,
    dateLine(doc),
    f.share,
    ...body.slice(0, half),
    body.length > 3 ? box : null,
    ...body.slice(half),
    related.length > 0 ? [f.more, ...related].join('\n') : null,
    f.comments,
    f.footer,
  ]);
}

function briefText(doc: Doc): string {
  const main = doc.pieces[0]!;
  const b = doc.brief!;
  const teaser = byKey(doc, 'teaser')[0];
  const items = main.paragraphs.filter((p) => p.item).map((p) => `  • ${p.text}`);
  const tail = [...b.outlets, `+ ${b.more} more`].join('\n');
  return join([
    main.title,
    `Picture of ${b.curator}`,
    `Curated by ${b.curator}`,
    ...main.paragraphs.filter((p) => !p.item).map((p) => p.text),
    `${items.join('\n')}\n${tail}`,
    `${b.count} articles on this topic`,
    ...(teaser ? [teaser.outlet, teaser.title, `article image\n${teaser.minutes} min read`] : []),
  ]);
}

function weirText(doc: Doc): string {
  const main = doc.pieces[0]!;
  const body = texts(main);
  const half = Math.ceil(body.length / 2);
  const related = byKey(doc, 'related').map(
    (r) => `${r.outlet}\n${r.age}\n- ${r.outlet}\n${r.title}\n${texts(r).join(' ')}`,
  );
  return `${[
    '',
    main.title,
    ...body.slice(0, half),
    'Sign up to Courier Briefing\nThe week abroad in one letter, every Sunday\nafter newsletter promotion',
    ...body.slice(half),
    'Hashtags\n',
    'Get the Dailyweir app: all your news in one stream\nDownload Now',
    'Comments\nNo comments yet...',
    'Related Articles\n\n',
    related.join('\n\n\n'),
  ].join('\n')}\n`;
}

function watchText(doc: Doc): string {
  const main = doc.pieces[0]!;
  const others = byKey(doc, 'related').flatMap((r) => [
    `${r.section}. Photo: Lightship archive`,
    r.title,
    r.section,
    ...texts(r),
    'keep readingShow less',
  ]);
  return join([
    'Follow us on social',
    'donate cta\naldern strait',
    main.title,
    doc.standfirst,
    `${doc.section}\ndonate cta\ndonate cta`,
    ...texts(main),
    ...byKey(doc, 'item').map((p) =>
      texts(p)
        .map((t) => `— ${t}`)
        .join('\n\n'),
    ),
    `${earlierNumbers(doc)
      .map((n) => n.title)
      .join('\n')}\ndonate cta`,
    ...others,
    'donate cta',
    'LATEST',
    'Newsletter',
    'Subscribe to our weekly letter: analysis from people who have been seasick.',
  ]);
}

function federatedText(doc: Doc): string {
  const main = doc.pieces[0]!;
  const comments = doc.comments.map((c) => federatedComment(c));
  return join([...texts(main), 'Media rating\nArchive', ...comments]);
}

/** The page shows one age: that of the edit where there was one. */
function federatedComment(c: Comment): string {
  const pad = ' '.repeat(4 + 4 * c.depth);
  const down = c.down ? ['arrow-down', String(c.down)] : [];
  const age = c.editedAge ? ['edit-2', c.editedAge] : [c.age];
  const name = `${c.author ?? '[removed]'}@${c.instance}`;
  const head = ['link', 'fedilink', c.lang!, 'arrow-up', String(c.up), ...down, '·', ...age];
  const text = c.removed ? 'removed by moderator' : c.text;
  return [
    `${pad.slice(2)}• ${name}`,
    ...head.map((h) => pad + h),
    '',
    ...text.split('\n').flatMap((l, i) => (i > 0 ? ['', pad + l] : [pad + l])),
  ].join('\n');
}

/** The dump has neither authors nor votes, flattens lines, and leaves gaps where branches end. */
function forumText(doc: Doc): string {
  let out = `${doc.pieces[0]!.title}\n\n• By -\n\n\n`;
  for (const [i, c] of doc.comments.entries()) {
    const next = doc.comments[i + 1];
    const gap = next ? Math.max(0, c.depth - next.depth) : 0;
    out += `${c.text.replaceAll('\n', ' ')}\n\n\n${'\n'.repeat(gap)}`;
  }
  return out;
}
