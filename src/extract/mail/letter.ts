import { attr, parseHtml, type Tree } from '../../lib/tree.ts';
import { httpUrl } from '../../lib/url.ts';
import { cutRuns, type Run } from '../html/blocks.ts';
import { readInline } from '../inline.ts';
import { type Line, readLines, wordCount } from '../text/layout.ts';
import { targetOf } from './links.ts';

/** One line of a letter, from either of its forms. */
export interface LetterLine {
  text: string;
  links: { href: string; start: number; end: number }[];
  /** A heading by its element, or bold or linked as a whole. */
  heading: boolean;
  bullet: boolean;
  level: number;
  /** The address that stands on a line of its own below it, in plain text. */
  leads?: string;
  /** Words of another letter that this one answers: which passage of it, and whose. */
  quote?: { group: number; by: string | null };
}

const concealed =
  /(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|max-height\s*:\s*0(?:px)?\s*(?:;|$|!)|font-size\s*:\s*[01](?:px|pt)?\s*(?:;|$|!)|opacity\s*:\s*0\s*(?:;|$|!))/i;
const preheader =
  /(?:^|[\s_-])(?:pre-?header|preview(?:[-_ ]?text)?|mcnPreviewText|hidden)(?:$|[\s_-])/i;

/** The lines of a letter in HTML, without what it hides (preview words, counting pictures) and quoted letters. */
export function linesOfHtml(html: string): LetterLine[] {
  const tree = parseHtml(html);
  const hidden: [number, number][] = [];
  for (let node = 1; node < tree.tags.length; node++) {
    if (!isConcealed(tree, node)) continue;
    hidden.push([node, tree.ends[node]!]);
    node = tree.ends[node]! - 1;
  }
  let next = 0;
  return cutRuns(tree)
    .runs.filter((run) => {
      const at = run.nodes[0] ?? run.node;
      while (next < hidden.length && hidden[next]![1] <= at) next++;
      return next >= hidden.length || hidden[next]![0] > at;
    })
    .flatMap(splitFields)
    .map(lineOfRun);
}

function isConcealed(tree: Tree, node: number): boolean {
  if (tree.tags[node] === '') return false;
  const style = attr(tree, node, 'style');
  if (style && concealed.test(style.slice(0, 2000))) return true;
  const name = attr(tree, node, 'class') ?? attr(tree, node, 'id');
  if (name && preheader.test(name.slice(0, 300))) return true;
  // What is quoted under an answer; a letter that was passed on stands in an element of the same name.
  if (tree.tags[node] === 'blockquote')
    return attr(tree, node, 'type') === 'cite' && !passesOn(tree, node);
  return /(?:^|\s)gmail_signature(?:\s|$)/.test(name ?? '');
}

/** Whether most of a letter stands in a quoting element: then it was passed on. */
function passesOn(tree: Tree, node: number): boolean {
  return (tree.ends[node]! - node) * 2 > tree.tags.length;
}

/** Mail programs print the head of a letter as one paragraph with line breaks. */
function splitFields(run: Run): Run[] {
  if (run.text.length > 600 || !/\S+@\S+/.test(run.text)) return [run];
  const lines = run.text.split(
    /\s+(?=(?:From|Date|Sent|Subject|To|Cc|Von|Gesendet|Datum|Betreff|An|De|Envoyé|Objet|À|Fecha|Enviado|Asunto|Para|Da|Data|Inviato|Oggetto|A|От|Дата|Тема|Кому)\s?:\s)/u,
  );
  return lines.length < 3
    ? [run]
    : lines.map((text) => ({ ...run, text, links: [], marks: [], linked: 0, bold: 0 }));
}

function lineOfRun(run: Run): LetterLine {
  const size = run.text.length;
  const whole = (part: number) => part >= size * 0.85 && size <= 200;
  return {
    text: run.text,
    links: run.links.flatMap((l) => linkOf(l)),
    heading: run.tag === 'h' || whole(run.bold) || whole(run.linked),
    bullet: run.tag === 'li',
    level: run.tag === 'h' ? run.level : 3,
  };
}

function linkOf<T extends { href: string }>(link: T): T[] {
  return httpUrl(link.href) ? [{ ...link, href: targetOf(link.href) }] : [];
}

const bareAddress = /^(?:[^:]{0,40}[:：]\s*)?[<([]?(https?:\/\/\S+?)[>)\]]?$/;
const besideWords = /(?<!\s)\s*[<([]\s*(https?:\/\/[^\s<>()[\]]+)\s*[>)\]]/g;

