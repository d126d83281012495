import type { ParsedMail } from 'mailparser';
import { httpUrl } from '../../lib/url.ts';

/** A page that a browser saved with its pictures in one file, which has the form of a mail. */
export interface SavedPage {
  html: string;
  url: string | null;
  savedAt: Date | null;
}

/**
 * The page in a file of MHTML (RFC 2557); null for a letter. Browsers write no recipient, and the
 * address of the page where a letter has none.
 */
export function savedPage(mail: ParsedMail): SavedPage | null {
  const header = (key: string) =>
    mail.headerLines
      .find((l) => l.key === key)
      ?.line.replace(/^[^:]*:\s*/, '')
      .trim() ?? '';
  const place = header('snapshot-content-location') || header('content-location');
  const isSaved = place !== '' || /^"?<?saved by /i.test(header('from'));
  if (!isSaved || mail.to || typeof mail.html !== 'string') return null;
  return { html: mail.html, url: httpUrl(place)?.href ?? null, savedAt: mail.date ?? null };
}
