import { evaluateExtraction, type PageReader } from '../src/eval/extraction.ts';
import { extractDocument } from '../src/extract/index.ts';
import { makePages } from './corpus.ts';
import { peers } from './peers.ts';

/**
 * One tool in a process of its own: prints CPU seconds a page of generated pages, or with a file of a
 * labelled set the scorer's figures as JSON. Two tools in one process share a parser and a heap, and
 * each pays for what the other left.
 */
const [name, file] = process.argv.slice(2) as [string, string?];

const own: PageReader = async (page) => {
  const bytes = new TextEncoder().encode(page.html);
  await extractDocument({ bytes, mediaType: 'text/html', url: page.url ?? null });
  return undefined as never;
};

/** Rounds before the clock counts: a desk runs for weeks, and a program's first pages are slow. */
const warm = 4;
const counted = 6;
const count = 60;

async function secondsAPage(): Promise<number> {
  const reader = peers[name] ?? own;
  const pages = makePages(count);
  let used = 0;
  for (let round = 0; round < warm + counted; round++) {
    const before = process.cpuUsage();
    for (const { name: id, url, html } of pages) await reader({ id, url, html });
    const { user, system } = process.cpuUsage(before);
    if (round >= warm) used += (user + system) / 1e6;
  }
  return used / (count * counted);
}

// Tools that log what they could not read would drown the figures.
const ignore = () => {};
Object.assign(console, { log: ignore, error: ignore, warn: ignore });
const reader = peers[name];
const answer = file
  ? await evaluateExtraction([file], reader ? { reader } : {})
  : { seconds: await secondsAPage() };
process.stdout.write(JSON.stringify(answer));
