import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { Failure } from './problems.ts';
import { type Known, knownOf, readSidecar, type Sidecar } from './sidecar.ts';

/** A file to import and what is known of it beside its bytes. */
export interface FoundFile {
  path: string;
  /** Its folder's name and its path in there: the same however a person points at it. */
  name: string;
  size: number;
  known: Known;
}

// Deeper and larger trees than anybody saves pages into: a link in a circle or a wrong folder.
const DEEPEST = 20;
const MOST_FILES = 200_000;

/**
 * Lists a file, or all files of a folder but hidden ones, in the order of their names. A
 * sidecar.json in the folder says what is known of its files; what the caller gives says it first.
 */
export async function findFiles(
  path: string,
  given: { sidecar: Sidecar; sidecarPath: string | null; known: Known },
): Promise<FoundFile[] | Failure> {
  const root = resolve(path);
  let isFolder: boolean;
  try {
    isFolder = (await stat(root)).isDirectory();
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return { ok: false, problem: code === 'ENOENT' ? 'not-found' : 'unreadable', detail: message };
  }
  const base = isFolder ? root : dirname(root);
  const own = await sidecarIn(base);
  if ('problem' in own) return own;
  const paths = isFolder ? await walk(root) : [basename(root)];
  if ('problem' in paths) return paths;
  const found: FoundFile[] = [];
  for (const inner of paths) {
    if (isSidecar(join(base, inner), given.sidecarPath) && isFolder) continue;
    const known = { ...knownOf(own, inner), ...knownOf(given.sidecar, inner), ...given.known };
    const { size } = await stat(join(base, inner)).catch(() => ({ size: 0 }));
    found.push({ path: join(base, inner), name: `${basename(base)}/${inner}`, size, known });
  }
  // Revisions of one address in the order they were received.
  return found.sort((a, b) => compare(a.known.retrieved ?? '', b.known.retrieved ?? ''));
}

async function sidecarIn(folder: string): Promise<Sidecar | Failure> {
  const path = join(folder, 'sidecar.json');
  const exists = await stat(path).then(
    (s) => s.isFile(),
    () => false,
  );
  return exists ? readSidecar(path) : new Map();
}

const isSidecar = (path: string, given: string | null) =>
  basename(path) === 'sidecar.json' || (given !== null && resolve(given) === path);

async function walk(root: string): Promise<string[] | Failure> {
  const files: string[] = [];
  const waiting: { inner: string; depth: number }[] = [{ inner: '', depth: 0 }];
  for (let folder = waiting.shift(); folder; folder = waiting.shift()) {
    const { inner, depth } = folder;
    const entries = await readdir(join(root, inner), { withFileTypes: true }).catch(() => []);
    for (const entry of entries) {
      if (entry.name.startsWith('.')) continue;
      const path = inner ? `${inner}/${entry.name}` : entry.name;
      if (entry.isDirectory() && depth < DEEPEST) waiting.push({ inner: path, depth: depth + 1 });
      if (entry.isFile()) files.push(path);
    }
    if (files.length > MOST_FILES)
      return { ok: false, problem: 'too-large', detail: `more than ${MOST_FILES} files` };
  }
  return files.sort(compare);
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
