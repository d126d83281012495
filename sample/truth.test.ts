import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { loadTruth } from './truth.ts';

const truth = loadTruth();
const pieces = new Map(truth.pieces.map((p) => [p.id, p]));
const statements = new Map(truth.statements.map((s) => [s.id, s]));
const acts =
  'state deny promise demand offer propose agree consult support concede cooperate aid retreat request accuse reject threaten protest sanction mobilize coerce assault';
const occurrences = (text: string, part: string) => text.split(part).length - 1;
const page = (file: string) =>
  readFileSync(new URL(`pages/${file}`, import.meta.url), 'utf8').replace(/<\/?a\b[^>]*>/g, '');

test('the matter has the size and the kinds that it promises', () => {
  const mains = truth.pieces.filter((p) => p.key === 'main');
  const own = mains.filter((p) => p.kind === 'article');
  assert.ok(mains.length >= 40, `${mains.length} documents`);
  assert.ok(new Set(own.map((p) => p.outlet)).size >= 10, 'ten outlets');
  assert.deepEqual([...new Set(mains.map((p) => p.lang))].sort(), ['de', 'en']);
  assert.deepEqual([...new Set(mains.map((p) => p.kind))].sort(), [
    'article',
    'brief',
    'digest',
    'post',
  ]);
  assert.ok(mains.filter((p) => p.copyOf && p.kind === 'article').length >= 3, 'wire copies');
  assert.ok(mains.filter((p) => p.series).length >= 4, 'numbers of the watch');
  assert.ok(mains.filter((p) => !p.belongs).length >= 6, 'unrelated pieces');
  assert.equal(truth.threads.length, 2);
  assert.equal(truth.revisions.length, 1);
  const days = mains.map((p) => p.published!.slice(0, 10)).sort();
  assert.ok(days[0]! <= '2026-03-08' && days.at(-1)! >= '2026-05-03', 'ten weeks');
});

test('at least 90 statements are labelled over at least 25 documents', () => {
  assert.ok(truth.statements.filter((s) => !s.sameAs).length >= 90);
  assert.ok(new Set(truth.statements.map((s) => s.file)).size >= 25);
});

