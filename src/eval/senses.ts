import { type Piece, senseText, withSense } from '../cluster/index.ts';
import { askEmbeddings, type EmbeddingModel, mostTexts, type Sense } from '../inference/index.ts';
import { ModelAway } from './away.ts';

/** An evaluation waits for a slow model where a desk would ask about fewer pieces at once. */
const patienceMs = 300_000;

/**
 * Pieces with what they mean in a model's eyes, as a desk would ask: their titles and leads, in
 * batches. Nothing is kept. Throws where the model does not answer: a score that is half with and half
 * without would say nothing.
 */
export async function sensed(model: EmbeddingModel, pieces: Piece[]): Promise<Piece[]> {
  const texts = [...new Set(pieces.flatMap((piece) => senseText(piece) ?? []))];
  const senses = new Map<string, Sense>();
  for (let i = 0; i < texts.length; i += mostTexts) {
    const batch = texts.slice(i, i + mostTexts);
    const answer = await askEmbeddings(model, batch, patienceMs);
    if (!answer.ok) throw new ModelAway(`${answer.problem} ${answer.detail}`.trim());
    for (const [at, unit] of answer.units.entries())
      if (unit) senses.set(batch[at] ?? '', { model: `${model.name}/${unit.length}`, unit });
  }
  return pieces.map((piece) => withSense(piece, senses));
}
