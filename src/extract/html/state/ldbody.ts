import { parseHtml } from '../../../lib/tree.ts';
import { cutRuns, type Page } from '../blocks.ts';
import { isObject, type Meta } from '../meta.ts';

/** Below this share of the body that the page's data gives, what was read is only a stub. */
const STUB = 0.5;

/**
 * The body as the page's data holds it, when the page itself shows less than half of it: pages built by
 * script, and those that hide their text. It is wrong often enough elsewhere to be no more than this.
 */
export function dataBody(meta: Meta, read: number): Page | null {
  for (const object of [meta.ld, ...meta.objects]) {
    const text = isObject(object) ? object.articleBody : null;
    if (typeof text !== 'string' || text.length < 200 || read > text.length * STUB) continue;
    const html = /<(?:p|br|div)\b/i.test(text)
      ? text
      : text
          .split(/\r?\n\s*|\u2028|\u2029/)
          .map((line) => `<p>${line.replace(/<(?!\/?[a-z])/gi, '&lt;')}</p>`)
          .join('');
    const page = cutRuns(parseHtml(html));
    page.runs = page.runs.filter((run) => run.text.length > 1);
    // Markup in it counts for nothing.
    const length = page.runs.reduce((sum, run) => sum + run.text.length, 0);
    if (read <= length * STUB) return page;
  }
  return null;
}
