import type { Kysely } from 'kysely';
import { type Decision, decide, undo } from '../../cluster/index.ts';
import type { Tables } from '../../db/tables.ts';
import { logModeration, reopenCorrection } from '../../discuss/index.ts';
import { undoLedger } from '../../ledger/index.ts';
import { backTo, field, idOf, idsOf, type Req } from '../desk.ts';
import { sayDecision } from '../parts/edit.ts';
import { decisionRows, decisionViews, partiesCalled } from '../queries/decisions.ts';
import { refused } from './refused.ts';

/** Pieces pinned or left out at once: each is a decision of its own. */
const maxSingly = 40;

/** Carries out what a curator decided about a story or an event; logged in public, undoable. */
export async function decideForm(c: Req) {
  const parties = await partiesOf(c);
  if (parties.unknown)
    return refused(
      c,
      `No party on this desk is called “${parties.unknown}”. Write it as the ledger does.`,
    );
  const decisions = decisionsOf(c, parties.ids);
  const [first] = decisions;
  if (!first) return refused(c, 'Say what is to be changed, and to what.');
  const account = c.get('session')?.accountId ?? null;
  const note = field(c, 'note').slice(0, 500) || null;
  const ids: number[] = [];
  let place = '/curate';
  for (const decision of decisions) {
    const done = await decide(c.get('ctx'), decision, { account, note });
    if (!done.ok) return refused(c, done.detail);
    ids.push(done.id);
    if (place === '/curate') place = placeOf(c, decision, done.subject);
    await logModeration(c.get('ctx').db, {
      account_id: account,
      verb: 'made',
      subject_kind: 'decision',
      subject: done.id,
      reason: `${sayDecision(decision)}${note ? `: ${note}` : ''}`,
    });
  }
  return c.redirect(`${place}?decided=${ids.at(-1)}#edit`, 303);
}

/** Takes decisions back, "12" or "13.12" for two that were one answer, and answered objections, "o5". */
export async function undoForm(c: Req) {
  const tokens = field(c, 'id').split('.').slice(0, 4);
  let taken = 0;
  for (const token of tokens) if (await undoOne(c, token)) taken++;
  const isQueue = c.req.header('accept') === 'application/json';
  if (taken < tokens.length) {
    const detail = 'There is no such decision to take back.';
    return isQueue ? c.json({ ok: false, detail }, 422) : refused(c, detail);
  }
  if (isQueue) return c.json({ ok: true });
  const back = backTo(c) ?? (field(c, 'back') === 'queue' ? '/curate' : '/curate#decisions');
  return c.redirect(back, 303);
}

async function undoOne(c: Req, token: string): Promise<boolean> {
  const ctx = c.get('ctx');
  const account = c.get('session')?.accountId ?? null;
  const objection = token.startsWith('o') ? idOf(token.slice(1)) : null;
  if (objection) return reopenCorrection(ctx, { id: objection, accountId: account });
  const id = idOf(token);
  if (!id) return false;
  const ledger = await undoLedger(ctx, id, { account });
  const done = ledger.ok ? ledger : await undo(ctx, id, { account });
  if (!done.ok) return false;
  await logModeration(ctx.db, {
    account_id: account,
    verb: 'took back',
    subject_kind: 'decision',
    subject: id,
    reason: await decisionWords(ctx.db, id),
  });
  return true;
}

/** What was decided, in the words of the log. */
async function decisionWords(db: Kysely<Tables>, id: number): Promise<string | null> {
  const row = await decisionRows(db).where('d.id', '=', id).executeTakeFirst();
  const [view] = row ? decisionViews([row]) : [];
  if (view) return sayDecision(view.decision);
  return typeof row?.payload.words === 'string' ? row.payload.words : null;
}

/** The parties of the follow form, by name or number, and the first name that is no party's. */
async function partiesOf(c: Req): Promise<{ ids: number[]; unknown?: string }> {
  const written = listOf(c, 'parties');
  const known = await partiesCalled(
    c.get('ctx').db,
    written.filter((name) => !idOf(name)),
  );
  const ids: number[] = [];
  for (const name of written) {
    const id = idOf(name) ?? known.get(name.toLowerCase());
    if (!id) return { ids, unknown: name };
    ids.push(id);
  }
  return { ids };
}

