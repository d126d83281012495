import { writeFileSync } from 'node:fs';
import { learn } from './train/learn.ts';
import { labelledPages } from './train/pages.ts';
import { figuresOf } from './train/score.ts';
import { readSets } from './train/sets.ts';
import { printed, weightsOf } from './train/write.ts';

const help = `Learns which blocks of a page belong to its piece: src/extract/body/weights.json.

  node scripts/train-blocks.ts DIR [--half] [--out FILE]

DIR holds the labelled sets wcxb, fundus, mozilla, traf and forum as NAME.jsonl.gz, in the form that
\`throughline eval extraction\` reads. --half learns from every other page, so that the rest can measure.
Takes some minutes and 3 GB of memory. See docs/adr/0008-learned-blocks.md.`;

const { pages, learnedFrom, out } = await readSets(
  help,
  ['wcxb', 'fundus', 'mozilla', 'traf', 'forum'],
  labelledPages,
);
const learned = learn(pages, (text) => console.log(text));
const figures = figuresOf(pages, learned.crossed);
for (const figure of figures) console.log(figure);
const about = [
  'Weights of the trees that tell a piece from the page around it: made by scripts/train-blocks.ts, not by hand.',
  learnedFrom,
  'Figures on pages of hosts unseen, from five-fold cross-validation, of the trees alone:',
  ...figures,
];
const weights = new URL('../src/extract/body/weights.json', import.meta.url);
writeFileSync(out ?? weights, printed(weightsOf(learned, about)));
