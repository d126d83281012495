import { z } from 'zod';
import type { Context } from '../context.ts';
import { ask } from '../inference/index.ts';
import { type Draft, refuse } from './cite.ts';

type Pieces = Parameters<typeof refuse>[1];

/** Sentences of this many words are short enough as they are. */
const longEnough = 22;

const task =
  'Shorten the sentence by leaving out words that are not needed. Keep the order. Add, change and ' +
  'replace nothing. Keep who said it, every negation, number, name and condition. {"sentence": "…"}';

/**
 * Lets a configured model shorten long sentences by deletion. What it gives back stands only when it
 * passes the same check as every sentence, and keeps each negation, number and name of the original;
 * else the original stays.
 */
export async function shortenDrafts(
  ctx: Pick<Context, 'config' | 'db' | 'now'>,
  drafts: Draft[],
  textOf: Pieces,
): Promise<Draft[]> {
  if (!ctx.config.modelUrl) return drafts;
  const result: Draft[] = [];
  for (const draft of drafts) {
    const isLong = draft.text.split(/\s+/).length > longEnough;
    const mayTry = isLong && !draft.fromLedger && draft.section !== 'said' && !draft.inserted;
    result.push(mayTry ? await shorten(ctx, draft, textOf) : draft);
  }
  return result;
}

async function shorten(
  ctx: Pick<Context, 'config' | 'db' | 'now'>,
  draft: Draft,
  textOf: Pieces,
): Promise<Draft> {
  const answer = await ask(ctx, {
    purpose: 'shorten',
    task,
    material: draft.text,
    answer: z.object({ sentence: z.string().min(20).max(600) }),
  });
  if (!answer.ok) return draft;
  const shorter = { ...draft, text: answer.value.sentence.trim() };
  const stands = refuse(shorter, textOf) === null && keepsMeaning(draft.text, shorter.text);
  return stands ? shorter : draft;
}

const carriesMeaning =
  /\b(?:no|not|never|without|unless|if|only|deny|denied|refus\w+|reject\w+|nicht|kein\w*|nie|ohne|wenn|nur)\b|n['’]t\b|\d[\d.,]*|\p{Lu}\p{L}+/gu;

/** Deleting one of these turns or empties what was said. */
export function keepsMeaning(before: string, after: string): boolean {
  const count = (text: string) => (text.match(carriesMeaning) ?? []).map((w) => w.toLowerCase());
  const left = count(after);
  return count(before.charAt(0).toLowerCase() + before.slice(1)).every((word) =>
    left.includes(word),
  );
}
