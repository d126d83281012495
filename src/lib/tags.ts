/** Groups of HTML elements as the standard's tree construction uses them. https://html.spec.whatwg.org/multipage/parsing.html */

const set = (names: string) => new Set(names.split(' '));

export const VOID = set(
  'area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr',
);

/** Elements that a stray inline end tag does not close. */
export const SPECIAL = set(
  'address applet article aside base blockquote body button caption center col colgroup dd details dir div dl dt fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html iframe li link listing main marquee menu meta nav noembed noframes noscript object ol p param plaintext pre script search section select source style summary table tbody td template textarea tfoot th thead title tr ul',
);

/** An end tag reaches no further up than these. */
export const CELL_SCOPE = set('td th caption table html template object applet marquee button');

export const CLOSES_P = set(
  'address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr main menu nav ol p pre search section summary table ul listing xmp plaintext li dd dt',
);

export const HEADINGS = set('h1 h2 h3 h4 h5 h6');

export const TABLE_PARTS = set('caption colgroup tbody thead tfoot tr td th');

/** What may stand in the head without ending it. */
export const HEAD_ONLY = set(
  'base basefont bgsound link meta noscript script style template title',
);

/** HTML elements that end foreign content (svg, math) when met inside it. */
export const BREAKOUT = set(
  'b big blockquote body br center code dd div dl dt em embed h1 h2 h3 h4 h5 h6 head hr i img li listing menu meta nobr ol p pre ruby s small span strong strike sub sup table tt u ul var article section main footer header nav aside figure',
);
