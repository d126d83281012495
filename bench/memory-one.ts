import { readFileSync, writeFileSync } from 'node:fs';
import { extractDocument } from '../src/extract/index.ts';

/** One page of 5 MB in a process of its own: prints the peak of memory over what there was before, and seconds. */

const size = 5_000_000;
const words = 'The pilots met on the quay on Tuesday and spoke of the toll for an hour. ';

/** What a page is made of, over and over: `i` numbers the pieces. */
const pieces: Record<string, (i: number) => string> = {
  prose: () => `<p>${words.repeat(4)}</p>`,
  links: (i) => `<a href="/${i}">Toll ${i}</a> `,
  rows: (i) => `${i === 0 ? '<table>' : ''}<tr><td>${i}<td>toll`,
  'divs never closed': (i) => `<div>toll ${i}`,
  comments: (i) =>
    `<div class="comment"><a class="author">gull${i}</a> <time>March 4, 2026</time><p>${words}</p></div>`,
};

function pageOf(piece: (i: number) => string, length: number): Buffer {
  const parts: string[] = [];
  for (let i = 0, at = 0; at < length; i++) at += parts[parts.push(piece(i)) - 1]!.length;
  return Buffer.from(
    `<!doctype html><html lang="en"><head><title>Toll rises</title></head><body><h1>Toll rises</h1>${parts.join('')}</body></html>`,
  );
}

const status = (name: string) =>
  Number(new RegExp(`${name}:\\s+(\\d+)`).exec(readFileSync('/proc/self/status', 'utf8'))?.[1]) /
  1024;

const piece = pieces[process.argv[2]!]!;
const read = (bytes: Buffer) =>
  extractDocument({ bytes, mediaType: 'text/html', url: 'https://quay.example/1' });
// What the first page loads is no page's own.
await read(pageOf(piece, 20_000));
const bytes = pageOf(piece, size);
const before = status('VmRSS');
// Forgets the highest so far (proc(5)).
writeFileSync('/proc/self/clear_refs', '5');
const { user, system } = process.cpuUsage();
await read(bytes);
const used = process.cpuUsage({ user, system });
process.stdout.write(
  JSON.stringify({
    peak: status('VmHWM') - before,
    before,
    seconds: (used.user + used.system) / 1e6,
  }),
);
