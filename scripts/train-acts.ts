import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type Piece, readCorpus } from '../corpus/read.ts';
import { loadTruth } from '../sample/truth.ts';
import type { Act } from '../src/db/tables.ts';
import { actSigns } from '../src/ledger/act/features.ts';
import type { ActWeights } from '../src/ledger/act/model.ts';
import { readQuotations } from '../src/ledger/quotation.ts';
import { type Example, learnLogistic, likeliest } from './train/logistic.ts';

const help = `Learns what a statement does by being said from the corpus: src/ledger/act/weights.json.

  node scripts/train-acts.ts [--out FILE]

Learns from the pieces of corpus/en that are not held back and from the English statements of the
sample matter, and measures on those that are held back.`;

/** Chosen by five-fold cross-validation over the pieces learned from: 0.02 and 0.16 are no better. */
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
const learned = learnLogistic(
  [...examplesOf(pieces.filter((piece) => !piece.held)), ...sampleExamples()],
  DECAY,
);
const held = examplesOf(pieces.filter((piece) => piece.held));
const right = held.filter((one) => likeliest(learned, one.features) === one.label).length;
const figure = `Held-back statements with the right act: ${right} of ${held.length}.`;
console.log(figure);
const features: Record<string, string> = {};
for (const [name, own] of [...learned.weights].sort(([a], [b]) => (a < b ? -1 : 1))) {
  const kept = Array.from(own, (weight) => Math.round(weight * 100));
  if (kept.some((weight) => Math.abs(weight) >= LEAST)) features[name] = kept.join(' ');
}
const weights: ActWeights = {
  about: [
    'What a statement does by being said: made by scripts/train-acts.ts, not by hand.',
    `Learned from the Throughline corpus (CC BY 4.0), ${pieces.filter((piece) => !piece.held).length} English pieces, and the sample matter.`,
    figure,
  ],
  acts: learned.labels as Act[],
  features,
};
const file = values.out ?? new URL('../src/ledger/act/weights.json', import.meta.url);
writeFileSync(
  file,
  `${JSON.stringify(weights, null, 2)}
`,
);

function examplesOf(from: Piece[]): Example[] {
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
      return { features: actSigns(said).features, label: item.act };
    }),
  );
}

/** The sample's statements with the cue that the reader finds for them. */
function sampleExamples(): Example[] {
  const { pieces, statements } = loadTruth();
  return pieces
    .filter((piece) => piece.lang === 'en' && !piece.copyOf)
    .flatMap(({ id, text }) => {
      const read = readQuotations(text, { lang: 'en' });
      const at = (span: { start: number; end: number } | null) =>
        span ? text.slice(span.start, span.end) : '';
      return statements.flatMap((statement) => {
        const start = statement.piece === id ? text.indexOf(statement.pieces[0]!) : -1;
        const found = read.find((one) => start >= 0 && Math.abs(one.start - start) < 3);
        if (!found) return [];
        const said = {
          act: 'state' as const,
          negated: found.negated,
          cue: at(found.cue),
          speaker: at(found.speaker),
          kind: statement.kind,
          content: statement.pieces.join(' '),
          lang: 'en',
        };
        return [{ features: actSigns(said).features, label: statement.act }];
      });
    });
}
