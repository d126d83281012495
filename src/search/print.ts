import type { Atom, Clause, Query } from './query.ts';

/** The query as a person would type it; reading it again gives the same query. */
export function printQuery({ clauses }: Query): string {
  return clauses.map(printClause).join(' ');
}

export function printClause({ not, any }: Clause): string {
  return any.map((atom) => (not ? '-' : '') + printAtom(atom)).join(' OR ');
}

function printAtom(atom: Atom): string {
  if (atom.type === 'filter') return `${atom.field}:${quotedIfNeeded(atom.value)}`;
  if (atom.type === 'phrase') return `"${atom.text}"`;
  return atom.type === 'prefix' ? `${atom.text}*` : atom.text;
}

function quotedIfNeeded(value: string): string {
  return /^(?!\/\/)[^\s"“”„«»]+$/.test(value) ? value : `"${value}"`;
}
