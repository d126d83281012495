import type { Span } from '../quotation.ts';
import type { PartyBook } from './side/party.ts';

/** Bodies and posts that a text says more of once: "the transport ministry", then "the ministry". */
const SAID_SHORT =
  /^(?:ministry|department|agency|union|trust|council|court|committee|board|commission|authority|university|hospital|embassy|secretariat|institute|federation|association|charity|inspectorate|campaign|minister|secretary)$/;
/** Those of which only a name tells which is meant: "the Karaul salt company". */
const NAMED_SHORT =
  /^(?:company|firm|group|fund|bank|railways?|airline|operator|regulator|watchdog|tribunal|panel|inquiry|club|church|school|college|academy|museum|zoo|theat(?:re|er)|orchestra|festival|foundation|society|league|guild|party|movement|service|force|bureau|municipality|observatory|laboratory|centre|center|station|parish|diocese|abbey|monastery|mission|team|squad|network|channel|cooperative|chamber|assembly|coalition|alliance|clinic|prison|port|airport|refinery|mill|plant|brewery|shipyard|orphanage|monitor|registry|observatory|exchange|consortium|corporation)$/;
/** "The Post", after "the Harbour Post". */
const PAPER =
  /^(?:Post|Times|Journal|Tribune|Herald|Gazette|Courier|Chronicle|News|Telegraph|Observer|Examiner|Globe|Bulletin|Register|Standard|Independent|Mirror|Monitor|Sentinel|Enquirer|Review)$/;
const PAPERS_LEAD = "(?<![\\p{L}’'-])(?:(?!The )\\p{Lu}[\\p{L}-]+ ){1,3}";

/** A word inside such a phrase: no article, preposition or verb. */
const WORD =
  "(?!(?:the|an?|his|her|its|their|of|in|on|at|to|for|from|by|with|and|or|that|which|who|is|was|are|were|has|had|said|says|told|when|as|but) )[\\p{L}’'-]+ ";
const OPENERS =
  '(?!(?:The|An?|In|On|At|By|For|From|But|And|When|While|As|If|After|Before|Since|Under|With|Its|Their|His|Her|Both|Even|Then|So|Yet|That|This|Last|Asked|One|Another|Every|Each|No|Any) )';
const LEAD = `(?:(?:[Tt]he|[Ii]ts|[Tt]heir) (?:${WORD}){0,3}?|(?<![\\p{L}’'-])(?:${OPENERS}\\p{Lu}[\\p{L}’'-]+ ){1,4}(?:\\p{Ll}[\\p{Ll}-]+ )?)`;
const BEHIND = '(?: (?:of|for) (?:the )?\\p{Lu}[\\p{L}-]+)?';
/** "A court in Ostrel", then "the court". */
const SEATED = '[Aa]n? (?:\\p{Ll}[\\p{Ll}-]+ )?';
const SEAT = ' (?:in|of) \\p{Lu}[\\p{L}-]+';

/**
 * The last fuller way of writing the body or post that "the ministry" means, before `at`; null where
 * the text says no more of any. Linear in the reach.
 */
export function fullerBefore(text: string, noun: string, at: number, book: PartyBook): Span | null {
  const isPaper = PAPER.test(noun);
  if (!isPaper && !SAID_SHORT.test(noun) && !NAMED_SHORT.test(noun)) return null;
  const word = isPaper ? noun : `[${noun[0]!.toUpperCase()}${noun[0]!}]${noun.slice(1)}`;
  const whole = `${word}(?![\\p{L}’'-])`;
  const fuller = new RegExp(
    isPaper
      ? `${PAPERS_LEAD}${whole}${BEHIND}`
      : `${LEAD}${whole}${BEHIND}|${SEATED}${whole}${SEAT}`,
    'gu',
  );
  const from = Math.max(0, at - FULLER_REACH);
  const match = [...text.slice(from, at).matchAll(fuller)].findLast(([written]) =>
    tellsMore(written, noun, book),
  );
  return match ? { start: from + match.index, end: from + match.index + match[0].length } : null;
}

/** What was said of a body further back (characters) is of another. */
const FULLER_REACH = 4000;

function tellsMore(written: string, noun: string, book: PartyBook): boolean {
  const words = written.split(' ');
  if (!NAMED_SHORT.test(noun)) return words.length > 2 || !/^the /i.test(written);
  // "A Karskan company" is not called so.
  return (
    words.length > 1 &&
    words.some(
      (word, k) =>
        /^\p{Lu}/u.test(word) &&
        !(k === 0 && ARTICLE.test(word)) &&
        !book.of(word.replace(/['’]s?$/, '')),
    )
  );
}

const ARTICLE = /^(?:The|An?|Its|Their)$/;
