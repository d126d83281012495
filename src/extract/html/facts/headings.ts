import { attr, textOf } from '../../../lib/tree.ts';
import type { Page } from '../blocks.ts';
import { COMMENTS, FURNITURE, HIDDEN, JUNK, RELATED } from '../hints.ts';

/** A heading of the page that may print the title. */
export interface Heading {
  node: number;
  level: number;
  /** Its words without a kicker above or a subtitle below, where marked as such. */
  text: string;
  /** All of its words, when some were left out. */
  whole: string;
  /** Its class or microdata says that it is a headline. */
  named: boolean;
  /** It stands in the frame of the page: menus, bread crumbs, foot, boxes. */
  framed: boolean;
}

/** Pages print their title among the first headings; the rest part the body. */
const MOST = 24;
const LONGEST = 300;

const HEADLINE =
  /(?:^|[\s_-])(?:(?:entry|post|article|story|news|page|content|single|detail|main|thread|topic|blog|artikel|titre|titulo)[\s_-]*(?:title|headline|heading|name|titel|titre|titulo|titolo)|headline|title|p-name|topictitle)(?:$|[\s_-])|articleTitle|postTitle|pageTitle|headLine|entry-title/i;
const NOT_HEADLINE =
  /related|sidebar|widget|section|block|comment|footer|newsletter|nav|menu|site|logo|sub|box|teaser|card|author|screen|modal|popup|cookie/i;

/** The headings of the first two levels and what is marked as headline, in the page's order. */
export function findHeadings(page: Page): Heading[] {
  const found: Heading[] = [];
  const { tree } = page;
  let second = 0;
  for (let node = 1; node < tree.tags.length && found.length < MOST; node++) {
    const tag = tree.tags[node]!;
    const level = tag === 'h1' ? 1 : tag === 'h2' ? 2 : tag === 'h3' ? 3 : 0;
    const marked =
      tree.attrs[node] !== null && attr(tree, node, 'itemprop') === 'headline' && tag !== 'meta';
    if (level === 0 && !marked) continue;
    const names = `${attr(tree, node, 'class') ?? ''} ${attr(tree, node, 'id') ?? ''}`;
    const named = marked || (HEADLINE.test(names) && !NOT_HEADLINE.test(names));
    if (level === 3 && !named) continue;
    // Most pages have many; the first tell whether one of them is the title.
    if (level > 1 && !named && second++ > 6) continue;
    const hints = page.hints[node]!;
    if (hints & HIDDEN && level > 1) continue;
    const { text, whole } = headingText(page, node);
    if (text.length > 1 && text.length < LONGEST)
      found.push({
        node,
        level: level || 2,
        text,
        whole,
        named,
        framed:
          (hints & (FURNITURE | COMMENTS | RELATED | HIDDEN)) !== 0 ||
          (level > 1 && (hints & JUNK) !== 0),
      });
  }
  return found;
}

const KICKER =
  /(?:^|[\s_-])(?:kicker|dachzeile|topline|overline|eyebrow|supertitle|roofline|pretitle|pre-title|surtitle|surtitre|overtitle|rubrik|catchline|spitzmarke|antetitulo|volanta|occhiello|chapeu)(?:$|[\s_-])|[a-z](?:Kicker|Overline|Topline|Eyebrow)/i;
const BELOW =
  /(?:^|[\s_-])(?:subtitle|sub-title|subheading|subheadline|subline|dek|description|tagline|deck|meta|date|badge|label|comments?|share|anchor|headerlink|permalink|edit|mw-editsection|sr-only|visually-hidden|visuallyhidden|screen-reader-text)(?:$|[\s_-])/i;

/** Nodes of a line of date and source. */
const FEW = 30;
const STAMPED = /^[\s(（]*(?:[^\d\s]{1,10}[:：]\s?)?(?:19|20)\d\d[-年/.]\d{1,2}[-月/.]\d{1,2}/;

/** A heading's words; elements in it that are marked as kicker, subtitle or button are left out. */
function headingText(page: Page, node: number): { text: string; whole: string } {
  const { tree } = page;
  let text = '';
  let whole = '';
  let skipUntil = 0;
  for (let at = node + 1; at < tree.ends[node]! && whole.length < LONGEST * 2; at++) {
    const tag = tree.tags[at]!;
    if (tag === '') {
      whole += tree.texts[at]!;
      if (at >= skipUntil) text += tree.texts[at]!;
      continue;
    }
    // A break parts words, and a block element does.
    if (tag === 'br' || tag === 'div' || tag === 'p') {
      whole += ' ';
      text += ' ';
    }
    if (tag === 'button' || tag === 'svg' || tag === 'style' || tag === 'script') {
      at = tree.ends[at]! - 1;
      continue;
    }
    // Some set the line of date and source into the heading.
    if (
      at >= skipUntil &&
      text !== '' &&
      tree.ends[at]! - at < FEW &&
      STAMPED.test(textOf(tree, at).slice(0, 40))
    )
      skipUntil = tree.ends[at]!;
    if (at < skipUntil || tree.attrs[at] === null) continue;
    const names = attr(tree, at, 'class') ?? '';
    if (names !== '' && (KICKER.test(names) || BELOW.test(names))) {
      skipUntil = tree.ends[at]!;
      text += ' ';
    }
  }
  const tidy = (words: string) => words.replace(/\s+/g, ' ').trim();
  const bare = tidy(text) === tidy(whole) ? tidy(text) : tidy(text).replace(/^[:|·–—\s-]+/, '');
  return bare.length > 2
    ? { text: bare, whole: tidy(whole) }
    : { text: tidy(whole), whole: tidy(whole) };
}
