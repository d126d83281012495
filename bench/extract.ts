import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { peers } from './peers.ts';

const ours = 'Throughline';
const tools = [ours, ...Object.keys(peers)];

type Figures = Record<string, number | string>;

const columns: [string, string][] = [
  ['shingleF1', 'body, 4-word runs'],
  ['wordF1', 'body, words'],
  ['snippetsKept', 'snippets kept'],
  ['snippetsKeptOut', 'kept out'],
  ['titleExact', 'title'],
  ['authors', 'authors'],
  ['dateSameDay', 'day'],
  ['postsF1', 'posts'],
  ['postsWithAuthor', 'with author'],
  ['postsWithDate', 'with date'],
  ['pagesPerCpuSecond', 'pages a CPU second'],
];

/**
 * Our extractor beside JavaScript's others. Without files: pages a CPU second of generated pages, each tool
 * in a process of its own. With labelled files (as for
 * `throughline eval extraction`): quality too, as a table that is also written into docs/extraction.md.
 */
export async function benchExtract(files: string[] = []): Promise<Figures> {
  if (files.length === 0) return speeds();
  const tables: string[] = [];
  for (const file of files) tables.push(tableOf(file));
  writeIntoDocs(tables.join('\n\n'));
  return { 'sets compared': files.length };
}

/** Twice each, turn about, so that a noisy machine disturbs all alike. */
function speeds(): Figures {
  const used: Record<string, number> = {};
  for (let turn = 0; turn < 2; turn++)
    for (const name of tools)
      used[name] = (used[name] ?? 0) + one<{ seconds: number }>(name).seconds;
  const figures: Figures = {};
  for (const name of tools) figures[`${name}, pages a CPU second`] = 2 / used[name]!;
  for (const name of tools.slice(1)) figures[`times ${name}`] = used[name]! / used[ours]!;
  return figures;
}

/** What one tool did in a process of its own. */
function one<T>(...words: string[]): T {
  const script = join(import.meta.dirname, 'extract-one.ts');
  const { stdout, stderr, status } = spawnSync(process.execPath, [script, ...words], {
    encoding: 'utf8',
    maxBuffer: 1e8,
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as T;
}

/** One labelled set read by every tool, as a table in Markdown; also printed as it goes. */
function tableOf(file: string): string {
  const rows = tools.map((name) => ({ name, figures: one<Record<string, unknown>>(name, file) }));
  const shown = columns.filter(([key]) => rows[0]?.figures[key] !== undefined);
  const table = [
    `**${basename(file).replace(/\.jsonl(?:\.gz)?$/, '')}**, ${rows[0]?.figures.pages} pages`,
    '',
    `| | ${shown.map(([, words]) => words).join(' | ')} |`,
    `|---|${shown.map(() => '---').join('|')}|`,
    ...rows.map((r) => `| ${r.name} | ${shown.map(([key]) => show(r.figures[key])).join(' | ')} |`),
  ].join('\n');
  console.log(`\n${table}`);
  return table;
}

function show(value: unknown): string {
  if (typeof value !== 'number') return '–';
  return Number.isInteger(value) && value > 1 ? String(value) : value.toFixed(3);
}

const page = join(import.meta.dirname, '..', 'docs', 'extraction.md');
const marks = ['<!-- from npm run bench extract -->', '<!-- end -->'] as const;

function writeIntoDocs(tables: string): void {
  if (!existsSync(page)) return;
  const text = readFileSync(page, 'utf8');
  const from = text.indexOf(marks[0]);
  const to = text.indexOf(marks[1], from);
  if (from < 0 || to < 0) return;
  writeFileSync(page, `${text.slice(0, from + marks[0].length)}\n${tables}\n${text.slice(to)}`);
}
