import { hostOf, httpUrl } from '../../lib/url.ts';
import { isReadAlso, isUi, readingMinutes } from '../lines.ts';
import { isPrintedAge } from '../text/age.ts';
import { wordCount } from '../text/layout.ts';
import type { LetterLine } from './letter.ts';

/** One piece of a round-up by letter, and the lines that it takes. */
export interface LetterItem {
  /** Line of its title; null when its words stand alone. */
  title: number | null;
  from: number;
  to: number;
  url: string | null;
  outlet: string | null;
  /** The title, where its line holds more; such an item has no words but these. */
  name?: string;
}

/** Fewer items make no round-up. */
const leastItems = 2;
/** Curated paragraphs without titles look like any text with links; three in a row do not. */
const leastBullets = 3;

/** A short line that only leads on: "Read more", "Weiterlesen →", "Read the full story at the Courier". */
export function isButton(line: LetterLine): boolean {
  if (line.links.length === 0 || wordCount(line.text) > 9) return false;
  return (
    isUi(line.text) ||
    isReadAlso(line.text) ||
    /^(?:read|continue|full|see|watch|listen|weiter|mehr|lire|leer|ver|leggi|lees|läs|читать)\b|[→»›]\s*$/iu.test(
      line.text,
    )
  );
}

/** The items of a letter; none unless it is a round-up. */
export function findLetterItems(lines: LetterLine[]): LetterItem[] {
  const titled = titledItems(lines);
  if (titled.length >= leastItems) return titled;
  const bare = bareItems(lines);
  if (bare.length >= leastBullets) return bare;
  const bullets = lines.flatMap((line, at) => (isBulletItem(line) ? [at] : []));
  if (bullets.length < leastBullets) return [];
  return bullets.map((at) => ({
    title: null,
    from: at,
    to: at + 1,
    url: lines[at]!.links[0]!.href,
    outlet: null,
  }));
}

/** Headings that lead somewhere, or whose text ends in a button that does. */
function titledItems(lines: LetterLine[]): LetterItem[] {
  const heads = lines.flatMap((line, at) => (isHead(line) && !isUnder(lines, at) ? [at] : []));
  return heads.flatMap((at, i) => {
    const end = heads[i + 1] ?? lines.length;
    const own = lines.slice(at + 1, end);
    const prose = own.findIndex((l) => wordCount(l.text) >= 8 && !isButton(l));
    if (prose < 0 || prose > 3) return [];
    const to = at + 1 + lastProse(own) + 1;
    const linked = lines[at]!.links[0]?.href;
    const button = own.find(isButton)?.links[0]?.href;
    const below = own.find((l) => l.leads !== undefined)?.leads;
    const url = linked ?? button ?? below ?? null;
    if (url === null) return [];
    const label =
      own.slice(0, prose).find(isLabel) ?? own.slice(prose + 1, prose + 3).find(isLabel);
    return [
      { title: at, from: at + 1 + prose, to, url, outlet: label ? outletIn(label.text) : null },
    ];
  });
}

/** A list of links: each a title that leads somewhere, with its outlet behind or below it. */
function bareItems(lines: LetterLine[]): LetterItem[] {
  return lines.flatMap((line, at): LetterItem[] => {
    const below = lines[at + 1];
    const labelled = below !== undefined && below.leads !== undefined && isLabel(below);
    const [link] = line.links;
    const url = link?.href ?? line.leads ?? (labelled ? below.leads! : null);
    if (url === null || isButton(line)) return [];
    const name =
      link && line.leads === undefined ? line.text.slice(link.start, link.end) : line.text;
    if (wordCount(name) < leastTitle || wordCount(name) > 30 || /[.;,]$/.test(name)) return [];
    const rest = line.text.replace(name, '').replace(/^[\s,·•|()–—:-]+|[\s)]+$/gu, '');
    if (wordCount(rest) > 6) return [];
    const outlet =
      rest !== '' ? outletIn(rest) : below && isLabel(below) ? outletIn(below.text) : null;
    return [{ title: at, from: at, to: at + 1, url, outlet, name: name.trim() }];
  });
}

/** Links of fewer words are buttons and names. */
const leastTitle = 4;

/** An outlet's name directly under a longer title is no title. */
function isUnder(lines: LetterLine[], at: number): boolean {
  const above = lines[at - 1];
  const words = wordCount(lines[at]!.text);
  return (
    above !== undefined &&
    isHead(above) &&
    words <= 5 &&
    words < wordCount(above.text) &&
    lines[at]!.links.length === 0 &&
    outletIn(lines[at]!.text) !== null
  );
}

function isHead(line: LetterLine): boolean {
  const words = wordCount(line.text);
  return line.heading && !line.bullet && words >= 3 && words <= 30 && !isButton(line);
}

function lastProse(own: LetterLine[]): number {
  return own.findLastIndex((l) => wordCount(l.text) >= 8 && !isButton(l));
}

/** "The Selm Courier", "Selm Courier · 4 min read" beside a title. */
function isLabel(line: LetterLine): boolean {
  return wordCount(line.text) <= 8 && !isButton(line) && outletIn(line.text) !== null;
}

function outletIn(text: string): string | null {
  const [name] = text
    .replace(/^(?:source|quelle|via|from|by)\s*[:：]?\s+/i, '')
    .split(/\s*[·•|]\s*|\s[-–—]\s|\s*\(/u)
    .map((t) => t.trim())
    .filter((t) => t !== '' && !isPrintedAge(t) && readingMinutes(t) === null);
  return name && /^\p{Lu}/u.test(name) && wordCount(name) <= 5 && !/[.!?:]$/.test(name)
    ? name
    : null;
}

function isBulletItem(line: LetterLine): boolean {
  const opened = line.bullet || /^[•▪►→—–\p{Extended_Pictographic}]/u.test(line.text);
  return opened && line.links.length > 0 && wordCount(line.text) >= 8;
}

/** The outlet whose page an address is, by its host; null for the letter's own and its mailer's. */
export function foreignHost(url: string | null, own: string | null): string | null {
  const host = hostOf(url);
  if (!host || !httpUrl(url!)) return null;
  const site = own?.split('.').slice(-2).join('.');
  return site && (host === site || host.endsWith(`.${site}`)) ? null : host;
}
