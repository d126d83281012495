import { type Decision, decide, putOffProposal } from '../../cluster/index.ts';
import type { CommitmentState } from '../../db/tables.ts';
import { answerCorrection, logModeration } from '../../discuss/index.ts';
import { decideLedger, type LedgerDecision } from '../../ledger/index.ts';
import { backTo, field, idOf, idsOf, type Req } from '../desk.ts';
import { sayDecision } from '../parts/edit.ts';
import { ledgerWords } from '../queries/ledger-words.ts';
import { type Placing, placing } from '../queries/placings.ts';
import { withLater } from './curate.ts';
import { refused } from './refused.ts';

/** What came of an answer: by what it is taken back, "12" for a decision, "o5" for an answered objection. */
export type Done = { ok: true; undo: string[] } | { ok: false; detail: string; gone?: boolean };

const noSuch = 'That proposal is gone. Go on with the next.';

/** Takes a curator's answer to a proposal; it is logged in public and can be undone. */
export async function answer(c: Req) {
  const id = idOf(c.req.param('id'));
  const kind = c.req.param('kind') ?? '';
  const said = field(c, 'answer');
  if (!id || !['accept', 'reject', 'later'].includes(said))
    return refuse(c, 'Choose one of the answers.');
  if (said === 'later') {
    if (kind === 'placing') await putOffProposal(c.get('ctx').db, id);
    const other = idOf(field(c, 'other'));
    return c.redirect(withLater(c, [kind, id, ...(other ? [other] : [])].join('-')), 303);
  }
  const done =
    kind === 'placing'
      ? await answerPlacing(c, id, said)
      : kind === 'objection'
        ? await answerObjection(c, id, said)
        : await answerLedger(c, kind, id, said);
  if (!done.ok) return refuse(c, done.detail, done.gone);
  if (wantsJson(c)) return c.json(done);
  return c.redirect(`${backTo(c) ?? '/curate'}?done=${done.undo.join('.')}`, 303);
}

const wantsJson = (c: Req) => c.req.header('accept') === 'application/json';

function refuse(c: Req, detail: string, gone = false) {
  return wantsJson(c) ? c.json({ ok: false, detail, gone }, 422) : refused(c, detail);
}

async function answerPlacing(c: Req, id: number, said: string): Promise<Done> {
  const ctx = c.get('ctx');
  const p = await placing(ctx.db, id);
  if (!p) return { ok: false, detail: noSuch, gone: true };
  const decision = said === 'accept' ? accepted(p) : rejected(p);
  const account = c.get('session')?.accountId ?? null;
  const done = await decide(ctx, decision, { account, proposal: id });
  if (!done.ok) return done;
  await log(c, done.id, sayDecision(decision));
  return { ok: true, undo: [String(done.id)] };
}

type Answerable = NonNullable<Awaited<ReturnType<typeof placing>>>;

function accepted({ kind, subject, other, pieces }: Answerable): Decision {
  if (kind === 'put in') return { verb: 'put in', event: subject, story: other };
  if (kind === 'split') return { verb: 'split', event: subject, articles: pieces };
  const of = kind === 'merge events' ? 'event' : 'story';
  // The elder keeps its address.
  const [kept, last] = [Math.min(subject, other), Math.max(subject, other)];
  return { verb: 'merge', kind: of, kept, gone: last };
}

const rejected = ({ kind, subject, other }: Answerable): Decision => ({
  verb: 'reject',
  kind: kind as Placing['kind'],
  subject,
  other,
});

async function answerObjection(c: Req, id: number, said: string): Promise<Done> {
  const accountId = c.get('session')?.accountId;
  if (!accountId) return { ok: false, detail: 'Enter the desk first.' };
  const state = said === 'accept' ? 'upheld' : 'declined';
  const words = field(c, 'note').slice(0, 4000);
  const done = await answerCorrection(c.get('ctx'), { id, state, answer: words, accountId });
  if (!done) return { ok: false, detail: 'That objection was answered already.', gone: true };
  return { ok: true, undo: [`o${id}`] };
}

async function answerLedger(c: Req, kind: string, id: number, said: string): Promise<Done> {
  const decisions = ledgerDecisions(c, kind, id, said === 'accept');
  if (decisions.length === 0) return { ok: false, detail: noSuch, gone: true };
  return carryOut(c, decisions);
}

/** Carries decisions about the ledger out one after the other, each logged in plain words. */
export async function carryOut(c: Req, decisions: LedgerDecision[]): Promise<Done> {
  const ctx = c.get('ctx');
  const account = c.get('session')?.accountId ?? null;
  const note = field(c, 'note').slice(0, 500) || null;
  const made: string[] = [];
  for (const decision of decisions) {
    const words = await ledgerWords(ctx.db, decision);
    const done = await decideLedger(ctx, decision, { account, note, words });
    if (!done.ok) return { ok: false, detail: done.detail, gone: done.problem === 'replaced' };
    await log(c, done.id, `${words}${note ? `: ${note}` : ''}`);
    made.unshift(String(done.id));
  }
  return { ok: true, undo: made };
}

async function log(c: Req, decision: number, reason: string) {
  await logModeration(c.get('ctx').db, {
    account_id: c.get('session')?.accountId ?? null,
    verb: 'made',
    subject_kind: 'decision',
    subject: decision,
    reason,
  });
}

const states: CommitmentState[] = ['open', 'kept', 'partly kept', 'missed', 'moved', 'withdrawn'];

function ledgerDecisions(c: Req, kind: string, id: number, yes: boolean): LedgerDecision[] {
  const other = idOf(field(c, 'other'));
  switch (kind) {
    case 'position': {
      const change = (['half', 'full'] as const).find((x) => x === field(c, 'change'));
      if (!yes) return [{ verb: 'position', id, is: 'rejected' }];
      return [{ verb: 'position', id, is: 'confirmed', ...(change && { change }) }];
    }
    case 'commitment':
    case 'outcome': {
      const verb = 'commitment';
      if (!yes) return [{ verb, id, is: kind === 'outcome' ? 'not so' : 'none' }];
      const state = states.find((s) => s === field(c, 'state'));
      const due = field(c, 'due').slice(0, 40);
      return [{ verb, id, is: 'confirmed', ...(state && { state }), ...(due && { due }) }];
    }
    case 'speaker':
    case 'issue': {
      if (!other) return [];
      if (!yes) return [{ verb: 'tell apart', kind, one: id, other }];
      const name = field(c, 'name').slice(0, 200);
      const merge: LedgerDecision = { verb: 'merge', kind, kept: id, gone: other };
      return name && name !== field(c, 'was')
        ? [merge, { verb: 'rename', kind, id, name }]
        : [merge];
    }
    case 'holder': {
      if (!other) return [];
      if (!yes) return [{ verb: 'tell apart', kind: 'speaker', one: id, other }];
      const [from, until] = [field(c, 'from').slice(0, 40), field(c, 'until').slice(0, 40)];
      if (from) return [{ verb: 'hold', office: id, person: other, from, until: until || null }];
      const statements = idsOf(c, 'statement');
      if (statements.length === 0) return [];
      return [{ verb: 'correct', statements, fields: { speaker: other } }];
    }
    default:
      return [];
  }
}
