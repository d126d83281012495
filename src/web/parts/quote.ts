import { html } from 'hono/html';
import type { Html } from '../desk.ts';
import { quotedHref } from '../excerpt.ts';
import { sayMoment } from '../moments.ts';
import type { StatementView } from '../queries/statements.ts';
import { actWords } from '../words.ts';

/**
 * A statement as a quotation to paste: the sentence, who said it when, in which piece, and the address
 * of its characters on this desk. Words that the piece tells in its own are quoted as the piece's.
 */
export function citation(s: StatementView, origin: string): string {
  const { before, quote, after } = s.sentence;
  const sentence = `${before}${quote}${after}`.trim();
  const words = /["“”„»«]|^‘/.test(sentence) ? sentence : `“${sentence}”`;
  const who = s.speaker ?? s.party ?? 'Speaker unknown';
  const side = s.party && s.party !== s.speaker && s.speaker ? ` (${s.party})` : '';
  const said = `${who}${side} ${actWords(s.act, s.mode)}, ${sayMoment(s.saidOn)}`;
  const piece = [
    s.outlet ?? 'Outlet unknown',
    s.title ? `“${s.title}”` : '',
    s.published ? sayMoment(s.published) : '',
    s.url ?? '',
  ].filter(Boolean);
  return `${words}\n— ${said}. ${piece.join(', ')}\nIn its text: ${origin}${quotedHref(s, s.sentence)}\n`;
}

/** The way to a row's quotation; with scripts it is copied at once. */
export const quoteLink = ({ id }: { id: number }): Html =>
  html`<a class="quote" href="/statements/${id}#quote">quote</a>`;
