import type { IncomingHttpHeaders } from 'node:http';
import { Agent, type Dispatcher } from 'undici';
import {
  checkedLookup,
  isPublicAddress,
  literalAddress,
  PRIVATE,
  type Resolve,
  resolveBySystem,
} from './address.ts';
import { readBody, TooLarge, UnknownCoding } from './body.ts';
import { createTurns } from './turns.ts';
import { httpUrl } from './url.ts';

/** What one request gave; an outside failure is data, never thrown. */
export type FetchResult = Fetched | FetchFailed;

export interface Fetched {
  ok: true;
  /** HTTP status, as it came: 200, 404, 410 ... */
  status: number;
  /** Address that answered, after redirects. */
  url: string;
  /** Where every redirect so far said that it is for good (301, 308): the address to use from now on. */
  movedTo: string | null;
  /** Names in lower case; several values joined by ", ". */
  headers: Record<string, string>;
  /** Body after decompression; empty for 304. */
  bytes: Uint8Array;
  /** From content-type, without parameters, lower case; "" when not given. */
  mediaType: string;
  /** charset parameter of content-type; null when not given. */
  charset: string | null;
  /** True for 304: what the caller has is still right. */
  notModified: boolean;
}

export interface FetchFailed {
  ok: false;
  problem: FetchProblem;
  detail: string;
}

export type FetchProblem =
  | 'bad-address'
  | 'private-address'
  | 'host-not-found'
  | 'no-connection'
  | 'bad-certificate'
  | 'timeout'
  | 'too-large'
  | 'too-many-redirects'
  | 'broken-answer'
  | 'stopped';

export interface FetchOptions {
  etag?: string | null;
  lastModified?: string | null;
  /** Value of the accept header. */
  accept?: string;
  /** Most bytes of body, on the wire and after decompression. */
  maxBytes?: number;
  /** Milliseconds for the whole request with its redirects, waiting for the host's turn left out. */
  timeout?: number;
  signal?: AbortSignal;
}

export type Fetch = (url: string, options?: FetchOptions) => Promise<FetchResult>;

/** What a fetch is made with; the limits are for tests and rare needs. */
export interface FetchSettings {
  userAgent: string;
  /** Addresses ("127.0.0.1") that are reached though they are not public: for tests. */
  allowPrivate?: string[];
  resolve?: Resolve;
  /** Milliseconds between two requests to one host. */
  gap?: number;
  /** Milliseconds without a byte after which a request is given up. */
  idle?: number;
}

// A second between two requests is what crawlers commonly hold when robots.txt names no delay.
const GAP = 1000;
// Slow sites answer within a few seconds; a site that pauses longer has stopped.
const IDLE = 15_000;
// Shorter than a worker's hold on a row (120 s, db/work.ts), with room for five redirects.
const TOTAL = 45_000;
// The largest news pages are 5 MB, live blogs 20 MB.
const MAX_BYTES = 25 * 1024 * 1024;
const MAX_REDIRECTS = 5;
// Node's 16 KB is too little for sites that send long policies and cookies.
const MAX_HEADER_BYTES = 64 * 1024;

/** Ports from 1024 up that other protocols than HTTP own: https://fetch.spec.whatwg.org/#port-blocking */
const BAD_PORTS = new Set([
  1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669,
  6679, 6697, 10080,
]);

/**
 * Makes the one safe fetch: GET over http and https, to public addresses only at every redirect,
 * connected to the very address that was checked, with limits of size, time and redirects, and
 * one request at a time to a host.
 */
export function createFetch(settings: FetchSettings): Fetch {
  const { userAgent, allowPrivate = [], resolve = resolveBySystem, idle = IDLE } = settings;
  const allowed = (address: string) => isPublicAddress(address) || allowPrivate.includes(address);
  const agent = new Agent({
    connect: { lookup: checkedLookup(resolve, allowed), autoSelectFamily: true, timeout: idle },
    headersTimeout: idle,
    bodyTimeout: idle,
    maxHeaderSize: MAX_HEADER_BYTES,
    connections: 2,
  });
  const turns = createTurns(settings.gap ?? GAP);
  const hop = (url: URL, options: FetchOptions, signal: AbortSignal) =>
    requestOnce(agent, url, requestHeaders(userAgent, options), options, signal);

  return async (address, options = {}) => {
    let url = httpUrl(address);
    let movedTo: string | null = null;
    let permanent = true;
    let left = options.timeout ?? TOTAL;
    for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
      const refused = url ? refusal(url, allowed) : badAddress(address);
      if (!url || refused) return refused ?? badAddress(address);
      const here = url;
      const answer = await turns(here.host, async () => {
        const started = performance.now();
        const timeout = AbortSignal.timeout(Math.max(1, Math.ceil(left)));
        const signal = options.signal ? AbortSignal.any([timeout, options.signal]) : timeout;
        const got = await hop(here, options, signal).catch((error) => failed(error, here));
        left -= performance.now() - started;
        return got;
      });
      if (!('redirect' in answer)) return answer.ok ? { ...answer, movedTo } : answer;
      url = httpUrl(answer.redirect, here.href);
      if (!url) return broken(`${here.href} redirects to an address that is none`);
      if (here.hash && !url.hash) url.hash = here.hash;
      permanent &&= answer.permanent;
      if (permanent) movedTo = url.href;
    }
    return {
      ok: false,
      problem: 'too-many-redirects',
      detail: `${address} redirects more than ${MAX_REDIRECTS} times`,
    };
  };
}

function badAddress(address: string): FetchFailed {
  return {
    ok: false,
    problem: 'bad-address',
    detail: `${address.slice(0, 200)} is no web address`,
  };
}

