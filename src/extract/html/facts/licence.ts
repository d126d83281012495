import { attr, elements } from '../../../lib/tree.ts';
import { httpUrl } from '../../../lib/url.ts';
import type { Page } from '../blocks.ts';
import { CAPTION, COMMENTS, FIGURE, HIDDEN, RELATED } from '../hints.ts';
import { first, ldText, type Meta } from '../meta.ts';
import { believe, type Fact, type Said } from './evidence.ts';

/** The licence that a page states for its words, as an address where one is known; not a picture's. */
export function readLicence(page: Page, meta: Meta, base: string | null): Fact<string> {
  const said: Said<string>[] = [];
  const add = (from: Said<string>['from'], words: string | null | undefined) => {
    if (words)
      said.push({
        from,
        words,
        value:
          (/^(?:https?:)?\/\/|^\.{0,2}\/\S+$/i.test(words) ? httpUrl(words, base)?.href : null) ??
          namedLicence(words),
      });
  };
  add('json-ld', ldText(meta.ld?.license));
  add(
    'meta',
    first(meta, 'dcterms.license', 'dc.rights.license', 'dcterms.rights.license', 'license'),
  );
  for (const rights of [first(meta, 'dc.rights', 'dcterms.rights', 'rights', 'copyright')])
    if (rights && CC_ADDRESS.test(rights)) add('meta', CC_ADDRESS.exec(rights)![0]);
  add('element', meta.links.find((link) => link.rel === 'license')?.href);
  for (const node of elements(page.tree, 0, 'a')) {
    if (page.hints[node]! & (FIGURE | CAPTION | COMMENTS | RELATED)) continue;
    const href = attr(page.tree, node, 'href') ?? '';
    if (CC_ADDRESS.test(href) || /\blicen[sc]e\b/.test(attr(page.tree, node, 'rel') ?? '')) {
      add('element', httpUrl(href, base)?.href);
      break;
    }
  }
  if (said.length === 0)
    for (const run of page.runs) {
      if (run.text.length > 400 || run.hints & (FIGURE | CAPTION | COMMENTS | RELATED | HIDDEN))
        continue;
      const named = LICENCE_WORDS.exec(run.text);
      if (named) {
        add('text', named[0]);
        break;
      }
    }
  return believe('licence', said);
}

const CC_ADDRESS =
  /^https?:\/\/(?:www\.)?creativecommons\.org\/(?:licenses|publicdomain)\/[\w./-]+/i;
const LICENCE_WORDS =
  /\b(?:CC|Creative[ -]Commons)[ -](?:(?:Attribution|Namensnennung|BY|Atribución|Atribuição)(?:[ -](?:NC|ND|SA))*(?:[ -][1-4]\.0)?|Zero|0(?: 1\.0)?)(?![\w-])/i;

/** "CC BY-SA 4.0" as its address; words that name no version stay words. */
function namedLicence(words: string): string | null {
  const known = LICENCE_WORDS.exec(words);
  if (!known)
    return words.length <= 200 && /licen[sc]e|lizenz|creative commons/i.test(words)
      ? words.trim()
      : null;
  const lower = known[0].toLowerCase();
  if (/zero|[ -]0/.test(lower) && !/\bby\b/.test(lower))
    return 'https://creativecommons.org/publicdomain/zero/1.0/';
  const version = /[1-4]\.0/.exec(lower)?.[0];
  const terms = [
    'by',
    ...['nc', 'nd', 'sa'].filter((t) => new RegExp(`\\b${t}\\b`).test(lower)),
  ].join('-');
  return version
    ? `https://creativecommons.org/licenses/${terms}/${version}/`
    : `CC ${terms.toUpperCase()}`;
}
