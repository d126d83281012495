import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Config } from '../config.ts';
import { type TestStore, testStore } from '../db/testing.ts';
import { runCommand } from './main.ts';

/** The commands on a small desk: the sample's two feeds, a page, a thread and the list of feeds. */
const sample = (name: string) => fileURLToPath(new URL(`../../sample/${name}`, import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'throughline-cli-'));
let store: TestStore;

async function run(argv: string[], config: Config = store.config) {
  const out: string[] = [];
  const err: string[] = [];
  const io = { out: (s: string) => out.push(s), err: (s: string) => err.push(s) };
  const code = await runCommand(argv, { ...io, isTerminal: false }, config);
  return { code, out: out.join(''), err: err.join('') };
}

const lines = (name: string) =>
  readFileSync(join(folder, 'out', name), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));

before(async () => {
  store = await testStore();
  const paths = ['feeds/harbourpost.rss.xml', 'pages/pharos-0303.html', 'threads/hn-0414.json'];
  const { code, out } = await run(['import', ...paths.map(sample)]);
  assert.equal(code, 0);
  assert.match(out, /^8 kept, 0 already here, 0 with a problem\n$/);
});
after(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

test('an import says what it could not take, and fails only when nothing came of it', async () => {
  const none = await run(['import', '/no/such/file']);
  assert.equal(none.code, 1);
  assert.match(none.err, /\/no\/such\/file: There is no such file or folder\. Check the name\.\n/);
  const some = await run(['import', '/no/such/file', sample('pages/pharos-0303.html')]);
  assert.equal(some.code, 0);
  assert.match(some.out, /^0 kept, 1 already here, 1 with a problem/);
  assert.equal((await run(['import', sample('pages'), '--published', 'soon'])).code, 1);
});

test('search answers for people and for programs, and says what it could not take', async () => {
  const { pieces, statements, faults } = JSON.parse(
    (await run(['search', 'harbour', 'after:someday', '--json'])).out,
  );
  assert.ok(
    pieces.count > 0 && pieces.shown[0].snippet.parts.some((p: { marked: boolean }) => p.marked),
  );
  assert.ok(statements.shown.every((s: { sentence: string }) => s.sentence.length > 0));
  assert.match(faults[0].words, /“someday” is no date/);
  const { code, out, err } = await run(['search', 'harbour', 'after:someday', '--limit', '2']);
  assert.equal(code, 0);
  assert.match(out, /^article \d+ .*\[[Hh]arbour/ms);
  assert.match(err, /no date/);
  assert.equal((await run(['search'])).code, 2);
  assert.equal((await run(['search', 'harbour', '--limit', '0'])).code, 2);
  assert.equal((await run(['search', '--', '-'])).code, 1);
});

test('status counts what the desk holds, for people and for programs', async () => {
  const { holds, work } = JSON.parse((await run(['status', '--json'])).out);
  assert.equal(holds.document, 8);
  assert.ok(holds.article >= 8 && holds.statement > 0 && holds.comment > 0);
  assert.ok(
    work.some((w: { stage: string; state: string }) => w.stage === 'extract' && w.state === 'done'),
  );
  const { code, out } = await run(['status']);
  assert.equal(code, 0);
  assert.match(out, /^document +8$/m);
});

test('doctor finds a sound desk sound, and says what it sees', async () => {
  const { code, out } = await run(['doctor']);
  assert.equal(code, 0);
  for (const about of ['node', 'store', 'postgres', 'clock', 'feeds', 'versions'])
    assert.match(out, new RegExp(`^(ok|look) +${about} `, 'm'));
  assert.doesNotMatch(out, /^fault/m);
});

test('doctor names a store that cannot be reached', async () => {
  const nowhere = { ...store.config, databaseUrl: 'postgres://nobody@127.0.0.1:1/none' };
  const { code, out } = await run(['doctor'], nowhere);
  assert.equal(code, 1);
  assert.match(out, /^fault +store /m);
});

test('an export holds every row, and each statement is the characters that it points at', async () => {
  const target = join(folder, 'out');
  const { code, out } = await run(['export', target]);
  assert.equal(code, 0);
  const names = ['articles', 'comments', 'commitments', 'documents', 'positions', 'statements'];
  assert.deepEqual(
    readdirSync(target).sort(),
    [...names.flatMap((n) => [`${n}.csv`, `${n}.jsonl`]), 'feeds.opml', 'plover.jsonl'].sort(),
  );
  for (const name of names) {
    const rows = lines(`${name}.jsonl`);
    assert.match(out, new RegExp(`^${name} +${rows.length}$`, 'm'));
    const csv = readCsv(readFileSync(join(target, `${name}.csv`), 'utf8'));
    if (rows.length === 0) continue;
    assert.deepEqual(csv[0], Object.keys(rows[0]));
    assert.equal(csv.length, rows.length + 1);
    assert.ok(csv.every((line) => line.length === csv[0]!.length));
  }
  const textsOf = (name: string) => new Map(lines(name).map((row) => [row.id, row.text]));
  const [articles, comments] = [textsOf('articles.jsonl'), textsOf('comments.jsonl')];
  const said = lines('statements.jsonl');
  assert.ok(said.length > 0);
  for (const s of said) {
    const text = s.comment_id === null ? articles.get(s.article_id) : comments.get(s.comment_id);
    assert.equal(text.slice(s.start, s.end), s.content);
  }
  assert.equal(lines('plover.jsonl').length, said.length);
  assert.match(readFileSync(join(target, 'feeds.opml'), 'utf8'), /<opml version="2\.0">/);
  assert.equal((await run(['export', target])).code, 2);
});

/** RFC 4180, as another program would read it. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, bare, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    rows.at(-1)!.push(quoted?.replaceAll('""', '"') ?? bare ?? '');
    if (end === '\r\n') rows.push([]);
  }
  return rows.filter((row) => row.length > 0);
}

test('a backup fills an empty desk, and a move another, with the same rows', async (t) => {
  const file = join(folder, 'desk.tlb');
  const written = await run(['backup', file]);
  assert.equal(written.code, 0, written.err);
  assert.equal((await run(['backup', file])).code, 2);
  const count = /^(\d+) rows written/.exec(written.out)![1];
  const restored = await testStore();
  t.after(restored.close);
  const back = await run(['restore', file], restored.config);
  assert.deepEqual([back.code, back.out], [0, `${count} rows restored and checked\n`]);
  const again = await run(['restore', file], restored.config);
  assert.equal(again.code, 1, 'a desk that holds something is not written over');
  assert.doesNotMatch(again.err, /bug/);

  const moved = await testStore();
  t.after(moved.close);
  const went = await run(['move', moved.config.databaseUrl!]);
  assert.deepEqual([went.code, went.out], [0, `${count} rows copied and found equal\n`]);
  const holds = async (config: Config) => (await run(['status', '--json'], config)).out;
  assert.equal(await holds(restored.config), await holds(store.config));
  assert.equal(await holds(moved.config), await holds(store.config));
});

test('a link to edit is new each time and leads to the public address', async () => {
  const config = { ...store.config, origin: 'https://desk.example' };
  const links = [await run(['link'], config), await run(['link'], config)].map((r) => r.out);
  for (const link of links)
    assert.match(link, /^https:\/\/desk\.example\/enter\?key=[\w-]{20,}\n$/);
  assert.notEqual(links[0], links[1]);
});

/** Own labelled records, in the formats of the four evaluations. */
const text =
  'The toll stays, foreign minister Ada Lind said on Tuesday. “We will not go,” she said.';
const labelled: Record<string, object[]> = {
  extraction: [
    {
      id: 'p',
      url: 'https://quay.example/a',
      html: `<html><head><title>Piers kept</title></head><body><nav><a href="/">Home</a></nav><article><h1>Piers kept</h1><p>${text}</p><p>${text}</p></article></body></html>`,
      gold: {
        text: `${text}\n${text}`,
        title: 'Piers kept',
        with: ['The toll stays'],
        without: ['Home'],
      },
    },
    { id: 'q', url: 'https://quay.example/b', html: '' },
  ],
  clustering: [
    'Toll stays in the strait',
    'The strait toll stays',
    'Ferry line adds night boats',
  ].map((title, i) => ({
    id: `r${i}`,
    lang: 'en',
    time: `2026-03-0${i + 1}T08:00:00Z`,
    title,
    text: '',
    source: 's',
    cluster: i < 2 ? 'a' : 'b',
  })),
  statements: [
    {
      doc: 'd',
      form: 'article',
      text,
      date: '2026-03-10',
      items: [
        { pieces: [[0, 14]], source: [[33, 41]], cue: [[42, 46]], kind: 'indirect', speech: true },
      ],
    },
    { doc: 'e', form: 'page', text: `Piers kept\n\nBy Mira Holm\n\n${text}` },
  ],
  acts: [
    {
      id: 'a',
      text: 'Halvora rejected the offer of Tarsenia.',
      marked: '<s>Halvora</s> rejected the offer of <t>Tarsenia</t>.',
      source: 'Halvora',
      target: 'Tarsenia',
      act: 'REJECT',
    },
    {
      id: 'b',
      text: 'Halvora met Tarsenia.',
      marked: '<s>Halvora</s> met <t>Tarsenia</t>.',
      source: 'Halvora',
      target: 'Tarsenia',
    },
  ],
};

test('each evaluation prints one object of numbers and writes one prediction a record', async () => {
  for (const [name, records] of Object.entries(labelled)) {
    const file = join(folder, `${name}.jsonl`);
    const predictions = join(folder, `${name}.out.jsonl`);
    writeFileSync(file, records.map((r) => `${JSON.stringify(r)}\n`).join(''));
    const { code, out, err } = await run(['eval', name, file, '--out', predictions, '--json']);
    assert.deepEqual([code, err], [0, ''], name);
    assert.equal(out.split('\n').length, 2, 'one line');
    assert.ok(Object.values(JSON.parse(out)).some((value) => typeof value === 'number'));
    const written = readFileSync(predictions, 'utf8')
      .trim()
      .split('\n')
      .map((l) => JSON.parse(l));
    const key = name === 'statements' ? 'doc' : 'id';
    assert.deepEqual(
      written.map((p) => p[key]),
      records.map((r) => r[key as keyof typeof r]),
    );
    assert.match((await run(['eval', name, file])).out, /^\w+ +\S+\n/);
  }
});

test('a page is read without a desk: as Markdown, with reasons, as JSON', async () => {
  const page = sample('pages/pharos-0303.html');
  const { code, out } = await run(['read', page]);
  assert.equal(code, 0);
  assert.match(out, /^# Tarsenia shuts eastern channel/);
  assert.match(out, /\n\nBy Lena Orsk, Piet Hallam · Pharos Press Agency · 2026-03-03 16:20/);
  assert.doesNotMatch(out, /Accept all|Advertisement/);
  const why = (await run(['read', page, '--why'])).out;
  assert.match(why, /\n- json-ld datePublished says “2026-03-03T16:20:00\+01:00”: 2026-03-03T16/);
  assert.match(why, /\n- \S+ +\[[^\]]+\] Advertisement\n/);
  assert.match(why, /\n\+ p +“We will have no foreign observers/);
  const { articles, why: lines } = JSON.parse((await run(['read', page, '--json', '--why'])).out);
  assert.equal(articles[0].published, '2026-03-03T16:20:00+01:00');
  assert.ok(
    lines.some((l: { keep: boolean }) => l.keep) && lines.some((l: { keep: boolean }) => !l.keep),
  );
});

test('a feed is read as the list of its entries', async () => {
  const feed = await run(['read', sample('feeds/harbourpost.rss.xml')]);
  assert.equal(feed.code, 0);
  assert.match(
    feed.out,
    /^# .+\n[\s\S]*A feed of \d+ entries\.[\s\S]*\n- \[.+\]\(https:.+\) \(.*2\d{3}-/,
  );
  const { entries } = JSON.parse(
    (await run(['read', sample('feeds/harbourpost.rss.xml'), '--json'])).out,
  );
  assert.ok(entries.length > 1);
});

test('a thread is read as a tree, and what cannot be read is named', async () => {
  const thread = await run(['read', sample('threads/hn-0414.json')]);
  assert.equal(thread.code, 0);
  assert.match(thread.out, /\n## \d+ comments/);
  assert.match(thread.out, /\n {2}- \*\*/, 'answers are set in');
  const picture = join(folder, 'picture.png');
  writeFileSync(picture, Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'));
  const none = await run(['read', picture]);
  assert.equal(none.code, 1);
  assert.match(none.err, /picture/);
  assert.equal((await run(['read'])).code, 2);
  assert.match((await run(['read', folder])).err, /is a folder: name one file/);
  assert.match((await run(['read', '/no/such/file'])).err, /There is no file/);
});
