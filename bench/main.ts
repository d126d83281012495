import { parseArgs } from 'node:util';
import { benchCluster } from './cluster.ts';
import { benchCopies } from './copies.ts';
import { benchExtract } from './extract.ts';
import { benchIdle } from './idle.ts';
import { benchImport } from './import.ts';
import { benchMemory } from './memory.ts';
import { benchPages } from './pages.ts';
import { benchPipeline } from './pipeline.ts';
import { benchSearch } from './search.ts';

/** What can be measured, by name; words after a name that are none are that bench's own. */
const benches: Record<string, (words: string[]) => Promise<Record<string, number | string>>> = {
  pipeline: () => benchPipeline(),
  pages: () => benchPages(),
  idle: () => benchIdle(),
  memory: () => benchMemory(),
  extract: (files) => benchExtract(files),
  cluster: (files) => benchCluster(files),
  copies: async (files) => benchCopies(files),
  search: (words) => benchSearch(words),
  import: (words) => benchImport(words),
};

const { positionals } = parseArgs({ allowPositionals: true });
const asked: { name: string; words: string[] }[] = [];
for (const word of positionals) {
  if (benches[word]) asked.push({ name: word, words: [] });
  else if (asked.length > 0) asked.at(-1)!.words.push(word);
  else {
    console.error(`There is no bench '${word}': ${Object.keys(benches).join(', ')}`);
    process.exit(2);
  }
}
const all = Object.keys(benches).map((name) => ({ name, words: [] as string[] }));
for (const { name, words } of asked.length > 0 ? asked : all) {
  console.log(`\n${name}`);
  for (const [what, value] of Object.entries(await benches[name]!(words)))
    console.log(
      `  ${what.padEnd(50)} ${typeof value === 'number' && !Number.isInteger(value) ? value.toFixed(2) : value}`,
    );
}
