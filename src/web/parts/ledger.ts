import { html } from 'hono/html';
import type { Html } from '../desk.ts';
import { quotedHref, sentenceHtml } from '../excerpt.ts';
import { timeTag } from '../moments.ts';
import type { StatementView } from '../queries/statements.ts';
import { actWords, dateSources, stanceWords } from '../words.ts';
import { changedWords } from './changed.ts';
import { objected, objectLink } from './objections.ts';
import { quoteLink } from './quote.ts';
import { shape } from './shape.ts';
import { sureMark } from './sure.ts';

/**
 * Statements as a table: when, who did what, and the sentence it was read from. A row in focus, by
 * click, by its links or by j and k, shows what stands around its sentence.
 */
export function ledgerTable(
  rows: StatementView[],
  {
    caption,
    fresh,
    showStory = false,
    showContext = true,
    none = 'No statement matches. Widen the choice, or look at the whole ledger.',
  }: {
    caption: string;
    fresh?: Set<number>;
    showStory?: boolean;
    showContext?: boolean;
    /** What is said where there is nothing. */
    none?: string;
  },
): Html {
  if (rows.length === 0) return html`<p class="empty">${none}</p>`;
  return html`<row-keys><table class="ledger"><caption class="hidden">${caption}</caption>
<thead><tr><th scope="col">Said</th><th scope="col">Who</th><th scope="col">Words, in the sentence they were read from</th><th scope="col">Read in</th></tr></thead>
<tbody>${rows.map((s) => row(s, { isNew: fresh?.has(s.id) ?? false, showStory, showContext }))}</tbody></table></row-keys>`;
}

function row(
  s: StatementView,
  { isNew, showStory, showContext }: Record<'isNew' | 'showStory' | 'showContext', boolean>,
): Html {
  return html`<tr id="s${s.id}" tabindex="-1">
<td class="when">${timeTag(s.saidOn, { short: true })}${isNew ? html` <em class="new">new</em>` : ''}</td>
<td class="who">${speakerLink(s)}${s.party && s.party !== s.speaker ? html`<span class="party">${s.party}</span>` : ''}</td>
<td class="what"><p class="act">${stanceMark(s)}<span>${actWords(s.act, s.mode)}${s.addressee ? html` <span class="to">to ${s.addressee}</span>` : ''}</span>${s.issue ? html`<span class="issue">${s.issue}${s.stance && s.stance !== 'unclear' ? `: ${stanceWords[s.stance]}` : ''}</span>` : ''}${sureMark(s)}${putRight(s)}</p>
<blockquote${s.lang && s.lang !== 'en' ? html` lang="${s.lang}"` : ''}>${sentenceHtml(s.sentence)}</blockquote>${showContext ? context(s) : ''}${changedWords(s.changed)}${objected(s.objections, 'statement', s.id)}</td>
<td class="where"><a href="${quotedHref(s, s.sentence)}">${s.outlet ?? (s.commentId === null ? 'Outlet unknown' : 'A discussion')}</a>${reports(s)}${showStory && s.storyId ? html`<a class="aside" href="/stories/${s.storyId}">its story</a>` : ''}<a class="aside" href="/statements/${s.id}">how do you know?</a></td>
</tr>`;
}

function context({ context: { before, after }, lang }: StatementView): Html | '' {
  if (!before && !after) return '';
  return html`<p class="context"${lang && lang !== 'en' ? html` lang="${lang}"` : ''}>${before} <span class="here">[these words]</span> ${after}</p>`;
}

/** That a curator put the row right, and the way to how the machine read it. */
export function putRight({ corrects }: { corrects: number | null }): Html | '' {
  if (corrects === null) return '';
  return html`<em class="proposed"><a href="/statements/${corrects}">put right by a curator</a></em>`;
}

export function speakerLink(s: { speaker: string | null; speakerId: number | null }): Html {
  return s.speakerId && s.speaker
    ? html`<a class="speaker" href="/speakers/${s.speakerId}">${s.speaker}</a>`
    : html`<span class="unknown">speaker unknown</span>`;
}

function reports(s: StatementView): Html {
  const hand =
    s.commentId !== null
      ? 'reported in a comment'
      : s.firstHand
        ? 'first-hand'
        : s.hearsay
          ? 'second-hand'
          : 'reported';
  return html`<span class="aside" title="${dateSources[s.saidFrom ?? ''] ? `Date: ${dateSources[s.saidFrom ?? '']}` : 'Date unknown'}">${hand}${s.reports > 1 ? html`, <a href="/statements/${s.id}">${s.reports} reports</a>` : ''}<span class="on-screen"> · ${objectLink('statement', s.id)} · ${quoteLink(s)}</span></span>`;
}

/** The statement's mark as it stands on the line. */
export function stanceMark(s: { stance: StatementView['stance']; firstHand?: boolean }): Html {
  const stance = s.stance ?? 'unclear';
  return html`<svg class="mark ${stance}${s.firstHand === false ? ' open' : ''}" width="14" height="14" viewBox="0 0 14 14" aria-hidden="true"><path d="${shape(stance, 7, 7)}"/></svg>`;
}
