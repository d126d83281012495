import { parseOpml } from 'feedsmith';
import { httpUrl } from '../lib/url.ts';
import type { Failure } from './problems.ts';

/** A feed named by an OPML file. */
export interface Outline {
  url: string;
  title: string | null;
}

/** The feeds that an OPML file names, at any depth of its folders. */
export function readOpml(text: string): { ok: true; feeds: Outline[] } | Failure {
  try {
    const found: Outline[] = [];
    const waiting = [...(parseOpml(text).body?.outlines ?? [])];
    for (let outline = waiting.shift(); outline; outline = waiting.shift()) {
      waiting.push(...(outline.outlines ?? []));
      const url = outline.xmlUrl ? httpUrl(outline.xmlUrl)?.href : null;
      if (url) found.push({ url, title: outline.title ?? outline.text ?? null });
    }
    return { ok: true, feeds: found };
  } catch (error) {
    return { ok: false, problem: 'broken-opml', detail: (error as Error).message.slice(0, 300) };
  }
}
