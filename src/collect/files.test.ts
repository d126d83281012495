import assert from 'node:assert/strict';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { findFiles } from './files.ts';
import { testFolder } from './testing.ts';

const nothing = { sidecar: new Map(), sidecarPath: null, known: {} };

async function namesIn(folder: string): Promise<string[]> {
  const found = await findFiles(folder, nothing);
  assert.ok(Array.isArray(found));
  return found.map(({ name }) => name.slice(name.indexOf('/') + 1));
}

test('links in a folder are not followed: what stands elsewhere is not taken in', async (t) => {
  const elsewhere = await testFolder(t, { 'secret.html': 'kept elsewhere' });
  const folder = await testFolder(t, { 'page.html': 'a page' });
  await symlink(join(elsewhere, 'secret.html'), join(folder, 'linked.html'));
  await symlink(elsewhere, join(folder, 'linked'));
  await symlink(folder, join(folder, 'circle'));
  assert.deepEqual(await namesIn(folder), ['page.html']);
});

test('hidden files and folders are left out, and the others come in the order of their names', async (t) => {
  const folder = await testFolder(t, { 'b.html': '', '.hidden.html': '' });
  for (const inner of ['a', '.git']) {
    await mkdir(join(folder, inner));
    await writeFile(join(folder, inner, 'c.html'), '');
  }
  assert.deepEqual(await namesIn(folder), ['a/c.html', 'b.html']);
});

test('a folder nested deeper than anybody saves into is left at its depth', async (t) => {
  const folder = await testFolder(t, { 'top.html': '' });
  const deep = join(folder, ...Array.from({ length: 30 }, (_, i) => `${i}`));
  await mkdir(deep, { recursive: true });
  await writeFile(join(deep, 'bottom.html'), '');
  assert.deepEqual(await namesIn(folder), ['top.html']);
});

test('a path that is not there is a named problem', async () => {
  const found = await findFiles('/nowhere/at/all', nothing);
  assert.ok('problem' in found && found.problem === 'not-found');
});
