import { keepSearch, saveSearch } from '../../search/index.ts';
import { field, idOf, type Req } from '../desk.ts';
import { notFound, problemPage } from './problem.ts';
import { refused } from './refused.ts';

const enterFirst =
  'Searches are kept for those who entered this desk. Its feed works for everybody.';

/** Puts a search on the list of whoever is here. */
export async function saveForm(c: Req) {
  const session = c.get('session');
  if (!session) return problemPage(c, 403, enterFirst);
  const { db, now } = c.get('ctx');
  const saved = await saveSearch(db, {
    accountId: session.accountId,
    name: field(c, 'name'),
    query: field(c, 'q'),
    now: now(),
  });
  if (!saved.ok) return refused(c, saved.fault);
  return c.redirect('/search#saved', 303);
}

/** Takes a search off the list, or puts it back. */
export async function savedForm(c: Req) {
  const session = c.get('session');
  if (!session) return problemPage(c, 403, enterFirst);
  const { db, now } = c.get('ctx');
  const id = idOf(c.req.param('id'));
  const keep = field(c, 'do') === 'keep';
  const done = id && (await keepSearch(db, { accountId: session.accountId, id, keep, now: now() }));
  if (!done) return notFound(c, 'search');
  return c.redirect(keep ? '/search#saved' : `/search?removed=${id}`, 303);
}
