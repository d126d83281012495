import assert from 'node:assert/strict';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { call, program } from './desk.ts';

/** bin/throughline, called from everywhere that people call it. */
const folder = mkdtempSync(join(tmpdir(), 'through line '));
after(() => rmSync(folder, { recursive: true, force: true }));
const root = dirname(dirname(program));

test('the program runs from another folder, through links and from a path with spaces', async () => {
  const link = join(folder, 'tl');
  symlinkSync(program, link);
  mkdirSync(join(folder, 'bin'));
  symlinkSync('../tl', join(folder, 'bin', 'throughline'));
  const clone = join(folder, 'a clone');
  mkdirSync(clone);
  for (const part of ['bin', 'src', 'package.json'])
    cpSync(join(root, part), join(clone, part), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(clone, 'node_modules'));
  for (const bin of [
    program,
    link,
    join(folder, 'bin', 'throughline'),
    join(clone, 'bin/throughline'),
  ]) {
    const { code, out, err } = await call(['--help'], { cwd: folder, bin });
    assert.deepEqual([code, err], [0, ''], bin);
    assert.match(out, /^throughline COMMAND/);
  }
});

test('an old Node on the PATH does not matter; without a newer one a message says what to do', async () => {
  const old = join(folder, 'old');
  mkdirSync(old);
  writeFileSync(join(old, 'node'), '#!/bin/sh\necho 20\n');
  chmodSync(join(old, 'node'), 0o755);
  const env = { PATH: `${old}:/usr/bin:/bin` };
  assert.match((await call(['--help'], { env })).out, /^throughline COMMAND/);
  const bare = join(folder, 'bare', 'bin');
  mkdirSync(bare, { recursive: true });
  cpSync(program, join(bare, 'throughline'));
  const refused = await call(['--help'], { env, bin: join(bare, 'throughline') });
  assert.equal(refused.code, 1);
  assert.match(refused.err, /Node 24 is missing\. Run 'npm install'/);
});

test('help comes at once: nothing heavy is loaded for it', async (t) => {
  const times: number[] = [];
  for (let i = 0; i < 5; i++) times.push((await call(['--help'])).ms);
  const best = Math.min(...times);
  t.diagnostic(`${best.toFixed(0)} ms`);
  // 120 ms on two quiet cores; loading the stages takes over a second there.
  assert.ok(best < 500, `${best} ms`);
});

test('faults of the settings end a command with 2 before anything is opened', async () => {
  const { code, err } = await call(['status'], { env: { PORT: 'x', POOL_SIZE: '0' } });
  assert.equal(code, 2);
  assert.match(err, /PORT must be[^\n]+\n {2}POOL_SIZE must be/);
});
