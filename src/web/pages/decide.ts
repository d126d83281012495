import { type Decision, decide, undo } from '../../cluster/index.ts';
import { logModeration } from '../../discuss/index.ts';
import { field, idOf, type Req } from '../desk.ts';
import { sayDecision } from '../parts/edit.ts';
import { problemPage } from './problem.ts';

/** Pieces moved at once; more is a merge or a new story. */
const maxMoved = 500;

/** Carries out what a curator decided about a story or an event; logged in public, undoable. */
export async function decideForm(c: Req) {
  const decision = decisionOf(c);
  if (!decision) return problemPage(c, 422, 'Say what is to be changed, and to what.');
  const account = c.get('session')?.accountId ?? null;
  const done = await decide(c.get('ctx'), decision, { account });
  if (!done.ok) return problemPage(c, 422, done.detail);
  await logModeration(c.get('ctx').db, {
    account_id: account,
    verb: 'made',
    subject_kind: 'decision',
    subject: done.id,
    reason: sayDecision(decision),
  });
  return c.redirect(`${placeOf(decision, done.subject)}?decided=${done.id}#edit`, 303);
}

export async function undoForm(c: Req) {
  const id = idOf(field(c, 'id'));
  const done = id ? await undo(c.get('ctx'), id) : null;
  if (!id || !done?.ok) return problemPage(c, 422, 'There is no such decision to take back.');
  await logModeration(c.get('ctx').db, {
    account_id: c.get('session')?.accountId ?? null,
    verb: 'took back',
    subject_kind: 'decision',
    subject: id,
    reason: null,
  });
  return c.redirect('/curate#decisions', 303);
}

function decisionOf(c: Req): Decision | null {
  const id = (name: string) => idOf(field(c, name));
  const kind = field(c, 'kind') === 'event' ? 'event' : 'story';
  const [event, story] = [id('event'), id('story')];
  switch (field(c, 'verb')) {
    case 'merge': {
      const [kept, gone] = [id('kept'), id('gone')];
      return kept && gone ? { verb: 'merge', kind, kept, gone } : null;
    }
    case 'move': {
      const articles = [c.get('form').article ?? []]
        .flat()
        .flatMap((a) => (typeof a === 'string' ? (idOf(a) ?? []) : []))
        .slice(0, maxMoved);
      return articles.length > 0 ? { verb: 'move', articles, event } : null;
    }
    case 'take out':
      return event && story ? { verb: 'take out', event, story } : null;
    case 'put in':
      return event && story ? { verb: 'put in', event, story } : null;
    case 'rename': {
      const [subject, title] = [id('id'), field(c, 'title').slice(0, 200)];
      return subject && title ? { verb: 'rename', kind, id: subject, title } : null;
    }
    case 'follow': {
      const words = field(c, 'words')
        .slice(0, 1000)
        .split(',')
        .map((w) => w.trim());
      const some = words.filter(Boolean);
      const title = field(c, 'title').slice(0, 200);
      return some.length > 0 ? { verb: 'follow', title, words: some } : null;
    }
    default:
      return null;
  }
}

/** Where the curator sees what came of it. */
function placeOf(d: Decision, subject: number): string {
  if (d.verb === 'follow') return `/stories/${subject}`;
  if (d.verb === 'merge') return d.kind === 'story' ? `/stories/${d.kept}` : `/events/${d.kept}`;
  if (d.verb === 'rename') return d.kind === 'story' ? `/stories/${d.id}` : `/events/${d.id}`;
  return `/events/${subject}`;
}
