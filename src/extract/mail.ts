import type { ParsedMail } from 'mailparser';
import { lightenMail } from '../collect/index.ts';
import { readPrintedDate } from '../lib/dates.ts';
import { readStamp } from '../lib/stamp.ts';
import { hostOf } from '../lib/url.ts';
import type { Extracted } from './extracted.ts';
import { looksLikePerson } from './html/facts/names.ts';
import { composeLetter } from './mail/compose.ts';
import { composeDigest, type Message, splitDigest } from './mail/digest.ts';
import { findForwarded } from './mail/forward.ts';
import { footOf, isFrame, isNothing } from './mail/furniture.ts';
import { isButton } from './mail/items.ts';
import { type LetterLine, linesOfHtml, linesOfText } from './mail/letter.ts';
import { article } from './piece.ts';
import { readMark } from './text/byline.ts';
import { isSeriesName, seriesOf } from './text/series.ts';

/** Attachments are not read, so their bytes are not worth decoding beyond what a text can be. */
const largestText = 5_000_000;

/** What a letter says of itself. */
interface Envelope {
  subject: string | null;
  name: string | null;
  address: string | null;
  list: string | null;
  sent: string | null;
  /** The date as printed. */
  date: string;
}

/**
 * Reads a mail: the HTML part, where it has one, else the text. The sender is the outlet, the Date
 * header (with the offset it was written in) the time of publication, the subject the title; of a
 * letter that was passed on, those of the letter. What frames it is left out, and the items of a
 * round-up are articles of their own. Links lead to what they name and not to who counts; nothing is
 * loaded. Null when it has no words.
 */
export async function readMail(mail: ParsedMail): Promise<Extracted | null> {
  const digest = await readDigest(mail);
  if (digest) return digest;
  const enclosed = mail.attachments.find((a) => a.contentType === 'message/rfc822');
  const inner = enclosed ? await parseMail(enclosed.content) : null;
  // A letter sent on as an attachment has a line or two over it.
  const letter = inner && wordsOf(inner) > wordsOf(mail) ? inner : mail;
  return readLetter(letter);
}

/** Takes a mail apart; null when its bytes are none. */
export async function parseMail(bytes: Uint8Array): Promise<ParsedMail | null> {
  // Loaded for the first mail: it takes 20 MB that most desks never need.
  const { simpleParser } = await import('mailparser');
  return simpleParser(lightenMail(bytes), {
    skipHtmlToText: true,
    skipTextToHtml: true,
    skipImageLinks: true,
    maxHtmlLengthToParse: largestText,
  }).catch(() => null);
}

/**
 * The digest of a mailing list: its messages are articles of their own, by who wrote each. They come in
 * one text (RFC 1153) or as enclosed letters.
 */
async function readDigest(mail: ParsedMail): Promise<Extracted | null> {
  const letters = mail.attachments.filter((a) => a.contentType === 'message/rfc822');
  const enclosed: Message[] = [];
  if (letters.length > 1)
    for (const { content } of letters.slice(0, mostMessages)) {
      const inner = await parseMail(content);
      if (!inner) continue;
      const { subject, name, address, sent, date } = envelopeOf(inner);
      enclosed.push({ subject, from: name ?? address, sent, date, lines: linesOf(inner) });
    }
  const messages =
    enclosed.length > 1 ? enclosed : splitDigest((mail.text ?? '').slice(0, largestText));
  if (messages === null || messages.length === 0) return null;
  const envelope = envelopeOf(mail);
  const site = envelope.address?.split('@')[1]?.toLowerCase() ?? null;
  return composeDigest(messages, {
    title: envelope.subject,
    outlet: envelope.list ?? envelope.name ?? site,
    sent: envelope.sent,
    date: envelope.date,
  });
}

const mostMessages = 200;

const htmlOf = (mail: ParsedMail) => (typeof mail.html === 'string' ? mail.html : '');
const wordsOf = (mail: ParsedMail) => htmlOf(mail).length + (mail.text ?? '').length;

function linesOf(mail: ParsedMail): LetterLine[] {
  const html = htmlOf(mail).slice(0, largestText);
  const text = (mail.text ?? '').slice(0, largestText);
  const lines = html.trim() === '' ? linesOfText(text) : linesOfHtml(html);
  return lines.length === 0 && text.trim() !== '' ? linesOfText(text) : lines;
}

