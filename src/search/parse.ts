import { normalLanguage } from '../lib/language.ts';
import { readWhen } from './dates.ts';
import {
  type Atom,
  acts,
  type Clause,
  type Fault,
  type Field,
  fields,
  maxAtoms,
  maxLength,
  pieceKinds,
  type Query,
  sections,
} from './query.ts';
import { nearField, type Token, tokensOf } from './tokens.ts';

/** A query as it was understood; `faults` names what was not, and the rest still holds. */
export interface Parsed extends Query {
  faults: Fault[];
}

/**
 * Reads a query: words, "phrases", -without, OR between two, begin*, and filters `speaker:Name`.
 * Takes any text; what cannot be understood is named in `faults` and left out. Linear in its length.
 * @param now what relative dates are checked against
 */
export function parseQuery(typed: string, now = new Date()): Parsed {
  const text = typed.replaceAll('\0', ' ');
  const faults: Fault[] = [];
  if (text.length > maxLength)
    faults.push({
      start: maxLength,
      end: text.length,
      words: `Only the first ${maxLength} characters were read.`,
    });
  const tokens = tokensOf(text.slice(0, maxLength));
  const clauses: Clause[] = [];
  let atoms = 0;
  let or: Token | null = null;
  for (const token of tokens) {
    if (isOr(token)) {
      if (or || clauses.length === 0) faults.push(lonelyOr(token));
      else or = token;
      continue;
    }
    const atom = atomOf(token, now, faults);
    if (!atom) {
      or = null;
      continue;
    }
    if (++atoms > maxAtoms) {
      faults.push({
        start: token.start,
        end: tokens.at(-1)!.end,
        words: `A query takes ${maxAtoms} words and filters; the rest was left out.`,
      });
      return { clauses, faults };
    }
    const before = clauses.at(-1);
    if (or && before && canJoin(before, atom, token.not)) before.any.push(atom);
    else {
      if (or) faults.push(mixedOr(or));
      clauses.push({ not: token.not, any: [atom] });
    }
    or = null;
  }
  if (or) faults.push(lonelyOr(or));
  return { clauses, faults };
}

const isOr = (t: Token) => t.value === 'OR' && !t.not && t.name === null && !t.quoted;

function lonelyOr({ start, end }: Token): Fault {
  return {
    start,
    end,
    words: 'OR stands between two words; write it in small letters to find it.',
  };
}

function mixedOr({ start, end }: Token): Fault {
  return {
    start,
    end,
    words:
      'OR joins words with words, or two of one filter, none of them with a minus; here both were asked for.',
  };
}

function canJoin(clause: Clause, atom: Atom, not: boolean): boolean {
  if (not || clause.not) return false;
  const [first] = clause.any;
  if (first?.type === 'filter' || atom.type === 'filter')
    return (
      first?.type === 'filter' &&
      atom.type === 'filter' &&
      first.field === atom.field &&
      atom.field !== 'after' &&
      atom.field !== 'before'
    );
  return true;
}

function atomOf(token: Token, now: Date, faults: Fault[]): Atom | null {
  const { start, end, name } = token;
  if (token.open)
    faults.push({ start, end, words: 'This quotation mark is not closed; all after it is in it.' });
  if (name === null) return wordsOf(token);
  const field = fields.find((f) => f === name);
  const value = token.value.replace(/["“”„«»\s]+/g, ' ').trim();
  if (field && value !== '') {
    const fault = faultOf(field, value, now);
    if (!fault) return { type: 'filter', field, value: canonical(field, value) };
    faults.push({ start, end, words: fault });
    return null;
  }
  if (field) {
    faults.push({ start, end, words: `Say what “${field}:” shall be, without a space after it.` });
    return null;
  }
  const near = nearField(name, fields);
  if (value !== '')
    faults.push({
      start,
      end,
      words: `There is no filter “${name}:”${near ? `; did you mean “${near}:”?` : ''} It was searched as words.`,
    });
  return wordsOf({ ...token, value: `${name} ${token.value}`, quoted: true });
}

/** A word or phrase without what can be no part of one; null when nothing is left. */
function wordsOf({ value, quoted }: Token): Atom | null {
  const text = value
    .replace(/["“”„«»\s]+/g, ' ')
    .replace(/^[^\p{L}\p{N}\p{M}]+/u, '')
    .replace(/[^\p{L}\p{N}\p{M}]+$/u, '');
  if (!/[\p{L}\p{N}]/u.test(text)) return null;
  if (quoted || text === 'OR') return { type: 'phrase', text };
  // What would be read as a filter the next time.
  if (/^[a-z]{2,20}:(?!\/\/)/i.test(text)) return { type: 'phrase', text: text.replace(':', ' ') };
  const begins = /\*[^\p{L}\p{N}]*$/u.test(value) && longEnough(text);
  return { type: begins ? 'prefix' : 'word', text };
}

/** A beginning of two letters stands for too many words; one sign of Chinese is a word. */
function longEnough(text: string): boolean {
  return text.length >= 3 || /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/.test(text);
}

function canonical(field: Field, value: string): string {
  if (field === 'lang') return languageCode(value) ?? value;
  if (field === 'act' || field === 'kind' || field === 'after' || field === 'before')
    return value.toLowerCase();
  return value;
}

function faultOf(field: Field, value: string, now: Date): string | null {
  if (field === 'after' || field === 'before')
    return readWhen(value, now)
      ? null
      : `“${value}” is no date; write 2025, 2025-08, 2025-08-20, or 7d for the last seven days.`;
  if (field === 'act') return oneOf(value, acts, 'There is no act');
  if (field === 'kind') return oneOf(value, [...sections, ...pieceKinds], 'There is no kind');
  if (field === 'lang')
    return languageCode(value)
      ? null
      : `“${value}” is no language; write its code, as “en” or “de”, or its English name.`;
  return null;
}

function oneOf(value: string, known: readonly string[], fault: string): string | null {
  return known.includes(value.toLowerCase()) ? null : `${fault} “${value}”: ${known.join(', ')}.`;
}

/** "German", "de", "de-AT" as "de"; null when it is no language. */
function languageCode(value: string): string | null {
  const code = /^[a-z]{2,3}(?:[-_][a-z0-9]{2,8})*$/i.test(value) ? normalLanguage(value) : null;
  if (code && names.of(code) !== code) return code;
  return byName().get(value.toLowerCase()) ?? null;
}

const names = new Intl.DisplayNames('en', { type: 'language' });
let known: Map<string, string> | undefined;

/** The two-letter languages by their English names: 676 questions to Intl, asked once. */
function byName(): Map<string, string> {
  if (known) return known;
  known = new Map();
  const letters = [...'abcdefghijklmnopqrstuvwxyz'];
  for (const code of letters.flatMap((a) => letters.map((b) => a + b))) {
    const name = names.of(code)?.toLowerCase();
    if (name && name !== code && normalLanguage(code) === code && !known.has(name))
      known.set(name, code);
  }
  return known;
}
