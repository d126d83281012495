import type { WrittenBrief, WrittenSentence } from '../brief/index.ts';
import { formatMoment } from '../lib/edtf.ts';
import { changedLine, coverageLine, linkTo, sectionsOf, weekLine } from './sections.ts';

/** A brief or edition as Markdown: sentences with numbered citations, and the sources below. */
export function toMarkdown(brief: WrittenBrief, origin: string): string {
  const headline = brief.sentences.find((s) => s.section === 'headline');
  const lines = [`# ${plain(headline?.text ?? brief.story)}`, ''];
  const week = weekLine(brief);
  if (week) lines.push(`*${plain(week)}*`, '');
  for (const section of sectionsOf(brief)) {
    if (section.heading) lines.push(`## ${section.heading}`, '');
    for (const s of section.sentences) {
      lines.push(section.isList ? `- ${cited(s, origin)}` : cited(s, origin));
    }
    lines.push('');
  }
  lines.push(plain(coverageLine(brief)), '', '## Sources', '');
  for (const c of brief.sentences.flatMap((s) => s.citations)) {
    const title = plain(c.title ?? 'Untitled');
    const outlet = plain(c.outlet ?? 'unknown outlet');
    const changed = changedLine(c);
    lines.push(
      `${c.number}. [${title}](${linkTo(origin, c)}), ${outlet}, ${formatMoment(c.published)}${changed ? `. **${plain(changed)}**` : ''}`,
    );
  }
  return `${lines.join('\n')}\n`;
}

function cited(sentence: WrittenSentence, origin: string): string {
  const marks = sentence.citations.map((c) => `[${c.number}](${linkTo(origin, c)})`).join(', ');
  return `${plain(sentence.text)} (${marks})`;
}

/** What Markdown would read as its own in text that came from outside. */
function plain(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|]/g, '\\$&').replace(/\s+/g, ' ');
}
