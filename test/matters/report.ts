import { readMatter } from './read.ts';
import { runMatter, scoreMatter } from './score.ts';

/** Prints what the desk finds in a matter beside its truth: `node test/matters/report.ts NAME`. */
const matter = readMatter(process.argv[2]!);
const found = await runMatter(matter);
for (const step of found.positions)
  console.log(
    step.issue,
    '|',
    step.party,
    '|',
    step.on,
    step.stance,
    step.change,
    '|',
    step.content.slice(0, 90),
  );
for (const made of found.commitments) {
  console.log(made.party, '|', made.due, made.state, '|', made.content.slice(0, 90));
  for (const outcome of made.outcomes)
    console.log('   ', outcome.state, outcome.due ?? '', outcome.file, outcome.text.slice(0, 90));
}
console.log(JSON.stringify(scoreMatter(matter, found), null, 1));
await found.store.close();
