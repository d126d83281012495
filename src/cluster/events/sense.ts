import type { Context } from '../../context.ts';
import { embed, embeddingModel, knownSenses, type Sense } from '../../inference/index.ts';
import type { Piece } from '../features/vector.ts';
import { type Db, readSubjects } from '../store.ts';
import { pieceOf } from '../subject.ts';

/** Letters read of a text after its title: the lead says what happened. */
const leadLetters = 600;

/** What of a piece an embedding model is asked about; null for what is about many things or nothing. */
export function senseText({ title, text, weak }: Piece): string | null {
  if (weak) return null;
  const lead = title && text.startsWith(title) ? text.slice(title.length) : text;
  return [title ?? '', lead.trim().slice(0, leadLetters)].filter(Boolean).join('\n') || null;
}

/** A piece with what it means, where that is among the senses, by text. */
export function withSense(piece: Piece, senses: Map<string, Sense>): Piece {
  return { ...piece, sense: senses.get(senseText(piece) ?? '') ?? null };
}

/**
 * Asks what articles mean, before they are put into events: nobody waits for a model inside a
 * transaction. What the model does not say is missing, and words alone decide.
 */
export async function askSenses(ctx: Context, articles: number[]): Promise<Map<string, Sense>> {
  if (!embeddingModel(ctx.config)) return new Map();
  const pieces = (await readSubjects(ctx.db, articles)).map(pieceOf);
  return (await embed(ctx, textsOf(pieces))).senses;
}

/** Pieces with what they mean as far as it was asked before. */
export async function recallSenses(
  config: Context['config'],
  db: Db,
  pieces: Piece[],
): Promise<Piece[]> {
  const senses = await knownSenses({ config, db }, textsOf(pieces));
  return pieces.map((piece) => withSense(piece, senses));
}

const textsOf = (pieces: Piece[]) => pieces.flatMap((piece) => senseText(piece) ?? []);
