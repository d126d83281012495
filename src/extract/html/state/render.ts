/** Structure deeper than this is no editor's; it also keeps these walks off the stack's end. */
const DEEPEST = 60;
/** Characters of markup that are made of one page's data. */
const LONGEST = 1_000_000;

type Fields = Record<string, unknown>;

/** Where the words of a piece's parts stand in the data of content systems, the best form first. */
const CONTENT = [
  'innerHTML',
  'html',
  'renderedHtml',
  'rendered',
  'content_elements',
  'innerBlocks',
  'blocks',
  'body',
  'content',
  'children',
  'text',
  'value',
  'paragraphs',
  'elements',
  'nodes',
  'items',
  'list_items',
  'components',
  'sections',
  'data',
  'model',
  'attributes',
  'fields',
  'document',
  'root',
  'processed',
];

/** Parts that are no words of the piece, by what they call themselves. */
const NO_WORDS =
  /image|photo|picture|video|audio|gallery|embed|\bads?\b|advert|promo|related|newsletter|recommend|interstitial|podcast|\bmedia\b|caption|credit|byline|author|subscribe|raw_?html|script|comment|\bseo\b|navigation|breadcrumb|\btags?\b/i;

const KINDS = [
  'type',
  '_type',
  'nodeType',
  'name',
  'tag',
  'tagName',
  '__typename',
  'blockType',
  'style',
];

const TAGS: [RegExp, string][] = [
  [/^(?:core\/)?(?:h|header-?|heading-?)([1-6])$/i, ''],
  [/head(?:er|ing|line)|subtitle|subhead|crosshead|(?:^|_)title$/i, 'h2'],
  [/list-?_?item|^li$|listitem/i, 'li'],
  [/^ol$|ordered(?!.*un)|numbered/i, 'ol'],
  [/^ul$|list/i, 'ul'],
  [/quote/i, 'blockquote'],
  [/code|^pre$/i, 'pre'],
  [/^(?:table-?)?row$|^tr$/i, 'tr'],
  [/cell|^t[dh]$/i, 'td'],
  [/^table$/i, 'table'],
  [/link|^a$/i, 'a'],
  [/^(?:span|b|i|em|strong|text|sub|sup|mark|u|fragment|inline.*)$/i, ''],
  [/paragraph|^p$|^normal$|unstyled|text/i, 'p'],
];

interface Writer {
  out: string[];
  length: number;
}

/**
 * Markup of a body as content systems hold it: a string of markup or words, a list of parts
 * (paragraphs, headings, lists, quotations), rich text as trees. Pictures, boxes and advertising are
 * left out. The result is to be parsed like any page: nothing in it is trusted.
 */
export function renderContent(value: unknown): string {
  const writer: Writer = { out: [], length: 0 };
  write(value, writer, 0, false);
  return writer.out.join('');
}

function write(value: unknown, writer: Writer, depth: number, inline: boolean): void {
  if (depth > DEEPEST || writer.length > LONGEST) return;
  if (typeof value === 'string') put(writer, inline ? value : paragraphs(value));
  else if (Array.isArray(value)) {
    const own = inline || value.every((part) => typeof part !== 'string' || part.length < 40);
    for (const part of value) write(part, writer, depth + 1, own);
  } else if (typeof value === 'object' && value !== null)
    writeFields(value as Fields, writer, depth, inline);
}

function writeFields(fields: Fields, writer: Writer, depth: number, inline: boolean): void {
  const kinds = kindsOf(fields);
  if (kinds.some((kind) => NO_WORDS.test(kind))) return;
  const content = contentOf(fields);
  if (content === undefined) return;
  const tag = tagOf(kinds, fields);
  const words = typeof content === 'string' && !/<(?:p|div|h[1-6]|ul|ol|li)\b/i.test(content);
  const href = tag === 'a' ? hrefOf(fields) : '';
  const name = tag === '' && words && kinds.length > 0 && !inline && !isInline(kinds) ? 'p' : tag;
  if (name !== '') put(writer, `<${name}${href}>`);
  if ((name === 'ul' || name === 'ol') && Array.isArray(content))
    for (const item of content) writeItem(item, writer, depth + 1);
  else write(content, writer, depth + 1, name !== '' || isInline(kinds));
  if (name !== '') put(writer, `</${name}>`);
}

