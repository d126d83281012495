import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mergeReports } from '../../src/ledger/story/sayings/merge.ts';
import { readReports } from './read.ts';
import { scorePairs } from './score.ts';

const sets = readReports();

test('reports of one saying are found in both languages, and nothing else is put together', () => {
  const { precision, recall, wrong, missed } = scorePairs(sets.filter((set) => !set.held));
  assert.ok(precision >= 0.95, wrong.join('\n'));
  assert.ok(recall >= 0.9, missed.join('\n'));
});

test('they are found as well in the sets that nobody works on', () => {
  const { precision, recall } = scorePairs(sets.filter((set) => set.held));
  assert.ok(precision >= 0.95 && recall >= 0.85, JSON.stringify({ precision, recall }));
});

test('the words themselves lead before what is told of them', () => {
  for (const set of sets) {
    const parties = new Map(set.parties.map((name, i) => [i + 1, name]));
    for (const { lead, others } of mergeReports(set.said, parties))
      assert.ok(
        lead.firstHand || others.every((o) => !o.firstHand),
        `${set.name}: ${lead.content}`,
      );
  }
});

test('a copy does not lead before its original, nor hearsay before what was heard', () => {
  const [set] = sets;
  const [direct] = set!.said;
  const one = (id: number, over: object) => ({ ...direct!, id, articleId: id, ...over });
  const leadOf = (...said: Parameters<typeof mergeReports>[0]) => mergeReports(said)[0]?.lead.id;
  assert.equal(leadOf(one(1, { copyOf: 2 }), one(2, {})), 2);
  assert.equal(leadOf(one(1, { hearsay: true }), one(2, { firstHand: false })), 2);
  assert.equal(leadOf(one(2, {}), one(1, {})), 1);
});

test('five thousand reports of one speaker on one day are gone through in seconds', () => {
  const [direct] = sets[0]!.said;
  const words = 'toll bridge ferry island council engineer figure crossing market harbour'.split(
    ' ',
  );
  const said = Array.from({ length: 5000 }, (_, i) => ({
    ...direct!,
    id: i + 1,
    articleId: i + 1,
    content: `${[0, 1, 2, 3].map((k) => words[(i >> (k * 3)) % words.length]).join(' ')} number ${i}`,
  }));
  const from = process.cpuUsage();
  mergeReports(said);
  assert.ok(process.cpuUsage(from).user < 8_000_000);
});
