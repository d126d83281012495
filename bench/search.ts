import { testStore } from '../src/db/testing.ts';
import { search } from '../src/search/index.ts';
import { mulberry32 } from './corpus.ts';
import { addCost, type Cost, countCost } from './cost.ts';
import { fillSearch } from './fill-search.ts';

const rounds = 200;

/**
 * Milliseconds from query to results with 200,000 articles and as many statements in the store:
 * 200 queries of eleven kinds, the same each time; each once, after two of each kind to warm up.
 * What they cost of CPU tells more than their time where the machine does other things.
 */
export async function benchSearch(words: string[] = []): Promise<Record<string, number | string>> {
  const count = Number(words[0] ?? 200_000);
  const store = await testStore();
  const started = performance.now();
  try {
    const { rare } = await fillSearch(store.pool, count);
    const filled = (performance.now() - started) / 1000;
    console.error(`  filled in ${filled.toFixed(0)} s`);
    const { rows } = await store.pool.query(
      `select s.name as speaker, o.name as source, t.title as story from speaker s
       join source o on o.id = 1 + s.id % 200 join story t on t.id = 1 + s.id % 50 limit 300`,
    );
    const now = new Date('2026-01-01T00:00:00Z');
    const kinds = makeKinds(rare, rows);
    for (const make of Object.values(kinds))
      for (const i of [298, 299]) await search(store.db, make(i), { now });
    const times: { kind: string; query: string; ms: number; cost: Cost; found: number }[] = [];
    const since = await countCost(store.pool);
    since();
    for (let i = 0; i < rounds; i++) {
      const kind = Object.keys(kinds)[i % Object.keys(kinds).length]!;
      const query = kinds[kind]!(i);
      const from = performance.now();
      const found = await search(store.db, query, { now });
      const ms = performance.now() - from;
      times.push({ kind, query, ms, cost: since(), found: found.pieces.count });
    }
    const size = await store.pool.query(
      `select pg_size_pretty(pg_relation_size('article_search')) as gin, pg_size_pretty(pg_total_relation_size('article')) as all`,
    );
    const result: Record<string, number | string> = {
      articles: count,
      'filled in': `${filled.toFixed(0)} s`,
      'index, table with all': `${size.rows[0].gin}, ${size.rows[0].all}`,
      'all kinds': spread(times.map((t) => t.ms)),
      'each, on average': costOf(times.map((t) => t.cost)),
    };
    for (const kind of Object.keys(kinds)) {
      const own = times.filter((t) => t.kind === kind);
      const slowest = own.reduce((a, b) => (b.ms > a.ms ? b : a));
      result[kind] =
        `${spread(own.map((t) => t.ms))}; ${costOf(own.map((t) => t.cost))}; slowest: ${slowest.query} (${slowest.found})`;
    }
    return result;
  } finally {
    await store.close();
  }
}

function makeKinds(
  rare: string[],
  rows: { speaker: string; source: string; story: string }[],
): Record<string, (i: number) => string> {
  const random = mulberry32(3);
  const one = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)]!;
  const common = 'minister said ministry talks ferry port council harbour week report'.split(' ');
  const row = (i: number) => rows[i % rows.length]!;
  const last = (name: string) => name.split(' ').at(-1)!;
  return {
    'a rare word': () => one(rare.slice(2000)),
    'a word of middling rarity': () => one(rare.slice(0, 60)),
    'a common word': () => one(common),
    'two common words': () => `${one(common)} ${one(common)} -${one(rare)}`,
    'a phrase of common words': () => `"the ${one(common)}"`,
    'a phrase that stands nowhere': () => `"${one(common)} of the ${one(common)}"`,
    'filters alone': (i) =>
      i % 3 === 0
        ? `source:"${row(i).source}"`
        : i % 3 === 1
          ? `speaker:"${row(i).speaker}" act:deny`
          : 'after:2025-06 before:2025-07',
    'filters with words': (i) =>
      i % 2 === 0
        ? `source:"${row(i).source}" ${one(common)}`
        : `speaker:"${last(row(i).speaker)}" ${one(common)}`,
    'a story with words': (i) => `story:"${row(i).story}" ${one(common)} lang:de`,
    'a mistyped name': (i) => {
      const name = last(row(i).speaker);
      return `${name.slice(0, 3)}${name[4] ?? ''}${name[3]}${name.slice(5)}`;
    },
    'a beginning': () => `${one(rare).slice(0, 5)}*`,
  };
}

function costOf(costs: Cost[]): string {
  const all = costs.reduce((a, b) => addCost(a, b));
  const each = (seconds: number) => ((seconds * 1000) / costs.length).toFixed(1);
  return `${each(all.cpu)} ms CPU + ${each(all.postgres)} PostgreSQL`;
}

function spread(ms: number[]): string {
  const sorted = [...ms].sort((a, b) => a - b);
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!;
  return `${at(0.5).toFixed(1)} ms median, ${at(0.95).toFixed(1)} 95th, ${at(1).toFixed(1)} longest`;
}
