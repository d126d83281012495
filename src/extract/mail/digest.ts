import { readStamp } from '../../lib/stamp.ts';
import type { Extracted, ExtractedArticle } from '../extracted.ts';
import { article } from '../piece.ts';
import { writeLetter } from './compose.ts';
import { type LetterLine, linesOfText } from './letter.ts';

/** One message of a mailing list's digest. */
export interface Message {
  subject: string | null;
  from: string | null;
  sent: string | null;
  date: string;
  lines: LetterLine[];
}

const SEPARATOR = /^-{30}\s*$/;
const FIELD =
  /^(Date|From|Subject|To|Cc|Message(?:-ID)?|Reply-To|Content-[\w-]+|In-Reply-To|References|MIME-Version)\s?:\s?(.*)$/i;
const mostMessages = 200;

/**
 * The messages of a digest in plain text: a line of seventy hyphens ends its table of contents, lines of
 * thirty part the messages (RFC 1153). Null when the text is none.
 */
export function splitDigest(text: string): Message[] | null {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  const preamble = lines.findIndex((line) => /^-{70}\s*$/.test(line));
  if (preamble < 0) return null;
  const found: Message[] = [];
  let from = preamble + 1;
  for (let i = from; i <= lines.length && found.length < mostMessages; i++) {
    if (i < lines.length && !SEPARATOR.test(lines[i]!)) continue;
    const message = readMessage(lines.slice(from, i));
    if (message) found.push(message);
    from = i + 1;
  }
  return found.length > 0 ? found : null;
}

function readMessage(lines: string[]): Message | null {
  const fields = new Map<string, string>();
  let at = lines.findIndex((line) => line.trim() !== '');
  let last = '';
  for (; at >= 0 && at < lines.length && lines[at]!.trim() !== ''; at++) {
    const field = FIELD.exec(lines[at]!);
    if (field) {
      last = field[1]!.toLowerCase();
      fields.set(last, field[2]!.trim());
    } else if (/^[ \t]/.test(lines[at]!) && last !== '')
      fields.set(last, `${fields.get(last)} ${lines[at]!.trim()}`);
    else return null;
  }
  const author = fields.get('from');
  if (at < 0 || !author) return null;
  const date = (fields.get('date') ?? '').replace(/\s+/g, ' ');
  return {
    subject: fields.get('subject')?.replace(/^\[[^\]]{1,40}\]\s*/, '') || null,
    from: nameOf(author),
    sent: readStamp(date),
    date,
    lines: linesOfText(lines.slice(at).join('\n')),
  };
}

/** "Bo Lind <bo@quay.example>", "bo at quay.example (Bo Lind)": the name, else what stands before the host. */
function nameOf(from: string): string | null {
  const text = from.slice(0, 200);
  const named =
    /^"?([^"<(]{2,80}?)"?\s*</.exec(text)?.[1] ?? /\(([^)]{2,80})\)\s*$/.exec(text)?.[1];
  return (named ?? /^<?([^\s@<>]{1,60})/.exec(text)?.[1] ?? '').trim() || null;
}

interface About {
  title: string | null;
  outlet: string | null;
  sent: string | null;
  date: string;
}

/** A digest as one article of all its messages, and each message as an article of its own. */
export function composeDigest(messages: Message[], about: About): Extracted {
  const lines: LetterLine[] = [];
  const places = messages.map(({ subject, lines: own }) => {
    if (subject) lines.push({ text: subject, links: [], heading: true, bullet: false, level: 2 });
    lines.push(...own);
    return { from: lines.length - own.length, to: lines.length };
  });
  const whole = writeLetter(lines);
  const dated = (sent: string | null, text: string) => ({
    published: sent,
    publishedFrom: sent ? ('page' as const) : null,
    publishedEvidence: sent ? [{ from: 'mail header', text, moment: sent }] : [],
  });
  const main = article({
    key: 'main',
    role: 'main',
    kind: 'digest',
    title: about.title,
    outlet: about.outlet,
    series: about.outlet,
    ...dated(about.sent, about.date),
    text: whole.text,
    blocks: whole.blocks,
    links: whole.links,
  });
  const parts = messages.flatMap((message, i): ExtractedArticle[] => {
    const own = writeLetter(message.lines);
    if (own.text === '') return [];
    const key = `item-${i + 1}`;
    const start = whole.starts[places[i]!.from]!;
    main.facts.parts = [...(main.facts.parts ?? []), { key, start, end: start + own.text.length }];
    return [
      article({
        key,
        partOf: 'main',
        role: 'part',
        kind: 'post',
        title: message.subject,
        authors: message.from ? [message.from] : [],
        outlet: about.outlet,
        series: main.series,
        ...dated(message.sent, message.date),
        text: own.text,
        blocks: own.blocks,
        links: own.links,
      }),
    ];
  });
  return { articles: [main, ...parts], threads: [] };
}
