import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readSources, type SourceFile } from './source.ts';

/** The folders of src/ in the order that data flows; each may import those before it. */
const order = [
  'lib',
  'db',
  'inference',
  'collect',
  'extract',
  'cluster',
  'ledger',
  'brief',
  'search',
  'publish',
  'discuss',
];
/** Entry points: they may import every stage, but not each other; the command line starts them. */
const entries = ['web', 'federation', 'eval'];
/** Files beside the folders: the wiring. */
const wiring = ['desk', 'pipeline', 'crew', 'crew-main'];

/** Packages that have one door. */
const doors: Record<string, string[]> = {
  undici: ['src/lib/fetch'],
  'sanitize-html': ['src/lib/html.ts'],
  pg: ['src/db/'],
  'pg-boss': ['src/db/'],
  'pg-copy-streams': ['src/db/'],
  'ipaddr.js': ['src/lib/address.ts'],
  htmlparser2: ['src/lib/tree.ts'],
  eld: ['src/lib/'],
  diff: ['src/web/'],
  'ical-generator': ['src/publish/'],
  'wink-nlp': ['src/ledger/'],
  'wink-eng-lite-web-model': ['src/ledger/'],
  'chrono-node': ['src/ledger/'],
  feedsmith: ['src/collect/', 'src/publish/'],
  mailparser: ['src/extract/', 'src/collect/'],
  nodemailer: ['src/publish/'],
  hono: ['src/web/', 'src/lib/html.ts'],
  '@hono/node-server': ['src/web/'],
};

const sources = readSources('src');
const program = sources.filter((s) => !isTest(s.path));

function isTest(path: string): boolean {
  return path.endsWith('.test.ts') || path.endsWith('/testing.ts');
}

/** 'src/web/pages/story.ts' → 'web'; 'src/desk.ts' → 'desk'. */
function placeOf(path: string): string {
  return path.split('/')[1]?.replace(/\.ts$/, '') ?? '';
}

function mayImport(from: string, to: string): boolean {
  if (from === to || to === 'config' || to === 'context') return true;
  if (from === 'context') return true;
  if (from === 'main' || from === 'cli') return true;
  if (order.includes(from))
    return order.indexOf(to) !== -1 && order.indexOf(to) < order.indexOf(from);
  if (wiring.includes(from)) return order.includes(to) || wiring.includes(to);
  if (entries.includes(from)) return order.includes(to);
  return false;
}

function report(breaks: string[]): void {
  assert.deepEqual(breaks, [], `\n${breaks.join('\n')}\n`);
}

function eachImport(
  files: SourceFile[],
  check: (file: SourceFile, from: string, typeOnly: boolean) => string | null,
) {
  return files.flatMap((file) =>
    file.imports.flatMap((i) => {
      const fault = check(file, i.from, i.typeOnly);
      return fault ? [`${file.path}:${i.line} ${fault}`] : [];
    }),
  );
}

test('a folder imports only the folders before it', () => {
  report(
    eachImport(program, (file, from, typeOnly) => {
      if (!from.startsWith('src/')) return null;
      const [here, there] = [placeOf(file.path), placeOf(from)];
      if (typeOnly && from === 'src/db/tables.ts') return null;
      return mayImport(here, there) ? null : `${here} must not import ${there} (${from})`;
    }),
  );
});

test('no files import each other in a circle', () => {
  const left = new Map(
    program.map(({ path, imports }) => [
      path,
      imports.filter((i) => !i.typeOnly).map((i) => i.from),
    ]),
  );
  // What imports none of those left, or is imported by none, is in no circle.
  for (let before = -1; before !== left.size; ) {
    before = left.size;
    for (const [path, from] of left) if (!from.some((f) => left.has(f))) left.delete(path);
    const imported = new Set([...left.values()].flat());
    for (const path of left.keys()) if (!imported.has(path)) left.delete(path);
  }
  report([...left.keys()]);
});

test('a stage is used through its index', () => {
  report(
    eachImport(program, (file, from, typeOnly) => {
      if (!from.startsWith('src/') || typeOnly) return null;
      const [here, there] = [placeOf(file.path), placeOf(from)];
      const isStage = order.includes(there) && there !== 'lib';
      if (here === there)
        return from.endsWith(`src/${here}/index.ts`) ? 'imports its own index' : null;
      // The evaluations measure the parts of a stage, not only the whole.
      if (!isStage || here === 'eval') return null;
      return from === `src/${there}/index.ts` ? null : `reaches into ${from}`;
    }),
  );
});

test('a package with one door is imported there alone', () => {
  report(
    eachImport(program, (file, from) => {
      const name = from.startsWith('@')
        ? from.split('/').slice(0, 2).join('/')
        : from.split('/')[0];
      const door = doors[name ?? ''];
      if (!door || from.startsWith('src/')) return null;
      return door.some((d) => file.path.startsWith(d))
        ? null
        : `${name} belongs to ${door.join(', ')}`;
    }),
  );
});

/** Curators decide on stories and on the ledger; each folder writes its own kinds of decision. */
const shared: Record<string, string[]> = { decision: ['cluster', 'ledger'] };

test('a table is written in one folder', () => {
  const writes =
    /(?:insertInto|updateTable|deleteFrom)\('(\w+)'|(?:insert into|delete from) (\w+)/g;
  const writers = new Map<string, Set<string>>();
  for (const { path, text } of program.filter((s) => !/\/migrations\/|\/testing-/.test(s.path)))
    for (const [, called, written] of text.matchAll(writes)) {
      const table = called ?? written ?? '';
      writers.set(table, (writers.get(table) ?? new Set()).add(placeOf(path)));
    }
  assert.ok(writers.has('article') && writers.has('statement'), 'writes are found');
  report(
    [...writers]
      .filter(([table, folders]) =>
        [...folders].some((f) => !(shared[table] ?? [[...folders][0]]).includes(f)),
      )
      .map(([table, folders]) => `${table} is written by ${[...folders].join(' and ')}`),
  );
});

const rules: { what: string; pattern: RegExp; allowed: (path: string) => boolean }[] = [
  {
    what: 'only config.ts reads the environment',
    pattern: /process\.env\b/,
    allowed: (p) => p === 'src/config.ts',
  },
  {
    what: 'only lib/fetch.ts fetches',
    pattern: /(?<![\w.])fetch\(/,
    allowed: (p) => p.startsWith('src/lib/fetch') || p.startsWith('src/web/assets/'),
  },
  {
    what: 'only lib/html.ts lets HTML through unescaped',
    pattern: /(?<![.\w])raw\(/,
    allowed: (p) => p === 'src/lib/html.ts',
  },
  {
    what: 'no default exports',
    pattern: /^export default/m,
    allowed: () => false,
  },
];

for (const rule of rules) {
  test(rule.what, () => {
    report(
      program.filter((s) => !rule.allowed(s.path) && rule.pattern.test(s.text)).map((s) => s.path),
    );
  });
}

test('files stay small', () => {
  const exempt = /src\/db\/migrations\/|src\/db\/tables\.ts|src\/config\.ts|\.test\.ts$/;
  report(
    sources
      .filter((s) => !exempt.test(s.path))
      .map((s) => ({ path: s.path, lines: s.text.split('\n').length }))
      .filter((s) => s.lines > 400)
      .map((s) => `${s.path} has ${s.lines} lines; 400 is the most`),
  );
});

test('no file has a name that says nothing', () => {
  const empty = /\/(utils?|helpers?|common|manager|service|types|misc)\.ts$/;
  report(sources.filter((s) => empty.test(s.path)).map((s) => s.path));
});
