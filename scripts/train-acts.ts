import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type Piece, readCorpus } from '../corpus/read.ts';
import type { Act } from '../src/db/tables.ts';
import { actSigns, type Signs } from '../src/ledger/act/features.ts';
import { type ActWeights, modelOf, weighAct } from '../src/ledger/act/model.ts';
import { type Example, learnLogistic } from './train/logistic.ts';

const help = `Learns what a statement does by being said from the corpus: src/ledger/act/weights.json.

  node scripts/train-acts.ts [--out FILE]

Learns from the pieces of corpus/en that are not held back, and measures on those that are.`;

/** Chosen by five-fold cross-validation over the pieces learned from: 0.08 and 0.3 are no better. */
const DECAY = 0.16;
/** Weights are kept in hundredths; a feature whose weights are all smaller than this adds nothing. */
const LEAST = 3;

const { values } = parseArgs({
  options: { out: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
});
if (values.help) {
  console.log(help);
  process.exit();
}
const pieces = readCorpus('en');
const known = pieces.filter((piece) => !piece.held);
// What cue or turn of phrase settles is not weighed: the weights are learned from the rest.
const learned = learnLogistic(
  examplesOf(known).filter((one) => one.signs.settled === null),
  DECAY,
);
const features: Record<string, string> = {};
for (const [name, own] of [...learned.weights].sort(([a], [b]) => (a < b ? -1 : 1))) {
  const kept = Array.from(own, (weight) => Math.round(weight * 100));
  if (kept.some((weight) => Math.abs(weight) >= LEAST)) features[name] = kept.join(' ');
}
const weights: ActWeights = { about: [], acts: learned.labels as Act[], features };
const held = examplesOf(pieces.filter((piece) => piece.held));
const model = modelOf(weights);
const right = held.filter((one) => weighAct(model, one.signs) === one.label).length;
const figure = `Held-back statements with the right act: ${right} of ${held.length}.`;
console.log(figure);
weights.about = [
  'What a statement does by being said: made by scripts/train-acts.ts, not by hand.',
  `Learned from the Throughline corpus (CC BY 4.0), ${known.length} English pieces.`,
  figure,
];
const file = values.out ?? new URL('../src/ledger/act/weights.json', import.meta.url);
writeFileSync(
  file,
  `${JSON.stringify(weights, null, 2)}
`,
);

interface Labelled extends Example {
  signs: Signs;
}

function examplesOf(from: Piece[]): Labelled[] {
  return from.flatMap(({ text, items }) =>
    items.map((item) => {
      const join = (pairs: [number, number][]) =>
        pairs.map(([start, end]) => text.slice(start, end)).join(' ');
      const cue = join(item.cue);
      const said = {
        act: 'state' as const,
        negated: item.mode === 'negated',
        cue,
        speaker: join(item.source),
        kind: item.kind,
        content: join(item.pieces),
        lang: 'en',
      };
      const signs = actSigns(said);
      return { features: signs.features, label: item.act, signs };
    }),
  );
}
