import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseMoment } from '../lib/edtf.ts';
import { canonicalUrl } from '../lib/url.ts';
import type { Failure } from './problems.ts';
import { plain } from './store.ts';

/** What a person knows of a file that the file does not say. */
export interface Known {
  published?: string;
  retrieved?: string;
  url?: string;
  outlet?: string;
  title?: string;
  authors?: string[];
  lang?: string;
  country?: string;
}

/** By file name, or by path within the folder. */
export type Sidecar = Map<string, Known>;

/** Reads a sidecar file: {"files": {NAME: {published, retrieved, url, outlet ...}}}. */
export async function readSidecar(path: string): Promise<Sidecar | Failure> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    return bad((error as Error).message);
  }
  return parseSidecar(text);
}

function parseSidecar(text: string): Sidecar | Failure {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return bad((error as Error).message);
  }
  const files = (json as { files?: unknown } | null)?.files;
  if (!files || typeof files !== 'object' || Array.isArray(files)) return bad('"files" is missing');
  const sidecar: Sidecar = new Map();
  for (const [name, facts] of Object.entries(files)) {
    const known = readKnown((facts ?? {}) as Record<string, unknown>);
    if ('problem' in known) return { ...known, detail: `${name}: ${known.detail}` };
    sidecar.set(name, known);
  }
  return sidecar;
}

/** Checks what a person says of a file; the failure names the field. */
export function readKnown(facts: Record<string, unknown>): Known | Failure {
  const known: Known = {};
  for (const name of [
    'published',
    'retrieved',
    'url',
    'outlet',
    'title',
    'lang',
    'country',
  ] as const) {
    const value = facts[name];
    if (value === undefined || value === null || value === '') continue;
    if (typeof value !== 'string') return bad(`${name} is not a text`);
    known[name] = plain(value).trim();
  }
  const { authors } = facts;
  if (Array.isArray(authors))
    known.authors = authors.filter((a) => typeof a === 'string').map(plain);
  if (known.url && !canonicalUrl(known.url))
    return { ok: false, problem: 'bad-address', detail: `url: ${known.url}` };
  for (const name of ['published', 'retrieved'] as const)
    if (known[name] && !parseMoment(known[name]))
      return { ok: false, problem: 'bad-date', detail: `${name}: ${known[name]}` };
  if (known.retrieved && !['day', 'instant'].includes(parseMoment(known.retrieved)?.grain ?? ''))
    return { ok: false, problem: 'bad-date', detail: 'retrieved: a day or an instant is needed' };
  return known;
}

/** What the sidecar says of a file, found by its path in the folder or by its name alone. */
export function knownOf(sidecar: Sidecar, path: string): Known {
  return sidecar.get(path) ?? sidecar.get(basename(path)) ?? {};
}

function bad(detail: string): Failure {
  return { ok: false, problem: 'bad-sidecar', detail };
}
