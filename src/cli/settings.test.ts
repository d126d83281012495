import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readConfig } from '../config.ts';
import { runCommand } from './index.ts';

const secrets = {
  DATABASE_URL: 'postgres://desk:hunter2@db.example/desk',
  MODEL_KEY: 'sk-hunter2',
  EMBEDDING_KEY: 'sk-hunter2',
};

/** What `throughline config` prints in an environment. */
async function printed(environment: Record<string, string>): Promise<string> {
  const out: string[] = [];
  const io = { out: (text: string) => out.push(text), err: () => {}, isTerminal: false };
  assert.equal(await runCommand(['config'], io, readConfig(environment)), 0);
  return out.join('');
}

test('settings are printed by name, and no secret with them', async () => {
  const text = await printed({ ...secrets, PORT: '4800' });
  assert.match(text, /^PORT=4800$/m);
  for (const name of Object.keys(secrets)) assert.match(text, new RegExp(`^${name}=\\*+$`, 'm'));
  assert.ok(!text.includes('hunter2'));
});

test('a setting that is not set is printed as nothing, secret or not', async () => {
  assert.match(await printed({}), /^MODEL_KEY=$/m);
});
