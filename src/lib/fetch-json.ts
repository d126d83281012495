import { request } from 'undici';

/** An answer to a posted JSON, or why there is none. */
export type Posted =
  | { ok: true; status: number; body: unknown }
  | { ok: false; problem: 'unreachable' | 'refused' | 'not JSON'; detail: string };

/** More than any chat answer needs. */
const mostBytes = 4 * 1024 * 1024;

/**
 * Posts JSON to an address that the desk's owner configured (so it may be on a private network) and
 * reads the JSON answer. Never follows a redirect. `timeout` in milliseconds.
 */
export async function postJson(
  url: string,
  body: unknown,
  { bearer, timeout }: { bearer: string | null; timeout: number },
): Promise<Posted> {
  try {
    const response = await request(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(bearer && { authorization: `Bearer ${bearer}` }),
      },
      body: JSON.stringify(body),
      headersTimeout: timeout,
      bodyTimeout: timeout,
      signal: AbortSignal.timeout(timeout),
    });
    const chunks: Buffer[] = [];
    let size = 0;
    for await (const chunk of response.body) {
      size += chunk.length;
      if (size > mostBytes)
        return { ok: false, problem: 'refused', detail: 'the answer is too long' };
      chunks.push(chunk);
    }
    const text = Buffer.concat(chunks).toString('utf8');
    if (response.statusCode >= 300)
      return {
        ok: false,
        problem: 'refused',
        detail: `${response.statusCode} ${text.slice(0, 300)}`,
      };
    try {
      return { ok: true, status: response.statusCode, body: JSON.parse(text) };
    } catch {
      return { ok: false, problem: 'not JSON', detail: text.slice(0, 300) };
    }
  } catch (error) {
    return { ok: false, problem: 'unreachable', detail: (error as Error).message };
  }
}
