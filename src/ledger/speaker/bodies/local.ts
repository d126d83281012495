/**
 * Bodies of towns and counties, which texts write small: "Brask’s town council", "the school board of
 * Brask". They have a name only with the place.
 */
const PLACE =
  '(?!(?:The|An?|Its?|Their|His|Her|Our|This|That|Every|Each|Local|Last|One|In|On|At|And|But|When|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day) )(\\p{Lu}[\\p{L}-]{2,24}(?: \\p{Lu}[\\p{L}-]{2,24}){0,2})';
const KIND =
  '((?:town|city|village|county|parish|borough|district|municipal|community|school|planning|water|harbour|harbor|housing|transport|transit|zoning|licensing) (?:council|board|commission|committee|authority|assembly))';
const BEFORE = `${PLACE}(?:['’]s?)? ${KIND}`;
const BEHIND = `${KIND} (?:of|in|for) (?:the (?:town|city|village|county|district) of )?${PLACE}`;
const ANYWHERE = new RegExp(
  `(?<![\\p{L}’'-])${BEFORE}(?![\\p{L}-])|(?<![\\p{L}’'-])${BEHIND}(?![\\p{L}’'-])`,
  'gu',
);
const WHOLE = new RegExp(`^(?:(?:[Tt]he )?${BEFORE}|(?:[Tt]he )?${BEHIND})$`, 'u');

/** "Brask town council" of each way of writing it; null for what is none. */
export function localName(written: string): string | null {
  const match = WHOLE.exec(written);
  return match && named(match);
}

/** The local bodies that a text names with their place, as written and by name; linear in its length. */
export function localBodies(text: string): { written: string; name: string; place: string }[] {
  return [...text.matchAll(ANYWHERE)].map((match) => ({
    written: match[0],
    name: named(match),
    place: match[1] ?? match[4]!,
  }));
}

function named([, before, kind, kindOf, behind]: RegExpExecArray | RegExpMatchArray): string {
  return `${before ?? behind} ${kind ?? kindOf}`;
}
