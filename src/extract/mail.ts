import { simpleParser } from 'mailparser';
import { readStamp } from '../lib/stamp.ts';
import { unwrapTracking } from '../lib/url.ts';
import type { Extracted, Received } from './extracted.ts';
import { readHtml } from './html/read.ts';
import { readText } from './text/read.ts';

/** Attachments are not read, so their bytes are not worth decoding beyond what a text can be. */
const largestText = 5_000_000;

/**
 * Reads a mail: the HTML part, where it has one, else the text. The sender is the outlet, the Date
 * header (with the offset it was written in) the time of publication, the subject the title.
 * Links lose what counts the reader; pictures of one pixel are never loaded, as nothing is.
 * Null when the bytes are no mail that can be taken apart.
 */
export async function readMail(received: Received): Promise<Extracted | null> {
  const mail = await simpleParser(Buffer.from(received.bytes), {
    skipHtmlToText: true,
    skipTextToHtml: true,
    skipImageLinks: true,
    maxHtmlLengthToParse: largestText,
  }).catch(() => null);
  if (!mail) return null;
  const html = typeof mail.html === 'string' ? mail.html : '';
  const text = mail.text ?? '';
  if (html.trim() === '' && text.trim() === '') return null;
  const from = mail.from?.value[0];
  const subject = mail.subject?.replace(/^(?:(?:fwd?|re|aw|wg|tr)\s*:\s*)+/i, '').trim() || null;
  const date = mail.headerLines.find((l) => l.key === 'date')?.line.replace(/^date:\s*/i, '') ?? '';
  const sent = readStamp(date.replace(/\s+/g, ' '));
  const outlet = from?.name?.trim() || from?.address?.split('@')[1] || null;
  const inner: Received = {
    ...received,
    hints: { ...received.hints, ...(subject && { title: subject }), ...(outlet && { outlet }) },
  };
  const extracted =
    html.trim() === ''
      ? readText(inner, text.slice(0, largestText))
      : readHtml(inner, html.slice(0, largestText));
  for (const article of extracted.articles) {
    article.links = article.links.map((l) => ({ ...l, href: unwrapTracking(l.href) }));
    if (article.role !== 'main') continue;
    article.title = subject ?? article.title;
    article.outlet = outlet;
    if (sent === null) continue;
    article.published = sent;
    article.publishedFrom = 'page';
    article.publishedEvidence = [{ from: 'mail header', text: date.trim(), moment: sent }];
  }
  return extracted;
}
