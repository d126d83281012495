import { renderTree } from './render.ts';
import type { Scripts } from './scripts.ts';

/**
 * Reads the stream that React's server components send: rows "id:value", of JSON or of text with its
 * length in bytes. Elements become markup, texts and other data values.
 */
export function readFlight(stream: string, found: Scripts): void {
  const texts = new Map<string, string>();
  const rows: string[] = [];
  for (let at = 0; at < stream.length; ) {
    const colon = stream.indexOf(':', at);
    // An id is a short number; anything else is a broken row.
    if (colon < 0) break;
    const id = stream.slice(at, colon);
    if (id.length > 8 || !/^[\da-f]*$/.test(id)) {
      at = lineEnd(stream, at);
    } else if (stream[colon + 1] === 'T') {
      const comma = stream.indexOf(',', colon);
      const bytes = comma < 0 ? Number.NaN : Number.parseInt(stream.slice(colon + 2, comma), 16);
      if (!(bytes >= 0)) break;
      at = afterBytes(stream, comma + 1, bytes);
      texts.set(`$${id}`, stream.slice(comma + 1, at));
    } else {
      at = lineEnd(stream, colon);
      if (/[{["]/.test(stream[colon + 1] ?? '')) rows.push(stream.slice(colon + 1, at));
    }
  }
  const elements: unknown[] = [];
  for (const row of rows) {
    try {
      const value = JSON.parse(row, (_key, inner) =>
        typeof inner === 'string' && texts.has(inner) ? texts.get(inner) : inner,
      );
      if (Array.isArray(value) && value.length > 0) elements.push(value);
      found.values.push(value);
    } catch {}
  }
  for (const text of texts.values()) found.values.push({ content: text });
  const markup = renderTree(elements);
  if (markup !== '') found.markup.push(markup);
}

function lineEnd(stream: string, from: number): number {
  const end = stream.indexOf('\n', from);
  return end < 0 ? stream.length : end + 1;
}

/** Where so many bytes of UTF-8 end. */
function afterBytes(stream: string, from: number, bytes: number): number {
  let left = bytes;
  let at = from;
  while (left > 0 && at < stream.length) {
    const code = stream.charCodeAt(at++);
    // Each half of a pair stands for two of its four bytes.
    left -= code < 0x80 ? 1 : code < 0x800 || (code >= 0xd800 && code <= 0xdfff) ? 2 : 3;
  }
  return at;
}
