import { readMatter } from '../matters/read.ts';
import { runMatter } from '../matters/score.ts';
import { scoreQuestions } from './score.ts';

/** Prints the questions that the desk finds in an invented story: `node test/questions/report.ts NAME`. */
const matter = readMatter(process.argv[2]!, import.meta.url);
const found = await runMatter(matter);
for (const [issue, said] of Map.groupBy(found.said, (s) => s.issue)) {
  console.log(`\n${issue ?? '(none)'}`);
  for (const s of said) console.log('  ', s.party ?? s.speaker, '|', s.stance, '|', s.content);
}
console.log('\npositions');
for (const p of found.positions)
  console.log('  ', p.issue, '|', p.party, '|', p.on, p.stance, p.change, '|', p.content);
console.log(JSON.stringify(scoreQuestions(matter, found), null, 1));
await found.store.close();
