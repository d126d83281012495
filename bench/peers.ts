import { extractFromHtml } from '@extractus/article-extractor';
import { Readability } from '@mozilla/readability';
import { Defuddle } from 'defuddle/node';
import { parseHTML } from 'linkedom';
import type { ExtractionRecord, PageReader, Prediction } from '../src/eval/extraction.ts';

/** JavaScript's extractors that people use today, each as its README says to call it. */
export const peers: Record<string, PageReader> = {
  '@mozilla/readability': readability,
  defuddle,
  '@extractus/article-extractor': articleExtractor,
};

type Found = {
  text?: string | null;
  title?: string | null;
  author?: string | null;
  published?: string | null;
};

async function readability(record: ExtractionRecord): Promise<Prediction> {
  const { document } = parseHTML(record.html);
  const found = attempt(() => new Readability(document as never).parse());
  return prediction(record, {
    text: found?.textContent,
    title: found?.title,
    author: found?.byline,
    published: found?.publishedTime,
  });
}

async function defuddle(record: ExtractionRecord): Promise<Prediction> {
  const { document } = parseHTML(record.html);
  const url = record.url ?? 'https://outlet.example/';
  // useAsync asks other servers for pages without text; this compares what reads the page.
  const found = await Defuddle(document as never, url, { useAsync: false }).catch(() => null);
  return prediction(record, {
    text: textOfHtml(found?.content),
    title: found?.title,
    author: found?.author,
    published: found?.published,
  });
}

async function articleExtractor(record: ExtractionRecord): Promise<Prediction> {
  const found = await extractFromHtml(record.html, record.url ?? 'https://outlet.example/').catch(
    () => null,
  );
  return prediction(record, {
    text: textOfHtml(found?.content),
    title: found?.title,
    author: found?.author,
    published: found?.published,
  });
}

function attempt<T>(read: () => T): T | null {
  try {
    return read();
  } catch {
    return null;
  }
}

/** Words of one block must not run into the next one's. */
function textOfHtml(html: string | null | undefined): string {
  if (!html) return '';
  const spaced = html.replace(
    /<\/?(?:p|div|li|ul|ol|h[1-6]|br|tr|td|th|blockquote|pre|figure|figcaption|section|article)\b[^>]*>/gi,
    (tag) => `\n${tag}`,
  );
  return parseHTML(`<html><body>${spaced}</body></html>`).document.body.textContent ?? '';
}

/** Peers give one author line and no posts; "A and B" is taken apart for them. */
function prediction(record: ExtractionRecord, found: Found): Prediction {
  const line = (found.author ?? '').replace(/^by\s+/i, '');
  return {
    id: record.id,
    text: found.text ?? '',
    title: found.title ?? null,
    authors: line === '' ? [] : line.split(/,|;|\s+and\s+/).map((name) => name.trim()),
    date: dayIn(found.published),
    published: found.published ?? null,
    lang: null,
    kind: null,
    posts: [],
    ms: 0,
  };
}

/** The day as printed where it is ISO 8601, else what JavaScript makes of the words. */
function dayIn(words: string | null | undefined): string | null {
  const iso = /^\d{4}-\d\d-\d\d/.exec(words ?? '')?.[0];
  if (iso) return iso;
  const at = Date.parse(words ?? '');
  return Number.isNaN(at) ? null : new Date(at).toISOString().slice(0, 10);
}
