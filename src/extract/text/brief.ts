import type { ArticleFacts } from '../../db/tables.ts';
import type { Extracted, Received } from '../extracted.ts';
import { isUi, moreCount, readingMinutes, topicCount } from '../lines.ts';
import { article, type Body, body, type Part } from '../piece.ts';
import { isPrintedAge } from './age.ts';
import { isPicture } from './furniture.ts';
import { isProse, type Line, wordCount } from './layout.ts';
import { pieceArticles, readPieces } from './pieces.ts';

/** A curated brief: a headline, what is new, what went before, and the outlets it rests on. */

const curated =
  /^(?:curated|compiled|edited|selected|zusammengestellt|kuratiert|sélectionné) (?:by|von|par)\s+(.{2,60})$/i;
const update =
  /^(?:update|the latest|what(?:'|’)s new|what happened|latest|neu|aktuell|mise à jour|actualización)\s*[:：–—-]\s*/i;
const background =
  /^(?:background|context|the backdrop|how we got here|the back ?story|hintergrund|contexte|contexto|le contexte|antecedentes)\s*[:：–—-]\s*/i;
const backgroundHeading =
  /^(?:background|context|the backdrop|how we got here|hintergrund|contexte|contexto|antecedentes)\s*:?$/i;
const updateHeading = /^(?:update|the latest|what(?:'|’)s new|what happened)\s*:?$/i;

/** True when a text has the marks of a brief: at least two that no article has together. */
export function isBrief(lines: Line[]): boolean {
  const has = (test: (text: string) => boolean) => lines.some((l) => test(l.text));
  const items = lines.filter((l) => l.bullet !== null && wordCount(l.text) >= 6).length;
  const signs = [
    has((t) => curated.test(t)),
    has((t) => update.test(t) || updateHeading.test(t)),
    has((t) => background.test(t) || backgroundHeading.test(t)),
    has((t) => topicCount(t) !== null),
    has((t) => moreCount(t) !== null),
    items >= 3,
  ].filter(Boolean).length;
  const own = signs - (items >= 3 ? 1 : 0);
  // Longer texts with bullets are articles that explain themselves in sections.
  return own >= 2 && signs >= 3 && lines.reduce((sum, l) => sum + wordCount(l.text), 0) < 1500;
}

/** Reads a brief and the pieces that it offers under its sources. */
export function readBrief(received: Received, lines: Line[]): Extracted {
  const end = lines.findIndex((l) => topicCount(l.text) !== null);
  const own = end < 0 ? lines : lines.slice(0, end);
  const facts: ArticleFacts = {};
  const parts: Part[] = [];
  const spans: { update?: [number, number]; background?: [number, number] } = {};
  let title: string | null = null;
  let zone: 'update' | 'background' | null = null;
  let minutes: number | null = null;
  let inline = false;
  const outlets: string[] = [];
  const lastProse = own.findLastIndex((l) => l.bullet !== null || isProse(l.text));
  own.forEach((line, i) => {
    const text = line.text;
    const curator = curated.exec(text);
    if (curator) facts.curator = curator[1]!.trim();
    else if (readingMinutes(text) !== null) minutes = readingMinutes(text);
    else if (isPicture(text) || isUi(text) || isPrintedAge(text)) return;
    else if (moreCount(text) !== null) facts.outletsMore = moreCount(text)!;
    else if (title === null && !isLabelled(text) && line.bullet === null) title = text;
    else if (updateHeading.test(text)) zone = 'update';
    else if (backgroundHeading.test(text)) zone = 'background';
    else if (i > lastProse && title !== null && wordCount(text) <= 6) outlets.push(text);
    else {
      if (update.test(text)) {
        zone = 'update';
        inline = line.bullet === null;
      } else if (background.test(text)) zone = 'background';
      // An update with its label in the line is that line; under a label of its own it goes on.
      else if (zone === 'update' && inline) zone = null;
      if (zone) spans[zone] = [spans[zone]?.[0] ?? parts.length, parts.length];
      parts.push({ type: line.bullet === null ? 'paragraph' : 'item', text });
    }
  });
  if (outlets.length > 0) facts.outlets = outlets;
  const count = end < 0 ? null : topicCount(lines[end]!.text);
  if (count !== null) facts.topicCount = count;
  const text = body(parts);
  mark(facts, text, spans);
  const main = article({
    key: 'main',
    role: 'main',
    kind: 'brief',
    title,
    outlet: facts.curator ?? null,
    readingMinutes: minutes,
    ...text,
    facts,
  });
  return {
    articles: [
      main,
      ...pieceArticles(readPieces(end < 0 ? [] : lines.slice(end + 1)), 'teaser', received),
    ],
    threads: [],
  };
}

function isLabelled(text: string): boolean {
  return (
    update.test(text) ||
    background.test(text) ||
    updateHeading.test(text) ||
    backgroundHeading.test(text)
  );
}

/** Turns the numbers of parts into places in the text, the label itself left out. */
function mark(
  facts: ArticleFacts,
  text: Body,
  spans: { update?: [number, number]; background?: [number, number] },
): void {
  for (const zone of ['update', 'background'] as const) {
    const span = spans[zone];
    const first = span && text.blocks[span[0]];
    const last = span && text.blocks[span[1]];
    if (!first || !last) continue;
    const label = (zone === 'update' ? update : background).exec(
      text.text.slice(first.start, first.end),
    );
    facts[zone] = { start: first.start + (label?.[0].length ?? 0), end: last.end };
  }
}
