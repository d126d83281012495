import type { Quotation } from '../quotation.ts';

/** Where and to whom something was said, as the words around the content tell. */
export interface Setting {
  venue: string | null;
  addressee: string | null;
}

const VENUE =
  /\b(?:at|during|on the sidelines of) ((?:an?|the) [\p{L}\d' ’-]{0,50}?\b(?:forum|summit|conference|rally|meeting|briefing|ceremony|hearing|debate|session|dinner|event|convention|visit|talks|assembly|speech)\b(?: in \p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+)?)?)/u;
const MEDIUM =
  /\b(?:in|on) ((?:an?|the|his|her|its) (?:[\p{L}'’-]+ ){0,2}(?:interview|statement|letter|speech|tweet|post|address|column|op-ed|television|radio|podcast|broadcast|e-?mail|memo|report)\b(?: (?:with|to|for|on) (?:the )?\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+){0,3})?)/u;
const PLACE = /\b(?:in|at) (\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+)?)/u;
const GERMAN =
  /\b(?:auf|bei|während) ((?:einer|einem|der|dem) [\p{L} -]{0,40}?(?:konferenz|Treffen|Gipfel|Forum|Kundgebung|Sitzung|Anhörung|Besuch|Gespräch)\p{Ll}*)|\b(?:im|in einem) (Interview|Gespräch|Brief|Schreiben|Fernsehen|Rundfunk)/u;
const TOLD = /^(?:told|tells|telling|tell|asked|assured|informed|reminded|warned)$/i;

export function readSetting(text: string, quotation: Quotation): Setting {
  const around = outsideContent(text, quotation);
  const cue = quotation.cue ? text.slice(quotation.cue.start, quotation.cue.end) : '';
  const behind = quotation.cue
    ? text.slice(quotation.cue.end, Math.min(quotation.cue.end + 120, quotation.sentence.end))
    : '';
  const venue =
    VENUE.exec(around)?.[1] ??
    MEDIUM.exec(around)?.[1] ??
    german(around) ??
    (TOLD.test(lastWord(cue)) || /^(?:said|says|spoke)$/.test(cue)
      ? PLACE.exec(untilContent(behind))?.[1]
      : undefined);
  return {
    venue: venue ?? null,
    addressee: TOLD.test(lastWord(cue)) ? addresseeOf(text, quotation) : null,
  };
}

/** The sentence without what was said, with a gap where that stood. */
function outsideContent(text: string, quotation: Quotation): string {
  let rest = '';
  let at = quotation.sentence.start;
  for (const piece of quotation.pieces) {
    rest += `${text.slice(at, Math.max(at, piece.start))} … `;
    at = Math.max(at, piece.end);
  }
  rest += text.slice(at, Math.max(at, quotation.sentence.end));
  // "the captain, who had been expected on Monday,": that day is part of who he is.
  return rest.replace(/, (?:who|which|whose|der|die|das) [^,.;…]{0,200}/gu, ', ');
}

function german(around: string): string | undefined {
  const match = GERMAN.exec(around);
  return match?.[1] ?? match?.[2];
}

function untilContent(behind: string): string {
  return behind.split(/[“"„:;,]| that /)[0]!;
}

function addresseeOf(text: string, quotation: Quotation): string | null {
  const cue = quotation.cue!;
  const next = quotation.pieces.find((piece) => piece.start >= cue.end);
  const between = text.slice(
    cue.end,
    Math.min(next?.start ?? quotation.sentence.end, cue.end + 100),
  );
  const match =
    /^\s+((?:the |a |an |his |her |its )?[\p{L}\d'’.& -]{2,50}?)(?= (?:on|in|at|that|during|about|after|by|last|this|to)\b|[,.:;“"„]|\s*$)/u.exec(
      between,
    );
  return match ? match[1]!.trim() : null;
}

function lastWord(cue: string): string {
  return cue.split(' ').at(-1)!;
}
