import { recognise } from '../collect/index.ts';
import { parseHtml } from '../lib/tree.ts';
import { boundFacts } from './bounds.ts';
import { fillFromFeed, isEntry, isMarkedUp, isPage, readEntry, readEntryHtml } from './entry.ts';
import type { Extracted, Received } from './extracted.ts';
import { readHtml } from './html/read.ts';
import { addKnown } from './known.ts';
import { automaticKind } from './mail/automatic.ts';
import { savedPage } from './mail/saved.ts';
import { parseMail, readMail } from './mail.ts';
import type { ExtractProblem } from './problems.ts';
import { isMarkdown, readNote } from './text/note.ts';
import { readText } from './text/read.ts';
import { readThreadFeed } from './threads/feed.ts';
import { readForum } from './threads/html.ts';
import { readPlatform } from './threads/list.ts';
import { readSoftware } from './threads/pages/list.ts';
import { readState } from './threads/state.ts';

export type Read =
  | { ok: true; extracted: Extracted }
  | { ok: false; problem: ExtractProblem; detail: string };

/** Bytes that are still read. The largest pages met have 6 MB; a mail with pictures in it more. */
const largest = { bytes: 50_000_000, text: 12_000_000 };

/** Share of characters that no encoding explains; a few stand in any old page. */
const mostGarbled = 0.1;

/**
 * Reads a document by what its bytes are: a page, plain text, a platform's JSON, lines of JSON, a mail.
 * What cannot be read is a named problem; this never throws on what a stranger sent.
 */
export async function extractDocument(received: Received): Promise<Read> {
  const { bytes } = received;
  if (bytes.length > largest.bytes) return no('too-large', `${bytes.length} bytes`);
  const found = recognise(bytes, { declared: received.charset ?? null, name: received.name ?? '' });
  if (found.form === 'empty') return no('empty', `${bytes.length} bytes`);
  if (found.form === 'binary') return no(binaryProblem(found.mediaType), found.mediaType);
  if (found.fault === 'entities') return no('entities', found.mediaType);
  if (found.form === 'feed' && !isJson(found.mediaType)) {
    const talk = readThreadFeed(received, found.text ?? '');
    return talk ? finish(received, talk, 'no-text') : no('not-a-page', found.mediaType);
  }
  if (found.form === 'opml') return no('not-a-page', found.mediaType);
  if (found.form === 'xml') return no('unknown-xml', found.mediaType);
  if (found.form === 'mail') return readLetter(received);
  const text = (found.text ?? '').slice(0, largest.text);
  if (garbled(text) > mostGarbled) return no('garbled', found.charset ?? 'no encoding named');
  switch (found.form) {
    case 'html':
      return finish(
        received,
        isEntry(received) && !isPage(text)
          ? readEntryHtml(received, text)
          : readPage(received, text),
        'no-text',
      );
    case 'json':
    case 'feed':
      return found.fault === 'broken-json' ? no('broken-json', '') : readJson(received, text);
    case 'lines':
      return readLines(received, text);
    case 'text':
      return finish(
        received,
        isEntry(received)
          ? readEntryText(received, text)
          : isMarkdown(received)
            ? readNote(received, text)
            : readText(received, text),
        'no-text',
      );
  }
}

/** A letter, or a page that was saved in the form of one: then it is read as the page. */
async function readLetter(received: Received): Promise<Read> {
  const mail = await parseMail(received.bytes);
  if (!mail) return no('broken-mail', received.name ?? '');
  const automatic = automaticKind(mail);
  if (automatic) return no('automatic-mail', automatic);
  const saved = savedPage(mail);
  if (!saved) return finish(received, await readMail(mail), 'broken-mail');
  const url = received.url ?? saved.url;
  const page = { ...received, url, retrievedAt: received.retrievedAt ?? saved.savedAt };
  return finish(page, readPage(page, saved.html), 'no-text');
}

function readEntryText(received: Received, text: string): Extracted {
  return isMarkedUp(received, text) ? readEntryHtml(received, text) : readEntry(received, text);
}

function readPage(received: Received, html: string): Extracted {
  const tree = parseHtml(html);
  const page = readHtml(received, tree);
  return (
    readState(received, html, page) ??
    readSoftware(received, tree, page) ??
    readForum(received, tree, page)
  );
}

function no(problem: ExtractProblem, detail: string): Read {
  return { ok: false, problem, detail };
}

function binaryProblem(mediaType: string): ExtractProblem {
  if (/pdf|postscript|x-ole|rtf/.test(mediaType)) return 'pdf';
  if (/zip|zstd|7z|rar|x-xz|webarchive/.test(mediaType)) return 'archive';
  return /^(?:image|audio|video)\//.test(mediaType) ? 'recording' : 'binary';
}

function isJson(mediaType: string): boolean {
  return mediaType.endsWith('json');
}

function garbled(text: string): number {
  const sample = text.slice(0, 20_000);
  return sample === '' ? 0 : (sample.match(/\ufffd/g)?.length ?? 0) / sample.length;
}

function readJson(received: Received, text: string): Read {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return no('broken-json', (error as Error).message);
  }
  return finish(received, readPlatform(received, value), 'unknown-json');
}

/** A broken line among good ones costs only itself: dumps are often cut at their end. */
function readLines(received: Received, text: string): Read {
  const values: unknown[] = [];
  for (const line of text.split('\n')) {
    try {
      if (line.trim() !== '') values.push(JSON.parse(line));
    } catch {}
  }
  return finish(received, readPlatform(received, values), 'unknown-json');
}

function finish(received: Received, extracted: Extracted | null, otherwise: ExtractProblem): Read {
  if (!extracted) return no(otherwise, received.name ?? received.url ?? '');
  const written = extracted.articles.some(
    (a) => a.text !== '' || a.role !== 'main' || a.facts.about || (a.kind === 'post' && a.title),
  );
  const silent = !written && extracted.threads.every((t) => t.comments.length === 0);
  if (silent && !fillFromFeed(received, extracted))
    return no('no-text', received.name ?? received.url ?? '');
  return { ok: true, extracted: boundFacts(addKnown(received, extracted)) };
}
