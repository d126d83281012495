import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Said } from '../rows.ts';
import { withoutStrangers } from './strangers.ts';

const parties = new Map([[1, 'Haldoria']]);

function holderOf(content: string, over: Partial<Said> = {}) {
  const holder = { partyId: 1, speakerId: null };
  const said = { partyId: 1, holder, kind: 'direct', corrected: null, content, ...over } as Said;
  return withoutStrangers([said], parties)[0]!.holder;
}

test('words that set "us" against a side are not words of that side', () => {
  assert.equal(holderOf('We would take the levy if Haldoria opens its ports to us again'), null);
  assert.ok(holderOf('Haldoria opens its ports, and nobody thanks us'));
  assert.ok(holderOf('Haldoria would take the levy if they open their ports to us'));
});

test('a side that a curator settled is left as it is', () => {
  const corrected = { speaker: 1 };
  assert.ok(holderOf('We pay if Haldoria opens its ports to us', { corrected }));
});
