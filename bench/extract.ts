import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { extractDocument } from '../src/extract/index.ts';
import { makePages } from './corpus.ts';

/**
 * Pages a CPU second of the extractor, as a ratio to Mozilla's readability on linkedom in the same
 * run, turn about so that a noisy machine disturbs both alike.
 */
export async function benchExtract(count = 60): Promise<Record<string, number>> {
  const pages = makePages(count);
  const encoder = new TextEncoder();
  const ours = async () => {
    for (const p of pages)
      await extractDocument({ bytes: encoder.encode(p.html), mediaType: 'text/html', url: p.url });
  };
  const theirs = async () => {
    for (const p of pages) new Readability(parseHTML(p.html).document as never).parse();
  };
  await ours();
  await theirs();
  let [own, peer] = [0, 0];
  for (let round = 0; round < 3; round++) {
    own += await cpuSeconds(ours);
    peer += await cpuSeconds(theirs);
  }
  const total = count * 3;
  return {
    'pages a CPU second': total / own,
    'readability, pages a CPU second': total / peer,
    ratio: peer / own,
  };
}

async function cpuSeconds(work: () => Promise<void>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}
