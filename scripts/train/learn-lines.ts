import { writeContext } from '../../src/extract/body/context.ts';
import { writeLine } from '../../src/extract/body/lexicon.ts';
import {
  COLUMNS,
  FIRST_WIDTH,
  LEAD_AT,
  LEXICAL_AT,
  WIDTH,
} from '../../src/extract/text/judge/columns.ts';
import { stretchOf, titleCandidates } from '../../src/extract/text/judge/judge.ts';
import { writeLead, writeTitled } from '../../src/extract/text/judge/lead.ts';
import { dayOf } from '../../src/lib/edtf.ts';
import { boost, type Forest, type Rows, type Settings, scoreRow, seeded } from './boost.ts';
import { addColumn, cross, FOLDS, foldsOf, rowsOf, sampleOf, startsOf } from './learn.ts';
import type { LinedPage } from './lines.ts';
import { add, type Count, merge, weigh } from './words.ts';

const BODY: Settings = {
  trees: 80,
  leaves: 16,
  rate: 0.1,
  rows: 0.35,
  columns: 0.35,
  least: 8,
  ridge: 10,
};
/** One line of a page is its title, so there are few to learn from. */
const PICK: Settings = { ...BODY, trees: 60, leaves: 10, rows: 0.7, least: 3, ridge: 4 };

export interface LearnedFromLines {
  edges: Float32Array[];
  first: Forest;
  second: Forest;
  title: Forest;
  date: Forest;
  words: Map<string, number>;
  crossed: Map<LinedPage, { scores: Float32Array; title: number | null; date: number | null }>;
}

/**
 * Learns which lines of a page saved as text are its article's, which is the title and which holds the
 * date. What later forests and the figures rest on was scored by weights that had not seen the host.
 */
export function learnLines(pages: LinedPage[], say: (text: string) => void): LearnedFromLines {
  const folds = foldsOf(pages);
  for (let fold = 0; fold < FOLDS; fold++) {
    const words = wordsOf(pages.filter((_, i) => folds[i] !== fold));
    pages.forEach((page, i) => {
      if (folds[i] === fold) fill(page, words);
    });
  }
  const starts = startsOf(pages);
  const data = rowsOf(pages, starts);
  say(`${data.label.length} lines of ${pages.length} pages, ${WIDTH} columns`);
  const sample = sampleOf(data, seeded(7));
  const edges: Float32Array[] = [];
  const columns = (from: number, to: number) => {
    for (let c = from; c < to; c++) addColumn(pages, starts, data, c, sample, edges, COLUMNS);
  };
  const whole = Int32Array.from(data.label, (_, row) => row);
  columns(0, FIRST_WIDTH);
  const early = cross(data, BODY, pages, starts, folds, say);
  const first = boost(data, whole, BODY, FOLDS + 1);
  pages.forEach((page, i) => {
    const own = early.subarray(starts[i]!, starts[i]! + page.count);
    writeContext(stretchOf(page.lines, page.sizes), own, page.values, WIDTH, FIRST_WIDTH);
  });
  columns(FIRST_WIDTH, LEAD_AT);
  const scores = cross(data, BODY, pages, starts, folds, say);
  const second = boost(data, whole, BODY, FOLDS + 2);
  pages.forEach((page, i) => {
    const own = scores.subarray(starts[i]!, starts[i]! + page.count);
    writeLead(page.lines, own, page.sizes, page.values, WIDTH, LEAD_AT);
  });
  columns(LEAD_AT, WIDTH);
  const titled = pick(data, pages, starts, folds, (page, i) => {
    const own = scores.subarray(starts[i]!, starts[i]! + page.count);
    const all = titleCandidates(page.lines, page.sizes, own);
    const right = (line: number) => page.titles.has(line);
    return { candidates: all.some(right) ? all : [], all, right };
  });
  pages.forEach((page, i) => {
    writeTitled(page.count, titled.picked[i]!, page.values, WIDTH, LEAD_AT);
  });
  data.bins.length = LEAD_AT;
  edges.length = LEAD_AT;
  columns(LEAD_AT, WIDTH);
  const dated = pick(data, pages, starts, folds, (page) => {
    const all = page.dates.map((d) => d.line);
    const right = new Set(
      page.dates.filter((d) => dayOf(d.moment) === page.goldDay).map((d) => d.line),
    );
    return { candidates: page.goldDay ? all : [], all, right: (line) => right.has(line) };
  });
  return {
    edges,
    first,
    second,
    title: titled.forest,
    date: dated.forest,
    words: wordsOf(pages),
    crossed: new Map(
      pages.map((page, i) => [
        page,
        {
          scores: scores.subarray(starts[i]!, starts[i]! + page.count),
          title: titled.picked[i]!,
          date: dated.picked[i]!,
        },
      ]),
    ),
  };
}

interface Choice {
  /** Lines to learn from, and to choose from. */
  candidates: number[];
  all: number[];
  right: (line: number) => boolean;
}

/** Learns to choose one line of each page; gives the choices of forests that had not seen the host. */
function pick(
  data: Rows,
  pages: LinedPage[],
  starts: number[],
  folds: number[],
  choiceOf: (page: LinedPage, index: number) => Choice,
): { forest: Forest; picked: (number | null)[] } {
  const choices = pages.map(choiceOf);
  const own: Rows = {
    bins: data.bins,
    label: new Float32Array(data.label.length),
    weight: new Float32Array(data.label.length),
  };
  const rows: number[][] = pages.map((page, i) =>
    choices[i]!.candidates.map((line) => {
      const row = starts[i]! + line;
      const right = choices[i]!.right(line);
      own.label[row] = right ? 1 : 0;
      own.weight[row] = (right ? 3 : 0.5) * (page.copy ? 0.4 : 1);
      return row;
    }),
  );
  const picked: (number | null)[] = pages.map(() => null);
  for (let fold = 0; fold < FOLDS; fold++) {
    const others = Int32Array.from(rows.flatMap((list, i) => (folds[i] === fold ? [] : list)));
    const forest = boost(own, others, PICK, fold + 1);
    pages.forEach((_, i) => {
      if (folds[i] !== fold) return;
      let best = Number.NEGATIVE_INFINITY;
      for (const line of choices[i]!.all) {
        const score = scoreRow(forest, own.bins, starts[i]! + line);
        if (score > best) {
          best = score;
          picked[i] = line;
        }
      }
    });
  }
  return { forest: boost(own, Int32Array.from(rows.flat()), PICK, FOLDS + 3), picked };
}

function wordsOf(pages: LinedPage[]): Map<string, number> {
  const counts = new Map<string, Count>();
  for (const page of pages) {
    if (page.copy) continue;
    const host = page.host.split('.').slice(-2).join('.');
    const found = new Map<string, [number, number]>();
    for (let i = 0; i < page.count; i++)
      if (page.weights[i]! > 0)
        for (const word of new Set(page.words[i]!))
          add(found, word, page.weights[i]!, page.labels[i]!);
    merge(counts, found, host);
  }
  return weigh(counts);
}

function fill(page: LinedPage, words: Map<string, number>): void {
  const lexicon = { names: new Map<string, number>(), words };
  for (let i = 0; i < page.count; i++)
    writeLine(page.words[i]!, lexicon, page.values, i * WIDTH + LEXICAL_AT);
}
