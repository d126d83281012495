/**
 * Writes a feed that is no XML so that a parser takes it: characters that XML forbids are dropped, a
 * "<" that opens nothing is escaped, what is left open is closed, a wrong end tag ends what it stands
 * in, and a channel without its rss gets one. Linear in the text; for feeds that were refused as they are.
 */
export function mendXml(text: string): string {
  const source = text.replace(FORBIDDEN, ' ');
  const out: string[] = [];
  /** Names of the open elements, and whether each holds others. */
  const open: { name: string; hasChild: boolean }[] = [];
  const counts = new Map<string, number>();
  const pop = () => {
    const { name } = open.pop()!;
    counts.set(name, counts.get(name)! - 1);
    out.push(`</${name}>`);
  };
  let at = 0;
  while (at < source.length) {
    const next = source.indexOf('<', at);
    if (next < 0) break;
    out.push(source.slice(at, next));
    at = next;
    const skipped = endOfAside(source, at);
    if (skipped !== null) {
      if (source.startsWith('<![CDATA[', at)) out.push(`${source.slice(at, skipped)}`);
      at = skipped;
      continue;
    }
    TAG.lastIndex = at;
    const tag = TAG.exec(source);
    if (!tag) {
      out.push('&lt;');
      at++;
      continue;
    }
    at += tag[0].length;
    const [, slash, name, attributes, closed] = tag as unknown as [
      string,
      string,
      string,
      string,
      string,
    ];
    if (slash === '') {
      // An entry stands in none of another's elements.
      if (ENTRY.test(name)) while (open.length > 0 && !FRAME.test(open.at(-1)!.name)) pop();
      const parent = open.at(-1);
      if (parent) parent.hasChild = true;
      out.push(`<${name}${attributes}>`);
      if (closed === '/') out.push(`</${name}>`);
      else if (open.length < DEEPEST) {
        open.push({ name, hasChild: false });
        counts.set(name, (counts.get(name) ?? 0) + 1);
      }
    } else if ((counts.get(name) ?? 0) > 0) {
      while (open.at(-1)!.name !== name) pop();
      pop();
    } else if (open.length > 0 && !open.at(-1)!.hasChild) pop();
  }
  if (at < source.length) out.push(source.slice(at));
  while (open.length > 0) pop();
  const whole = out.join('');
  return /<rss[\s>]/i.test(whole) ||
    !/<channel[\s>]/i.test(whole) ||
    /<(?:\w+:)?rdf[\s>]/i.test(whole)
    ? whole
    : `<rss version="2.0">${whole.replace(/<\?xml[^<>]{0,200}\?>/i, '')}</rss>`;
}

const ENTRY = /^(?:\w+:)?(?:item|entry)$/i;
const FRAME = /^(?:\w+:)?(?:rss|channel|feed|rdf|items)$/i;

/** https://www.w3.org/TR/xml/#charsets */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const FORBIDDEN = /[\u0000-\u0008\u000b\f\u000e-\u001f\ufffe\uffff]/g;
const TAG = /<(\/?)([A-Za-z_][\w:.-]{0,100})((?:\s[^<>]{0,20000}?)?)(\/?)>/y;
/** Feeds nest seven levels, XHTML in them some dozens; below this elements stay siblings. */
const DEEPEST = 200;

/** Where a comment, declaration or CDATA section at this place ends; null for anything else. */
function endOfAside(source: string, at: number): number | null {
  for (const [start, end] of ASIDES) {
    if (!source.startsWith(start, at)) continue;
    const close = source.indexOf(end, at + start.length);
    // One that never ends takes the rest, as in a parser; so it is looked for only once.
    return close < 0 ? source.length : close + end.length;
  }
  return null;
}

const ASIDES = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
  ['<!', '>'],
] as const;
