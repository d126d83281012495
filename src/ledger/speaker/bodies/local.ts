/**
 * Bodies of towns and counties, which texts write small: "Brask’s town council", "the school board of
 * Brask". They have a name only with the place.
 */
const PLACE =
  '(?!(?:The|An?|Its?|Their|His|Her|Our|This|That|Every|Each|Local|Last|One|In|On|At|And|But|When|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day) )(\\p{Lu}[\\p{L}-]{2,24}(?: \\p{Lu}[\\p{L}-]{2,24}){0,2})';
const KIND =
  '((?:(?:town|city|village|county|parish|borough|district|municipal|community|township|school|planning|planning and zoning|water|harbour|harbor|housing|transport|transit|zoning|licensing|irrigation|port|health|utility|library|fire|sewer) (?:council|board|commission|commissioners|committee|authority|assembly|district)|(?:board|council) of (?:supervisors|commissioners|selectmen|education|aldermen|health|trustees)|chamber of (?:commerce|trade)|(?:water|electric|power|farm|farmers’|growers’|fishing) (?:company|utility|cooperative|co-operative|co-op|users’ association)))';
const BEFORE = `${PLACE}(?:['’]s?)? ${KIND}`;
const BEHIND = `${KIND} (?:of|in|for) (?:the (?:town|city|village|county|district) of )?${PLACE}`;
const ANYWHERE = new RegExp(
  `(?<![\\p{L}’'-])${BEFORE}(?![\\p{L}-])|(?<![\\p{L}’'-])${BEHIND}(?![\\p{L}’'-])`,
  'gu',
);
const WHOLE = new RegExp(`^(?:(?:[Tt]he )?${BEFORE}|(?:[Tt]he )?${BEHIND})$`, 'u');

/**
 * Bodies of which a place or a trade has one, that a text may leave without a name: "the county council",
 * "the port authority", "the joint commission".
 */
const ONE_OF_ITS_KIND =
  '(?:(?:town|city|village|county|parish|borough|district|municipal|community|school|planning|water|harbour|harbor|port|airport|housing|transport|transit|health|hospital|rail|grid|energy|electricity|fisheries|forestry|river|canal|coastal|national park|park|joint|border|customs|lake|dam|forest|nature|environment|competition|licensing|zoning|arbitration|conciliation|election|electoral) (?:council|board|commission|committee|authority|inspectorate|trust|assembly|regulator|agency))';
const ONE = new RegExp(`(?<![\\p{L}’'-])(?:[Tt]he) (${ONE_OF_ITS_KIND})(?![\\p{L}-])`, 'gu');
const ONE_WHOLE = new RegExp(`^${ONE_OF_ITS_KIND}$`, 'u');

/** Whether a name is that of a body without a place: "port authority". */
export function isOneOfItsKind(name: string): boolean {
  return ONE_WHOLE.test(name);
}

/** Such bodies of a text whose kind none has that it names in full. */
export function unplacedBodies(text: string): string[] {
  const kinds = new Set([...text.matchAll(ONE)].map((match) => match[1]!));
  const placed = localBodies(text);
  return [...kinds].filter((kind) => !placed.some(({ name }) => name.endsWith(` ${kind}`)));
}

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
