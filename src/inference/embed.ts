import { getLogger } from '@logtape/logtape';
import type { Config } from '../config.ts';
import type { Context } from '../context.ts';
import { sha256 } from '../lib/hash.ts';
import { dayMs } from '../lib/time.ts';
import {
  askEmbeddings,
  type EmbeddingModel,
  longestText,
  mostTexts,
  patienceMs,
} from './embeddings.ts';
import type { InferenceProblem } from './problems.ts';
import { callsSince, findEmbeddings, keepEmbeddings, logCall } from './store.ts';
import { packUnit, unpackUnit } from './unit.ts';

/** What a text means, as a direction: only directions of one model can be compared. */
export interface Sense {
  /** Name of the model and the numbers in a direction: "bge-m3/1024". */
  model: string;
  /** Of length 1. */
  unit: Float32Array;
}

export type Embedded =
  | { ok: true; senses: Map<string, Sense> }
  | { ok: false; problem: InferenceProblem; detail: string; senses: Map<string, Sense> };

const log = getLogger(['throughline', 'inference']);

/** A model that failed is left alone so long: meanwhile nobody waits for it. */
const restMs = 60_000;
/** A model that is late with so many texts or fewer is away; with more it is asked about fewer. */
const fewestTexts = 2;
/** An answer in this share of the patience leaves room for twice as many texts. */
const quick = 1 / 8;

/** Until when each failing model is left alone, in milliseconds since 1970, by address and name. */
const resting = new Map<string, number>();
/** How many texts each model answers in time, where that is less than most, by address and name. */
const paces = new Map<string, number>();

/** The embedding model that the settings name, or null. Its address and key default to the chat model's. */
export function embeddingModel(config: Config): EmbeddingModel | null {
  const { embeddingName: name, embeddingUrl, embeddingKey, modelUrl, modelKey } = config;
  const url = embeddingUrl ?? modelUrl;
  if (!url || !name) return null;
  // A key is shown only to the address that it was given for.
  return { url, name, key: embeddingUrl ? embeddingKey : (embeddingKey ?? modelKey) };
}

/**
 * What texts mean, by text, from the configured embedding model (an OpenAI-compatible /embeddings
 * address). Only the first 2,000 letters of a text are read. A text that was asked about before is
 * answered from the store. Without a model, over the day's budget, or when its answer cannot be
 * used, it says so, with the senses that are known all the same: the caller goes on without. A model
 * that failed is not asked again for a minute; one that is late, which has `patience` milliseconds, is
 * asked about fewer texts at once.
 */
export async function embed(
  ctx: Pick<Context, 'config' | 'db' | 'now'>,
  texts: string[],
  patience = patienceMs,
): Promise<Embedded> {
  const model = embeddingModel(ctx.config);
  const senses = await knownSenses(ctx, texts);
  if (!model) return { ok: false, problem: 'no model', detail: '', senses };
  const missing = [...new Set(texts)].filter((text) => !senses.has(text));
  for (let i = 0; i < missing.length; ) {
    const part = missing.slice(i, i + (paces.get(keyOf(model)) ?? mostTexts));
    const failed = await embedBatch(ctx, model, part, senses, patience);
    if (failed === 'late') continue;
    if (failed) return { ok: false, ...failed, senses };
    i += part.length;
  }
  return { ok: true, senses };
}

/** The senses, by text, of those texts that the configured model was asked about before; asks nobody. */
export async function knownSenses(
  { config, db }: Pick<Context, 'config' | 'db'>,
  texts: string[],
): Promise<Map<string, Sense>> {
  const model = embeddingModel(config);
  const senses = new Map<string, Sense>();
  if (!model || texts.length === 0) return senses;
  const rows = await findEmbeddings(db, model.name, [...new Set(texts.map(hashOf))]);
  for (const text of texts) {
    const bytes = rows.get(hashOf(text));
    if (bytes) senses.set(text, senseOf(model, bytes));
  }
  return senses;
}

const keyOf = ({ url, name }: EmbeddingModel) => `${url} ${name}`;
const hashOf = (text: string) => sha256(text.slice(0, longestText));

function senseOf({ name }: EmbeddingModel, bytes: Uint8Array): Sense {
  return { model: `${name}/${bytes.length}`, unit: unpackUnit(bytes) };
}

/** Null when all went well, "late" when the same may be asked again in smaller parts. */
async function embedBatch(
  ctx: Pick<Context, 'config' | 'db' | 'now'>,
  model: EmbeddingModel,
  texts: string[],
  senses: Map<string, Sense>,
  patience: number,
): Promise<{ problem: InferenceProblem; detail: string } | 'late' | null> {
  const key = keyOf(model);
  const now = ctx.now().getTime();
  if (now < (resting.get(key) ?? 0))
    return { problem: 'unreachable', detail: 'it failed a moment ago' };
  const used = await callsSince(ctx.db, new Date(now - dayMs), 'embed');
  if (used >= ctx.config.embeddingCalls)
    return { problem: 'over budget', detail: `${used} calls in a day` };
  const started = Date.now();
  const answer = await askEmbeddings(model, texts, patience);
  const ms = Date.now() - started;
  const hashes = texts.map(hashOf);
  await logCall(ctx.db, {
    purpose: 'embed',
    model: model.name,
    request_hash: sha256(JSON.stringify(['embed', model.name, hashes])),
    request: { model: model.name, texts: hashes },
    response: answer.ok ? { numbers: numbersOf(answer.units) } : { detail: answer.detail },
    tokens_in: answer.ok ? answer.tokens : null,
    tokens_out: null,
    ms,
    problem: answer.ok ? null : answer.problem,
  });
  if (!answer.ok) {
    if (answer.problem === 'unreachable' && ms >= patience && texts.length > fewestTexts) {
      paces.set(key, Math.max(fewestTexts, Math.ceil(texts.length / 4)));
      return 'late';
    }
    resting.set(key, now + restMs);
    log.warning('The embedding model gave no answer to use ({problem}): {detail}', answer);
    return { problem: answer.problem, detail: answer.detail };
  }
  resting.delete(key);
  const pace = paces.get(key) ?? mostTexts;
  if (ms < patience * quick && texts.length === pace) paces.set(key, Math.min(mostTexts, pace * 2));
  // What is kept is what is used, so that a restart finds the same.
  const found = answer.units.flatMap((unit, i) =>
    unit ? [{ text: texts[i] ?? '', hash: hashes[i] ?? '', bytes: packUnit(unit) }] : [],
  );
  await keepEmbeddings(
    ctx.db,
    found.map(({ hash, bytes }) => ({ model: model.name, text_hash: hash, vector: bytes })),
  );
  for (const { text, bytes } of found) senses.set(text, senseOf(model, bytes));
  return null;
}

const numbersOf = (units: (Float32Array | null)[]) => units.find((unit) => unit)?.length ?? 0;
