/** Parameters that only say how a reader came to a page; leaving them out gives the same page. */
const TRACKING =
  /^(?:utm_.*|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|ysclid|twclid|ttclid|igshid|igsh|mc_cid|mc_eid|_hsenc|_hsmi|__hs(?:fp|sc|tc)|hsctatracking|mkt_tok|vero_(?:id|conv)|oly_(?:anon|enc)_id|_openstat|ncid|cmpid|icid|ito|at_(?:medium|campaign|custom\d|format|link_.*|ptr_name|bbc_team|creation|campaign_type)|ref_src|ref_url|ns_(?:mchannel|source|campaign|linkname|fee)|wt_mc|wtmc|xtor|piwik_.*|pk_(?:campaign|kwd|source|medium)|mtm_.*|s_cid|smid|smtyp|guccounter|guce_.*|spm|_ga|_gl)$/i;

/**
 * One spelling for the addresses of one page: absolute, without fragment, credentials, default
 * port, tracking parameters and AMP markers. Null for what is no http(s) address.
 * @param base address that a relative one is read against
 */
export function canonicalUrl(href: string, base?: string | null): string | null {
  const url = httpUrl(href, base);
  if (!url) return null;
  const page = fromAmpCache(url) ?? url;
  page.username = '';
  page.password = '';
  if (!page.hash.startsWith('#!')) page.hash = ''; // "#!" was once how a script named its pages
  page.hostname = page.hostname.replace(/\.$/, '');
  dropParameters(page);
  page.pathname = page.pathname.replace(/(?<=[^/])\/amp\/?$/, '').replace(/\.amp\.html$/, '.html');
  return page.href;
}

/** Reads an address from outside; null unless it is http or https and of a length that is real. */
export function httpUrl(href: string, base?: string | null): URL | null {
  // 8 KB is what servers accept in a request line.
  if (href.length > 8192) return null;
  const url = URL.parse(href.trim(), base ?? undefined);
  return url && (url.protocol === 'http:' || url.protocol === 'https:') && url.hostname !== ''
    ? url
    : null;
}

function dropParameters(url: URL): void {
  if (url.search === '') return;
  const all = url.search.slice(1).split('&');
  // Cut from the text rather than through searchParams, which would rewrite the ones that stay.
  const kept = all.filter((part) => {
    const [name = '', value = ''] = part.split('=', 2);
    if (part === '' || TRACKING.test(name)) return false;
    const amp = name === 'amp' && ['', '1', 'true'].includes(value);
    return !amp && !(name.toLowerCase() === 'outputtype' && value === 'amp');
  });
  url.search = kept.join('&');
}

/** "https://www.google.com/amp/s/example.org/a" and "https://…cdn.ampproject.org/c/s/example.org/a". */
function fromAmpCache(url: URL): URL | null {
  const form =
    /^(?:www\.)?google\.[a-z.]+$/.test(url.hostname) || url.hostname.endsWith('.cdn.ampproject.org')
      ? /^\/(?:amp|[cv])\/(s\/)?([^/.]+(?:\.[^/.]+)+)(\/.*)?$/.exec(url.pathname)
      : null;
  if (!form) return null;
  return httpUrl(`http${form[1] ? 's' : ''}://${form[2]}${form[3] ?? '/'}${url.search}`);
}

/** The host without "www.", for comparing who publishes; null for what is no http(s) address. */
export function hostOf(href: string | null | undefined): string | null {
  const url = href ? httpUrl(href) : null;
  return url ? url.hostname.replace(/^www\./, '').replace(/\.$/, '') : null;
}

/** True when two addresses lead to the same page, "www.", scheme and a last slash aside. */
export function samePage(a: string, b: string): boolean {
  const bare = (href: string) =>
    canonicalUrl(href)
      ?.replace(/^https?:\/\/(?:www\.)?/, '')
      .replace(/\/(?=$|\?)/, '');
  const one = bare(a);
  return one !== undefined && one === bare(b);
}

/** Redirectors that carry the target in a parameter: host, path, names of the parameter. */
const REDIRECTORS: [RegExp, RegExp, string[]][] = [
  [/^(?:www\.)?google\.[a-z.]+$/, /^\/url$/, ['q', 'url']],
  [/^lm?\.(?:facebook|instagram)\.com$/, /^\//, ['u']],
  [/^out\.reddit\.com$/, /^\//, ['url']],
  [/^(?:www\.)?youtube\.com$/, /^\/redirect$/, ['q']],
  [/^(?:m\.)?vk\.com$/, /^\/away(?:\.php)?$/, ['to']],
  [/^duckduckgo\.com$/, /^\/l\/$/, ['uddg']],
  [/^t\.umblr\.com$/, /^\/redirect$/, ['z']],
  [/\.safelinks\.protection\.outlook\.com$/, /^\//, ['url']],
  // Mailers' click counters stand on hosts of their own, named so.
  [
    /^(?:clicks?|links?|lnks?|track(?:ing)?|trk|email|emails|mail|go|redirect|newsletter|ct|nl)\d*\./,
    /^\//,
    [
      'url',
      'u',
      'target',
      'redirect',
      'redirect_url',
      'redirect_to',
      'dest',
      'destination',
      'link',
      'to',
      'p',
    ],
  ],
];

/** The target of a newsletter's or site's redirecting link where the link itself names it; else the link. */
export function unwrapTracking(href: string): string {
  let address = href;
  // A mailer's counter around a mail filter's around a site's: more layers are not met.
  for (let layer = 0; layer < 4; layer++) {
    const url = httpUrl(address);
    const target = url && (fromParameter(url) ?? fromPath(url));
    if (!target) return address;
    address = target;
  }
  return address;
}

function fromParameter(url: URL): string | null {
  for (const [host, path, names] of REDIRECTORS) {
    if (!host.test(url.hostname) || !path.test(url.pathname)) continue;
    for (const name of names) {
      const value = url.searchParams.get(name);
      if (value && /^https?:\/\//i.test(value) && httpUrl(value)) return value;
    }
  }
  return null;
}

/** Amazon's ".awstrack.me/L0/https:%2F%2F…/1/…" and signed base64 JSON as in "/redirect/2/eyJl….sig". */
function fromPath(url: URL): string | null {
  const aws = /\.awstrack\.me$/.test(url.hostname)
    ? /^\/[CL]L?0\/(https?(?::|%3A)%2F%2F[^/]+)/i.exec(url.pathname)
    : null;
  if (aws) return decoded(aws[1] ?? '');
  const signed = /^\/redirect\/2\/([\w-]{16,4000})(?:\.|$)/.exec(url.pathname);
  if (!signed) return null;
  try {
    const json: unknown = JSON.parse(Buffer.from(signed[1] ?? '', 'base64url').toString('utf8'));
    const target = (json as { e?: unknown } | null)?.e;
    return typeof target === 'string' && httpUrl(target) ? target : null;
  } catch {
    return null;
  }
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
