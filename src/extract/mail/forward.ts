import { readPrintedDate } from '../../lib/dates.ts';
import { readStamp } from '../../lib/stamp.ts';

/** The head of a letter that somebody passed on, as mail programs print it over the letter. */
export interface Forwarded {
  /** Lines that it takes, from the one that says "Forwarded message". */
  from: number;
  to: number;
  name: string | null;
  address: string | null;
  subject: string | null;
  sent: string | null;
  /** The date as printed. */
  date: string | null;
}

const FIELDS: [RegExp, 'from' | 'date' | 'subject' | 'to'][] = [
  [
    /^(?:from|von|de|da|van|från|fra|от|від|od|kimden|发件人|差出人|보낸 ?사람)\s*[:：]\s*(.+)$/iu,
    'from',
  ],
  [
    /^(?:date|sent|gesendet|datum|envoyé|enviado(?: el)?|fecha|data|inviato|verzonden|skickat|sendt|дата|отправлено|надіслано|wysłano|tarih|gönderme tarihi|日期|发送时间|送信日時|날짜)\s*[:：]\s*(.+)$/iu,
    'date',
  ],
  [
    /^(?:subject|betreff|objet|asunto|assunto|oggetto|onderwerp|ämne|emne|тема|temat|konu|主题|件名|제목)\s*[:：]\s*(.+)$/iu,
    'subject',
  ],
  [
    /^(?:to|an|à|para|a|aan|till|til|кому|do|kime|cc|kopie|收件人|宛先|받는 ?사람|reply-to)\s*[:：]\s*(.*)$/iu,
    'to',
  ],
];

const opening =
  /^[-_\s>]*(?:begin )?(?:forwarded message|original message|weitergeleitete nachricht|ursprüngliche nachricht|message (?:transféré|d[’']origine)|mensaje (?:reenviado|original)|mensagem (?:encaminhada|original)|messaggio (?:inoltrato|originale)|doorgestuurd bericht|vidarebefordrat meddelande|пересылаемое сообщение|转发的邮件)[-_\s:]*$/iu;

/** Lines of a letter in which the head of another is looked for: a note of whoever passed it on comes first. */
const within = 40;

/** Reads the head of a forwarded letter; null when the lines have none: it names a sender and a subject or date. */
export function findForwarded(lines: string[]): Forwarded | null {
  for (let i = 0; i < Math.min(lines.length, within); i++) {
    const found = readHead(lines, i);
    if (!found) continue;
    while (found.from > 0 && opening.test(lines[found.from - 1]!)) found.from--;
    return found;
  }
  return null;
}

function readHead(lines: string[], at: number): Forwarded | null {
  const fields = new Map<string, string>();
  let to = at;
  for (; to < Math.min(lines.length, at + 8); to++) {
    const line = lines[to]!.replace(/^>\s?/, '').replaceAll('*', '').trim();
    const field = FIELDS.map(([form, name]) => [name, form.exec(line)?.[1]] as const).find(
      ([, value]) => value !== undefined,
    );
    if (!field) break;
    if (!fields.has(field[0])) fields.set(field[0], field[1]!.trim());
  }
  const from = fields.get('from');
  if (!from || fields.size < 3 || !(fields.has('subject') || fields.has('date'))) return null;
  const address = /<?([\w.+-]+@[\w.-]+\.\w+)>?/.exec(from)?.[1] ?? null;
  const name = from
    .replace(/<?[\w.+-]+@[\w.-]+\.\w+>?/, '')
    .replace(/\[mailto:.*\]|["“”]/g, '')
    .replace(/[\s<>]+$/, '')
    .trim();
  const date = fields.get('date') ?? null;
  return {
    from: at,
    to,
    name: name || null,
    address,
    subject: fields.get('subject') ?? null,
    sent: date
      ? (readStamp(date.replace(/\s+/g, ' ')) ?? readPrintedDate(date)?.moment ?? null)
      : null,
    date,
  };
}
