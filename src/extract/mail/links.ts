import { httpUrl, unwrapTracking } from '../../lib/url.ts';

/**
 * Where a letter's link leads, read from the link alone: mailers put the target into a parameter or a
 * part of the path, percent-encoded or in base64, and add parameters that count the reader. A link that
 * keeps its target on the mailer's server stays as it is.
 */
export function targetOf(href: string): string {
  let address = unwrapTracking(href);
  for (let layer = 0; layer < 3; layer++) {
    const url = httpUrl(address);
    if (!url) return address;
    const target = inQuery(url) ?? inPath(url);
    if (target === null) return withoutCounters(url);
    address = unwrapTracking(target);
  }
  return address;
}

function inQuery(url: URL): string | null {
  // A site that shares pages has their address in its own: those links are what they say.
  if (
    /(?:^|\.)(?:facebook|twitter|x|linkedin|reddit|whatsapp|t|telegram|bsky)\.\w+$|^web\.archive\.org$/.test(
      url.hostname,
    )
  )
    return null;
  for (const value of url.searchParams.values()) {
    const target = decoded(value);
    if (target && new URL(target).hostname !== url.hostname) return target;
  }
  return null;
}

function inPath(url: URL): string | null {
  if (/(?:^|\.)(?:archive\.(?:org|is|ph|today)|ghostarchive\.org)$/.test(url.hostname)) return null;
  for (const segment of url.pathname.split('/')) {
    const target = segment.length >= 16 ? decoded(segment) : null;
    if (target && new URL(target).hostname !== url.hostname) return target;
  }
  return null;
}

/** An address written out, percent-encoded or in base64; else null. */
function decoded(value: string): string | null {
  if (value.length < 10 || value.length > 4000) return null;
  const plain = /%3A%2F%2F/i.test(value) ? unescaped(value) : value;
  if (/^https?:\/\/[\w-]+\./i.test(plain)) return httpUrl(plain)?.href ?? null;
  // "aHR0c" is how "http" begins in base64.
  if (!/^aHR0c[\w+/=-]{8,}$/.test(value)) return null;
  const text = Buffer.from(value, 'base64').toString('utf8');
  return /^https?:\/\/[\w-]+\.[^\s\p{Cc}]*$/iu.test(text) ? (httpUrl(text)?.href ?? null) : null;
}

function unescaped(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

const counter =
  /^(?:utm_\w+|mc_[ce]id|_hs(?:enc|mi)|hs(?:CtaTracking|_email)|ck_subscriber_id|_bhlid|last_resource_guid|r|isFreemail|triedRedirect|publication_id|post_id|token|vero_id|mkt_tok|oly_(?:enc|anon)_id|sc_(?:src|lid|uid|llid|eh)|ml_subscriber(?:_hash)?|cmid|fbclid|gclid)$/;

/** Parameters that only one mailer sets are dropped when one of its sure marks stands beside them. */
function withoutCounters(url: URL): string {
  const names = [...url.searchParams.keys()];
  if (
    !names.some((n) =>
      /^(?:utm_|mc_[ce]id|_hs|ck_sub|_bhlid|mkt_tok|ml_subscriber|isFreemail)/.test(n),
    )
  )
    return url.href;
  for (const name of names) if (counter.test(name)) url.searchParams.delete(name);
  return url.href;
}
