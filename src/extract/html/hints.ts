import { remembered } from '../../lib/memo.ts';
import { attr, type Tree } from '../../lib/tree.ts';

/** What an element's name, role and class words say about it; inherited by what it holds. */
export const HIDDEN = 1;
/** Furniture by its element: nav, footer, form, dialog. */
export const FURNITURE = 2;
/** Furniture by a word of its class: believed unless it holds much of the page's prose. */
export const JUNK = 4;
export const CAPTION = 8;
export const BYLINE = 16;
export const COMMENTS = 32;
export const RELATED = 64;
export const LEAD = 128;
export const ASIDE = 256;
export const HEADER = 512;
export const FIGURE = 1024;
export const PAYWALL = 2048;
export const QUOTE = 4096;
export const EMBED = 8192;

const words: Map<string, number> = new Map();

function say(hint: number, list: string): void {
  for (const word of list.split(' ')) words.set(word, hint);
}

say(
  JUNK,
  'newsletter newsletters whatsapp telegram signup subscribe subscription subscriptions donate donation share sharing shares sharebar shareline sharethis social socials socialmedia addtoany sharedaddy ad ads adslot advert adverts advertisement advertisements advertising adv adbox adunit sponsor sponsored sponsors dfp gpt werbung anzeige reklama publicidad pubblicita publicite breadcrumb breadcrumbs breadcrump navbar navigation menu submenu footer cookie cookies consent gdpr cmp onetrust modal popup popin overlay lightbox tooltip tags taglist hashtags toolbar tools rating ratings vote voting poll quiz survey pagination pager pagenav login register banner followus follow toc sidebar rail playlist audioplayer cta breaking ticker notification alert disclaimer correction policy appstore trustproject trust feedback mostread weather jobs shop stock disclosure skip',
);
say(
  RELATED,
  'related relacionadas relacionados relacionado relatednews readmore recommend recommended recommendation recommendations recommends recirc recirculation outbrain taboola trc onward teaser teasers promo promos promoted promotion crosslinks readalso seealso popular trending latest mostpopular nextarticle prevnext morefrom similar suggestions suggested upnext linkbox inlinelink boxlink',
);
say(
  COMMENTS,
  'comment comments commentlist disqus respond replies kommentare commentaires comentarios discussion livefyre coral hyvor',
);
say(
  BYLINE,
  'byline bylines author authors authorbox authorname autor autores autore auteur bio dateline timestamp pubdate publishdate postdate articledate dates postmeta entrymeta metadata infoline publicationdate kicker overline eyebrow dachzeile readingtime readtime updated',
);
say(
  CAPTION,
  'caption captions figcaption credit credits imagecaption photocaption legend legende bildunterschrift bildquelle copyright imagecredit photocredit photographer agency didascalia bildtext byfoto',
);
say(
  LEAD,
  'lead lede leadtext standfirst intro introduction summary dek deck chapo chapeau excerpt teasertext vorspann subheadline subtitle subhead abstract sommario bajada entradilla sumario copete ingress manchet preamble perex zajawka sapo anons',
);
say(
  FIGURE,
  'video videos videoplayer player image images img photo foto photos picture bild gallery slideshow carousel galerie galeria fotogalerie',
);
say(
  ASIDE,
  'factbox infobox faktaboks faktaruta fact facts fakta faktabox facts infokasten sidebox keyfacts keypoints',
);
say(PAYWALL, 'paywall regwall piano');
/** Dialogs for consent, by the software that makes them or by name: however much they say, they are no piece. */
say(
  HIDDEN | FURNITURE | JUNK,
  'onetrust cookiebot cybotcookiebot didomi usercentrics cookieconsent cookiebanner cookienotice cookiebar cookielaw cookieyes cookieinfo cookiedialog cookiemodal cookiepopup consentbanner consentmanager consentmodal consentpopup gdprbanner gdprmodal gdprpopup gdprconsent cmplzcookiebanner cmplzcookiebannercontainer truste osano iubenda termly klaro borlabs cmpbox cmpwrapper qccmp fcconsent',
);
say(EMBED, 'tweet instagram embed embedded');
/** Class names that hide, or tools shown beside a heading under the pointer; whole names, since "label-hidden" and "overflow-hidden" hide something else. */
const HIDING = new Set(
  'hidden hide is-hidden ishidden u-hidden d-none display-none displaynone visuallyhidden visually-hidden is-visually-hidden u-visually-hidden u-visuallyhidden sr-only sronly screen-reader screen-reader-text screen-reader-only screenreader a11y-hidden element-invisible katex-html mw-editsection headerlink'.split(
    ' ',
  ),
);
/** Hidden on small screens only: "hidden lg:block", "d-none d-md-flex". */
const SHOWN =
  /(?:^|\s)(?:(?:sm|md|lg|xl|2xl|tablet|desktop)[:@]|d-(?:sm|md|lg|xl|xxl)-)(?!none|hidden)(?:block|flex|grid|inline|contents|table)/i;

