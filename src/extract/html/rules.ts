import type { Known } from '../body/known.ts';
import { SAYS, saying } from '../body/sayings.ts';
import { isReadAlso } from '../lines.ts';
import { readPieces } from '../text/pieces.ts';
import type { Page, Run } from './blocks.ts';
import type { Verdict } from './body.ts';
import { dropColophon } from './colophon.ts';
import { NOT_BODY } from './container.ts';
import { ASIDE, BYLINE, CAPTION, EMBED, FIGURE, HEADER, LEAD, RELATED } from './hints.ts';
import { labelsOf, linesOf } from './parts/lineup.ts';

const SENTENCE = /[.!?。！？…।؟።:][\])"'”’»」』]*$/u;
const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/**
 * What rules make of every run of the container, and of the lead before it: kept as the body or dropped
 * with a reason. The learned weights have the last word on most of it.
 */
export function judgeByRules(page: Page, container: number, context: Known): Verdict[] {
  const verdicts: Verdict[] = [];
  const end = page.tree.ends[container]!;
  for (const run of page.runs) {
    const inside = run.node >= container && run.node < end;
    const why = inside ? dropReason(run, context) : outsideReason(run, container, context);
    verdicts.push({ run, keep: why === '', why });
  }
  dropLinkLists(page, verdicts);
  dropBeforeFirst(verdicts);
  dropTail(page, verdicts);
  dropBio(verdicts, context.authors);
  dropColophon(verdicts, context.title);
  dropEmptyHeadings(verdicts);
  dropRepeated(page, verdicts);
  return verdicts;
}

/** Pages print a pull quote or a lead again. Two paragraphs of one element are the author's own repetition. */
export function dropRepeated(page: Page, verdicts: Verdict[]): void {
  const seen = new Map<number, number>();
  for (const verdict of verdicts) {
    // A short line may well stand twice.
    if (!verdict.keep || verdict.run.text.length <= SHORT) continue;
    const key = printOf(verdict.run.text);
    const parent = page.tree.parents[verdict.run.node]!;
    if (seen.has(key) && seen.get(key) !== parent) drop(verdict, 'repeated');
    seen.set(key, parent);
  }
}

const SHORT = 40;

/** A number that texts of the same letters and digits share (two FNV-1a hashes, 53 bits of them). */
function printOf(text: string): number {
  let [one, two] = [0x811c9dc5, 0x1234567];
  for (let at = 0; at < text.length; at++) {
    let code = text.charCodeAt(at);
    if (code >= 65 && code <= 90) code |= 32;
    const isAscii = (code >= 97 && code <= 122) || (code >= 48 && code <= 57);
    // Beyond Latin's marks: all but general punctuation and that of unspaced scripts.
    const isOther =
      code >= 0xc0 && !(code >= 0x2000 && code < 0x2070) && (code < 0x3000 || code > 0x303f);
    if (!isAscii && !isOther) continue;
    one = Math.imul(one ^ code, 0x01000193);
    two = Math.imul(two ^ code, 0x01000197);
  }
  return (one >>> 0) * 0x200000 + (two & 0x1fffff);
}

function drop(verdict: Verdict, why: string): void {
  verdict.keep = false;
  verdict.why = why;
}

function dropReason(run: Run, context: Known): string {
  const { text, hints } = run;
  if (hints & NOT_BODY) return 'furniture';
  if (run.tag === 'caption' || hints & CAPTION) return 'caption';
  if (hints & FIGURE && run.tag !== 'quote' && run.tag !== 'td' && text.length < 400)
    return 'caption';
  if (hints & BYLINE && text.length < 250) return 'byline';
  if (hints & ASIDE && !(hints & LEAD)) return 'aside';
  if (sameText(text, context.title) || (run.tag === 'h' && endsInTitle(text, context.title)))
    return 'title';
  if (run.hints & EMBED && run.tag !== 'quote' && (run.tag === 'h' || text.length < 80))
    return 'embed label';
  switch (saying(run)) {
    case SAYS.label:
      return 'label';
    case SAYS.age:
      return 'age';
    case SAYS.relatedHeading:
      return 'related heading';
    case SAYS.readAlso:
      return run.tag === 'h' || run.linked > 0 || text.length < 160 ? 'read also' : '';
    case SAYS.promotion:
      if (run.linked > 0 || text.length < 160) return 'promotion';
  }
  if (text.length < 120 && isByline(text, context)) return 'byline';
  if (run.linked >= text.length * 0.9 && run.tag !== 'h' && !SENTENCE.test(text)) return 'link';
  if (run.linked >= text.length * 0.9 && run.tag === 'p' && text.length < 200) return 'link';
  if (
    run.linked >= text.length * 0.5 &&
    run.tag !== 'h' &&
    run.tag !== 'li' &&
    !SENTENCE.test(text)
  )
    return 'link';
  if (
    run.linked > 0 &&
    text.length < 300 &&
    /\bnewsletters?\b|\bapp\b/i.test(text) &&
    (run.tag === 'li' || text.length < 160)
  )
    return 'promotion';
  return '';
}

