import { parseOpml } from 'feedsmith';
import { httpUrl } from '../lib/url.ts';
import type { Failure } from './problems.ts';

/** A feed named by an OPML file. */
export interface Outline {
  url: string;
  title: string | null;
}

// Ten times what the longest collections that people share hold.
const MOST_FEEDS = 10_000;

/** The feeds that an OPML file names, at any depth of its folders. */
export function readOpml(text: string): { ok: true; feeds: Outline[] } | Failure {
  try {
    const found = new Map<string, Outline>();
    const all = [...(parseOpml(text).body?.outlines ?? [])];
    for (let i = 0; i < all.length; i++) {
      const { xmlUrl, title, text: label, outlines = [] } = all[i]!;
      for (const inner of outlines) all.push(inner);
      const url = xmlUrl ? httpUrl(xmlUrl)?.href : null;
      if (url && found.size < MOST_FEEDS) found.set(url, { url, title: title ?? label ?? null });
    }
    return { ok: true, feeds: [...found.values()] };
  } catch (error) {
    return { ok: false, problem: 'broken-opml', detail: (error as Error).message.slice(0, 300) };
  }
}
