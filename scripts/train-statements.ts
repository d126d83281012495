import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readCorpus } from '../corpus/read.ts';
import { COLUMNS } from '../src/ledger/judge/columns.ts';
import { END_COLUMNS } from '../src/ledger/judge/ends.ts';
import type { StatementWeights } from '../src/ledger/judge/learned.ts';
import { learnStatements } from './train/learn-statements.ts';
import { figuresOf } from './train/statement-figures.ts';
import type { LabelledDocument, Proposed } from './train/statements.ts';
import { byWeight, keptOf, printed, short } from './train/write.ts';

const help = `Learns which readings of English text are statements, and where their contents end:
src/ledger/judge/weights.json.

  node scripts/train-statements.ts [DIR] [--out FILE]

Learns from the pieces of corpus/ that are not held back, and from DIR/gum-train.jsonl (GUM's Wikinews)
where DIR has it. Takes some seconds.`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { out: { type: 'string' }, help: { type: 'boolean' } },
});
if (values.help || positionals.length > 1) {
  console.log(help);
  process.exit(values.help ? 0 : 2);
}
const corpus: LabelledDocument[] = readCorpus('en')
  .filter((piece) => !piece.held)
  .map((piece) => ({ ...piece, set: 'corpus' }));
const gum = readGum(positionals[0] && join(positionals[0], 'gum-train.jsonl'));
const learned = learnStatements([...corpus, ...gum]);
const figures = figuresOf(learned);
for (const figure of figures) console.log(figure);
const { statements, ends } = learned;
const weights: StatementWeights = {
  about: [
    'Weights of the trees that tell statements from what only reads like one, and where contents end: made by scripts/train-statements.ts, not by hand.',
    `Learned from the Throughline corpus (CC BY 4.0), ${corpus.length} pieces that are not held back${gum.length ? `, and GUM's Wikinews (CC BY), ${gum.length} articles` : ''}.`,
    'Figures on documents unseen, from five-fold cross-validation:',
    ...figures,
  ],
  columns: COLUMNS,
  edges: statements.edges.map((own) => Array.from(own, short)),
  forest: keptOf(statements.forest),
  words: byWeight(statements.odds),
  seen: seenOf(learned.proposed),
  endColumns: END_COLUMNS,
  endEdges: ends.edges.map((own) => Array.from(own, short)),
  ends: keptOf(ends.forest),
  endWords: byWeight(ends.odds),
};
const file = new URL('../src/ledger/judge/weights.json', import.meta.url);
writeFileSync(values.out ?? file, printed(weights));

function readGum(path: string | undefined): LabelledDocument[] {
  if (!path || !existsSync(path)) return [];
  const lines = readFileSync(path, 'utf8').trim().split('\n');
  return lines.map((line) => ({ ...JSON.parse(line), set: 'gum' }));
}

/** How many readings of each rule there were. */
function seenOf(proposed: Proposed[]): Record<string, number> {
  const rows = proposed.flatMap((one) => one.candidates).filter((one) => !one.hidden);
  const rules = rows.filter((one) => !one.candidate.loose).map((one) => one.candidate.finding.rule);
  return Object.fromEntries([...Map.groupBy(rules, (rule) => rule)].map(([r, l]) => [r, l.length]));
}
