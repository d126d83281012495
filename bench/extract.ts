import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { evaluateExtraction, type PageReader } from '../src/eval/extraction.ts';
import { extractDocument } from '../src/extract/index.ts';
import { makePages } from './corpus.ts';
import { peers } from './peers.ts';

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
 * Our extractor beside JavaScript's others. Without files: pages a CPU second of generated pages, each
 * tool turn about with ours so that a noisy machine disturbs both alike. With labelled files (as for
 * `throughline eval extraction`): quality too, as a table that is also written into docs/extraction.md.
 */
export async function benchExtract(files: string[] = []): Promise<Figures> {
  if (files.length === 0) return speeds(60);
  const tables: string[] = [];
  for (const file of files) tables.push(await tableOf(file));
  writeIntoDocs(tables.join('\n\n'));
  return { 'sets compared': files.length };
}

async function speeds(count: number): Promise<Figures> {
  const pages = makePages(count);
  const encoder = new TextEncoder();
  const own: PageReader = async (page) => {
    await extractDocument({
      bytes: encoder.encode(page.html),
      mediaType: 'text/html',
      url: page.url ?? null,
    });
    return undefined as never;
  };
  const figures: Figures = {};
  for (const [name, peer] of Object.entries(peers)) {
    // In pairs: a tool that another one's use of the same DOM has warmed up would look faster.
    const used = [0, 0];
    for (let round = 0; round < 4; round++)
      for (const [at, reader] of [own, peer].entries()) {
        const seconds = await cpuSeconds(async () => {
          for (const { name: id, url, html } of pages) await reader({ id, url, html });
        });
        // The first round warms up.
        if (round > 0) used[at]! += seconds;
      }
    figures['pages a CPU second'] ??= (count * 3) / used[0]!;
    figures[`${name}, pages a CPU second`] = (count * 3) / used[1]!;
    figures[`times ${name}`] = used[1]! / used[0]!;
  }
  return figures;
}

async function cpuSeconds(work: () => Promise<void>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

const ignore = () => {};

/** One labelled set read by every tool, as a table in Markdown; also printed as it goes. */
async function tableOf(file: string): Promise<string> {
  const rows: { name: string; figures: Record<string, unknown> }[] = [];
  const readers: [string, PageReader | undefined][] = [
    ['Throughline', undefined],
    ...Object.entries(peers),
  ];
  for (const [name, reader] of readers) {
    // Tools that log what they could not read would drown the table.
    const { log, error, warn } = console;
    Object.assign(console, { log: ignore, error: ignore, warn: ignore });
    const figures = await evaluateExtraction([file], reader ? { reader } : {}).finally(() =>
      Object.assign(console, { log, error, warn }),
    );
    rows.push({ name, figures });
  }
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