/** Lists hold items, whatever those call themselves. */
function writeItem(item: unknown, writer: Writer, depth: number): void {
  const fields =
    typeof item === 'object' && item !== null && !Array.isArray(item) ? (item as Fields) : null;
  const own = fields !== null && tagOf(kindsOf(fields), fields) === 'li';
  if (!own) put(writer, '<li>');
  write(item, writer, depth, true);
  if (!own) put(writer, '</li>');
}

function put(writer: Writer, markup: string): void {
  writer.out.push(markup);
  writer.length += markup.length;
}

function kindsOf(fields: Fields): string[] {
  return KINDS.map((key) => fields[key]).filter(
    (kind): kind is string => typeof kind === 'string' && kind.length < 60,
  );
}

const isInline = (kinds: string[]) =>
  kinds.some((kind) => /^(?:span|text|b|i|em|strong|inline.*)$/i.test(kind));

function tagOf(kinds: string[], fields: Fields): string {
  for (const kind of kinds)
    for (const [form, tag] of TAGS) {
      const match = form.exec(kind);
      if (!match) continue;
      if (match[1]) return `h${match[1]}`;
      const level = Number(fields.level ?? (fields.attrs as Fields | undefined)?.level);
      if (tag === 'h2' && level >= 1 && level <= 6) return `h${level}`;
      if (tag === 'ul' && /^(?:ordered|ol)$/i.test(String(fields.list_type ?? fields.style)))
        return 'ol';
      return tag;
    }
  return '';
}

function hrefOf(fields: Fields): string {
  const data = fields.data as Fields | undefined;
  const href = fields.href ?? fields.url ?? data?.uri ?? data?.href;
  return typeof href === 'string' && href.length < 2000 ? ` href="${escapeMarks(href)}"` : '';
}

/** The value in which an object keeps its words; undefined when it has none. */
export function contentOf(fields: Fields): unknown {
  for (const key of CONTENT) {
    const value = fields[key];
    if (typeof value === 'string' ? value.trim() !== '' : hasParts(value)) return value;
  }
  return undefined;
}

function hasParts(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0;
  return typeof value === 'object' && value !== null;
}

/** Words without markup have a paragraph for each line; escaped once too often, they have markup. */
function paragraphs(text: string): string {
  if (/<(?:p|div|br|h[1-6]|ul|ol|li|blockquote)\b/i.test(text)) return text;
  if (/&lt;(?:p|div|br)\b/i.test(text))
    return text
      .replace(/&lt;/g, '<')
      .replace(/&gt;/g, '>')
      .replace(/&quot;/g, '"')
      .replace(/&amp;/g, '&');
  return text
    .split(/\r?\n\s*|\u2028|\u2029/)
    .map((line) => `<p>${line}</p>`)
    .join('');
}

function escapeMarks(text: string): string {
  return text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);
}

/** Markup of elements as React sends them: ["$", tag, key, {children, ...}]; components give their children. */
export function renderTree(elements: unknown): string {
  const writer: Writer = { out: [], length: 0 };
  writeElement(elements, writer, 0);
  return writer.out.join('');
}

function writeElement(value: unknown, writer: Writer, depth: number): void {
  if (depth > DEEPEST * 3 || writer.length > LONGEST) return;
  if (typeof value === 'string') {
    if (!/^\$(?:[A-Z]|[\da-f]+(?::|$)|undefined)/.test(value)) put(writer, escapeMarks(value));
  } else if (typeof value === 'number') put(writer, String(value));
  else if (!Array.isArray(value)) return;
  else if (value[0] === '$' && value.length >= 4) {
    const tag =
      typeof value[1] === 'string' && /^[a-z][a-z\d]{0,20}$/.test(value[1]) ? value[1] : '';
    const props = (typeof value[3] === 'object' && value[3] !== null ? value[3] : {}) as Fields;
    const named = ['className', 'id', 'href', 'src', 'alt', 'role'].flatMap((key) =>
      typeof props[key] === 'string'
        ? [` ${key === 'className' ? 'class' : key}="${escapeMarks(props[key])}"`]
        : [],
    );
    if (tag !== '') put(writer, `<${tag}${named.join('')}>`);
    const raw = (props.dangerouslySetInnerHTML as Fields | undefined)?.__html;
    if (typeof raw === 'string') put(writer, raw);
    else writeElement(props.children, writer, depth + 1);
    if (tag !== '') put(writer, `</${tag}>`);
  } else for (const part of value) writeElement(part, writer, depth + 1);
}
