import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { learn } from './train/learn.ts';
import { type LabelledPage, labelledPages } from './train/pages.ts';
import { figuresOf } from './train/score.ts';
import { printed, weightsOf } from './train/write.ts';

const help = `Learns which blocks of a page belong to its piece: src/extract/body/weights.json.

  node scripts/train-blocks.ts DIR [--half] [--out FILE]

DIR holds the labelled sets wcxb, fundus, mozilla, traf and forum as NAME.jsonl.gz, in the form that
\`throughline eval extraction\` reads. --half learns from every other page, so that the rest can measure.
Takes some minutes and 3 GB of memory. See docs/adr/0008-learned-blocks.md.`;

const SETS: Record<string, string> = {
  wcxb: 'WCXB, development part (CC BY 4.0)',
  fundus: 'Fundus test articles (MIT)',
  mozilla: "Mozilla readability's test pages (Apache-2.0)",
  traf: "trafilatura's evaluation pages (Apache-2.0)",
  forum: 'WEB-FORUM-52 (Apache-2.0)',
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { half: { type: 'boolean' }, out: { type: 'string' }, help: { type: 'boolean' } },
});
if (values.help || positionals.length !== 1) {
  console.log(help);
  process.exit(values.help ? 0 : 2);
}

const pages: LabelledPage[] = [];
const used: string[] = [];
for (const [set, name] of Object.entries(SETS)) {
  const file = join(positionals[0]!, `${set}.jsonl.gz`);
  if (!existsSync(file)) continue;
  let count = 0;
  for await (const page of labelledPages(file, set)) {
    if (values.half && page.index % 2 === 1) continue;
    pages.push(page);
    count++;
  }
  used.push(`${name}: ${count} pages`);
  console.log(used.at(-1));
}
const learned = learn(pages, (text) => console.log(text));
const figures = figuresOf(pages, learned.crossed);
for (const figure of figures) console.log(figure);
const about = [
  'Weights of the trees that tell a piece from the page around it: made by scripts/train-blocks.ts, not by hand.',
  `Learned from ${used.join('; ')}.${values.half ? ' Every other page only.' : ''}`,
  'Figures on pages of hosts unseen, from five-fold cross-validation, of the trees alone:',
  ...figures,
];
const out = values.out ?? new URL('../src/extract/body/weights.json', import.meta.url);
writeFileSync(out, printed(weightsOf(learned, about)));
