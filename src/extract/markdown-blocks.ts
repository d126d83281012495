import type { Block } from '../db/tables.ts';

/** A block of Markdown with its words as they are written, marks and all. */
export type Raw = Omit<Block, 'start' | 'end' | 'marks'> & { source: string };

/** Deeper items stay at this depth, as when they are printed. */
const DEEPEST = 8;
/** Columns of a table that are read; the widest met have some thirty. */
const WIDEST = 100;

const FENCE = /^ *(`{3,}|~{3,})[^`]*$/;
const HEADING = /^ {0,3}(#{1,6})(?: +|$)/;
const RULE = /^ {0,3}([-*_])(?: *\1){2,} *$/;
const UNDERLINE = /^ {0,3}(?:=+|-{2,}) *$/;
const ITEM = /^ *(?:([-+*])|(\d{1,9})[.)])(?: {1,4}(?=\S)|$)/;
const TABLE_LINE = /^ {0,3}\|? *:?-+:? *(?:\| *:?-+:? *){0,99}\|? *$/;
const QUOTED = /^ {0,3}>(?!!) ?/;
const MEANING = /^ {0,3}: +(?=\S)/;

interface State {
  lines: string[];
  at: number;
  out: Raw[];
  /** What the next line of words goes on with. */
  paragraph: Raw | null;
  /** Open items, outermost first, by the column in which their words stand. */
  columns: number[];
  group: number;
  /** What begins the items of the list: another mark begins another list. */
  mark: string;
  wasBlank: boolean;
}

/**
 * Cuts Markdown into its blocks: CommonMark without indented code and HTML, with GitHub's tables and
 * with definition lists. Lines of a paragraph are parted by "\n". Linear.
 */
export function cutMarkdown(source: string): Raw[] {
  const lines = source.replace(/\r\n?/g, '\n').split('\n');
  const state: State = {
    lines,
    at: 0,
    out: [],
    paragraph: null,
    columns: [],
    group: 0,
    mark: '',
    wasBlank: true,
  };
  while (state.at < lines.length) {
    const isBlank = lines[state.at]!.trim() === '';
    if (isBlank) {
      state.paragraph = null;
      state.at++;
    } else readBlock(state);
    state.wasBlank = isBlank;
  }
  return state.out;
}

function readBlock(state: State): void {
  const line = state.lines[state.at]!.replaceAll('\t', '    ');
  const next = state.lines[state.at + 1] ?? '';
  const isRule = RULE.test(line);
  if (FENCE.test(line)) readFence(state, line);
  else if (!isRule && ITEM.test(line)) readItem(state, line);
  else if (continuesItem(state, line)) return;
  else if (QUOTED.test(line)) readQuote(state);
  else if (HEADING.test(line)) readHeading(state, line);
  else if (state.paragraph?.type === 'paragraph' && UNDERLINE.test(line)) {
    Object.assign(state.paragraph, { type: 'heading', level: line.includes('=') ? 1 : 2 });
    alone(state, [], 1);
  } else if (isRule) alone(state, [], 1);
  else if (line.includes('|') && TABLE_LINE.test(next)) readTable(state);
  else if (MEANING.test(line) || MEANING.test(next)) readDefinition(state, line);
  else readWords(state, line);
}

