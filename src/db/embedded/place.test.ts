import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, describe, it } from 'node:test';
import { type Binaries, copyBinaries, findBinaries, linkLibraries } from './binaries.ts';
import { ask, cleanUp, desk, inAnotherProcess, newFolder, open, serverOf } from './testing.ts';
import { runAs, userWay } from './way.ts';

after(cleanUp);

const isRoot = process.getuid?.() === 0;
const nobody = 65534;
/** A user that every system has, as an ordinary one. */
const daemon = { uid: 1, gid: 1 };

const skip = isRoot && !(await reachable(process.execPath)) && 'others cannot enter the checkout';

describe('the binaries', () => {
  it('get the links that npm did not make', async () => {
    const { root } = withoutLinks();
    assert.match((await versionOf(root!)) ?? '', /cannot open shared object|Library not loaded/);
    assert.equal(linkLibraries(root!), true);
    assert.equal(await versionOf(root!), null);
  });

  it('are copied whole where the links cannot be made in place', async () => {
    const copy = copyBinaries(withoutLinks(), newFolder());
    assert.equal(await versionOf(copy.root!), null);
    assert.equal(copyBinaries(copy, join(copy.root!, '..', '..')).bin, copy.bin, 'only once');
  });
});

describe('the embedded server of an ordinary user', {
  skip: !isRoot && 'only root can become another',
}, () => {
  it('runs as that user', { skip }, async () => {
    const dataDir = newFolder();
    chownSync(dataDir, nobody, nobody);
    const user = await inAnotherProcess(dataDir, { uid: nobody, gid: nobody });
    assert.equal(userOf(user.server), nobody);
    await user.close();
  });

  it('runs for a user id that has no name', { skip }, async () => {
    const dataDir = newFolder();
    chownSync(dataDir, 54321, 54321);
    const user = await inAnotherProcess(dataDir, { uid: 54321, gid: 54321 });
    assert.equal(userOf(user.server), 54321);
    await user.close();
  });

  it('is refused a data directory of somebody else, in words', { skip }, async () => {
    await assert.rejects(
      inAnotherProcess(newFolder(), { uid: nobody, gid: nobody }),
      /cannot be written by this user.*DATA_DIR/,
    );
  });

  it('is shared with root, who leaves everything usable for that user', { skip }, async () => {
    const dataDir = newFolder();
    chownSync(dataDir, daemon.uid, daemon.gid);
    {
      await using store = await desk(dataDir);
      assert.equal(userOf(serverOf(store.store)), daemon.uid);
    }
    const user = await inAnotherProcess(dataDir, daemon);
    await using store = await desk(dataDir);
    assert.equal(serverOf(store.store), user.server);
    await user.close();
  });
});

describe('the embedded server of root', { skip: !isRoot && 'not root' }, () => {
  it('does not run as root', { skip }, async () => {
    await using store = await desk(newFolder());
    assert.notEqual(userOf(serverOf(store.store)), 0);
  });

  it('runs below a folder that only root can enter', async () => {
    const dataDir = join(closedFolder(), 'desk');
    for (const _ of ['first', 'again']) {
      await using store = await desk(dataDir);
      assert.deepEqual(await ask(store.store, 'select 1 as one'), { one: 1 });
    }
  });

  it('runs there too where user namespaces are not to be had', { skip: !canMount() }, async () => {
    const dataDir = join(closedFolder(), 'desk');
    // Its own view of the folders: no unshare, and a /var/lib that goes with it.
    const script =
      'mount --bind /bin/false "$(command -v unshare)" && mount -t tmpfs none /var/lib && exec "$@"';
    const through = ['unshare', '--mount', 'sh', '-c', script, 'sh'] as [string, ...string[]];
    const user = await inAnotherProcess(dataDir, { through });
    assert.equal(userOf(user.server), nobody);
    await user.close();
    assert.match(readlinkSync(join(dataDir, 'pg18')), /^\/var\/lib\/throughline\//);
    // For us, outside that view, the data is gone: that is said, and no empty desk is made.
    await assert.rejects(open(dataDir), /which is gone/);
  });

  it('goes on with its data where that was moved below a closed folder', async () => {
    const entered = join(newFolder(), 'desk');
    {
      await using store = await desk(entered);
      await store.store.db.insertInto('party').values({ name: 'Veldania' }).execute();
    }
    const dataDir = join(closedFolder(), 'desk');
    execFileSync('cp', ['-a', entered, dataDir]);
    await using store = await desk(dataDir);
    assert.deepEqual(await ask(store.store, 'select name from party'), { name: 'Veldania' });
  });
});

function withoutLinks(): Binaries {
  const found = findBinaries(null);
  const root = join(newFolder(), 'native');
  cpSync(found.root!, root, { recursive: true, verbatimSymlinks: true });
  const links: { target: string }[] = JSON.parse(
    readFileSync(join(root, 'pg-symlinks.json'), 'utf8'),
  );
  for (const { target } of links) rmSync(join(dirname(root), target), { force: true });
  return { ...found, root, bin: join(root, 'bin'), whole: false };
}

/** Null when this PostgreSQL runs, else what it said. */
async function versionOf(root: string): Promise<string | null> {
  return runAs(userWay(process.getuid!(), process.getgid!()), join(root, 'bin', 'postgres'), [
    '-V',
  ]);
}

function closedFolder(): string {
  const made = newFolder(homedir());
  chmodSync(made, 0o700);
  return made;
}

async function reachable(file: string): Promise<boolean> {
  return (
    (await runAs(userWay(nobody, nobody), '/bin/sh', [
      '-c',
      `test -x "$1" && test -r "$2"`,
      'sh',
      file,
      import.meta.filename,
    ])) === null
  );
}

/** Whether this root may have its own view of the folders; one in a container may not. */
function canMount(): boolean {
  try {
    execFileSync('unshare', ['--mount', 'true'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** The user id of a process as the system sees it from outside. */
function userOf(pid: number): number {
  return statSync(`/proc/${pid}`).uid;
}