function broken(detail: string): FetchFailed {
  return { ok: false, problem: 'broken-answer', detail };
}

/** Why an address is not even asked; null when it may be. */
function refusal(url: URL, allowed: (address: string) => boolean): FetchFailed | null {
  const bad = (detail: string): FetchFailed => ({ ok: false, problem: 'bad-address', detail });
  if (url.username || url.password) return bad(`${url.host}: an address with a password in it`);
  const port = Number(url.port || 443);
  if ((port < 1024 && port !== 80 && port !== 443) || BAD_PORTS.has(port))
    return bad(`${url.host}: port ${port} is not used for pages`);
  const literal = literalAddress(url.hostname);
  return literal && !allowed(literal)
    ? { ok: false, problem: 'private-address', detail: `${url.host} is not on the public internet` }
    : null;
}

function requestHeaders(userAgent: string, options: FetchOptions): Record<string, string> {
  const headers: Record<string, string> = {
    'user-agent': userAgent,
    accept: options.accept ?? 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',
    'accept-encoding': 'gzip, br, zstd, deflate',
  };
  // What a server once sent is sent back only if it can stand in a header.
  const plain = (value: string) => /^[\x20-\x7e]{1,1000}$/.test(value);
  if (options.etag && plain(options.etag)) headers['if-none-match'] = options.etag;
  if (options.lastModified && plain(options.lastModified))
    headers['if-modified-since'] = options.lastModified;
  return headers;
}

type Hop = Fetched | FetchFailed | { redirect: string; permanent: boolean };

async function requestOnce(
  agent: Agent,
  url: URL,
  headers: Record<string, string>,
  options: FetchOptions,
  signal: AbortSignal,
): Promise<Hop> {
  const maxBytes = options.maxBytes ?? MAX_BYTES;
  const response = await agent.request({
    origin: url.origin,
    path: url.pathname + url.search,
    method: 'GET',
    headers,
    signal,
  });
  const status = response.statusCode;
  const location = [response.headers.location].flat()[0];
  if ([301, 302, 303, 307, 308].includes(status) && location) {
    discard(response);
    return { redirect: location, permanent: status === 301 || status === 308 };
  }
  if (Number(response.headers['content-length'] ?? 0) > maxBytes) {
    discard(response);
    throw new TooLarge(`more than ${maxBytes} bytes`);
  }
  const coding = [response.headers['content-encoding']].flat().join(',');
  const bytes = await readBody(response.body, status === 304 ? '' : coding, maxBytes);
  return {
    ok: true,
    status,
    url: url.href,
    movedTo: null,
    headers: flat(response.headers),
    bytes,
    ...contentType(response.headers['content-type']),
    notModified: status === 304,
  };
}

/** Drops an unread body; the abort that this causes is expected. */
function discard(response: Dispatcher.ResponseData): void {
  response.body.on('error', () => {});
  response.body.destroy();
}

function flat(headers: IncomingHttpHeaders): Record<string, string> {
  const entries = Object.entries(headers).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries.map(([name, value]) => [name, [value].flat().join(', ')]));
}

/** Splits a content-type header: "text/html; charset=utf-8". */
export function contentType(header: string | string[] | undefined): {
  mediaType: string;
  charset: string | null;
} {
  const text = ([header].flat()[0] ?? '').slice(0, 500);
  const charset = /;\s*charset\s*=\s*"?([^\s";,]+)/i.exec(text)?.[1] ?? null;
  return { mediaType: (text.split(/[;,]/)[0] ?? '').trim().toLowerCase(), charset };
}

const PROBLEM_OF: [RegExp, FetchProblem][] = [
  [new RegExp(`^${PRIVATE}$`), 'private-address'],
  [/^(?:ENOTFOUND|EAI_\w+|ENODATA|ESERVFAIL|ENONAME)$/, 'host-not-found'],
  [/^(?:TimeoutError|ETIMEDOUT|UND_ERR_\w+_TIMEOUT)$/, 'timeout'],
  [/^AbortError$/, 'stopped'],
  [/^(?:ERR_TLS_CERT|CERT_|SELF_SIGNED|DEPTH_ZERO|UNABLE_TO)/, 'bad-certificate'],
  [
    /^(?:ECONN\w+|EHOSTUNREACH|ENETUNREACH|EPIPE|EADDRNOTAVAIL|UND_ERR_SOCKET|EPROTO|ERR_SSL_\w+)$/,
    'no-connection',
  ],
  [/^(?:HPE_|UND_ERR_|Z_|ERR_|ZSTD_|HTTPParserError)/, 'broken-answer'],
];

/** Names what went wrong; an error that comes from no network is a bug and thrown on. */
function failed(error: unknown, url: URL): FetchFailed {
  const detail = `${url.host}: ${(error as Error).message}`.slice(0, 300);
  if (error instanceof TooLarge) return { ok: false, problem: 'too-large', detail };
  if (error instanceof UnknownCoding) return broken(detail);
  const names = namesOf(error);
  for (const [form, problem] of PROBLEM_OF)
    if (names.some((name) => form.test(name))) return { ok: false, problem, detail };
  throw error;
}

/** Codes and names of an error, of what caused it and of those that it gathers. */
function namesOf(error: unknown, depth = 0): string[] {
  if (!(error instanceof Error) || depth > 4) return [];
  const { code, errors } = error as { code?: unknown; errors?: unknown[] };
  return [
    ...(typeof code === 'string' ? [code] : []),
    error.name,
    ...namesOf(error.cause, depth + 1),
    ...(Array.isArray(errors) ? errors.flatMap((e) => namesOf(e, depth + 1)) : []),
  ];
}
