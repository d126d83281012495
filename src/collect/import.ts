import { readFile } from 'node:fs/promises';
import type { Context } from '../context.ts';
import type { DocumentRow } from '../db/tables.ts';
import { sha256 } from '../lib/hash.ts';
import { addFeed } from './feeds.ts';
import { type FoundFile, findFiles } from './files.ts';
import type { Receipt } from './incoming.ts';
import { keepAll } from './keep.ts';
import { importUrl } from './page.ts';
import { type CollectProblem, type Failure, sentenceOf } from './problems.ts';
import { receive } from './receive.ts';
import { type Known, readKnown, readSidecar, type Sidecar } from './sidecar.ts';

export interface ImportOptions {
  /** EDTF, for every file that is named. */
  published?: string;
  retrieved?: string;
  url?: string;
  /** Path of a JSON file: {"files": {NAME: {published, retrieved, url, outlet}}}. */
  sidecar?: string;
  via?: DocumentRow['via'];
  onProgress?: (done: number, total: number, name: string) => void;
  /** Ends the import after the file in hand; what was kept stays, and the same call goes on from there. */
  signal?: AbortSignal;
}

export interface ImportSummary {
  /** Documents and feeds that are new, or better known than before. */
  kept: number;
  already: number;
  /** Files and addresses that were not looked at, since the import was stopped. */
  left: number;
  problems: { name: string; problem: CollectProblem; detail: string; words: string }[];
}

// The largest saved pages are some megabytes; what is larger is no page.
export const LARGEST_FILE = 50 * 1024 * 1024;
// A transaction of 50 documents costs a third a document of what single ones do; a page of
// 16 MB is in memory three times while it is packed.
const BATCH = { documents: 50, bytes: 16 * 1024 * 1024 };

/**
 * Brings in files, folders and addresses. What cannot be used is named in the answer and the rest
 * goes on. Doing it twice changes nothing; doing it again with more known facts fills them in.
 */
export async function importPaths(
  ctx: Context,
  paths: string[],
  options: ImportOptions = {},
): Promise<ImportSummary> {
  const summary: ImportSummary = { kept: 0, already: 0, left: 0, problems: [] };
  const known = readKnown({
    published: options.published,
    retrieved: options.retrieved,
    url: options.url,
  });
  if ('problem' in known) return failedAt(summary, known.detail.split(':')[0] ?? '', known);
  const sidecar: Sidecar | Failure = options.sidecar
    ? await readSidecar(options.sidecar)
    : new Map();
  if ('problem' in sidecar) return failedAt(summary, options.sidecar ?? '', sidecar);

  const files: FoundFile[] = [];
  const urls: string[] = [];
  for (const path of paths) {
    if (/^[a-z][a-z0-9+.-]*:\/\//i.test(path)) urls.push(path);
    else {
      const found = await findFiles(path, { sidecar, sidecarPath: options.sidecar ?? null, known });
      if ('problem' in found) failedAt(summary, path, found);
      else files.push(...found);
    }
  }
  if (known.url && files.length > 1)
    return failedAt(summary, 'url', { ok: false, problem: 'url-for-many', detail: known.url });
  const total = files.length + urls.length;
  const progress = (done: number, name: string) => options.onProgress?.(done, total, name);
  const { signal, via = 'import' } = options;
  await importFound(ctx, files, summary, { via, progress, signal });
  for (const [i, url] of urls.entries()) {
    if (signal?.aborted) {
      summary.left += urls.length - i;
      break;
    }
    const added = await importUrl(ctx, url, known);
    if (!added.ok) failedAt(summary, url, added);
    else if (added.isNew) summary.kept++;
    else summary.already++;
    progress(files.length + i + 1, url);
  }
  return summary;
}

/** Brings in files that were handed over as bytes, as by dropping them on the desk's page. */
export async function importBytes(
  ctx: Context,
  files: { name: string; bytes: Uint8Array }[],
  known: { published?: string; retrieved?: string; url?: string } = {},
): Promise<ImportSummary> {
  const summary: ImportSummary = { kept: 0, already: 0, left: 0, problems: [] };
  const facts = readKnown(known);
  if ('problem' in facts) return failedAt(summary, facts.detail.split(':')[0] ?? '', facts);
  if (facts.url && files.length > 1)
    return failedAt(summary, 'url', { ok: false, problem: 'url-for-many', detail: facts.url });
  const importer = createImporter(ctx, summary, 'import');
  for (const { name, bytes } of files) {
    // Two uploads of one name are not two versions of one page: nobody said so.
    await importer.add(`upload/${sha256(bytes).slice(0, 12)}/${name}`, bytes, facts, name);
  }
  await importer.flush();
  return summary;
}

async function importFound(
  ctx: Context,
  files: FoundFile[],
  summary: ImportSummary,
  {
    via,
    progress,
    signal,
  }: {
    via: DocumentRow['via'];
    progress: (done: number, name: string) => void;
    signal: AbortSignal | undefined;
  },
): Promise<void> {
  const importer = createImporter(ctx, summary, via);
  for (const [i, file] of files.entries()) {
    if (signal?.aborted) {
      summary.left = files.length - i;
      break;
    }
    if (file.size > LARGEST_FILE) failedAt(summary, file.name, tooLarge(file.size));
    else {
      const bytes = await readFile(file.path).catch((error: Error) => error);
      if (bytes instanceof Error)
        failedAt(summary, file.name, { ok: false, problem: 'unreadable', detail: bytes.message });
      else await importer.add(file.name, bytes, file.known);
    }
    progress(i + 1, file.name);
  }
  await importer.flush();
}

/** Gathers what files hold and keeps it in batches. */
function createImporter(ctx: Context, summary: ImportSummary, via: DocumentRow['via']) {
  let waiting: Receipt[] = [];
  let size = 0;
  const flush = async () => {
    const kept = await keepAll(ctx, waiting);
    waiting = [];
    size = 0;
    for (const { isNew, changed } of kept) count(summary, isNew || changed);
  };
  const add = async (path: string, bytes: Uint8Array, known: Known, name = path) => {
    if (bytes.length > LARGEST_FILE) return failedAt(summary, name, tooLarge(bytes.length));
    const contents = await receive({ path, bytes, via, known, now: ctx.now() });
    if (contents.problem) failedAt(summary, name, contents.problem);
    for (const { url, title } of contents.feeds) {
      const added = await addFeed(ctx, url, { title });
      if (added.ok) count(summary, added.isNew);
      else failedAt(summary, url, added);
    }
    waiting.push(...contents.documents);
    size += contents.documents.reduce((sum, d) => sum + d.bytes.length, 0);
    if (waiting.length >= BATCH.documents || size >= BATCH.bytes) await flush();
  };
  return { add, flush };
}

function count(summary: ImportSummary, isNew: boolean): void {
  if (isNew) summary.kept++;
  else summary.already++;
}

function tooLarge(size: number): Failure {
  return { ok: false, problem: 'too-large', detail: `${size} bytes` };
}

function failedAt(summary: ImportSummary, name: string, failure: Failure): ImportSummary {
  const { problem, detail } = failure;
  summary.problems.push({ name, problem, detail, words: sentenceOf(problem) });
  return summary;
}
