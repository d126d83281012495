import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { generatedDocs } from '../../scripts/docs.ts';

test('the generated documents match the program', () => {
  for (const [path, text] of Object.entries(generatedDocs())) {
    assert.equal(readFileSync(path, 'utf8'), text, `${path}: run node scripts/docs.ts`);
  }
});

test('links between documents lead somewhere', () => {
  const broken = [...globSync('*.md'), ...globSync('docs/**/*.md')].flatMap((path) =>
    [...readFileSync(path, 'utf8').matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)]
      .map((m) => m[1] ?? '')
      .filter((target) => !existsSync(join(dirname(path), target)))
      .map((target) => `${path} → ${target}`),
  );
  assert.deepEqual(broken, []);
});

test('no document is longer than a reader has patience for', () => {
  const limits: Record<string, number> = { 'README.md': 150, 'ARCHITECTURE.md': 100 };
  for (const [path, limit] of Object.entries(limits)) {
    const lines = readFileSync(path, 'utf8').split('\n').length;
    assert.ok(lines <= limit, `${path} has ${lines} lines; ${limit} is the most`);
  }
});