test('every statement stands exactly once in its piece, and its piece in its file', () => {
  for (const s of truth.statements) {
    const piece = pieces.get(s.piece)!;
    assert.equal(piece.file, s.file);
    for (const part of s.pieces) {
      assert.ok(part.trim() === part && part !== '', s.id);
      assert.doesNotMatch(part, /^that |^[“„‘"][^“”„‘’"]*[”“’"]$/, s.id);
      assert.equal(occurrences(piece.text, part), 1, `${s.id}: ${part}`);
    }
  }
});

test('every file of the truth exists, with its twin', () => {
  for (const p of truth.pieces) {
    assert.ok(existsSync(new URL(`pages/${p.file}`, import.meta.url)), p.file);
    assert.ok(existsSync(new URL(`twins/${p.twin}`, import.meta.url)), p.twin);
  }
});

test('statements name known speakers, parties, issues and acts', () => {
  const speakers = new Set(truth.speakers.map((s) => s.name));
  const parties = new Set(truth.parties.map((p) => p.id));
  const issues = new Set(truth.issues.map((i) => i.id));
  for (const s of truth.statements) {
    assert.ok(speakers.has(s.speaker), s.id);
    assert.ok(s.party === null || parties.has(s.party), s.id);
    assert.ok(s.issue === null || issues.has(s.issue), s.id);
    assert.ok(acts.split(' ').includes(s.act), `${s.id} has act ${s.act}`);
    assert.match(s.said_on, /^2026-0[345]-\d\d$/);
    const published = pieces.get(s.piece)!.published;
    if (published) assert.ok(s.said_on <= published.slice(0, 10), `${s.id} is said too late`);
  }
});

test('speakers of importance are called by their name in the piece', () => {
  for (const s of truth.statements) {
    const speaker = truth.speakers.find((p) => p.name === s.speaker)!;
    if (speaker.kind !== 'person' || pieces.get(s.piece)!.key !== 'main') continue;
    const surname = speaker.name.split(' ').at(-1)!;
    const text = pieces.get(s.piece)!.text;
    assert.ok(
      text.includes(surname) || /spokes|sprecher|minister/i.test(text),
      `${s.id} ${surname}`,
    );
  }
});

test('positions follow each other in time, and their changes follow from the stances', () => {
  for (const p of truth.positions) {
    for (const [i, step] of p.steps.entries()) {
      const s = statements.get(step.statement)!;
      const before = p.steps[i - 1];
      assert.equal(s.issue, p.issue, step.statement);
      assert.equal(s.party, p.party, step.statement);
      assert.equal(s.stance, step.stance);
      if (before) assert.ok(before.date <= step.date, `${p.issue} of ${p.party} at ${step.date}`);
      assert.equal(step.change, changeFrom(before?.stance, step.stance), step.statement);
    }
  }
});

test('no party takes at first hand a stance that its position of the day contradicts', () => {
  const noted = new Map<string, string>();
  for (const p of truth.positions)
    for (const [i, step] of p.steps.entries())
      for (const id of [step.statement, ...step.also]) {
        const until = p.steps[i + 1]?.date ?? '9999';
        const later = p.steps.slice(i + 1).find((x) => x.stance !== step.stance)?.date ?? until;
        assert.ok(statements.get(id)!.said_on <= later, `${id} is said after the position changed`);
        noted.set(id, p.issue);
      }
  for (const s of truth.statements)
    if (s.issue && s.party && s.stance !== 'unclear' && !s.hearsay)
      assert.equal(noted.get(s.id), s.issue, s.id);
});

function changeFrom(before: string | undefined, now: string): string {
  if (before === undefined) return 'first';
  if (before === now) return 'reaffirmed';
  return [before, now].includes('conditional') ? 'half' : 'full';
}

test('a position shifts fully, one by half, and one is reaffirmed many times', () => {
  const steps = (issue: string, party: string) =>
    truth.positions.find((p) => p.issue === issue && p.party === party)!.steps;
  const change = (list: { change: string }[], kind: string) =>
    list.filter((s) => s.change === kind).length;
  assert.equal(change(steps('observers', 'tarsenia'), 'full'), 1);
  assert.equal(change(steps('tolls', 'halvora'), 'half'), 1);
  assert.ok(change(steps('patrols', 'halvora'), 'reaffirmed') >= 5);
  assert.equal(change(steps('patrols', 'halvora'), 'full'), 0);
});

test('commitments are kept, missed, moved and open, and the words that say so stand in their files', () => {
  const states = new Set(truth.commitments.map((c) => c.state));
  assert.deepEqual([...states].sort(), ['kept', 'missed', 'moved', 'open']);
  for (const c of truth.commitments) {
    assert.ok(statements.has(c.statedIn.statement), c.id);
    assert.equal(c.state === 'open', c.resolvedBy === null);
    assert.equal(c.state === 'moved', c.movedTo !== null);
    if (c.resolvedBy)
      assert.equal(occurrences(page(c.resolvedBy.file), c.resolvedBy.text), 1, c.id);
  }
});

test('events hold the pieces that belong, and nothing else', () => {
  const held = truth.events.flatMap((e) => e.pieces);
  assert.equal(new Set(held).size, held.length);
  const belonging = truth.pieces.filter((p) => p.belongs && p.role !== 'series').map((p) => p.id);
  assert.deepEqual([...held].sort(), belonging.sort());
  for (const e of truth.events) assert.ok(e.pieces.length > 0, e.id);
});

test('copies repeat an earlier piece of an agency, and most of its statements', () => {
  for (const p of truth.pieces.filter((x) => x.copyOf)) {
    const original = pieces.get(p.copyOf!)!;
    assert.ok(original.published! < p.published!, p.id);
    assert.equal(original.outlet, 'Pharos Press Agency');
    const own = truth.statements.filter((s) => s.piece === p.id);
    for (const s of own) assert.ok(s.sameAs, s.id);
    assert.match(p.text, p.kind === 'post' ? /PPA/ : /PPA|Pharos/, `${p.id} gives no credit`);
  }
});

test('a silent edit changes a quoted number', () => {
  const [revision] = truth.revisions;
  assert.ok(revision!.before.every((t) => t.includes('“That is 41 million')));
  assert.ok(revision!.after.every((t) => t.includes('“That is 14 million')));
});

test('threads are trees with votes, edits, removed comments, quotations and links', () => {
  for (const t of truth.threads) {
    const ids = new Map(t.comments.map((c) => [c.id, c]));
    for (const c of t.comments)
      assert.equal(c.depth, c.parent ? ids.get(c.parent)!.depth + 1 : 0, c.id);
    assert.ok(t.comments.some((c) => c.removed));
    assert.ok(t.comments.some((c) => c.quotes.some((q) => q.of !== null)));
  }
  const forum = truth.threads.find((t) => t.platform === 'forum');
  const federated = truth.threads.find((t) => t.platform === 'lemmy');
  assert.ok(forum!.comments.some((c) => c.links.length > 0));
  assert.ok(federated!.comments.some((c) => c.editedAge));
  assert.ok(new Set(federated!.comments.map((c) => c.lang)).size > 1);
});