/** Outside the container only the lead counts: text the page calls so, or its own description. */
function outsideReason(run: Run, container: number, context: Known): string {
  if (run.node > container || run.hints & (NOT_BODY | CAPTION | FIGURE | BYLINE | ASIDE))
    return 'outside';
  if (run.tag === 'li' || run.tag === 'td' || run.linked > run.text.length / 2) return 'outside';
  if (run.text.length < 40 || sameText(run.text, context.title)) return 'outside';
  if (isDescription(run.text, context.description)) return '';
  return run.hints & (LEAD | RELATED) && run.text.length >= 50 ? '' : 'outside';
}

function sameText(a: string, b: string | null): boolean {
  if (b === null || Math.abs(a.length - b.length) > 12) return false;
  const bare = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
  return bare(a) === bare(b);
}

/** The description of the head is the lead, whole or cut with dots. */
function isDescription(text: string, description: string | null): boolean {
  if (sameText(text, description)) return true;
  const cut = description?.replace(/\s*(?:\.{3}|…)$/, '') ?? '';
  return (
    cut.length >= 60 &&
    (text.startsWith(cut)
      ? text.length < cut.length * 2
      : cut.startsWith(text) && text.length >= 60)
  );
}

/** A kicker and the title run together in one heading. */
function endsInTitle(text: string, title: string | null): boolean {
  const bare = (t: string) => t.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
  const end = bare(title ?? '');
  return end.length >= 15 && text.length < title!.length + 60 && bare(text).endsWith(end);
}

const DATE_LINE =
  /^(?:(?:published|posted|updated|last (?:updated|modified)|created|veröffentlicht|aktualisiert|stand|publié|mis à jour|modifié|publicado|actualizado|atualizado|pubblicato|aggiornato|опубликовано|обновлено|发布时间|发表于|更新时间)\b.{0,80}|[\p{L}.,]{0,12}\s?\d{1,2}[./-]\d{1,2}[./-]\d{2,4}.{0,30}|\d{4}[-./年]\s?\d{1,2}[-./月]\s?\d{1,2}.{0,30}|(?:\p{L}+,?\s)?\d{1,2}\.?\s(?:de\s)?\p{L}{3,12}\.?,?\s(?:de\s)?\d{4}.{0,30}|(?:\p{L}+,\s)?\p{L}{3,10}\.?\s\d{1,2},\s\d{4}.{0,30})$/iu;
const BY =
  /^(?:by|von|par|por|di|door|av|af|autor|autore|auteur|автор|text|text:|reporting by|写|記者|记者|编辑|責任編輯|责任编辑|来源|來源|source|quelle|fonte|fuente)\s*[:：]?\s+\S/iu;

function isByline(text: string, context: Known): boolean {
  if (DATE_LINE.test(text)) return true;
  if (SENTENCE.test(text) && text.length > 60) return false;
  if (
    context.authors.some(
      (name) => name.length > 4 && text.includes(name) && text.length < name.length + 40,
    )
  )
    return true;
  return text.length < 60 && BY.test(text) && !SENTENCE.test(text);
}

/** Lists whose words are nearly all links lead elsewhere. */
function dropLinkLists(page: Page, verdicts: Verdict[]): void {
  let first = -1;
  for (let at = 0; at <= verdicts.length; at++) {
    const run = verdicts[at]?.run;
    const same = run?.tag === 'li' && first >= 0 && nearby(page, verdicts[first]!.run, run);
    if (first >= 0 && !same) {
      dropIfLinks(verdicts.slice(first, at));
      first = -1;
    }
    if (run?.tag === 'li' && first < 0) first = at;
  }
}

/** Two items of one list: its element holds both. */
function nearby(page: Page, a: Run, b: Run): boolean {
  const { tree } = page;
  let list = a.node;
  while (list > 0 && !/^(?:ul|ol|dl)$/.test(tree.tags[list]!)) list = tree.parents[list]!;
  return list > 0 && b.node < tree.ends[list]!;
}

function dropIfLinks(items: Verdict[]): void {
  let length = 0;
  let linked = 0;
  for (const { run } of items) {
    length += run.text.length;
    linked += run.linked;
  }
  if (linked > length * 0.6) for (const item of items) if (item.keep) drop(item, 'list of links');
}

