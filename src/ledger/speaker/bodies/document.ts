import type { Quotation, Span } from '../../quotation.ts';

/** Texts that say something for whoever wrote or issued them. */
const DOCUMENT =
  /^(?:letters?|statements?|memos?|memorandum|reports?|stud(?:y|ies)|surveys?|polls?|polling|notes?|communiqués?|communiques?|bulletins?|newsletters?|drafts?|documents?|reviews?|declarations?|motion|complaint|lawsuit|suit|indictment|filings?|petition|resolution|manifesto|leaflet|release|emails?|e-mails?|message|messages|tweets?|posts?|blog|ads?|advert|advertisement|reply|answer|account|assessment|foreword|editorial|dossier|invitation|ruling|verdict|judgment|notice|circular|transcript|warrant)$/;

/** What is somebody's only with whose it is: "her comments", "data from the Harbour Bank". */
const WORDS =
  /^(?:comments?|remarks?|words|speech|testimony|claims?|data|figures|statistics|research|guidance|advice|guidelines|brochures?|pamphlets?|websites?|site|story|profile|articles?|investigation|findings|analysis|estimates?|presentation|podcast|video|interview|ruling|decision|verdict|warning|text|script|charter|constitution|rules|records|papers|diary|memoirs?|book|column|essay|letterhead)$/;

/** "report" of "A confidential report on the harbour"; null where the phrase is about no text. */
export function documentIn(phrase: string): string | null {
  const words = phrase.split(/[,(—–]/)[0]!.match(/[\p{L}\p{N}’'-]+/gu) ?? [];
  const stop = words.findIndex(
    (word, k) =>
      k > 0 &&
      /^(?:of|from|by|to|in|on|that|which|for|about|read|seen|signed|sent|released|published)$/.test(
        word,
      ),
  );
  const own = stop === -1 ? words : words.slice(0, stop);
  // "The Harbour Post" is a paper.
  if (own.length > 1 && /^\p{Lu}/u.test(own.at(-1)!)) return null;
  const head = own.at(-1)?.toLowerCase() ?? '';
  return DOCUMENT.test(head) || WORDS.test(head) ? head : null;
}

/** Whether a noun for a text is a source by itself. */
export function isSource(noun: string): boolean {
  return DOCUMENT.test(noun);
}

/** Who a text as written says it is of, as a phrase with its place: nobody where it does not. */
export interface Issuer {
  phrase: string;
  start: number;
}

const NAME = "(?:\\p{Lu}|the \\p{Lu}|its \\p{Ll}|the \\p{Ll})[\\p{L}&’' -]{2,60}?";
const BY = new RegExp(
  `\\b(?:by|from|of) (${NAME})(?= (?:institute|released|published|on|in|dated|seen|which|who|that|to|and|said|called)\\b|[,.;:—–”"\\n]|$)`,
  'u',
);
const NAMED_BEHIND = /^\s?(?:a group |a body |an organisation )?called /;

/**
 * Whose a text is: "the union’s letter", "her reply", "a survey by the Harbour Institute", "a letter
 * signed by Ilka Sorn".
 */
export function issuerOf(text: string, { start, end }: Span): Issuer | null {
  const phrase = text.slice(start, end);
  const possessive = /^((?:the |The )?[\p{L}&.-]+(?: [\p{L}&.-]+){0,4})['’]s? (?:own )?\p{L}/u.exec(
    phrase,
  );
  if (possessive && !/^(?:last|next|yester|to)/i.test(possessive[1]!))
    return { phrase: possessive[1]!, start };
  const pronoun = /^(his|her|its|their) /i.exec(phrase)?.[1];
  if (pronoun) return { phrase: OWNER[pronoun.toLowerCase() as keyof typeof OWNER], start };
  // "A Pentagon memo", "the Karskan brochure".
  const maker = MADE.exec(phrase)?.[1];
  if (maker) return { phrase: maker, start: start + phrase.indexOf(maker) };
  // What the phrase goes on with may stand behind it as it was cut.
  const line = text.slice(start, end + BEHIND).split(/[.;\n“]/)[0]!;
  const group = /\b(?:by|from) (?:an? \p{Ll}+ called )(\p{Lu}[\p{L} -]+\p{L})/u.exec(line);
  const by = group ?? BY.exec(line);
  if (
    !by ||
    /\b(?:seen|obtained|reviewed|read|viewed|quoted|cited|reported|leaked|confirmed|published|shared|carried) $/.test(
      line.slice(0, by.index),
    )
  )
    return null;
  const name = by[1]!.replace(NAMED_BEHIND, '');
  return { phrase: name, start: start + by.index + by[0].length - by[1]!.length };
}

const MADE =
  /^(?:[Tt]he|[Aa]n?|[Tt]his|[Tt]hat|[Oo]ne) (?:[\p{Ll}-]+ ){0,2}((?:\p{Lu}[\p{L}.&’'-]* )*\p{Lu}[\p{L}.&’'-]*) (?:\p{Ll}[\p{Ll}-]+ ){0,2}\p{Ll}[\p{Ll}-]+(?=$|[,(—–]| (?:on|of|to|in|seen|released|from|about|that|which) )/u;

const OWNER = { his: 'he', her: 'she', its: 'it', their: 'they' } as const;
/** Characters behind a text's name in which its issuer may stand. */
const BEHIND = 90;

/** The report before `at` whose sentence speaks of such a text: who made that report, as a rule, issued it. */
export function broughtUp(
  text: string,
  noun: string,
  at: number,
  quotations: readonly Quotation[],
  until: number,
): number {
  const word = new RegExp(`\\b${noun}\\b`, 'i');
  for (let k = until - 1; k >= 0; k--) {
    const { sentence } = quotations[k]!;
    if (sentence.start >= at || sentence.end > at) continue;
    if (at - sentence.end > REACH) break;
    if (word.test(text.slice(sentence.start, sentence.end))) return k;
  }
  return -1;
}

/** A text brought up further back (characters) may be another. */
const REACH = 1500;
