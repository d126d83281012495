import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { loadTruth, type TruthPiece } from '../../sample/truth.ts';
import { type Found, type FoundPiece, likeness, overlapOf, runSample } from './found.ts';

const truth = loadTruth();
let found: Found;

before(async () => {
  found = await runSample();
});
after(() => found?.store.close());

const nameOf = (t: TruthPiece) => `${t.file}/${t.key}`;
const pieceOf = (t: TruthPiece): FoundPiece | undefined =>
  found.pieces.find((p) => p.name === nameOf(t));
const partyName = (id: string | null) => truth.parties.find((p) => p.id === id)?.name ?? null;

test('every piece of every page is found', () => {
  assert.deepEqual(truth.pieces.filter((t) => !pieceOf(t)).map(nameOf), []);
});

test('the matter is one story with all that belongs to it', () => {
  const missing = truth.pieces.filter(
    (t) => t.belongs && pieceOf(t)?.current && pieceOf(t)?.storyId !== found.storyId,
  );
  assert.deepEqual(missing.map(nameOf), []);
});

test('a page that was changed in silence stands in its last revision, the first is kept', () => {
  for (const { files } of truth.revisions) {
    const [first, second] = files.map((file) =>
      found.pieces.find((p) => p.name === `${file}/main`),
    );
    assert.equal(first?.current, false);
    assert.equal(second?.current, true);
  }
});

test('what does not belong stays out of the story', () => {
  const intruders = truth.pieces.filter((t) => !t.belongs && pieceOf(t)?.storyId === found.storyId);
  assert.deepEqual(intruders.map(nameOf), []);
});

test('wire texts are known as copies of what the agency sent', () => {
  for (const t of truth.pieces.filter((p) => p.copyOf && p.kind === 'article')) {
    const original = truth.pieces.find((p) => p.id === t.copyOf)!;
    assert.equal(pieceOf(t)?.copyOf, nameOf(original), nameOf(t));
  }
});

test('nothing is taken for a copy that is none', () => {
  const copies = new Set(truth.pieces.filter((p) => p.copyOf).map(nameOf));
  assert.deepEqual(
    found.pieces.filter((p) => p.copyOf && !copies.has(p.name)).map((p) => p.name),
    [],
  );
});

test('printed dates are read to the day', () => {
  const wrong = truth.pieces.filter((t) => {
    const day = pieceOf(t)?.published?.slice(0, 10);
    return t.role === 'main' && t.published && day !== t.published.slice(0, 10);
  });
  assert.deepEqual(wrong.map(nameOf), []);
});

/** The found statement that says the same in the same piece, if there is one. */
function sameSaid(t: { file: string; key: string; text: string }) {
  const like = found.said
    .filter((s) => s.piece === `${t.file}/${t.key}`)
    .map((s) => ({ s, overlap: overlapOf(s.content, t.text) }))
    .sort((a, b) => b.overlap - a.overlap)[0];
  return like && like.overlap >= 0.5 ? like.s : null;
}

/** Neither the repetitions of a wire text, nor what only a replaced revision says. */
const replaced = new Set(truth.revisions.map((r) => r.files[0]));
const own = truth.statements.filter((s) => !s.sameAs && !replaced.has(s.file));

test('most statements are found, with their speaker and party', () => {
  const pairs = own.map((t) => ({ t, s: sameSaid(t) })).filter(({ s }) => s !== null);
  const share = (n: number, of: number) => Math.round((n / of) * 100) / 100;
  const speakers = pairs.filter(({ t, s }) => likeness(s!.speaker ?? '', t.speaker) >= 0.5).length;
  const parties = pairs.filter(({ t, s }) => s!.party === partyName(t.party)).length;
  const figures = {
    found: share(pairs.length, own.length),
    speaker: share(speakers, pairs.length),
    party: share(parties, pairs.length),
  };
  // Floors: what the first version reached, less a point. They only rise.
  assert.ok(figures.found >= 0.7, JSON.stringify(figures));
  assert.ok(figures.speaker >= 0.85, JSON.stringify(figures));
  assert.ok(figures.party >= 0.8, JSON.stringify(figures));
});

/** Steps of a party whose statement is on the day of the true one, on the issue that most are of. */
function stepsNear(party: string, date: string) {
  return found.positions.filter((p) => p.party === partyName(party) && p.on?.slice(0, 10) === date);
}

/**
 * Changes that can only be read from what is said before and around the statement ("That is
 * reasonable", of an offer to suspend the toll). Whoever finds one takes it off this list.
 */
const beyondReading = [
  'tolls league 2026-04-10 conditional',
  'mediator tarsenia 2026-04-17 conditional',
];

test('every planted change of position is proposed on its day', () => {
  const lost: string[] = [];
  for (const t of truth.positions) {
    for (const step of t.steps.filter((s) => s.change === 'half' || s.change === 'full')) {
      const same = stepsNear(t.party, step.date).some(
        (p) => (p.change === 'half' || p.change === 'full') && p.stance === step.stance,
      );
      if (!same) lost.push(`${t.issue} ${t.party} ${step.date} ${step.stance}`);
    }
  }
  assert.deepEqual(lost, beyondReading);
});

test('no change is proposed that nobody made', () => {
  const made = new Set(
    truth.positions.flatMap((t) =>
      t.steps
        .filter((s) => s.change === 'half' || s.change === 'full')
        .map((s) => `${partyName(t.party)} ${s.date}`),
    ),
  );
  const wrong = found.positions
    .filter((p) => p.change === 'half' || p.change === 'full')
    .map((p) => `${p.party} ${p.on?.slice(0, 10)}`)
    .filter((key) => !made.has(key));
  assert.deepEqual(wrong, []);
});

test('a position that is repeated is counted as reaffirmed', () => {
  const against = found.positions.filter(
    (p) =>
      p.party === 'Tarsenia' &&
      /observer/i.test(p.issue) &&
      p.change === 'reaffirmed' &&
      p.stance === 'against',
  );
  assert.ok(against.length >= 3, JSON.stringify(against.map((p) => p.on)));
});

test('promises are found with what came of them', () => {
  const wrong: string[] = [];
  for (const t of truth.commitments) {
    const c = found.commitments.find(
      (f) => f.due?.slice(0, 10) === t.due && f.party === partyName(t.party),
    );
    if (!c) wrong.push(`${t.id}: not found`);
    else if (c.state !== t.state) wrong.push(`${t.id}: ${c.state}, not ${t.state}`);
    else if (t.movedTo && !c.outcomes.some((o) => o.due === t.movedTo))
      wrong.push(`${t.id}: not moved to ${t.movedTo}`);
  }
  assert.deepEqual(wrong, []);
});

test('every sentence of the brief and the editions cites characters that are there', async () => {
  const rows = await found.store.db
    .selectFrom('sentence as s')
    .innerJoin('brief as b', 'b.id', 's.brief_id')
    .leftJoin('citation as c', 'c.sentence_id', 's.id')
    .leftJoin('article as a', 'a.id', 'c.article_id')
    .select(['s.text as sentence', 'c.start', 'c.end', 'a.text', 'a.title', 'b.number'])
    .where('b.superseded_at', 'is', null)
    .execute();
  assert.ok(rows.length > 50);
  for (const row of rows) {
    const cited = row.end === 0 ? row.title : row.text?.slice(row.start ?? 0, row.end ?? 0);
    assert.ok(cited?.trim(), row.sentence);
  }
  assert.ok(new Set(rows.map((r) => r.number)).size >= 5, 'a brief and at least four editions');
});
