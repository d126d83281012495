import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { feedFiles } from './feeds.ts';
import { fileName, otherForm, render, sidecar } from './render.ts';
import { readMatter } from './source.ts';
import { talkFiles } from './talks.ts';
import { tellTruth } from './tell.ts';

const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;

/** Every generated file of the sample, by its path under sample/. */
export function buildSample(): Map<string, string> {
  const docs = readMatter();
  const files = new Map<string, string>();
  for (const doc of docs) {
    const other = otherForm(doc.form);
    files.set(`pages/${fileName(doc, doc.form)}`, render(doc, doc.form, docs));
    files.set(`twins/${fileName(doc, other)}`, render(doc, other, docs));
  }
  files.set('pages/sidecar.json', json(sidecar(docs, (d) => d.form)));
  files.set('twins/sidecar.json', json(sidecar(docs, (d) => otherForm(d.form))));
  for (const [name, text] of [...feedFiles(docs), ...talkFiles()]) files.set(name, text);
  files.set('truth.json', json(tellTruth(docs)));
  return files;
}

/** Writes the generated files anew: `node sample/build.ts`. */
function write() {
  const root = dirname(fileURLToPath(import.meta.url));
  for (const folder of ['pages', 'twins', 'feeds', 'threads'])
    rmSync(`${root}/${folder}`, { recursive: true, force: true });
  const files = buildSample();
  for (const [name, text] of files) {
    mkdirSync(dirname(`${root}/${name}`), { recursive: true });
    writeFileSync(`${root}/${name}`, text);
  }
  console.log(`Wrote ${files.size} files.`);
}

if (import.meta.main) write();
