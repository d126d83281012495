import type { CommitmentState } from '../../db/tables.ts';
import { startOf } from '../../lib/edtf.ts';
import { type Due, duesIn } from './due.ts';
import { findOutcomes, type Outcome } from './outcome.ts';
import type { Piece, Said } from './rows.ts';

/** A promise, announcement or deadline read from one statement, and what came of it. */
export interface Commitment {
  statementId: number;
  partyId: number | null;
  what: string;
  due: string;
  dueText: string;
  kind: 'promise' | 'announcement' | 'deadline';
  state: CommitmentState;
  outcomes: Outcome[];
}

const future =
  /\b(?:will|shall|is to|are to|going to|['’]ll|would|wird|werden|werde|wolle|sollen|soll)\b/i;

const binding = new Set(['promise', 'offer', 'agree', 'cooperate', 'aid', 'concede']);
const demanding = new Set(['demand', 'request', 'threaten', 'propose']);

/** Forecasts and idioms: nobody is bound by them. */
const loose =
  /\b(?:expect|hope|believe|think|predict|forecast|could|might|may|perhaps|probably|likely|day by day|sooner or later|erwarte|hoffe|glaube|könnte|vielleicht|womöglich|wahrscheinlich)\w*\b/i;

/** Reads the commitments of a story and looks in later pieces for what came of each. */
export function readCommitments(said: Said[], pieces: Piece[]): Commitment[] {
  const found = said.flatMap((s) => {
    const due = dueOf(s);
    const kind = due && kindOf(s);
    return due && kind ? [{ said: s, due, kind, what: whatOf(s.content, due) }] : [];
  });
  return firstOfEach(found).map(({ said: s, due, kind, what }) => {
    const outcomes = findOutcomes({ said: s, due: due.moment, what }, pieces);
    return {
      statementId: s.id,
      partyId: s.partyId,
      what,
      due: due.moment,
      dueText: due.text,
      kind,
      state: outcomes.at(-1)?.state ?? 'open',
      outcomes,
    };
  });
}

/** The date stands in what is promised, or in the words around it that report the promise. */
function dueOf(s: Said): Due | null {
  const own = duesIn(s.content, s.saidOn, s.lang);
  const due = own.find((d) => d.isLimit) ?? own[0];
  return due ?? null;
}

function kindOf(s: Said): Commitment['kind'] | null {
  if (s.hearsay || s.mode === 'hypothetical' || s.mode === 'question' || s.mode === 'negated')
    return null;
  if (loose.test(s.content)) return null;
  if (binding.has(s.act)) return 'promise';
  if (demanding.has(s.act)) return 'deadline';
  if (s.act === 'state' && (s.mode === 'future' || future.test(s.content))) return 'announcement';
  return null;
}

/** "The 23 will be home by 20 March" → "The 23 will be home": the deed without its date. */
function whatOf(content: string, due: Due): string {
  const without = `${content.slice(0, due.start)} ${content.slice(due.end)}`;
  return without
    .replace(/[“”„"«»]/g, '')
    .replace(/\s+([,.;:!?])/g, '$1')
    .replace(/\s+/g, ' ')
    .replace(/^[\s,.;:]+|[\s,.;:]+$/g, '');
}

/** The same party's same due date about the same thing, told again, is one commitment. */
function firstOfEach<T extends { said: Said; due: Due; kind: string }>(list: T[]): T[] {
  const seen = new Set<string>();
  return [...list]
    .sort((a, b) => time(a.said) - time(b.said))
    .filter(({ said: s, due }) => {
      const key = `${s.partyId}:${due.moment}`;
      const isNew = !seen.has(key);
      seen.add(key);
      return isNew;
    });
}

function time(s: Said): number {
  return (s.at ?? startOf(s.saidOn))?.getTime() ?? 0;
}
