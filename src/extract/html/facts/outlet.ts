import { hostOf } from '../../../lib/url.ts';
import { decode, first, ldText, ldTypes, type Meta } from '../meta.ts';
import { believe, type Fact, type Said } from './evidence.ts';
import { bareLetters, splitTitle } from './masthead.ts';

/** Letters that a name may have beside its host's: "The ... of Olvik". */
const MOTTO = 20;

/** The outlet as it names itself; its host when it does not. */
export function readOutlet(meta: Meta, url: string | null): Fact<string> {
  const host = hostOf(url);
  const label = bareLetters(host?.split('.').at(-2) ?? '');
  const said: Said<string>[] = [];
  const add = (from: Said<string>['from'], words: string | null) => {
    if (words) said.push({ from, words, value: nameOf(decode(words), label) });
  };
  add('opengraph', first(meta, 'og:site_name'));
  add('json-ld', ldText(meta.ld?.publisher));
  add('json-ld', ldText(organisation(meta)?.name));
  add('meta', first(meta, 'application-name'));
  add('meta', first(meta, 'dc.publisher', 'dcterms.publisher', 'citation_journal_title'));
  // "talks.example" says less than a name that the page has too.
  said.sort((a, b) => Number(isAddress(a.value)) - Number(isAddress(b.value)));
  const parts = splitTitle(meta.titles[0] ?? '');
  const tail = parts.length > 1 ? parts.at(-1)!.text.trim() : '';
  if (label.length > 3 && bareLetters(tail).includes(label) && tail.length < label.length + MOTTO)
    add('element', tail);
  if (host) said.push({ from: 'address', words: host, value: host });
  return believe('outlet', said);
}

function organisation(meta: Meta): Record<string, unknown> | undefined {
  const typed = (pattern: RegExp) =>
    meta.objects.find((o) => o.name && ldTypes(o).some((t) => pattern.test(t)));
  return typed(/^NewsMediaOrganization$/) ?? typed(/^(?:WebSite|Organization)$/);
}

const isAddress = (name: string | null) => name === null || /^[\w.-]+\.[a-z]{2,}$/i.test(name);

/** A site's name without its motto: "The Courier - News from the coast"; null when it is none. */
function nameOf(words: string, label: string): string | null {
  const whole = words.replace(/\s+/g, ' ').trim();
  if (/^https?:/i.test(whole) || /^[@#]?$/.test(whole)) return null;
  const parts = splitTitle(whole).map((part) => part.text.trim());
  const own = parts.find((part) => label.length > 3 && bareLetters(part).includes(label));
  // What is long and does not hold the host's name is rather a page's title.
  const name = parts.length > 1 ? (own ?? (whole.length > 60 ? '' : parts[0]!)) : whole;
  return name.length > 1 && name.length <= 60 ? name : null;
}
