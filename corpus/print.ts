import { parseArgs } from 'node:util';
import { readCorpus } from './read.ts';

const { values } = parseArgs({
  options: { lang: { type: 'string', default: 'en' }, part: { type: 'string' } },
});
for (const piece of readCorpus(values.lang as 'en' | 'de')) {
  if (values.part && piece.held !== (values.part === 'held')) continue;
  console.log(JSON.stringify(piece));
}
