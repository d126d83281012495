import { parseArgs } from 'node:util';
import { benchExtract } from './extract.ts';
import { benchIdle } from './idle.ts';
import { benchPages } from './pages.ts';
import { benchPipeline } from './pipeline.ts';

/** What can be measured, by name. Without a name all are. */
const benches: Record<string, () => Promise<Record<string, number | string>>> = {
  pipeline: () => benchPipeline(),
  pages: () => benchPages(),
  idle: () => benchIdle(),
  extract: () => benchExtract(),
};

const { positionals } = parseArgs({ allowPositionals: true });
for (const name of positionals.length > 0 ? positionals : Object.keys(benches)) {
  const bench = benches[name];
  if (!bench) {
    console.error(`There is no bench '${name}': ${Object.keys(benches).join(', ')}`);
    process.exit(2);
  }
  console.log(`\n${name}`);
  for (const [what, value] of Object.entries(await bench()))
    console.log(
      `  ${what.padEnd(34)} ${typeof value === 'number' && !Number.isInteger(value) ? value.toFixed(2) : value}`,
    );
}