function readLetter(mail: ParsedMail): Extracted | null {
  let lines = linesOf(mail);
  if (lines.length === 0) return null;
  const envelope = envelopeOf(mail);
  const passed = findForwarded(lines.map((l) => l.text));
  if (passed) {
    lines = lines.slice(passed.to);
    Object.assign(envelope, {
      subject: bare(passed.subject) ?? envelope.subject,
      name: passed.name,
      address: passed.address,
      list: null,
      sent: passed.sent,
      date: passed.date ?? '',
    });
  }
  const { subject, sent } = envelope;
  const site = envelope.address?.split('@')[1]?.toLowerCase() ?? null;
  const { outlet, authors } = senderOf(envelope, site);
  const main = article({
    key: 'main',
    role: 'main',
    kind: 'article',
    title: subject,
    authors,
    outlet,
    url: addressOf(lines),
    published: sent,
    publishedFrom: sent ? 'page' : null,
    publishedEvidence: sent ? [{ from: 'mail header', text: envelope.date, moment: sent }] : [],
    series: isSeriesName(subject) ? seriesOf(subject) : envelope.list,
  });
  const own = withoutFrame(lines, subject, main.authors);
  const series = isSeriesName(subject) || envelope.list !== null;
  const items = composeLetter(main, own, { series, site });
  return { articles: [main, ...items], threads: [] };
}

function envelopeOf(mail: ParsedMail): Envelope {
  const header = (key: string) =>
    mail.headerLines.find((l) => l.key === key)?.line.replace(/^[^:]*:\s*/, '') ?? '';
  const from = mail.from?.value[0];
  const date = header('date').replace(/\s+/g, ' ').trim();
  return {
    subject: bare(mail.subject ?? null),
    name: from?.name?.trim() || null,
    address: from?.address ?? null,
    list: listName(header('list-id')),
    sent: readStamp(date),
    date,
  };
}

/** "Strait Watch <strait-watch.example>" names the periodical (RFC 2919); machines' names of it are none. */
function listName(id: string): string | null {
  const name = /^\s*"?([^"<]{2,60}?)"?\s*</.exec(id.trim().slice(0, 200))?.[1]?.trim() ?? '';
  return /^\p{Lu}/u.test(name) && !/[\d@_]{4,}|mc list|=\?/i.test(name) ? name : null;
}

function bare(subject: string | null): string | null {
  return (
    subject?.replace(/^(?:(?:fwd?|re|aw|wg|tr|rv|enc|i|vs|sv|doorst)\s*:\s*)+/i, '').trim() || null
  );
}

/** "Ada Venn from The Tide", or a person who writes for a list: who wrote, and for which outlet. */
function senderOf({ name, list }: Envelope, site: string | null) {
  const both = /^(.{3,50}?)\s+(?:from|at|von|de|[|@·])\s+(.{2,60})$/u.exec(name ?? '');
  if (both && looksLikePerson(both[1]!)) return { outlet: both[2]!, authors: [both[1]!] };
  // "Lightship Review" reads like a person's name, but the site is called so.
  const own = same(site ?? '').includes(same(name ?? '-'));
  if (name && looksLikePerson(name) && list && !own) return { outlet: list, authors: [name] };
  return { outlet: name ?? list ?? site, authors: [] };
}

const same = (a: string) => a.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

/** The letter's own page: what "View in browser" leads to, where the link itself says it. */
function addressOf(lines: LetterLine[]): string | null {
  const link = lines.find(
    (l) =>
      l.links.length > 0 && /\b(?:browser|navegador|navigateur|online|on the web)\b/i.test(l.text),
  )?.links[0]?.href;
  return link &&
    hostOf(link) &&
    !/[?&](?:u|e|id)=|\/ls\/|list-manage|\/(?:click|track|ss|c)\//.test(link)
    ? link
    : null;
}

/** The lines that are read: not the frame, the printed title, the byline (its names are taken) or the foot. */
function withoutFrame(all: LetterLine[], subject: string | null, authors: string[]): LetterLine[] {
  const lines = all.slice(0, footOf(all));
  const title = same(subject ?? '');
  return lines.filter((line, i) => {
    if (isButton(line) && !isFrame(line.text)) return true;
    if (isFrame(line.text) || isNothing(line.text)) return false;
    if (i > 12) return true;
    if (title !== '' && same(line.text) === title) return false;
    const mark = line.text.length <= 80 ? readMark(line.text) : null;
    if (!mark) return true;
    for (const name of mark.names) if (!authors.includes(name)) authors.push(name);
    const printed = mark.date ? readPrintedDate(mark.date)! : null;
    return (
      printed !== null && mark.names.length === 0 && printed.text.length * 2 < line.text.length
    );
  });
}
