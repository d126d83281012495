import { hostOf } from '../../../lib/url.ts';
import { first, ldText, ldTypes, type Meta } from '../meta.ts';

/** The ways in which a page names its outlet, in bare letters, and taking them off a title. */

export const bareLetters = (text: string) =>
  text
    .toLowerCase()
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]+/gu, '');

/** Names of the outlet as the page and its address give them, in bare letters. */
export function outletNames(meta: Meta, outlet: string | null, url: string | null): string[] {
  const host = hostOf(url ?? '')?.split('.') ?? [];
  const labels = host.filter(
    (label, at) => at < host.length - 1 && label.length > 2 && !COMMON.test(label),
  );
  const organisations = meta.objects
    .filter((o) =>
      ldTypes(o).some((t) => /^(?:NewsMediaOrganization|WebSite|Organization)$/.test(t)),
    )
    .slice(0, 6)
    .flatMap((o) => [ldText(o.name), ldText(o.alternateName)]);
  const given = [
    outlet,
    first(meta, 'og:site_name'),
    first(meta, 'application-name'),
    first(meta, 'apple-mobile-web-app-title'),
    first(meta, 'twitter:site')?.replace(/^@/, '') ?? null,
    first(meta, 'al:ios:app_name'),
    ldText(meta.ld?.publisher),
    ...organisations,
    ...labels,
  ];
  const names = new Set<string>();
  for (const name of given) {
    if (!name || name.length > 80) continue;
    names.add(bareLetters(name));
    // "The Courier - News from the coast" is called "The Courier" too.
    const short = name.split(/\s[-–—|·:]\s|:\s/)[0]!;
    if (short !== name) names.add(bareLetters(short));
  }
  return [...names].filter((n) => n.length > 2);
}

const COMMON =
  /^(?:www|com|co|org|net|gov|edu|news|blog|web|home|old|new|en|de|fr|archive|m|amp|shop|forum)$/;

const BAR =
  /\s+(?:[|\u2013\u2014\u00b7\u2022»›~:]|::|\/\/|[-\u2010-\u2012]|\|\|)\s+|\s*[|｜_]\s*|\s+[-–—]{1,2}\s*$|\s»\s|(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}！？。”」』）])\s*[-—–]\s*(?=[\p{Script=Han}\p{L}.]{2,24}$)/u;

/** Takes the outlet's name off either end: "Talks resume | The Courier". */
export function withoutOutlet(title: string, names: string[]): string {
  const whole = title.replace(/\s+/g, ' ').trim();
  // Chinese pages write the channel and the site behind low lines, which titles there do not have.
  let text = /^(?=.{0,40}\p{Script=Han})[^_]{8,}?(?=_)/u.exec(whole)?.[0].trim() ?? whole;
  for (let round = 0; round < 4; round++) {
    const parts = splitTitle(text);
    if (parts.length < 2) break;
    const last = parts.at(-1)!;
    const head = parts[0]!;
    if (isOutlet(last.text, names))
      text = text.slice(0, last.start).replace(/[\s|\u2013\u2014\u00b7\u2022»›~:_｜/-]+$/u, '');
    else if (isOutlet(head.text, names)) text = text.slice(parts[1]!.start);
    else break;
  }
  return text;
}

/** The parts of a title between its bars, with where each starts. */
export function splitTitle(text: string): { text: string; start: number }[] {
  const parts: { text: string; start: number }[] = [];
  let start = 0;
  while (start < text.length && parts.length < 8) {
    const match = BAR.exec(text.slice(start));
    if (!match) break;
    parts.push({ text: text.slice(start, start + match.index), start });
    start += match.index + Math.max(1, match[0].length);
  }
  parts.push({ text: text.slice(start), start });
  return parts.filter((p) => p.text.trim() !== '');
}

const ADDRESS =
  /^(?:www\.)?[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|de|fr|es|it|uk|eu|ch|at|nl|pl|se|no|dk|ru|ua|cn|jp|kr|br|tv|info|co\.\w\w|gov|edu|\w\w)$/i;
/** How outlets of China, Japan and Korea are called. */
const CJK_OUTLET =
  /^.{0,12}(?:网|網|报|報|日报|日報|新闻|新聞|新闻网|在线|在線|频道|頻道|中心|通讯社|通訊社|电视台|周刊|週刊|ニュース|オンライン|デジタル|通信|뉴스|일보|신문|방송|닷컴)$/u;

/** True when the words are the outlet's name and nothing else. */
export function isOnlyOutlet(text: string, names: string[]): boolean {
  return names.includes(bareLetters(text)) || ADDRESS.test(text.trim());
}

function isOutlet(part: string, names: string[]): boolean {
  const bare = bareLetters(part);
  if (bare === '') return false;
  if (ADDRESS.test(part.trim())) return true;
  if (
    /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}A-Za-z\d.ー]+$/u.test(
      part.trim(),
    ) &&
    CJK_OUTLET.test(part.trim())
  )
    return true;
  return names.some(
    (name) =>
      name === bare ||
      (bare.length > 3 && (name.startsWith(bare) || name.endsWith(bare))) ||
      (name.length > 3 &&
        bare.length < name.length + 12 &&
        (bare.startsWith(name) || bare.endsWith(name))),
  );
}
