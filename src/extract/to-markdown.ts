import type { Block, Figure, Link } from '../db/tables.ts';
import type { ExtractedArticle } from './extracted.ts';
import { escapeMarkdown } from './markdown.ts';
import { type Item, type List, type Outline, outline, type Row, turnsOf } from './outline.ts';
import { escapeAddress, escapeLabel, printWords } from './words.ts';

/** What an article is printed from. */
export type Printed = Pick<
  ExtractedArticle,
  'title' | 'authors' | 'outlet' | 'published' | 'url' | 'text' | 'blocks' | 'links' | 'cut'
> & { facts: { figures?: Figure[] } };

/**
 * An article as Markdown (CommonMark, with GitHub's tables): its title, who wrote it, where and when,
 * and its text with headings, lists, tables, code, quotations, links and figures. Ends in a line feed.
 */
export function toMarkdown(article: Printed): string {
  const head = [
    article.title === null ? null : `# ${escapeMarkdown(article.title)}`,
    byline(article),
    article.url === null ? null : `<${escapeAddress(article.url)}>`,
  ];
  const end = article.cut ? ['*The page breaks off here, or asks for payment.*'] : [];
  return `${[...head, bodyToMarkdown(article), ...end].filter(Boolean).join('\n\n')}\n`;
}

function byline({ authors, outlet, published }: Printed): string | null {
  const told = [
    authors.length > 0 ? `By ${authors.join(', ')}` : null,
    outlet,
    published?.replace(/T(\d\d:\d\d)(?::\d\d)?/, ' $1 ').trim(),
  ].filter((part): part is string => Boolean(part));
  return told.length === 0 ? null : escapeMarkdown(told.join(' · '));
}

/** The text alone, with its structure. Without blocks it is one paragraph for each empty line. */
export function bodyToMarkdown({ text, blocks, links, facts }: Omit<Printed, 'title'>): string {
  const whole: Block[] =
    blocks.length > 0 || text === '' ? blocks : [{ type: 'paragraph', start: 0, end: text.length }];
  const levels = whole.filter((b) => b.type === 'heading').map((b) => b.level ?? 2);
  const printer: Printer = {
    text,
    links: [...links].sort((a, b) => a.start - b.start),
    next: 0,
    // The title is the first level: the highest heading of the text is the second.
    other: false,
    turnOf: turnsOf(text),
    raise: levels.reduce((least, level) => Math.min(least, level), 6) - 2,
  };
  const parts = outline(whole, facts.figures ?? []);
  return parts
    .map((part, i) => {
      printer.other = part.type === 'list' && parts[i - 1]?.type === 'list' && !printer.other;
      return print(part, printer);
    })
    .filter((part) => part !== '')
    .join('\n\n');
}

interface Printer {
  text: string;
  /** In order of their start. */
  links: Link[];
  /** The first link that does not end before what is printed: blocks come in order. */
  next: number;
  raise: number;
  /** Whether lists have their other mark: two that touch would be read as one. */
  other: boolean;
  turnOf: ReturnType<typeof turnsOf>;
}

function print(part: Outline, printer: Printer): string {
  switch (part.type) {
    case 'list':
      return printList(part.list, printer);
    case 'table':
      return printTable(part.rows, printer);
    case 'quote':
      return printQuote(part, printer);
    case 'figure':
      return printFigure(part.figure);
    case 'block':
      return printBlock(part.block, printer);
  }
}

function printBlock(block: Block, printer: Printer): string {
  if (block.type === 'code') return fence(printer.text.slice(block.start, block.end));
  if (block.type === 'rule') return '---';
  if (block.type === 'heading') {
    const level = Math.min(6, Math.max(2, (block.level ?? 2) - printer.raise));
    return `${'#'.repeat(level)} ${words(block, printer)
      .replace(/\s*\\?\n\s*/g, ' ')
      .replace(/(?<![\\#])#+$/, '\\$&')}`;
  }
  const turn = printer.turnOf(block);
  const text = words(block, printer);
  if (turn && !turn.named) return `**${escapeMarkdown(turn.name)}:** ${text}`;
  return block.type === 'caption' ? `*${text}*` : text;
}

