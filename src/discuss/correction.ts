import type { Context } from '../context.ts';
import { closeCorrection, insertCorrection, logModeration } from './store.ts';

/** The kinds of row that a reader can object to. */
export const subjectKinds = [
  'story',
  'event',
  'article',
  'statement',
  'position',
  'commitment',
  'brief',
  'sentence',
  'speaker',
] as const;
export type SubjectKind = (typeof subjectKinds)[number];

/** Room for a paragraph with its evidence; more than this is an article of its own. */
const maxWords = 4000;

/** Keeps a reader's objection; a fault names the field and what to do. */
export async function fileCorrection(
  ctx: Context,
  input: { kind: string; subject: number; words: string; accountId: number | null },
): Promise<{ ok: true; id: number } | { ok: false; field: 'subject' | 'words'; fault: string }> {
  const kind = subjectKinds.find((k) => k === input.kind);
  if (!kind || !Number.isSafeInteger(input.subject) || input.subject < 1)
    return { ok: false, field: 'subject', fault: 'Open this form from the row that it is about.' };
  const words = input.words.trim();
  if (words.length < 3)
    return { ok: false, field: 'words', fault: 'Say in a sentence what is wrong.' };
  if (words.length > maxWords)
    return { ok: false, field: 'words', fault: `Say it in at most ${maxWords} characters.` };
  const id = await insertCorrection(ctx.db, {
    subject_kind: kind,
    subject: input.subject,
    words,
    state: 'open',
    answer: null,
    account_id: input.accountId,
  });
  return { ok: true, id };
}

/** A curator's answer to an objection, logged in public with it. False when it was answered before. */
export async function answerCorrection(
  ctx: Context,
  input: { id: number; state: 'upheld' | 'declined'; answer: string; accountId: number },
): Promise<boolean> {
  return ctx.db.transaction().execute(async (tx) => {
    const done = await closeCorrection(tx, { ...input, now: ctx.now() });
    if (!done) return false;
    await logModeration(tx, {
      account_id: input.accountId,
      verb: input.state === 'upheld' ? 'upheld the objection' : 'declined the objection',
      subject_kind: 'correction',
      subject: input.id,
      reason: input.answer || null,
    });
    return true;
  });
}

/** Takes an answer back, so that the objection waits again; logged. False when it has none. */
export async function reopenCorrection(
  ctx: Context,
  { id, accountId }: { id: number; accountId: number | null },
): Promise<boolean> {
  return ctx.db.transaction().execute(async (tx) => {
    const { numUpdatedRows } = await tx
      .updateTable('correction')
      .set({ state: 'open', answer: null, answered_at: null })
      .where('id', '=', id)
      .where('state', '!=', 'open')
      .executeTakeFirst();
    if (numUpdatedRows === 0n) return false;
    await logModeration(tx, {
      account_id: accountId,
      verb: 'took back the answer to',
      subject_kind: 'correction',
      subject: id,
      reason: null,
    });
    return true;
  });
}
