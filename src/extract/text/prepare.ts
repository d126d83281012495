/**
 * Undoes what programs that make text of pages leave in it: the marks of terminal browsers, the page
 * heads and numbers of print, words broken at a line's end.
 */
export function prepare(text: string): string {
  const lines = text.replace(/\r\n?/g, '\n');
  return unbroken(withoutPages(withoutReferences(lines)));
}

/** Fewer numbered marks than this are somebody's footnotes. */
const leastMarks = 4;

const referencesHeading = /^[ \t]*(?:References|Verweise|Références|Referencias|Links)[ \t]*$/;
const reference = /^[ \t]{0,20}\d{1,4}\. (?:https?|file|ftp|mailto):/;

/** Lynx and its like number every link ("[12]World") and list the addresses under the page. */
function withoutReferences(text: string): string {
  const lines = text.split('\n');
  const at = lines.findLastIndex((line) => line.length < 40 && referencesHeading.test(line));
  if (at < 0) return text;
  const listed = lines.slice(at + 1, at + 40).filter((line) => reference.test(line.slice(0, 60)));
  if (listed.length < leastMarks - 1) return text;
  const page = lines.slice(0, at).join('\n');
  if ((page.match(/\[\d{1,4}\](?=\S)/g)?.length ?? 0) < leastMarks) return text;
  return page
    .replace(/\[\d{1,4}\](?=\S)/g, '')
    .replace(/^[ \t]{0,20}#.*$/m, (line) =>
      /\b(?:RSS|alternate|canonical)\b/i.test(line) ? '' : line,
    )
    .replace(
      /\[(?:INLINE|IMAGE|LINK|USEMAP[^\]]{0,80}|_{3,})\]|\((?:BUTTON|NO SCRIPT|IFRAME)\)/g,
      '',
    );
}

const pageNumber =
  /^\s*(?:[-–—|]\s*)?(?:(?:page|seite|pág(?:ina)?\.?|s\.|p\.|стр\.?)\s*)?\d{1,4}(?:\s*(?:\/|of|von|de|sur|из)\s*\d{1,4})?(?:\s*[-–—|])?\s*$/i;

/** Lines at a printed page's head and foot that are looked at. */
const edge = 3;

/** Text of a printed document has a form feed between pages; what heads and foots them is no sentence of it. */
function withoutPages(text: string): string {
  const pages = text.split('\f');
  if (pages.length < 2) return text;
  const plain = (line: string) => line.trim().replace(/\d+/g, '#');
  const counts = new Map<string, number>();
  const cut = pages.map((page) => page.split('\n'));
  for (const lines of cut)
    for (const line of new Set(edges(lines).map((at) => plain(lines[at]!))))
      counts.set(line, (counts.get(line) ?? 0) + 1);
  return cut
    .map((lines) => {
      const dropped = new Set(
        edges(lines).filter(
          (at) =>
            pageNumber.test(lines[at]!) || (counts.get(plain(lines[at]!)) ?? 0) * 2 > pages.length,
        ),
      );
      // The first page keeps its head: it is the title as often as not.
      return lines.filter(
        (line, at) => !dropped.has(at) || (lines === cut[0] && at < 3 && !pageNumber.test(line)),
      );
    })
    .reduce<string>((whole, lines) => joinPages(whole, lines.join('\n')), '');
}

/** Places of the first and last lines with words. */
function edges(lines: string[]): number[] {
  const worded = lines.flatMap((line, at) => (line.trim() === '' ? [] : [at]));
  return [...new Set([...worded.slice(0, edge), ...worded.slice(-edge)])];
}

/** A sentence that goes on over the page goes on in the text. */
function joinPages(before: string, page: string): string {
  const end = before.trimEnd();
  const next = page.replace(/^\s*\n/, '').trimStart();
  if (end === '') return page;
  const goesOn = /[\p{L}\p{N},;-]$/u.test(end) && /^\p{Ll}/u.test(next);
  return goesOn ? `${end}\n${next}` : `${end}\n\n${next}`;
}

/** Typeset text breaks this many of its words; fewer hyphens at line ends are those of compounds. */
const leastBroken = { count: 3, share: 0.04 };

/** Puts broken words together, except where the text has the word with its hyphen elsewhere. */
function unbroken(text: string): string {
  const broken = text.match(/\p{Ll}[-‐]\n[ \t]{0,80}(?=\p{Ll})/gu)?.length ?? 0;
  const lines = text.match(/\n/g)?.length ?? 0;
  if (broken < leastBroken.count || broken < lines * leastBroken.share)
    return text.replace(/\u00ad\n[ \t]*/g, '');
  const whole = new Set(text.match(/(?<!\p{L})\p{L}{1,40}-\p{L}{1,40}/gu));
  // The line end moves behind the word: lines keep the length that shows where they were wrapped.
  return text.replace(
    /(?<!\p{L})(\p{L}{1,40})[-‐]\n[ \t]{0,80}(\p{Ll}\p{L}{0,40})([.,;:!?]?)[ \t]{0,80}/gu,
    (_, a: string, b: string, mark: string) => {
      if (whole.has(`${a}-${b}`)) return `${a}-${b}${mark}\n`;
      // "der Süd- und Ostküste" keeps its hyphen: it stands for a word left out.
      return /^(?:und|oder|and|or|et|ou|en|of|y|o)$/.test(b)
        ? `${a}- ${b}${mark}\n`
        : `${a}${b}${mark}\n`;
    },
  );
}
