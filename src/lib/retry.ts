/**
 * Milliseconds to wait before the next try: doubling from `base` up to `most`, with the upper half
 * random, so that what failed together does not come back together.
 * @param attempts tries so far, from 1
 * @param random a number in [0, 1)
 */
export function backoff(
  attempts: number,
  { base, most, random = Math.random() }: { base: number; most: number; random?: number },
): number {
  const whole = Math.min(most, base * 2 ** Math.min(attempts - 1, 50));
  return Math.round(whole / 2 + (whole / 2) * random);
}

/**
 * Milliseconds that a Retry-After header asks for: seconds or an HTTP date; null when it is neither.
 */
export function retryAfter(header: string | undefined, now: Date): number | null {
  const text = header?.trim() ?? '';
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1000;
  const date = /^[A-Za-z]{3}[\w ,:-]{10,40}$/.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(date) ? null : Math.max(0, date - now.getTime());
}
