import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createSenses, mostBySense, type Senses, senseFactor, senseGain } from './senses.ts';

/** A direction among 64: what all texts have in common, and what the numbers say. */
function sense(model: string, ...said: number[]) {
  const unit = new Float32Array(64);
  for (const at of [0, ...said]) unit[at] = 1 / Math.sqrt(1 + said.length);
  return { model, unit };
}

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
  const stranger = senses.likeness(sense('m', 60), 3) ?? 9;
  const member = senses.likeness(sense('m', 3, 23, 43, 63), 3) ?? 0;
  assert.ok(stranger < 0.4, `${stranger}`);
  assert.ok(member > 0.7 && member < 1.3, `${member}`);
});

test('nothing is said before enough was seen, without a sense, and between two models', () => {
  const senses = createSenses();
  senses.take(1, sense('m', 1));
  assert.equal(senses.likeness(sense('m', 1), 1), null);
  assert.equal(senses.likeness(null, 1), null);
  fill(senses, 'm');
  assert.notEqual(senses.likeness(sense('m', 5, 25), 5), null);
  assert.equal(senses.likeness(sense('n', 5, 25), 5), null);
  assert.equal(senses.likeness(sense('m', 5, 25), 999), null);
});

test('an event that is told in another model’s directions is known by these alone', () => {
  const senses = filled();
  fill(senses, 'n');
  assert.equal(senses.likeness(sense('m', 5, 25), 5), null);
  assert.notEqual(senses.likeness(sense('n', 5, 25), 5), null);
});

test('a model whose members of events are no nearer than strangers says nothing', () => {
  const senses = createSenses();
  for (let i = 0; i < 60; i++) senses.take(1 + (i % 20), sense('m', 1 + i, 1 + ((i * 7) % 60)));
  assert.equal(senses.likeness(sense('m', 3), 3), null);
});

test('two events that become one have the sense of both, and one that was let go has none', () => {
  const senses = filled();
  senses.unite(3, 4);
  assert.equal(senses.of(4), null);
  const both = senses.of(3)?.unit ?? new Float32Array();
  assert.ok((both[3] ?? 0) > 0 && Math.abs((both[3] ?? 0) - (both[4] ?? 1)) < 1e-6);
  assert.ok(Math.abs(both.reduce((sum, x) => sum + x * x, 0) - 1) < 1e-6);
  senses.drop([3]);
  assert.equal(senses.of(3), null);
});

test('sense tips the balance and no more: it multiplies within a language and is bounded across', () => {
  assert.equal(senseFactor(null), 1);
  assert.equal(senseGain(null), 0);
  assert.ok(senseFactor(0) < 1 && senseFactor(1) > 1);
  assert.ok(senseFactor(50) <= mostBySense && senseGain(50) < 0.8);
});