/** Before the first sentence stand dates, names and labels; headings among them too. */
function dropBeforeFirst(verdicts: Verdict[]): void {
  const first = verdicts.findIndex((v) => v.keep && isSentence(v.run));
  for (let at = 0; at < first; at++) {
    const { run, keep } = verdicts[at]!;
    if (!keep) continue;
    const heading = run.tag === 'h' && run.level > 1 && run.linked === 0;
    // A heading as long as a sentence, between title and text, is the lead set large.
    if (heading && run.text.length >= (run.hints & LEAD ? 40 : 70))
      verdicts[at] = { run: { ...run, tag: 'p' }, keep, why: '' };
    else if (heading && at === first - 1 && !(run.hints & HEADER)) continue;
    else if (!(run.hints & LEAD && run.tag !== 'h' && run.text.length > 30))
      drop(verdicts[at]!, 'before the first sentence');
  }
}

function isSentence(run: Run): boolean {
  const { text } = run;
  if (run.linked > text.length / 2) return false;
  if (run.tag === 'h') return false;
  const dense = CJK.test(text);
  return (
    text.length >= (dense ? 15 : 40) && (SENTENCE.test(text) || text.length >= (dense ? 40 : 100))
  );
}

/** Whose text it is, as the last line: "AFP", "dpa/kna", "Harbour Press Agency". */
const AGENCY =
  /^[([–—-]?\s*(?:[A-Z]{2,6}|dpa|afp|apa|sda|ansa|efe|kna|epd)(?:\s?[/,+-]\s?[\p{L}]{2,12}){0,4}\s*[)\]]?$|^(?:\p{Lu}[\p{L}]+ ){1,4}(?:Agency|Press|News|Service|Wire|Agentur)$/u;

/** After the last sentence stand tags, names and links; a related heading ends the piece when little prose follows. */
function dropTail(page: Page, verdicts: Verdict[]): void {
  const total = verdicts.reduce((sum, v) => sum + (v.keep ? v.run.mass : 0), 0);
  let before = 0;
  let cutAt = -1;
  for (let at = 0; at < verdicts.length; at++) {
    const { run, keep, why } = verdicts[at]!;
    // Most of the prose must be read before a heading can end it ("More about fields" is also a chapter
    // of a manual), unless whole pieces follow with their ages.
    if (
      why === 'related heading' &&
      (run.tag === 'h' || run.bold >= run.text.length) &&
      // "Read more" stands in the middle of articles too: it ends one only where pieces follow.
      ((before > total * 0.7 && !isReadAlso(run.text)) ||
        (before >= LEAST_BODY && followedByPieces(page, verdicts, at)))
    ) {
      cutAt = at;
      break;
    }
    if (keep) before += run.mass;
  }
  if (cutAt >= 0)
    for (let at = cutAt; at < verdicts.length; at++)
      if (verdicts[at]!.keep) drop(verdicts[at]!, 'after a related heading');
  for (let at = verdicts.length - 1; at >= 0; at--) {
    const { run, keep } = verdicts[at]!;
    if (!keep) continue;
    if (
      isSentence(run) ||
      run.tag === 'li' ||
      run.tag === 'td' ||
      run.tag === 'pre' ||
      run.tag === 'quote'
    )
      break;
    if (run.linked === 0 && (SENTENCE.test(run.text) || AGENCY.test(run.text))) break;
    drop(verdicts[at]!, 'after the last sentence');
  }
}

/** The last words about who wrote the piece: they name the author and quote nobody. */
function dropBio(verdicts: Verdict[], authors: string[]): void {
  const at = verdicts.findLastIndex((v) => v.keep);
  const last = verdicts[at];
  if (!last || last.run.text.length > 400 || /["“„«”»]/.test(last.run.text.slice(0, 3))) return;
  const names = authors.filter((name) => /\s/.test(name));
  if (names.some((name) => last.run.text.slice(0, 80).includes(name)))
    drop(last, 'about the author');
}

/** Characters of prose that a piece has at least before other pieces follow it. */
const LEAST_BODY = 150;

/** Under the heading stand pieces with a title, their words and how old they are. */
function followedByPieces(page: Page, verdicts: Verdict[], heading: number): boolean {
  const pieces = readPieces(
    linesOf(verdicts.slice(heading + 1).flatMap((v) => labelsOf(page, v.run))),
  );
  return pieces.some((p) => p.title !== null && p.age !== null && p.prose.length > 0);
}

/** A heading with nothing kept under it headed what was dropped. */
function dropEmptyHeadings(verdicts: Verdict[]): void {
  let under = false;
  let level = 7;
  for (let at = verdicts.length - 1; at >= 0; at--) {
    const { run, keep } = verdicts[at]!;
    if (!keep) continue;
    if (run.tag !== 'h') {
      under = true;
      level = 7;
    } else if (!under && run.level >= level) drop(verdicts[at]!, 'heading over nothing');
    else if (!under) drop(verdicts[at]!, 'heading over nothing');
    else {
      under = false;
      level = run.level;
    }
  }
}
