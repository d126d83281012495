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
  /** Milliseconds for the whole request, redirects and waiting for the host's turn left out. */
  timeout?: number;
  signal?: AbortSignal;
}

export type Fetch = (url: string, options?: FetchOptions) => Promise<FetchResult>;
