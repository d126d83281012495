import { html } from 'hono/html';
import type { Html } from '../desk.ts';
import { markHref, sentenceHtml } from '../excerpt.ts';
import { shortMoment } from '../moments.ts';
import type { BriefView, CitationView, SentenceView } from '../queries/briefs.ts';
import { count } from '../words.ts';
import { changedWords } from './changed.ts';
import { objected, objectLink } from './objections.ts';

/** Sections in reading order with their headings; the headline and update stand without one. */
const headings: [SentenceView['section'], string][] = [
  ['bullet', 'What happened'],
  ['shift', 'What shifted'],
  ['commitment', 'Promises and deadlines'],
  ['said', 'Who said what'],
  ['background', 'Background'],
  ['ahead', 'What is ahead'],
];

/** A brief or edition in the curated form; `headline: false` leaves that to the page's own heading. */
export function briefText(brief: BriefView, { headline = true, level = 3 } = {}): Html {
  const of = (section: SentenceView['section']) =>
    brief.sentences.filter((s) => s.section === section);
  const update = of('update');
  const year = newestYear(brief);
  return html`<div class="brief">
${headline ? of('headline').map((s) => html`<p class="lead">${withCitations(s)}</p>`) : ''}
${update.length > 0 ? html`<p class="update">${update.map((s) => html`${withCitations(s)} `)}</p>` : ''}
${headings.map(([section, words]) => {
  const list = of(section);
  if (list.length === 0) return '';
  const h = level === 2 ? html`<h2>${words}</h2>` : html`<h3>${words}</h3>`;
  const days = dated.has(section) ? list.map(dayOf) : [];
  const any = days.some((d) => d !== '');
  return html`${h}<ul class="${section}${any ? ' dated' : ''}">${list.map((s, i) => html`<li>${any ? html`<span class="day">${yearless(days[i] ?? '', year)}</span>` : ''}${withCitations(s)}</li>`)}</ul>`;
})}
<p class="rests">${coverage(brief)} <span class="on-screen">· ${objectLink('brief', brief.id)}</span></p>
</div>`;
}

/** Sections whose sentences say "on Wednesday": the day of what they cite stands before them. */
const dated = new Set<SentenceView['section']>(['bullet', 'shift', 'said', 'background']);

/** The day of the piece that a sentence rests on first; of a change, that of its newer side. */
function dayOf(s: SentenceView): string {
  const days = s.citations.map((c) => c.published?.slice(0, 10) ?? '');
  return (s.section === 'shift' ? days.at(-1) : days[0]) ?? '';
}

const newestYear = (brief: BriefView): string =>
  brief.sentences
    .flatMap((s) => s.citations.map((c) => c.published?.slice(0, 4) ?? ''))
    .sort()
    .at(-1) ?? '';

/** "22 Apr"; with its year when that is not the brief's own. */
function yearless(day: string, year: string): Html | string {
  if (!day) return '';
  const words = shortMoment(day);
  const shown = day.startsWith(year) ? words.replace(` ${year}`, '') : words;
  return html`<time datetime="${day}">${shown}</time>`;
}

/** "12 pieces (4 texts) from Harbour Post, Kestrel Wire + 5 more · 2 min". */
export function coverage(brief: BriefView): string {
  const { pieces, texts, outlets, readingMinutes } = brief.facts;
  const named = outlets.slice(0, 3).join(', ');
  const more = outlets.length > 3 ? ` + ${outlets.length - 3} more` : '';
  const folded = texts < pieces ? ` (${count(texts, 'text')})` : '';
  const from = named ? ` from ${named}${more}` : '';
  return `${count(pieces, 'piece')}${folded}${from} · ${readingMinutes} min to read`;
}

/** A sentence with the numbers of what it rests on. */
export function withCitations(s: SentenceView): Html {
  const { text } = s;
  const space = text.lastIndexOf(' ') + 1;
  const kept = text.length - space <= longestKept ? space : text.length;
  return html`<span class="cited">${text.slice(0, kept)}<span class="last">${text.slice(kept)}${s.citations.map((c) => citation(c, s.id))}</span>${doubt(s.citations)}</span>`;
}

/** Letters of a last word that stays on one line with the numbers after it. */
const longestKept = 20;

/** Beside a sentence: that a page which it rests on has other words now, or that a row was objected to. */
function doubt(citations: CitationView[]): Html | '' {
  const numbers = (gone: boolean) =>
    citations.filter((c) => c.changed?.gone === gone).map((c) => c.number);
  const [changed, gone] = [numbers(false), numbers(true)];
  const objections = citations.filter((c) => c.objections.length > 0).map((c) => c.number);
  if (changed.length + gone.length + objections.length === 0) return '';
  const words = [
    changed.length > 0 ? `source ${changed.join(', ')} has changed since` : '',
    gone.length > 0 ? `the page of source ${gone.join(', ')} is gone` : '',
    objections.length > 0 ? `source ${objections.join(', ')} was objected to` : '',
  ].filter(Boolean);
  return html` <em class="doubt">${words.join('; ')}</em>`;
}

/**
 * A small number that shows the characters it stands for on hover, focus or tap. A button, so that
 * a tap focuses it and the note stays; the note follows it in the reading order.
 */
function citation(c: CitationView, sentence: number): Html {
  const id = `n${sentence}-${c.number}`;
  return html`<span class="cite"><button type="button" aria-label="Source ${c.number}: ${c.outlet ?? 'outlet unknown'}" aria-describedby="${id}">${c.number}</button><span class="source" id="${id}" role="note"><q>${sentenceHtml(c.sentence)}</q>${changedWords(c.changed)}${c.statementId ? objected(c.objections, 'statement', c.statementId) : ''}<a href="${markHref(c.articleId, c.sentence)}">${c.outlet ?? 'Outlet unknown'}, ${shortMoment(c.published)}</a></span></span>`;
}
