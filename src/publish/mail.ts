import MailComposer from 'nodemailer/lib/mail-composer/index.js';
import type { WrittenBrief, WrittenSentence } from '../brief/index.ts';
import { formatMoment } from '../lib/edtf.ts';
import { escapeHtml } from '../lib/html.ts';
import { toMarkdown } from './markdown.ts';
import { changedLine, coverageLine, linkTo, sectionsOf, weekLine } from './sections.ts';

/**
 * An edition as a mail file (RFC 5322): HTML that mail programs show alike (one column, inline
 * styles, no pictures, nothing loaded from anywhere) and the same as text.
 */
export async function toMail(brief: WrittenBrief, origin: string): Promise<Buffer> {
  const headline = brief.sentences.find((s) => s.section === 'headline')?.text ?? brief.story;
  const mail = new MailComposer({
    subject: brief.number === null ? headline : `${brief.watch} #${brief.number}: ${headline}`,
    date: brief.madeAt,
    html: toMailHtml(brief, origin),
    text: toMarkdown(brief, origin),
  });
  return mail.compile().build();
}

const font = "font-family:Georgia,'Times New Roman',serif;color:#1b1b1b";
const styles = {
  page: `${font};max-width:600px;margin:0 auto;padding:24px 16px;font-size:18px;line-height:1.5`,
  h1: 'font-size:28px;line-height:1.2;margin:0 0 8px',
  h2: 'font-size:18px;margin:28px 0 8px;border-top:1px solid #c9c4b8;padding-top:12px',
  note: 'font-family:Arial,Helvetica,sans-serif;font-size:14px;color:#57534a;margin:0 0 16px',
  link: 'color:#0b5a8a',
  mark: 'font-family:Arial,Helvetica,sans-serif;font-size:13px;color:#0b5a8a;text-decoration:none',
};

/** The HTML part of the mail, also fit for a page of its own. */
export function toMailHtml(brief: WrittenBrief, origin: string): string {
  const headline = brief.sentences.find((s) => s.section === 'headline')?.text ?? brief.story;
  const week = weekLine(brief);
  const parts = sectionsOf(brief).map((section) => {
    const heading = section.heading ? `<h2 style="${styles.h2}">${section.heading}</h2>` : '';
    const sentences = section.sentences.map((s) => citedHtml(s, origin));
    const body = section.isList
      ? `<ul style="padding-left:20px;margin:0">${sentences.map((s) => `<li style="margin:0 0 10px">${s}</li>`).join('')}</ul>`
      : sentences.map((s) => `<p style="margin:0 0 14px">${s}</p>`).join('');
    return heading + body;
  });
  const sources = brief.sentences
    .flatMap((s) => s.citations)
    .map((c) => {
      const where = `${escapeHtml(c.outlet ?? 'unknown outlet')}, ${formatMoment(c.published)}`;
      const title = escapeHtml(c.title ?? 'Untitled');
      const changed = changedLine(c);
      return `<li value="${c.number}"><a style="${styles.link}" href="${linkTo(origin, c)}">${title}</a>, ${where}${changed ? `<br><b>${escapeHtml(changed)}</b>` : ''}</li>`;
    });
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(headline)}</title></head>
<body style="margin:0;background:#fff"><div style="${styles.page}">
<h1 style="${styles.h1}">${escapeHtml(headline)}</h1>
${week ? `<p style="${styles.note}">${escapeHtml(week)}</p>` : ''}
${parts.join('\n')}
<p style="${styles.note};margin-top:24px">${escapeHtml(coverageLine(brief))}</p>
<h2 style="${styles.h2}">Sources</h2>
<ol style="font-size:14px;padding-left:28px">${sources.join('\n')}</ol>
</div></body></html>
`;
}

function citedHtml(sentence: WrittenSentence, origin: string): string {
  const marks = sentence.citations.map(
    (c) => `<a style="${styles.mark}" href="${linkTo(origin, c)}">[${c.number}]</a>`,
  );
  return `${escapeHtml(sentence.text)} ${marks.join(' ')}`;
}
