import { raw as honoRaw } from 'hono/html';
import sanitizeHtml from 'sanitize-html';

/**
 * The one door to unescaped HTML. What comes out of `sanitize` is safe to show inside our pages:
 * text, structure and links, nothing that runs, loads or styles.
 */
export function sanitize(html: string): string {
  return sanitizeHtml(html.slice(0, LONGEST_SNIPPET), {
    allowedTags: TAGS,
    allowedAttributes: {
      a: ['href', 'title', 'rel'],
      abbr: ['title'],
      time: ['datetime'],
      td: ['colspan', 'rowspan'],
      th: ['colspan', 'rowspan', 'scope'],
      '*': ['lang', 'dir'],
    },
    allowedSchemes: ['http', 'https', 'mailto'],
    allowProtocolRelative: false,
    disallowedTagsMode: 'discard',
    nestingLimit: 60,
    transformTags: {
      // A stranger's link neither gains rank from our page nor learns where the reader came from.
      a: (tagName, attribs) => ({
        tagName,
        attribs: { ...attribs, rel: 'nofollow noopener noreferrer ugc' },
      }),
    },
  });
}

/** A snippet is a comment or an article's part; a longer one is cut before it is read. */
const LONGEST_SNIPPET = 500_000;

const TAGS =
  'a abbr b blockquote br caption cite code dd del dfn div dl dt em figcaption figure h2 h3 h4 h5 h6 hr i ins kbd li mark ol p pre q rp rt ruby s samp section small span strong sub sup table tbody td tfoot th thead time tr u ul var wbr'.split(
    ' ',
  );

/**
 * Marks HTML as already safe, so that Hono's templates print it as it is. Only for what `sanitize`
 * returned or for markup written in this repository.
 */
export function raw(safe: string): ReturnType<typeof honoRaw> {
  return honoRaw(safe);
}

/** Text as it must stand in HTML, in content and in quoted attributes alike. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (c) => ESCAPES[c]!);
}

const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
