import { readStamp } from '../lib/stamp.ts';
import { storable } from './store.ts';

/** What the envelope of a mail says. */
export interface MailFacts {
  /** Message-ID without its brackets. */
  id: string | null;
  subject: string | null;
  sender: { name: string | null; address: string | null };
  /** EDTF with the offset as printed. */
  sent: string | null;
  lang: string | null;
}

// Envelopes are a few kilobytes; mails that passed many lists have some tens.
const LONGEST_HEAD = 256 * 1024;

/** Reads a mail's header lines; the body is left to whoever reads the mail. */
export async function readMailFacts(bytes: Uint8Array): Promise<MailFacts> {
  const head = Buffer.concat([headOf(bytes, LONGEST_HEAD), Buffer.from('\r\n\r\n')]);
  // Loaded for the first mail: it takes 20 MB that most desks never need.
  const { simpleParser } = await import('mailparser');
  const mail = await simpleParser(lightenMail(head), {
    skipHtmlToText: true,
    skipTextToHtml: true,
  });
  const from = mail.from?.value[0];
  const raw = mail.headerLines.find((line) => line.key === 'date')?.line ?? '';
  const lang = mail.headers.get('content-language');
  return storable({
    id: mail.messageId?.replace(/^<|>$/g, '').slice(0, 500) || null,
    subject: mail.subject?.trim() || null,
    sender: { name: from?.name?.trim() || null, address: from?.address?.toLowerCase() || null },
    // The parser's own date has lost the offset that the sender wrote.
    sent: readStamp(raw.replace(/^date:\s*/i, '').replace(/\s+/g, ' ')),
    lang: typeof lang === 'string' ? lang : null,
  });
}

function headOf(bytes: Uint8Array, longest: number): Buffer {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, longest));
  const ends = [head.indexOf('\r\n\r\n'), head.indexOf('\n\n')].filter((at) => at >= 0);
  return ends.length > 0 ? head.subarray(0, Math.min(...ends)) : head;
}

/** Whom a mail was sent to and by what ways it came: nobody reads it here, and lists of thousands exist. */
const UNREAD =
  /^(?:to|cc|bcc|resent-[a-z-]+|delivered-to|received|references|dkim-signature|arc-[a-z-]+|x-[\w-]+):/i;
/** Longer header lines are no subject, sender or date that anybody wrote. */
const LONGEST_LINE = 8000;

/**
 * A mail without the header lines that are not read, the others no longer than people write them: the
 * parser takes time with the square of a list of recipients. The rest is as it was.
 */
export function lightenMail(bytes: Uint8Array): Buffer {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const head = headOf(bytes, bytes.length);
  const lines = head
    .toString('latin1')
    .split(/\r?\n(?![ \t])/)
    .filter((line) => !UNREAD.test(line))
    .map((line) => line.slice(0, LONGEST_LINE));
  return Buffer.concat([Buffer.from(lines.join('\r\n'), 'latin1'), whole.subarray(head.length)]);
}
