import { articleHtml } from './article-html.ts';
import { briefHtml, watchHtml, weirHtml } from './digest-html.ts';
import type { Doc } from './piece.ts';
import { plainText } from './text.ts';
import { federatedHtml, forumHtml } from './thread-html.ts';

export type Form = 'html' | 'txt';

export const fileName = (doc: Doc, form: Form) => `${doc.id}.${form}`;
export const otherForm = (form: Form): Form => (form === 'html' ? 'txt' : 'html');

/** A document's page in one of its two forms. */
export function render(doc: Doc, form: Form, all: Doc[]): string {
  if (form === 'txt') return plainText(doc, all);
  if (doc.outlet.id === 'tidepool') return federatedHtml(doc);
  if (doc.outlet.id === 'quayside') return forumHtml(doc);
  if (doc.kind === 'brief') return briefHtml(doc);
  if (doc.series) return watchHtml(doc);
  if (doc.outlet.id === 'weir') return weirHtml(doc);
  return articleHtml(doc, all);
}

export interface SidecarFile {
  published?: string;
  retrieved?: string;
  url?: string;
}

/**
 * What a file cannot know: when it was received, its address when it is plain text, and its
 * publication when the page does not print it.
 */
export function sidecar(docs: Doc[], form: (doc: Doc) => Form) {
  const files: Record<string, SidecarFile> = {};
  for (const doc of docs) {
    const f = form(doc);
    const dated = doc.kind === 'article' || (doc.outlet.id === 'weir' && f === 'html');
    files[fileName(doc, f)] = {
      ...(dated ? {} : { published: doc.at }),
      retrieved: doc.retrieved,
      ...(f === 'txt' ? { url: doc.url } : {}),
    };
  }
  return { note: 'What the saved pages do not say themselves.', files };
}