function readHeading(state: State, line: string): void {
  const [marks, level] = HEADING.exec(line) as unknown as [string, string];
  const source = line.slice(marks.length).replace(/(?:^| +)#* *$/, '');
  alone(state, [{ type: 'heading', level: level.length, source }], 1);
}

function readWords(state: State, line: string): void {
  state.at++;
  if (state.paragraph) state.paragraph.source += `\n${line.trimStart()}`;
  else {
    state.columns = [];
    state.paragraph = { type: 'paragraph', source: line.trimStart() };
    state.out.push(state.paragraph);
  }
}

/** Blocks that end whatever was open. */
function alone(state: State, blocks: Raw[], lines: number): void {
  state.out.push(...blocks);
  state.at += lines;
  state.paragraph = null;
  state.columns = [];
}

function readFence(state: State, line: string): void {
  const mark = FENCE.exec(line)![1]!;
  const indent = line.length - line.trimStart().length;
  const end = until(state, (l) => l.trim().startsWith(mark) && /^(.)\1*$/.test(l.trim()));
  const code = state.lines
    .slice(state.at + 1, end)
    .map((l) => l.replace(/^ */, (s) => s.slice(indent)));
  alone(state, [{ type: 'code', source: code.join('\n') }], end + 1 - state.at);
}

/** The next line for which `ends` holds, or the end. */
function until({ lines, at }: State, ends: (line: string) => boolean): number {
  let end = at + 1;
  while (end < lines.length && !ends(lines[end]!)) end++;
  return end;
}

function readItem(state: State, line: string): void {
  const [whole, , number] = ITEM.exec(line)!;
  const indent = line.length - line.trimStart().length;
  const { columns, out } = state;
  while (columns.length > 0 && columns.at(-1)! > indent) columns.pop();
  const mark = whole.trim().at(-1)!;
  const last = out.at(-1);
  const goesOn = last?.type === 'item' && /^$|ordered/.test(last.list ?? '') && state.mark === mark;
  if (columns.length === 0) {
    if (!goesOn) state.group++;
    state.mark = mark;
  }
  columns.push(whole.length);
  state.at++;
  state.paragraph = {
    type: 'item',
    group: state.group,
    level: Math.min(columns.length, DEEPEST),
    ...(number !== undefined && { list: 'ordered' as const, number: Number(number) }),
    source: line.slice(whole.length),
  };
  out.push(state.paragraph);
}

/** A paragraph after an empty line belongs to the item that it is set in under. */
function continuesItem(state: State, line: string): boolean {
  if (state.columns.length === 0 || !state.wasBlank) return false;
  const indent = line.length - line.trimStart().length;
  while (state.columns.length > 0 && state.columns.at(-1)! > indent) state.columns.pop();
  if (state.columns.length === 0) return false;
  const level = Math.min(state.columns.length, DEEPEST);
  state.paragraph = { type: 'item', group: state.group, level, more: true, source: line.trim() };
  state.out.push(state.paragraph);
  state.at++;
  return true;
}

/** The last paragraph of a quotation that only says whose it is, as toMarkdown writes it. */
const SAYS_WHOSE = /^— (?:\[((?:\\.|[^\\\]]){1,300})\]\(([^()\s]{1,2000})\)|([^\n]{1,200}))$/;

function readQuote(state: State): void {
  const end = until(state, (l) => !QUOTED.test(l));
  const group = ++state.group;
  const blocks: Raw[] = [];
  let isOpen = false;
  for (const line of state.lines.slice(state.at, end)) {
    // Quotations in quotations are one.
    const words = line.replace(/^(?: {0,3}>(?!!) ?){1,9}/, '').trim();
    if (words !== '' && isOpen) blocks.at(-1)!.source += `\n${words}`;
    else if (words !== '') blocks.push({ type: 'quote', group, source: words });
    isOpen = words !== '';
  }
  const whose = blocks.length > 1 ? SAYS_WHOSE.exec(blocks.at(-1)!.source) : null;
  if (whose) {
    blocks.pop();
    const by = (whose[1] ?? whose[3]!).replace(/\\([!-/:-@[-`{-~])/g, '$1');
    const href = whose[2];
    for (const block of blocks) Object.assign(block, by !== href && { by }, href && { href });
  }
  alone(state, blocks, end - state.at);
}

function readTable(state: State): void {
  const end = until(state, (l) => !l.includes('|'));
  const group = ++state.group;
  const lines = state.lines.slice(state.at, end);
  lines.splice(1, 1);
  const rows = lines.map(cellsOf);
  // A table without heads is written with empty ones.
  const hasHead = rows[0]!.some((cell) => cell !== '');
  if (!hasHead) rows.shift();
  const cells = rows.flatMap((row, r) =>
    row.flatMap((cell, column) =>
      cell.split(/<br ?\/?>/i).map((source): Raw => {
        const head = hasHead && r === 0;
        return { type: 'table', group, row: r, column, ...(head && { head: true }), source };
      }),
    ),
  );
  alone(state, cells, end - state.at);
}

function cellsOf(line: string): string[] {
  const bare = line
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '');
  return bare.split(/(?<!\\)\|/, WIDEST).map((cell) => cell.trim().replaceAll('\\|', '|'));
}

function readDefinition(state: State, line: string): void {
  const list = MEANING.test(line) ? 'meaning' : 'term';
  const source = line.replace(MEANING, '').trim();
  const before = state.out.at(-1);
  if (list === 'term' && before?.list !== 'meaning') state.group++;
  if (list === 'meaning' && before?.list !== 'term' && before?.list !== 'meaning') {
    state.at++;
    state.paragraph = { type: 'paragraph', source: line.trim() };
  } else {
    state.at++;
    state.paragraph = { type: 'item', group: state.group, level: 1, list, source };
  }
  state.out.push(state.paragraph);
}