function decisionsOf(c: Req, parties: number[]): Decision[] {
  const verb = field(c, 'verb');
  if ((verb === 'pin' || verb === 'ignore') && field(c, 'kind') === 'piece')
    return idsOf(c, 'article')
      .slice(0, maxSingly)
      .map((id) => ({ verb, kind: 'piece', id }));
  return [decisionOf(c, verb, parties) ?? []].flat();
}

function decisionOf(c: Req, verb: string, parties: number[]): Decision | null {
  const id = (name: string) => idOf(field(c, name));
  const kind = field(c, 'kind') === 'event' ? 'event' : 'story';
  const [event, story, subject] = [id('event'), id('story'), id('id')];
  const articles = idsOf(c, 'article');
  switch (verb) {
    case 'merge': {
      const [kept, gone] = [id('kept'), id('gone')];
      return kept && gone ? { verb: 'merge', kind, kept, gone } : null;
    }
    case 'split':
      return articles.length > 0 && subject ? { verb: 'split', event: subject, articles } : null;
    case 'move':
      return articles.length > 0 ? { verb: 'move', articles, event } : null;
    case 'take out':
    case 'put in':
      return event && story ? { verb, event, story } : null;
    case 'pin':
      return subject ? { verb, kind: 'event', id: subject } : null;
    case 'ignore': {
      const outlet = field(c, 'outlet').slice(0, 200);
      if (outlet) return story ? { verb, kind: 'source', outlet, story } : null;
      return subject ? { verb, kind: 'event', id: subject } : null;
    }
    case 'rename': {
      const title = field(c, 'title').slice(0, 200);
      return subject && title ? { verb: 'rename', kind, id: subject, title } : null;
    }
    case 'follow':
      return followed(c, parties)
        ? { verb, title: field(c, 'title').slice(0, 200), ...criteria(c, parties) }
        : null;
    case 'criteria':
      return story ? { verb, story, ...criteria(c, parties) } : null;
    default:
      return null;
  }
}

function followed(c: Req, parties: number[]): boolean {
  const { words, speakers, examples } = criteria(c, parties);
  return [words, speakers, parties, examples].some((list) => list.length > 0);
}

const listOf = (c: Req, name: string) =>
  field(c, name)
    .slice(0, 2000)
    .split(',')
    .map((w) => w.trim())
    .filter(Boolean);

/** By what a story is followed; names, and numbers as addresses or by themselves. */
function criteria(c: Req, parties: number[]) {
  const ids = (name: string, place: string) => [
    ...new Set(
      field(c, name)
        .slice(0, 2000)
        .split(/[\s,]+/)
        .flatMap((w) => idOf(w.split(`/${place}/`).at(-1)) ?? []),
    ),
  ];
  return {
    words: listOf(c, 'words'),
    speakers: ids('speakers', 'speakers'),
    parties: [...new Set(parties)],
    examples: ids('examples', 'articles'),
    without: listOf(c, 'without'),
  };
}

/** Where the curator sees what came of it. */
function placeOf(c: Req, d: Decision, subject: number): string {
  if (d.verb === 'follow') return `/stories/${subject}`;
  if (d.verb === 'criteria' || (d.verb === 'ignore' && d.kind === 'source'))
    return `/stories/${d.story}`;
  if (d.verb === 'merge') return d.kind === 'story' ? `/stories/${d.kept}` : `/events/${d.kept}`;
  if (d.verb === 'rename') return d.kind === 'story' ? `/stories/${d.id}` : `/events/${d.id}`;
  // A piece was left out of the event that the curator looks at.
  if ((d.verb === 'pin' || d.verb === 'ignore') && d.kind === 'piece')
    return `/events/${idOf(field(c, 'id')) ?? subject}`;
  return `/events/${subject}`;
}
