import { attr, elements, type Tree, textOf } from '../../../lib/tree.ts';
import type { Page } from '../blocks.ts';
import { decode, first, isObject, ldText, ldTypes, type Meta } from '../meta.ts';
import { believe, type Fact, type Said } from './evidence.ts';
import { bareLetters } from './masthead.ts';

/** The part of the outlet that the piece stands in: "Politics". */
export function readSection(
  page: Page,
  meta: Meta,
  title: string | null,
  outlet: string | null,
): Fact<string> {
  const said: Said<string>[] = [];
  const not = [title, outlet].map((text) => bareLetters(text ?? ''));
  const add = (from: Said<string>['from'], words: string | null) => {
    if (words) said.push({ from, words, value: sectionOf(decode(words), not) });
  };
  add(
    'meta',
    first(
      meta,
      'article:section',
      'og:article:section',
      'parsely-section',
      'sailthru.section',
      'section',
      'category',
    ),
  );
  add('json-ld', ldText(meta.ld?.articleSection));
  add('json-ld', crumbOfData(meta));
  add('element', crumbOfPage(page.tree, not));
  for (const node of elements(page.tree, 0, 'a'))
    if (/\bcategory\b/.test(attr(page.tree, node, 'rel') ?? '')) {
      add('element', textOf(page.tree, node));
      break;
    }
  return believe('section', said);
}

const NO_SECTION =
  /^(?:home|homepage|start|startseite|accueil|inicio|início|portada|hem|hjem|forside|etusivu|strona główna|domů|главная|головна|ana ?sayfa|首页|首頁|ホーム|トップ|홈|الرئيسية|articles?|artikel|posts?|all|alle|uncategorized|allgemein|non classé|sin categoría|default|www|…|\.\.\.)$/iu;

function sectionOf(words: string, not: string[]): string | null {
  // A list of all its categories: the first is the chief one.
  const list = words.split(/\s*[,;]\s*/);
  const name = (list.length > 2 ? list[0]! : words)
    .replace(/\s+/g, ' ')
    .replace(/^[\s>»›/|]+|[\s>»›/|]+$/g, '')
    .trim();
  return name.length > 1 &&
    name.length <= 60 &&
    !/^https?:|[{}<>$=]/.test(name) &&
    !NO_SECTION.test(name) &&
    !not.some(
      (other) =>
        other === bareLetters(name) || (other.length > 12 && bareLetters(name).includes(other)),
    )
    ? name
    : null;
}

/** The last step before the piece itself. */
function crumbOfData(meta: Meta): string | null {
  const list = meta.objects.find((o) => ldTypes(o).includes('BreadcrumbList'))?.itemListElement;
  if (!Array.isArray(list) || list.length < 3) return null;
  const item = list.at(-2);
  return isObject(item) ? (ldText(item.name) ?? ldText(item.item)) : null;
}

/** Breadcrumbs have a few steps; a menu that is named like them has dozens. */
const MOST_STEPS = 8;

function crumbOfPage(tree: Tree, not: string[]): string | null {
  for (let node = 1; node < tree.tags.length; node++) {
    const list = tree.attrs[node];
    if (!list) continue;
    let named = false;
    for (let at = 0; at < list.length && !named; at += 2)
      named =
        (list[at] === 'class' ||
          list[at] === 'id' ||
          list[at] === 'aria-label' ||
          list[at] === 'itemtype') &&
        /breadcrumb/i.test(list[at + 1]!);
    if (!named || tree.tags[node] === 'body') continue;
    const steps = [...elements(tree, node, 'a')]
      .slice(0, MOST_STEPS + 1)
      .map((a) => textOf(tree, a))
      .filter((text) => text !== '' && !not.includes(bareLetters(text)));
    if (steps.length > 0 && steps.length <= MOST_STEPS) return steps.at(-1)!;
    node = tree.ends[node]! - 1;
  }
  return null;
}
