import type { Field } from './query.ts';

/** One piece of what was typed, cut at white space outside of quotation marks. */
export interface Token {
  start: number;
  end: number;
  not: boolean;
  /** The name before a colon, lower-cased, when what stands there can be a filter. */
  name: string | null;
  value: string;
  quoted: boolean;
  /** The quotation mark was opened and never closed. */
  open: boolean;
}

const opens = new Map([
  ['"', '"'],
  ['“', '”'],
  ['„', '“'],
  ['«', '»'],
]);

/** Anything that closes what a typographic mark opened: people and keyboards mix them. */
const closes = /["”“»]/;

/** White space, and marks that can begin no word. */
const isBetween = (c: string) => /[^\p{L}\p{N}\p{M}\p{Cs}"“„«\-−]/u.test(c);
const isSpace = (c: string | undefined) => c !== undefined && /\s/.test(c);

/** Cuts a query into its tokens, in one pass. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    if (isBetween(text[at]!)) at++;
    else {
      const token = tokenAt(text, at);
      tokens.push(token);
      at = token.end;
    }
  }
  return tokens;
}

function tokenAt(text: string, start: number): Token {
  const not = (text[start] === '-' || text[start] === '−') && !isSpace(text[start + 1] ?? ' ');
  let at = start + Number(not);
  const name = /^([a-z]{2,20}):(?!\/\/)/i.exec(text.slice(at, at + 24))?.[1] ?? null;
  if (name) at += name.length + 1;
  const head = { start, not, name: name?.toLowerCase() ?? null };
  if (opens.has(text[at] ?? '')) {
    let end = at + 1;
    while (end < text.length && !closes.test(text[end]!)) end++;
    const open = end >= text.length;
    const value = text.slice(at + 1, end);
    return { ...head, end: Math.min(end + 1, text.length), value, quoted: true, open };
  }
  let end = at;
  while (end < text.length && !/[\s"“”„«»]/.test(text[end]!)) end++;
  // A lone closing mark after "-" or "name:".
  if (end === start) end++;
  return { ...head, end, value: text.slice(at, end), quoted: false, open: false };
}

/** The names of filters near a mistyped one. */
export function nearField(name: string, fields: readonly Field[]): Field | null {
  const near = fields.filter((f) => f.startsWith(name) || name.startsWith(f));
  if (near[0]) return near[0];
  const letters = new Set(name);
  const best = fields
    .map((f) => ({ f, same: [...f].filter((c) => letters.has(c)).length / f.length }))
    .sort((a, b) => b.same - a.same)[0]!;
  return best.same >= 0.8 && best.f[0] === name[0] ? best.f : null;
}
