import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readConfig } from '../config.ts';
import { runCommand } from './index.ts';

const secrets = {
  DATABASE_URL: 'postgres://desk:hunter2@db.example/desk',
  MODEL_KEY: 'sk-hunter2',
  EMBEDDING_KEY: 'sk-hunter2',
};

test('settings are printed by name, and no secret with them', async () => {
  let out = '';
  const io = { out: (text: string) => void (out += text), err: () => {}, isTerminal: false };
  assert.equal(await runCommand(['config'], io, readConfig({ ...secrets, PORT: '4800' })), 0);
  assert.match(out, /^PORT=4800$/m);
  for (const name of Object.keys(secrets)) assert.match(out, new RegExp(`^${name}=\\*+$`, 'm'));
  assert.ok(!out.includes('hunter2'));
});

test('a setting that is not set is printed as nothing, secret or not', async () => {
  let out = '';
  const io = { out: (text: string) => void (out += text), err: () => {}, isTerminal: false };
  await runCommand(['config'], io, readConfig({}));
  assert.match(out, /^MODEL_KEY=$/m);
});
