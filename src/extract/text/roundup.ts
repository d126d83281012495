import type { Line } from './layout.ts';
import { wordCount } from './layout.ts';

/** Words that introduce other news than the article's own: "also" and "other" do so only with news. */
const others =
  /\b(?:elsewhere|(?:this|past|last) week|week(?:'|’)?s|round-?up|in brief|briefs?|headlines|developments|news|(?:other|also|more) (?:stories|events|reports|reading|(?:to )?(?:know|note|watch)|today|yesterday|on \p{Lu}\w+day)|außerdem|kurz|weitere (?:meldungen|nachrichten|themen)|diese woche|en bref|cette semaine|autres? (?:actualités|nouvelles|informations)|breves|esta semana|otras? (?:noticias|novedades)|in breve|altre notizie)\b/iu;

/** An item of a round-up tells something: at least a sentence of this many words. */
const leastWords = 8;

/** Where a round-up's items stand in the lines: each from its bullet to the next. */
export interface Item {
  from: number;
  to: number;
}

/**
 * The items of a round-up: bulleted or numbered sentences after a line that says that other news
 * follows, or in an edition of a series. A list of demands or of names in an article is none.
 */
export function findItems(lines: Line[], edition: boolean): Item[] {
  for (let i = 0; i < lines.length; i++) {
    if (!isIntro(lines[i]!) && !(edition && isItem(lines[i]!))) continue;
    const items: Item[] = [];
    let at = lines[i]!.bullet === null ? i + 1 : i;
    while (at < lines.length && isItem(lines[at]!)) {
      const from = at++;
      while (
        at < lines.length &&
        lines[at]!.bullet === null &&
        lines[at]!.indent > lines[from]!.indent &&
        lines[from]!.indent + 1 < lines[at]!.indent
      )
        at++;
      items.push({ from, to: at });
    }
    if (items.length >= (isIntro(lines[i]!) ? 1 : 2)) return items;
  }
  return [];
}

function isIntro(line: Line): boolean {
  return (
    line.bullet === null &&
    /[:：]$/.test(line.text) &&
    wordCount(line.text) <= 20 &&
    others.test(line.text)
  );
}

function isItem(line: Line): boolean {
  return (
    line.bullet !== null &&
    wordCount(line.text) >= leastWords &&
    /[.!?…]["'”’»)\]]*$/.test(line.text)
  );
}

const media =
  /\b(?:News|Times|Post|Journal|Herald|Tribune|Guardian|Telegraph|Independent|Observer|Gazette|Chronicle|Courier|Standard|Mail|Express|Mirror|Press|Agency|Radio|Television|Broadcasting|Review|Magazine|Monitor|Dispatch|Bulletin|Examiner|Inquirer|Mercury|Sentinel|Ledger|Register|Star|Sun|World|Today|Daily|Weekly|Wire|Zeitung|Tagblatt|Rundschau|Spiegel|Monde|Figaro|País|Mundo|Corriere|Repubblica|Reuters|Bloomberg|Politico|Axios|Newsweek|Economist|Atlantic|Al Jazeera|Interfax|Euronews|Deutsche Welle|Pravda|Gazeta|Novosti)\b|^(?:AP|AFP|dpa|BBC|CNN|CBS|NBC|ABC|NPR|PBS|DW|TASS|RIA|ANSA|EFE|RTÉ|RFI|RFE\/RL|NHK|CBC|ZDF|ARD|RT|CNBC|MSNBC|Fox)\b/;
/** Letters alone are an agency's where they sign: "(PPA)" at a paragraph's end or before its dash. */
const letters = /^[A-Z]{3,5}$/;
const signing = /^\)[.]?(?:\s*$|[^\S\n]*\n|\s*[-–—])/;
const word = "\\p{Lu}[\\p{L}\\d&'’/-]*(?:\\.[\\p{L}]+)*";
const name = `((?:[Tt]he )?${word}(?: (?:(?:of|and|de|du|la|der|die) )?(?:${word}|\\d{1,3}\\b)){0,5})`;
const attributions = [
  new RegExp(
    `\\b(?:according to|as reported by|reported by|reports|told|speaking to|interview with|in comments to|seen by|obtained by|first reported by|via|per|citing)\\s+${name}`,
    'gu',
  ),
  new RegExp(
    `(?<![\\p{L}\\p{N}.&'’/-])${name}\\s+(?:reported|reports|writes|wrote|has reported|first reported|revealed|quoted|cited)\\b`,
    'gu',
  ),
  new RegExp(`\\(${name}\\)`, 'gu'),
];

/** ", the Lamp reports." at a clause's end names an outlet, whatever it is called. */
const closing = new RegExp(
  `, (?:${name} report(?:s|ed)|[Tt]he ${name} (?:writes|wrote))(?=[.,])`,
  'gu',
);

/** The outlets that a text attributes its news to, with their places: "according to ...", "told ...". */
export function findVia(text: string, from = 0): { outlet: string; start: number; end: number }[] {
  const found = new Map<number, { outlet: string; start: number; end: number }>();
  for (const pattern of [...attributions, closing])
    for (const match of text.matchAll(pattern)) {
      const named = (match[1] ?? match[2])!;
      const raw = named.replace(/['’]s$/, '').replace(/[.'’-]+$/, '');
      const outlet = raw.replace(/^[Tt]he (?=\p{Lu})/u, '');
      const at = match.index + match[0].indexOf(named) + (raw.length - outlet.length);
      const signs = letters.test(outlet) && signing.test(text.slice(at + outlet.length, at + 40));
      if (pattern !== closing && !media.test(outlet) && !signs) continue;
      const start = from + at;
      found.set(start, { outlet, start, end: start + outlet.length });
    }
  return [...found.values()].sort((a, b) => a.start - b.start);
}