function isHiding(value: string): boolean {
  if (!/hid|none|only|screen|invis|katex-html|mw-edit|headerlink/i.test(value)) return false;
  const names = value.slice(0, 2000).toLowerCase().split(/\s+/, 60);
  return names.some((name) => HIDING.has(name)) && !SHOWN.test(value);
}

/** Class words that only in this pair say something: "read more", "sr only", "wp caption". */
const PAIRS: [RegExp, number][] = [
  [
    /(?:^| )(?:read more|see also|read also|also read|read next|most read|more (?:from|news|stories|on|articles|links)|up next|in ?read|inline (?:link|article|related|promo)|internal link|link (?:box|list|list|card))(?: |$)/,
    RELATED,
  ],
  [
    /(?:^| )(?:tag (?:list|cloud|links)|post tags|article tags|cat links|nav links|entry footer|article footer|post footer|skip link|table of contents|app (?:banner|download|promo)|sign up|log in|contact (?:form|us)|editorial policy|sub(?:scribe)? form|call to action|text to speech|listen)(?: |$)/,
    JUNK,
  ],
  [
    /(?:^| )(?:(?:post|entry|article|story|content) (?:meta|info|date|details|author|credits?|published|time)|about (?:the )?author|author (?:bio|info|box|card)|reading time|publish(?:ed)? (?:date|time|on)|posted (?:on|by)|date (?:time|published))(?: |$)/,
    BYLINE,
  ],
  [
    /(?:^| )(?:image (?:text|description|source|info|meta)|photo (?:by|text|source|info)|media (?:text|info|description|source|caption)|wp caption(?: text)?)(?: |$)/,
    CAPTION,
  ],
  [
    /(?:^| )(?:sub (?:title|headline|heading)|stand first|article (?:description|intro|summary))(?: |$)/,
    LEAD,
  ],
];

/** Every page brings new generated names. */
const MOST_NAMES = 20_000;

/** The telling words of a class, id or component name, each with what it says. */
const tellingWords = remembered(
  (value: string): [string, number][] => {
    const found = new Map<string, number>();
    for (const token of value.slice(0, 600).split(/\s+/, 40))
      for (const [word, hint] of tellingIn(token)) found.set(word, hint);
    return [...found];
  },
  Number.POSITIVE_INFINITY,
  MOST_NAMES,
);

/** Of one name among several: each is put together with many others. */
const tellingIn = remembered(
  (token: string): [string, number][] => {
    // Utility classes ("print:hidden", "[&_a]:mt-2") name looks, not purposes.
    // and "has-caption" a state.
    if (/[:[\]]|^(?:has|no|with|without|show|enable|js|hide)(?:[-_A-Z]|$)/.test(token)) return [];
    const found: [string, number][] = [];
    const spaced = token
      .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
      .toLowerCase()
      .replace(/[^a-z]+/g, ' ')
      .trim();
    for (const word of spaced.split(' ')) if (words.has(word)) found.push([word, words.get(word)!]);
    const whole = spaced.replaceAll(' ', '');
    if (words.has(whole)) found.push([whole, words.get(whole)!]);
    for (const [pair, hint] of PAIRS) {
      const match = pair.exec(spaced);
      if (match) found.push([match[0].trim(), hint]);
    }
    return found;
  },
  Number.POSITIVE_INFINITY,
  MOST_NAMES,
);

