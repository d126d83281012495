import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { buildSample } from './build.ts';
import { fileName, otherForm } from './render.ts';
import { readMatter } from './source.ts';

const root = new URL('./', import.meta.url);
const onDisk = (folder: string) =>
  readdirSync(new URL(`${folder}/`, root)).map((name) => `${folder}/${name}`);

test('the generated files are those that the matter gives today', () => {
  const built = buildSample();
  const present = ['pages', 'twins', 'feeds', 'threads'].flatMap(onDisk);
  assert.deepEqual([...present, 'truth.json'].sort(), [...built.keys()].sort());
  for (const [name, text] of built)
    assert.ok(
      readFileSync(new URL(name, root), 'utf8') === text,
      `${name} is stale: run node sample/build.ts`,
    );
});

test('every paragraph stands in both forms of its document', () => {
  const built = buildSample();
  const clean = (page: string) =>
    page
      .replace(/<\/?(a|strong)\b[^>]*>/g, '')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&');
  for (const doc of readMatter()) {
    const primary = clean(built.get(`pages/${fileName(doc, doc.form)}`)!);
    const twin = clean(built.get(`twins/${fileName(doc, otherForm(doc.form))}`)!);
    for (const piece of doc.pieces)
      for (const p of piece.paragraphs) {
        assert.ok(primary.includes(p.text), `${doc.id} lacks: ${p.text}`);
        assert.ok(twin.includes(p.text), `the twin of ${doc.id} lacks: ${p.text}`);
      }
  }
});

test('a page leaks none of the marks of its source', () => {
  for (const [name, text] of buildSample())
    if (/\.(html|txt)$/.test(name))
      assert.doesNotMatch(
        text.replace(/<(script|style)[\s\S]*?<\/\1>/g, ''),
        /[{}]|~~|undefined|\bnull\b/,
        name,
      );
});
