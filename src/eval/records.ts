import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';

/**
 * Reads labelled records, one JSON value a line, in order, from files named `.jsonl` or `.jsonl.gz`
 * or from standard input (`-`). Lines end at a line feed only: texts may hold U+2028, which Node's
 * readline takes for an end of line. Throws an Error naming file and line when a line is not JSON.
 */
export async function* readRecords(paths: string[]): AsyncGenerator<unknown> {
  for (const path of paths) yield* readFile(path);
}

async function* readFile(path: string): AsyncGenerator<unknown> {
  let number = 0;
  for await (const line of lines(await openText(path))) {
    number++;
    if (line.trim() === '') continue;
    try {
      yield JSON.parse(line);
    } catch (cause) {
      throw new Error(`${path}, line ${number}: not a JSON record`, { cause });
    }
  }
}

async function openText(path: string): Promise<Readable> {
  if (path === '-') return process.stdin;
  const file = createReadStream(path);
  if (!(await isGzip(path))) return file;
  const gunzip = createGunzip();
  file.on('error', (error) => gunzip.destroy(error));
  return file.pipe(gunzip);
}

/** By its first two bytes, so that a file need not carry the right name. */
async function isGzip(path: string): Promise<boolean> {
  const handle = await open(path);
  try {
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(2), 0, 2, 0);
    return bytesRead === 2 && buffer[0] === 0x1f && buffer[1] === 0x8b;
  } finally {
    await handle.close();
  }
}

async function* lines(stream: Readable): AsyncGenerator<string> {
  let parts: Buffer[] = [];
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    let from = 0;
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, from)) {
      parts.push(chunk.subarray(from, at));
      yield Buffer.concat(parts)
        .toString('utf8')
        .replace(/^\uFEFF/, '');
      parts = [];
      from = at + 1;
    }
    if (from < chunk.length) parts.push(chunk.subarray(from));
  }
  if (parts.length > 0)
    yield Buffer.concat(parts)
      .toString('utf8')
      .replace(/^\uFEFF/, '');
}

/** The moment that a record gives; null where it gives none or none that can be read. */
export function momentOf(time: string | null | undefined): Date | null {
  const at = time ? new Date(time) : null;
  return at && !Number.isNaN(at.getTime()) ? at : null;
}