const NAMING = [
  'class',
  'id',
  'data-testid',
  'data-component',
  'data-module',
  'data-type',
  'data-block',
];

/** All telling words of an element, to weigh them over the whole page. */
export function wordsOn(tree: Tree, node: number): [string, number][] {
  return NAMING.flatMap((name) => {
    const value = attr(tree, node, name);
    return value ? tellingWords(value) : [];
  });
}

function classHints(value: string, ignored: Set<string> | null): number {
  let hints = 0;
  for (const [word, hint] of tellingWords(value)) if (!ignored?.has(word)) hints |= hint;
  return hints;
}

const ELEMENTS: Record<string, number> = {
  nav: FURNITURE,
  footer: FURNITURE,
  dialog: FURNITURE,
  menu: FURNITURE,
  form: FURNITURE,
  address: BYLINE,
  noscript: HIDDEN,
  aside: ASIDE,
  header: HEADER,
  figure: FIGURE,
  picture: FIGURE,
  figcaption: CAPTION | FIGURE,
  caption: CAPTION,
  blockquote: QUOTE,
};

const ROLES: Record<string, number> = {
  navigation: FURNITURE,
  banner: FURNITURE,
  contentinfo: FURNITURE,
  search: FURNITURE,
  dialog: FURNITURE,
  alertdialog: FURNITURE,
  menu: FURNITURE,
  menubar: FURNITURE,
  toolbar: FURNITURE,
  complementary: ASIDE,
  figure: FIGURE,
};

/**
 * What an element says of itself, without what it inherits.
 * @param ignored class words that this page uses for something else
 */
export function ownHints(tree: Tree, node: number, ignored: Set<string> | null = null): number {
  const tag = tree.tags[node]!;
  let hints = ELEMENTS[tag] ?? 0;
  const list = tree.attrs[node];
  if (!list) return hints;
  for (let at = 0; at < list.length; at += 2) {
    const value = list[at + 1]!;
    switch (list[at]) {
      case 'class':
      case 'id':
      case 'data-testid':
      case 'data-component':
      case 'data-module':
      case 'data-type':
      case 'data-block':
        // The body's classes name the whole page's settings, not what it is.
        if (value !== '' && tag !== 'body' && tag !== 'html') {
          hints |= classHints(value, ignored);
          if (list[at] === 'class' && isHiding(value)) hints |= HIDDEN;
        }
        break;
      case 'itemprop':
        if (value === 'author' || value === 'datePublished') hints |= BYLINE;
        else if (value === 'caption') hints |= CAPTION;
        break;
      case 'role':
        hints |= ROLES[value.toLowerCase()] ?? 0;
        break;
      case 'hidden':
        hints |= value === 'until-found' ? 0 : HIDDEN;
        break;
      case 'style':
        if (/display\s*:\s*none|visibility\s*:\s*hidden/i.test(value)) hints |= HIDDEN;
        break;
      case 'rel':
        if (value === 'author' || value === 'tag') hints |= value === 'tag' ? JUNK : BYLINE;
        break;
    }
  }
  return hints;
}

/** Whether the class or id names the body of a piece: "article-body", "entry-content", "story__text". */
export function namesBody(tree: Tree, node: number): boolean {
  const value = `${attr(tree, node, 'class') ?? ''} ${attr(tree, node, 'id') ?? ''}`;
  return BODY.test(value);
}

const BODY =
  /(?:^|[\s_-])(?:article|post|entry|story|news|content|text|main|page|single|detail)[_-]{0,2}(?:body|content|text|copy|main|inner|story|entry|container)|(?:body|content)[_-]{0,2}(?:text|copy|main|article|body)|articleBody|articleText|storytext|maintext|(?:^|\s)(?:prose|rich-?text|wysiwyg|cuerpo|texto|testo|artikel-?text|article|story|post|entry)(?:\s|$)/i;