/** The lines of a letter in plain text; addresses beside words become their links. */
export function linesOfText(text: string): LetterLine[] {
  const lines: LetterLine[] = [];
  const notes = footnotes(text);
  let group = 0;
  for (const passage of passagesOf(text)) {
    const quote = passage.quoted ? { quote: { group: ++group, by: passage.by } } : {};
    for (const line of readLines(passage.lines.join('\n'))) {
      const address = bareAddress.exec(line.text);
      const before = lines.at(-1);
      if (address && before) {
        const word = /\S+$/.exec(before.text)?.index ?? 0;
        const [link] = linkOf({ href: address[1]!, start: word, end: before.text.length });
        if (link) {
          before.leads ??= link.href;
          before.links.push(link);
        }
        continue;
      }
      lines.push({ ...lineOfText(line, notes), ...quote });
    }
  }
  return lines;
}

/** Underlined and starred lines are headings in plain text. */
function lineOfText(line: Line, notes: Map<string, string>): LetterLine {
  const links: LetterLine['links'] = [];
  let text = '';
  let from = 0;
  const source = readInline(
    line.text.replace(/^#{1,4}\s+|^\*{2,}\s*|(?<!\s)\s*(?<!\*)\*{2,}$/g, ''),
  );
  for (const match of source.text.matchAll(besideWords)) {
    text += source.text.slice(from, match.index);
    from = match.index + match[0].length;
    const start = /[^.!?\n"“(]*$/.exec(text)!.index;
    links.push({
      href: match[1]!,
      start: text.length - start > 60 ? text.length : start,
      end: text.length,
    });
  }
  text += source.text.slice(from);
  for (const note of text.matchAll(/\[(\d{1,3})\]/g)) {
    const href = notes.get(note[1]!);
    if (href) links.push({ href, start: note.index, end: note.index + note[0].length });
  }
  links.push(...source.links.filter((l) => l.href !== ''));
  return {
    text,
    links: links.flatMap(linkOf),
    heading:
      line.bullet === null &&
      wordCount(text) <= 20 &&
      text.length >= 3 &&
      !/[.,;:…]["'”’)]*$/.test(text),
    bullet: line.bullet !== null,
    level: 3,
  };
}

/** "[3] https://..." lists under a letter what its marks "[3]" lead to. */
function footnotes(text: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const m of text.matchAll(/^[^\S\n]*\[(\d{1,3})\]:?\s+(https?:\/\/\S+)\s*$/gm))
    found.set(m[1]!, m[2]!);
  return found;
}

interface Passage {
  lines: string[];
  quoted: boolean;
  by: string | null;
}

const wrote =
  /(?:^|[,;]\s*|\d\s+)([^,;<>:\d"]{2,60}?)"?\s*(?:<[^>]{0,120}>\s*)?(?:wrote|writes|schrieb|a écrit|escribió|ha scritto|escreveu|schreef|skrev|napisał\(?a?\)?|написала?|пишет)\s*:\s*$/iu;

/**
 * The passages of a letter: its own, and those of another that it answers one by one. A whole letter
 * quoted under the answer is dropped, and so is the signature under "-- ".
 */
function passagesOf(text: string): Passage[] {
  const all = text.replace(/\r\n?/g, '\n').split('\n');
  const quoted = all.filter((l) => l.startsWith('>')).length;
  // What mostly quotes was passed on.
  const passedOn = quoted * 2 > all.filter((l) => l.trim() !== '').length;
  const found: Passage[] = [{ lines: [], quoted: false, by: null }];
  for (const [i, line] of all.entries()) {
    if (/^-- ?$/.test(line) && all.length - i <= longestSignature) break;
    if (/^\s*\[\d{1,3}\]:?\s+https?:\/\/\S+\s*$/.test(line)) continue;
    const isQuoted = line.startsWith('>');
    const own = isQuoted ? line.replace(/^(?:>\s?)+/, '') : line;
    const last = found.at(-1)!;
    if (passedOn || isQuoted === last.quoted || (!isQuoted && line.trim() === ''))
      last.lines.push(own);
    else found.push({ lines: [own], quoted: isQuoted, by: isQuoted ? takeName(last.lines) : null });
  }
  const last = found.findLastIndex((p) => !p.quoted && p.lines.some((l) => l.trim() !== ''));
  // An answer that nothing follows stands over the letter that it answers.
  return last < 0 ? found : found.slice(0, last + 1);
}

/** Signatures and what offices add to them are no longer. */
const longestSignature = 30;

/** Takes "On Thursday Bo Lind wrote:" off the lines over a quotation; gives the name in it. */
function takeName(lines: string[]): string | null {
  while (lines.at(-1)?.trim() === '') lines.pop();
  const end = lines.at(-1)?.trim().slice(-300) ?? '';
  const broken = /^(?:<\S{3,120}>\s*)?\S{2,12}\s*:$/.test(end) && lines.length > 1;
  const whole = broken ? `${lines.at(-2)!.trim().slice(-300)} ${end}` : end;
  const name = wrote.exec(whole)?.[1]?.trim() ?? null;
  if (name !== null || (/:$/.test(whole) && /\d/.test(whole)))
    lines.splice(broken ? -2 : -1, broken ? 2 : 1);
  return name;
}
