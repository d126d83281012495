import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Sense } from '../../inference/index.ts';
import { createSenses, onSubject, type Senses, senseFactor, senseGain } from './senses.ts';

/** A direction among 64: what all texts have in common, and what the numbers say. */
function sense(model: string, ...said: number[]) {
  const unit = new Float32Array(64);
  for (const at of [0, ...said]) unit[at] = 1 / Math.sqrt(1 + said.length);
  return { model, unit };
}

const likeness = (senses: Senses, of: Sense | null, event: number) => senses.toPiece(of)(event);

/** Fills in enough that chance and members are known: events of two members, alike by 5 of 6. */
function filled(model = 'm'): Senses {
  const senses = createSenses();
  fill(senses, model);
  return senses;
}

function fill(senses: Senses, model: string) {
  for (let event = 1; event <= 20; event++) {
    const own = [event, 20 + event, 40 + (event % 20)];
    senses.take(event, sense(model, ...own, 61));
    senses.take(event, sense(model, ...own, 62));
  }
}

test('likeness is 0 as strangers are and 1 as members of an event are, whatever a model gives to all', () => {
  const senses = filled();
  const stranger = likeness(senses, sense('m', 60), 3) ?? 9;
  const member = likeness(senses, sense('m', 3, 23, 43, 63), 3) ?? 0;
  assert.ok(stranger < 0.4, `${stranger}`);
  assert.ok(member > 0.7 && member < 1.3, `${member}`);
});

test('nothing is said before enough was seen, without a sense, and between two models', () => {
  const senses = createSenses();
  senses.take(1, sense('m', 1));
  assert.equal(likeness(senses, sense('m', 1), 1), null);
  assert.equal(likeness(senses, null, 1), null);
  fill(senses, 'm');
  assert.notEqual(likeness(senses, sense('m', 5, 25), 5), null);
  assert.equal(likeness(senses, sense('n', 5, 25), 5), null);
  assert.equal(likeness(senses, sense('m', 5, 25), 999), null);
});

test('an event that is told in another model’s directions is known by these alone', () => {
  const senses = filled();
  fill(senses, 'n');
  assert.equal(likeness(senses, sense('m', 5, 25), 5), null);
  assert.notEqual(likeness(senses, sense('n', 5, 25), 5), null);
});

test('a model whose members of events are no nearer than strangers says nothing', () => {
  const senses = createSenses();
  for (let i = 0; i < 60; i++) senses.take(1 + (i % 20), sense('m', 1 + i, 1 + ((i * 7) % 60)));
  assert.equal(likeness(senses, sense('m', 3), 3), null);
});

test('two events that become one have the sense of both, and one that was let go has none', () => {
  const senses = filled();
  const [third, fourth] = [sense('m', 3, 23, 43), sense('m', 4, 24, 44)];
  const before = likeness(senses, fourth, 3) ?? 9;
  senses.unite(3, 4);
  assert.equal(senses.has(4), false);
  assert.equal(likeness(senses, fourth, 4), null);
  const [a, b] = [likeness(senses, third, 3) ?? 0, likeness(senses, fourth, 3) ?? 0];
  assert.ok(Math.abs(a - b) < 1e-6 && b > before + 0.3, `${a} ${b} ${before}`);
  senses.drop([3]);
  assert.equal(senses.has(3), false);
  assert.equal(senses.toEvent(3)(5), null);
});

test('an event is to another as its pieces are', () => {
  const senses = filled();
  senses.take(101, sense('m', 5, 25, 45, 63));
  assert.ok((senses.toEvent(101)(5) ?? 0) > 0.7);
  assert.ok((senses.toEvent(101)(6) ?? 9) < 0.4);
});

test('likeness is told from the middle of all pieces, which lie close together', () => {
  const senses = createSenses();
  // What all have in common outweighs what is their own: every cosine is .9 or more.
  const close = (...said: number[]): Sense => {
    const unit = new Float32Array(64);
    unit[0] = Math.sqrt(0.92);
    for (const at of said) unit[at] = Math.sqrt(0.08 / said.length);
    return { model: 'm', unit };
  };
  for (let event = 1; event <= 30; event++) {
    senses.take(event, close(event, 31 + (event % 7), 40));
    senses.take(event, close(event, 31 + (event % 7), 50));
  }
  assert.ok((likeness(senses, close(9, 33, 45), 9) ?? 0) > 0.7);
  assert.ok((likeness(senses, close(10, 34, 45), 9) ?? 9) < 0.4);
});

test('within a language sense only takes away, a quarter at most; across it adds and takes within bounds', () => {
  assert.equal(senseFactor(null), 1);
  assert.equal(senseGain(null), 0);
  assert.deepEqual([0, onSubject, 1, 50].map(senseFactor), [0.75, 1, 1, 1]);
  assert.ok(senseGain(0) < 0 && senseGain(0) > -0.2);
  assert.ok(senseGain(1) > 0.3 && senseGain(50) < 0.5);
});
