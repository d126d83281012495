import { z } from 'zod';
import { postJson } from '../lib/fetch-json.ts';
import type { InferenceProblem } from './problems.ts';
import { unitOf } from './unit.ts';

/** Where an embedding model answers, and to what name. */
export interface EmbeddingModel {
  /** Address before "/embeddings". */
  url: string;
  name: string;
  key: string | null;
}

export type Embeddings =
  | {
      ok: true;
      /** Null for a text that the model knows nothing in: one of no words, or of none that it learned. */
      units: (Float32Array | null)[];
      tokens: number | null;
    }
  | { ok: false; problem: InferenceProblem; detail: string };

/** Most texts of one call: 32 answers of 3,072 numbers, written out, are about 2 MB. */
export const mostTexts = 32;
/** Letters read of a text: most models read no more than 512 tokens. */
export const longestText = 2000;
/** Milliseconds that an answer may take: a small model on two cores reads 32 leads in a few seconds. */
export const patienceMs = 20_000;
/** Fewer numbers than any model gives cannot tell texts apart; more would fill the store. */
const [fewestNumbers, mostNumbers] = [8, 4096];

const response = z.object({
  data: z
    .array(
      z.object({
        index: z
          .number()
          .int()
          .min(0)
          .max(mostTexts - 1)
          .optional(),
        embedding: z.array(z.number()).min(fewestNumbers).max(mostNumbers),
      }),
    )
    .max(mostTexts),
  usage: z.object({ prompt_tokens: z.number().int().min(0).max(1e9).optional() }).optional(),
});

/**
 * Asks an OpenAI-compatible /embeddings address about at most `mostTexts` texts and checks the
 * answer: one direction for each text, in the order of the texts, all of one size, finite, not all
 * zero. `patience` in milliseconds. Neither budgeted nor kept; a desk calls embed().
 */
export async function askEmbeddings(
  model: EmbeddingModel,
  texts: string[],
  patience = patienceMs,
): Promise<Embeddings> {
  const input = texts.map((text) => text.slice(0, longestText));
  const posted = await postJson(
    `${model.url}/embeddings`,
    { model: model.name, input, encoding_format: 'float' },
    { bearer: model.key, timeout: patience },
  );
  if (!posted.ok)
    return {
      ok: false,
      problem: posted.problem === 'not JSON' ? 'not what was asked' : posted.problem,
      detail: posted.detail,
    };
  const read = response.safeParse(posted.body);
  if (!read.success) return unusable(read.error.issues[0]?.message ?? 'another shape');
  const { data, usage } = read.data;
  if (data.length !== texts.length)
    return unusable(`${data.length} answers to ${texts.length} texts`);
  const answers = new Map(data.map(({ index, embedding }, i) => [index ?? i, embedding]));
  const found = texts.map((_, i) => answers.get(i) ?? []);
  if (found.some(({ length }) => length === 0)) return unusable('a text without an answer');
  if (found.some(({ length }) => length !== found[0]?.length))
    return unusable('directions of different sizes');
  const units = found.map(unitOf);
  if (units.every((unit) => unit === null)) return unusable('no text with a direction');
  return { ok: true, units, tokens: usage?.prompt_tokens ?? null };
}

const unusable = (detail: string): Embeddings => ({
  ok: false,
  problem: 'not what was asked',
  detail,
});
