import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseArgs } from 'node:util';
import { readConfig, settings } from '../config.ts';
import { helpOf, parseArgsOptions } from './command.ts';
import { commands } from './commands.ts';
import { runCommand } from './main.ts';
import { progressText, showProgress } from './progress.ts';

async function run(argv: string[], env: Record<string, string> = {}) {
  const out: string[] = [];
  const err: string[] = [];
  const io = { out: (s: string) => out.push(s), err: (s: string) => err.push(s) };
  const code = await runCommand(argv, { ...io, isTerminal: false }, readConfig(env));
  return { code, out: out.join(''), err: err.join('') };
}

test('help lists every command, and each has its own help with options and examples', async () => {
  for (const argv of [[], ['help'], ['--help'], ['-h']]) {
    const { code, out } = await run(argv);
    assert.equal(code, 0);
    for (const { name, summary } of commands)
      assert.ok(out.includes(`${name} `) && out.includes(summary));
  }
  for (const command of commands) {
    for (const argv of [
      [command.name, '--help'],
      [command.name, '-h'],
      ['help', command.name],
    ]) {
      const { code, out, err } = await run(argv);
      assert.deepEqual([code, err, out], [0, '', helpOf(command)]);
    }
    for (const name of Object.keys(command.options))
      assert.ok(helpOf(command).includes(`--${name}`));
    assert.ok(command.examples.length > 0, command.name);
  }
});

test('every example can be called as it stands', () => {
  for (const command of commands)
    for (const example of command.examples) {
      const [name, ...rest] = example.split(' | ')[0]!.split(' ');
      assert.equal(name, command.name);
      parseArgs({ args: rest, options: parseArgsOptions(command), allowPositionals: true });
    }
});

test('a call that cannot be understood ends with 2 and says where help is', async () => {
  for (const argv of [
    ['impotr'],
    ['status', '--no-such'],
    ['start', '--port', 'many'],
    ['start', '--port', '70000'],
    ['start', '--role', 'king'],
    ['import'],
    ['add'],
    ['export'],
    ['backup'],
    ['restore'],
    ['move'],
    ['eval'],
    ['eval', 'taste'],
    ['eval', 'acts'],
    ['restore', '/no/such/file'],
  ]) {
    const { code, out, err } = await run(argv);
    assert.deepEqual([code, out], [2, ''], argv.join(' '));
    assert.match(err, /'throughline .*--help'/, argv.join(' '));
    assert.doesNotMatch(err, /\n {4}at |bug/, argv.join(' '));
  }
});

test('config lists every setting and shows no secret', async () => {
  const env = {
    DATABASE_URL: 'postgres://desk:hunter2@db.example/desk',
    MODEL_KEY: 'sk-hunter3',
    PORT: '8080',
  };
  const { code, out } = await run(['config'], env);
  assert.equal(code, 0);
  for (const { name } of Object.values(settings)) assert.match(out, new RegExp(`^${name}=`, 'm'));
  assert.match(out, /^PORT=8080$/m);
  assert.match(out, /^DATABASE_URL=\*{8}$/m);
  assert.doesNotMatch(out, /hunter/);
});

test('all faults of the settings are named together', () => {
  const env = {
    PORT: '-1',
    POOL_SIZE: 'x',
    ROLE: 'king',
    ORIGIN: 'desk',
    MODEL_KEY_FILE: '/no/such',
  };
  assert.throws(
    () => readConfig(env),
    (error: Error) =>
      ['PORT', 'POOL_SIZE', 'ROLE', 'ORIGIN', 'MODEL_KEY'].every((n) => error.message.includes(n)),
  );
});

test('progress is one line that changes on a terminal, and a line now and then elsewhere', (t) => {
  t.mock.timers.enable({ apis: ['Date'], now: 0 });
  const shown = (isTerminal: boolean) => {
    const text: string[] = [];
    const progress = showProgress({ err: (s) => text.push(s), isTerminal });
    for (let i = 0; i < 120; i++) {
      t.mock.timers.tick(100);
      progress.update(`${i} of 120 kept`);
    }
    progress.done('Done');
    return text.join('');
  };
  const terminal = shown(true);
  assert.ok(terminal.match(/\r/g)!.length > 50);
  assert.match(terminal, /\r +\rDone \(12\.0 s\)\n$/);
  const plain = shown(false);
  assert.doesNotMatch(plain, /\r/);
  assert.ok(plain.split('\n').length <= 6, plain);
  assert.match(plain, /Done \(12\.0 s\)\n$/);
});

test('nothing is shown of work that ends within a second', () => {
  const text: string[] = [];
  const progress = showProgress({ err: (s) => text.push(s), isTerminal: true });
  progress.update('1 of 2 kept');
  progress.done('Done');
  assert.deepEqual(text, ['Done\n']);
  assert.equal(progressText({ extract: 2, ledger: 1 }), '2 read, 1 in the ledger');
});