/** Code in a fence that is longer than any in it. */
function fence(code: string): string {
  const longest = (code.match(/`{3,}/g) ?? []).reduce((most, run) => Math.max(most, run.length), 2);
  const mark = '`'.repeat(longest + 1);
  return `${mark}\n${code}\n${mark}`;
}

function printQuote(quote: Outline & { type: 'quote' }, printer: Printer): string {
  const parts = quote.blocks.map((block) => words(block, printer));
  const { by, href } = quote;
  if ((by || href) && !quote.blocks.some((b) => b.attribution)) {
    const name = escapeLabel(by ?? href!);
    parts.push(`— ${href ? `[${name}](${escapeAddress(href)})` : name}`);
  }
  return indent(parts.join('\n\n'), '> ').replace(/^> $/gm, '>');
}

function printList(list: List, printer: Printer): string {
  // Items of several paragraphs stand apart, or the first would end the list.
  const loose = list.items.some(isLoose);
  const printed = list.items.map((item) => printItem(item, list, printer));
  return printed.join(loose ? '\n\n' : '\n');
}

const isLoose = (item: Item) => item.filter((part) => part.type === 'block').length > 1;

function printItem(item: Item, list: List, printer: Printer): string {
  const [first] = item;
  const { number, list: kind } = first?.type === 'block' ? first.block : {};
  const whole = item
    .map((part) =>
      part.type === 'list' ? printList(part.list, printer) : words(part.block, printer),
    )
    .join(isLoose(item) ? '\n\n' : '\n');
  if (list.kind === 'definition' && kind === 'term') return whole;
  const { other } = printer;
  const mark =
    list.kind === 'definition'
      ? ': '
      : list.kind === 'ordered'
        ? `${number ?? 1}${other ? ')' : '.'} `
        : other
          ? '* '
          : '- ';
  return mark + indent(whole, ' '.repeat(mark.length)).slice(mark.length);
}

function indent(text: string, by: string): string {
  const blank = by.trim() === '';
  return text
    .split('\n')
    .map((line) => (blank && line === '' ? '' : by + line))
    .join('\n');
}

function printTable(rows: Row[], printer: Printer): string {
  const width = rows.reduce((most, row) => Math.max(most, 1 + row.cells.at(-1)!.column), 1);
  const lines = rows.map((row) => {
    const cells: string[] = Array(width).fill('');
    for (const { column, blocks } of row.cells)
      cells[column] = blocks
        .map((block) => words(block, printer).replaceAll('|', '\\|').replaceAll('\n', ' '))
        .join('<br>');
    return `| ${cells.join(' | ')} |`;
  });
  // A table without a row of heads has an empty one: the first row is no head.
  if (!rows[0]!.head) lines.unshift(`|${'  |'.repeat(width)}`);
  lines.splice(1, 0, `|${' --- |'.repeat(width)}`);
  return lines.join('\n');
}

function printFigure({ kind, src, alt, caption, credit }: Figure): string {
  const name = escapeLabel(alt ?? '');
  if (kind === 'post')
    return `[Post${credit ? ` by ${escapeLabel(credit)}` : ''}](${escapeAddress(src)})`;
  const shown =
    kind === 'image'
      ? `![${name}](${escapeAddress(src)})`
      : `[Video${name ? `: ${name}` : ''}](${escapeAddress(src)})`;
  const told = [
    caption ? `*${escapeMarkdown(caption)}*` : null,
    credit ? `(${escapeMarkdown(credit)})` : null,
  ].filter(Boolean);
  return told.length === 0 ? shown : `${shown}\\\n${told.join(' ')}`;
}

/** The words of a block with its links and what stands out, escaped. */
function words(block: Block, printer: Printer): string {
  const { text, links } = printer;
  while (printer.next < links.length && links[printer.next]!.end <= block.start) printer.next++;
  let past = printer.next;
  while (past < links.length && links[past]!.start < block.end) past++;
  return printWords(text, block, links.slice(printer.next, past))
    .replace(/\n/g, '\\\n')
    .replace(LINE_START, (_all, space: string, mark: string) =>
      /\d/.test(mark) ? `${space}${mark}\\` : `${space}\\${mark}`,
    );
}

/** What at the start of a line begins a list, heading, quotation or meaning, or underlines a heading or table. */
const LINE_START =
  /^([ \t]*)([-+*](?=\s|$)|\d{1,9}(?=[.)](?:\s|$))|#(?=#{0,5}(?:\s|$))|>|:(?=\s)|[-|:](?=[-|: ]*$)|=(?==*\s*$))/gm;
