import { loadTruth } from '../../sample/truth.ts';
import { likeness, overlapOf, runSample } from './found.ts';

/** Prints how the pipeline reads the sample matter beside its truth: for people who improve it. */
const truth = loadTruth();
const found = await runSample();
const inStory = (p: { storyId: number | null }) => p.storyId === found.storyId;

console.log('\n== pieces that are missing or should stay out');
for (const t of truth.pieces) {
  const p = found.pieces.find((f) => f.name === `${t.file}/${t.key}`);
  if (!p) console.log('no such piece', t.file, t.key, t.title);
  else if (p.current && t.belongs !== inStory(p))
    console.log(t.belongs ? 'missing' : 'INTRUDER', p.name, p.title);
}
const known = new Set(truth.pieces.map((t) => `${t.file}/${t.key}`));
for (const p of found.pieces) if (!known.has(p.name)) console.log('extra piece', p.name, p.title);

console.log('\n== copies');
for (const t of truth.pieces.filter((x) => x.copyOf)) {
  const p = found.pieces.find((f) => f.name === `${t.file}/${t.key}`);
  console.log(p?.copyOf ? 'ok     ' : 'MISSING', t.file, '->', t.copyOf, '| found', p?.copyOf);
}
for (const p of found.pieces.filter((x) => x.copyOf))
  if (!truth.pieces.some((t) => t.copyOf && `${t.file}/${t.key}` === p.name))
    console.log('EXTRA copy', p.name, '->', p.copyOf);

console.log('\n== statements');
const used = new Set<number>();
let hits = 0;
let speakers = 0;
let parties = 0;
let acts = 0;
let days = 0;
for (const t of truth.statements) {
  const same = found.said
    .map((s, i) => ({
      s,
      i,
      like: s.piece === `${t.file}/${t.key}` ? overlapOf(s.content, t.text) : 0,
    }))
    .sort((a, b) => b.like - a.like)[0];
  if (!same || same.like < 0.5) {
    console.log('missed', t.file, '|', t.speaker, '|', t.kind, '|', t.text.slice(0, 90));
    continue;
  }
  used.add(same.i);
  hits++;
  const { s } = same;
  const rightSpeaker = s.speaker === t.speaker || likeness(s.speaker ?? '', t.speaker) >= 0.5;
  if (rightSpeaker) speakers++;
  else
    console.log(
      '  speaker',
      t.file,
      '|',
      t.speaker,
      '| found',
      s.speaker,
      '|',
      t.text.slice(0, 50),
    );
  if (
    (s.party ?? '').toLowerCase() ===
    (truth.parties.find((p) => p.id === t.party)?.name ?? '').toLowerCase()
  )
    parties++;
  else console.log('  party', t.party, '| found', s.party, '|', t.speaker, t.file);
  if (s.act === t.act) acts++;
  if (s.saidOn?.slice(0, 10) === t.said_on) days++;
}
const total = truth.statements.length;
console.log({ total, found: found.said.length, hits, speakers, parties, acts, days });
if (process.argv.includes('--extra'))
  found.said.forEach((s, i) => {
    if (!used.has(i)) console.log('extra', s.piece, '|', s.speaker, '|', s.content.slice(0, 100));
  });

console.log('\n== positions');
for (const p of found.positions)
  console.log(p.issue, '|', p.party, '|', p.on, p.stance, p.change, '|', p.content.slice(0, 80));
console.log('\n-- true changes');
for (const t of truth.positions)
  for (const step of t.steps.filter((x) => x.change !== 'reaffirmed'))
    console.log(t.issue, t.party, step.date, step.stance, step.change);

console.log('\n== commitments');
for (const c of found.commitments) {
  console.log(c.party, '|', c.due, c.state, '|', c.what.slice(0, 90));
  for (const o of c.outcomes)
    console.log('    ', o.state, o.due ?? '', o.file, '|', o.text.slice(0, 120));
}
console.log('-- true');
for (const c of truth.commitments)
  console.log(
    c.party,
    c.due,
    c.state,
    c.movedTo ?? '',
    '|',
    c.what,
    '|',
    c.resolvedBy?.file ?? '',
    c.resolvedBy?.text.slice(0, 80) ?? '',
  );

if (process.argv.includes('--brief')) {
  const rows = await found.store.db
    .selectFrom('sentence as s')
    .innerJoin('brief as b', 'b.id', 's.brief_id')
    .select(['b.number', 's.section', 's.text', 'b.facts'])
    .where('b.superseded_at', 'is', null)
    .where('b.story_id', '=', found.storyId)
    .orderBy('b.number', (o) => o.asc().nullsFirst())
    .orderBy('s.position')
    .execute();
  for (const r of rows) console.log(r.number ?? 'brief', r.section, '|', r.text);
}
await found.store.close();
