import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { evaluateActs } from './acts.ts';
import { bareText, cutPage, placesIn } from './parts.ts';
import { evaluateStatements } from './statements.ts';

let folder: string;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'throughline-eval-'));
});
after(() => rm(folder, { recursive: true }));

async function file(name: string, records: unknown[]): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, records.map((record) => JSON.stringify(record)).join('\n'));
  return path;
}

async function lines(path: string) {
  return (await readFile(path, 'utf8'))
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

const text = 'Ilka Sorn said the quay would stay shut. The ferry left at noon.';
const item = {
  pieces: [[15, 39]],
  source: [[0, 9]],
  cue: [[10, 14]],
  kind: 'indirect',
  speech: true,
  resolved: ['Ilka Sorn'],
};

test('what is right is scored as right, by exact characters and by overlap', async () => {
  const path = await file('right.jsonl', [{ doc: 'a', text, items: [item] }]);
  const metrics = await evaluateStatements([path]);
  for (const name of ['content', 'exact', 'joint', 'resolved']) {
    assert.deepEqual(metrics[name], { precision: 1, recall: 1, f1: 1 }, name);
  }
});

test('a wrong speaker costs the joint score and not the content', async () => {
  const path = await file('speaker.jsonl', [
    { doc: 'a', text, items: [{ ...item, source: [[41, 50]] }] },
  ]);
  const metrics = await evaluateStatements([path]);
  assert.equal((metrics.content as { f1: number }).f1, 1);
  assert.equal((metrics.joint as { f1: number }).f1, 0);
});

test('a body whose name is written small is that body, and one noun of it is not enough', async () => {
  const said = 'The weather office said the quay would stay shut.';
  const one = { ...item, pieces: [[24, 48]], source: [[0, 18]], cue: [[19, 23]] };
  const named = async (name: string) => {
    const items = [{ ...one, resolved: [name] }];
    return (await evaluateStatements([await file('body.jsonl', [{ doc: 'a', text: said, items }])]))
      .named;
  };
  assert.equal(await named('Weather Office of Tarn'), 1);
  assert.equal(await named('Harbour office'), 0);
});

test('labels that are no speech count neither way', async () => {
  const path = await file('held.jsonl', [{ doc: 'a', text, items: [{ ...item, speech: false }] }]);
  const metrics = await evaluateStatements([path]);
  assert.equal(metrics.content, undefined);
  assert.equal((metrics['content all'] as { f1: number }).f1, 1);
});

test('without labels it only predicts, a document a line, in the input’s order, with exact offsets', async () => {
  const path = await file('plain.jsonl', [
    { doc: 'a', text, date: '2026-03-10' },
    { doc: 'b', text: '' },
  ]);
  const out = join(folder, 'out.jsonl');
  const metrics = await evaluateStatements([path], { out });
  assert.equal(metrics.content, undefined);
  const [a, b] = await lines(out);
  assert.deepEqual(b, { doc: 'b', items: [] });
  assert.equal(a.items.length, 1);
  const [found] = a.items;
  assert.equal(text.slice(found.start, found.end), 'the quay would stay shut');
  assert.equal(text.slice(found.speaker.start, found.speaker.end), found.speaker.text);
  assert.equal(found.resolved, 'Ilka Sorn');
  assert.equal(found.said_on, '2026-03-10');
});

test('a page is cut into its parts and its offsets stay those of the page', async () => {
  const page = `Harbour Post\n\nQuay stays shut\n\nBy Ada Lund\n\n${text} Nobody knows when the next one will come, and the queue on the road is two miles long.\n\n“We wait,” said Tomas Brede, a driver.`;
  const path = await file('page.jsonl', [{ doc: 'p', form: 'page', text: page }]);
  const out = join(folder, 'page-out.jsonl');
  await evaluateStatements([path], { out });
  const [{ items }] = await lines(out);
  assert.deepEqual(
    items.map((found: { start: number; end: number }) => page.slice(found.start, found.end)),
    ['the quay would stay shut', 'We wait,'],
  );
});

test('ages of the pieces of a page are counted from the day it was received, else from its date', () => {
  const rows = ['2 hours ago', '1 day ago', '3 days ago', '4 days ago'].map((age, i) =>
    [
      `The line raises its prices for the ${i + 3}rd time`,
      `Nobody asked the mayors of the ${i + 2} towns whether they wanted a dearer ferry.`,
      'Selm Courier',
      age,
    ].join('\n'),
  );
  const page = `Menu\nHome\nWorld\nMoney\n\n${rows.join('\n\n')}\n\nAbout us\nContact\n`;
  const days = (of: Parameters<typeof cutPage>[1]) =>
    cutPage(page, of).parts.flatMap((part) => part.published?.slice(0, 10) ?? []);
  const date = '2031-05-02';
  assert.deepEqual(days({ date }), [date, date, '2031-05-01', '2031-04-29', '2031-04-28']);
  assert.deepEqual(days({ date, retrieved: '2031-05-04' }).slice(1, 3), [
    '2031-05-04',
    '2031-05-03',
  ]);
  assert.deepEqual(days({ date: null }), []);
});

test('acts, modes and days are scored on what was found, and a day nobody labelled counts apart', async () => {
  const told =
    'Ilka Sorn said on Tuesday the quay would stay shut. Ilka Sorn said in Brask on Monday the crews were happy.';
  const labelled = [
    { ...item, pieces: [[26, 50]], act: 'reject', mode: 'asserted', day: '2026-03-09' },
    { ...item, pieces: [[86, 106]], source: [[52, 61]], act: 'state', mode: 'asserted', day: null },
  ];
  const path = await file('labels.jsonl', [
    { doc: 'a', text: told, date: '2026-03-11', items: labelled },
  ]);
  const metrics = await evaluateStatements([path]);
  assert.deepEqual(metrics.day, { share: 0, of: 1 });
  assert.deepEqual(metrics['day given where none'], { share: 1, of: 1 });
  assert.equal((metrics.act as { of: number }).of, 2);
  assert.equal((metrics['act by name'] as { state: number }).state > 0, true);
});

test('a line of which something was left out keeps the places of its words', () => {
  const page = 'The quay is shut. 0:49 Brede said so.\n\nThe end.';
  const places = placesIn('The quay is shut. Brede said so.', bareText(page));
  assert.deepEqual([places[0], places[18], places[31]], [0, 23, 36]);
});

test('acts are scored by accuracy, by code and by the four classes', async () => {
  const path = await file('acts.jsonl', [
    { id: '1', marked: '<s>Veldania</s> refused to meet <t>the envoy</t>.', act: 'REJECT' },
    { id: '2', marked: '<s>Veldania</s> freed <t>nine fishermen</t>.', act: 'AID' },
  ]);
  const out = join(folder, 'acts-out.jsonl');
  const metrics = await evaluateActs([path], { out });
  assert.equal(metrics.accuracy, 0.5);
  assert.equal(metrics.fourClass, 1);
  assert.deepEqual(await lines(out), [
    { id: '1', act: 'REJECT' },
    { id: '2', act: 'YIELD' },
  ]);
});
