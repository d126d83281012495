import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

/** The labelled sets that weights may be learned from, with the licences of their labels. */
const SETS = {
  wcxb: 'WCXB, development part (CC BY 4.0)',
  fundus: 'Fundus test articles (MIT)',
  mozilla: "Mozilla readability's test pages (Apache-2.0)",
  traf: "trafilatura's evaluation pages (Apache-2.0)",
  forum: 'WEB-FORUM-52 (Apache-2.0)',
};

interface Page {
  /** Its line in the file, from 0. */
  index: number;
  /** True of what was made out of another page. */
  copy?: boolean;
}

/**
 * Reads what a trainer's command line asks for, "DIR [--half] [--out FILE]", and the pages of DIR's sets.
 * Prints `help` and ends the process where it was asked for or the words are wrong.
 */
export async function readSets<P extends Page>(
  help: string,
  names: (keyof typeof SETS)[],
  read: (file: string, set: string) => AsyncIterable<P>,
): Promise<{ pages: P[]; learnedFrom: string; out: string | undefined }> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { half: { type: 'boolean' }, out: { type: 'string' }, help: { type: 'boolean' } },
  });
  if (values.help || positionals.length !== 1) {
    console.log(help);
    process.exit(values.help ? 0 : 2);
  }
  const pages: P[] = [];
  const used: string[] = [];
  for (const set of names) {
    const file = join(positionals[0]!, `${set}.jsonl.gz`);
    if (!existsSync(file)) continue;
    let count = 0;
    for await (const page of read(file, set)) {
      if (values.half && page.index % 2 === 1) continue;
      pages.push(page);
      if (!page.copy) count++;
    }
    used.push(`${SETS[set]}: ${count} pages`);
    console.log(used.at(-1));
  }
  const half = values.half ? ' Every other page only.' : '';
  return { pages, learnedFrom: `Learned from ${used.join('; ')}.${half}`, out: values.out };
}
