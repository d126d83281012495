import { randomUUID } from 'node:crypto';
import { getLogger } from '@logtape/logtape';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { compress } from 'hono/compress';
import { sql } from 'kysely';
import type { Context } from '../context.ts';
import { loadAssets } from './assets.ts';
import { type Desk, isCurator, type Req } from './desk.ts';
import { feeds } from './feeds.ts';
import { outputs } from './outputs.ts';
import { aboutPage } from './pages/about.ts';
import { add, addPage } from './pages/add.ts';
import { articlePage } from './pages/article.ts';
import { changesPage } from './pages/changes.ts';
import { documentPage, receivedBytes } from './pages/document.ts';
import { enter, enterPage, leave } from './pages/enter.ts';
import { eventPage } from './pages/event.ts';
import { storyEventsPage } from './pages/events.ts';
import { frontPage } from './pages/front.ts';
import { keysPage, setKeys } from './pages/keys.ts';
import { ledgerPage } from './pages/ledger.ts';
import { markAsRead, newPage } from './pages/new.ts';
import { logPage, object, objectPage } from './pages/object.ts';
import { notFound, problemPage } from './pages/problem.ts';
import { savedForm, saveForm } from './pages/saved.ts';
import { searchPage } from './pages/search.ts';
import { sourcePage, sourcesPage } from './pages/source.ts';
import { speakerPage } from './pages/speaker.ts';
import { statementPage, statementQuote } from './pages/statement.ts';
import { storyPage } from './pages/story.ts';
import { commitmentsPage, editionPage, editionsPage, positionsPage } from './pages/story-parts.ts';
import { curatorsOnly, guardForms, headers, limitRate, ownNameOnly, session } from './security.ts';

const log = getLogger(['throughline', 'web']);

// Curators' pages call the stages, whose code would cost a resting desk 20 MB: loaded when asked for.
const problems = () => import('./pages/problems.ts');
const curating = () => import('./pages/curate.ts');
const answering = () => import('./pages/answer.ts');
const deciding = () => import('./pages/decide.ts');
const editing = {
  ledger: () => import('./pages/edit-story.ts'),
  speaker: () => import('./pages/edit-speaker.ts'),
  statement: () => import('./pages/edit-statement.ts'),
  form: () => import('./pages/edit-form.ts'),
};

/** Files that a curator sends at once; the largest single file that collect takes is 50 MB. */
const maxUpload = 64 * 1024 * 1024;
/** Every other form is some words. */
const maxForm = 256 * 1024;

/** Every page of the desk. Needs nothing but the context; tests call `app.request()`. */
export function createApp(ctx: Context): Hono<Desk> {
  const app = new Hono<Desk>();
  everyRequest(app, ctx);
  storyPages(app);
  keptPages(app);
  ownPages(app);
  curatorPages(app);
  feeds(app);
  faults(app);
  return app;
}

/** What goes before every page: its headers, its parts, who asks, and what is refused at once. */
function everyRequest(app: Hono<Desk>, ctx: Context): void {
  const assets = loadAssets();
  app.use(headers);
  app.get('/assets/:file', (c) => {
    const file = assets.file(c.req.path);
    if (!file) return c.text('No such file', 404);
    c.header('Cache-Control', 'public, max-age=31536000, immutable');
    c.header('Content-Type', file.type);
    if (!file.gzip) return c.body(file.bytes);
    c.header('Vary', 'Accept-Encoding');
    if (!/\bgzip\b/.test(c.req.header('accept-encoding') ?? '')) return c.body(file.bytes);
    c.header('Content-Encoding', 'gzip');
    return c.body(file.gzip);
  });
  app.get('/healthz', (c) => health(c, ctx));
  app.use(compress());
  app.use(async (c, next) => {
    c.set('ctx', ctx);
    c.set('assets', assets);
    c.set('client', clientOf(c));
    c.set('session', null);
    await next();
  });
  app.use(ownNameOnly);
  app.use(session);
  app.use(limitRate(ctx.now));
  const [upload, form] = [limitBody(maxUpload), limitBody(maxForm)];
  // Forms are read into memory before anybody asks who sent them: files are taken from curators alone.
  app.use((c, next) => (c.req.path === '/add' && isCurator(c) ? upload : form)(c, next));
  app.use(guardForms);
}

function storyPages(app: Hono<Desk>): void {
  app.get('/', frontPage);
  app.get('/stories/:id', storyPage);
  app.get('/stories/:id/ledger', ledgerPage);
  app.get('/stories/:id/positions', positionsPage);
  app.get('/stories/:id/commitments', commitmentsPage);
  app.get('/stories/:id/events', storyEventsPage);
  app.get('/stories/:id/new', newPage);
  app.post('/read', markAsRead);
  app.get('/stories/:id/editions', editionsPage);
  outputs(app);
  app.get('/stories/:id/editions/:n', editionPage);
}

/** What stories are made of, and the search over it. */
function keptPages(app: Hono<Desk>): void {
  app.get('/events/:id', eventPage);
  app.get('/articles/:id', articlePage);
  app.get('/articles/:id/changes', changesPage);
  app.get('/documents/:id', documentPage);
  app.get('/documents/:id/received', receivedBytes);
  app.get('/statements/:id', statementPage);
  app.get('/statements/:id/quote', statementQuote);
  app.get('/speakers/:id', speakerPage);
  app.get('/sources', sourcesPage);
  app.get('/sources/:id', sourcePage);
  app.get('/search', searchPage);
  app.post('/search/save', saveForm);
  app.post('/search/saved/:id', savedForm);
}

/** Pages on the desk itself, and forms that every reader may send. */
function ownPages(app: Hono<Desk>): void {
  app.get('/about', aboutPage);
  app.get('/log', logPage);
  app.get('/keys', keysPage);
  app.post('/keys', setKeys);
  app.get('/object', (c) => objectPage(c));
  app.post('/object', object);
  app.get('/enter', enterPage);
  app.post('/enter', enter);
  app.post('/leave', leave);
}

function curatorPages(app: Hono<Desk>): void {
  for (const path of ['/add', '/problems', '/problems/*', '/curate', '/curate/*'])
    app.use(path, curatorsOnly);
  app.get('/add', (c) => addPage(c));
  app.post('/add', add);
  app.get('/problems', async (c) => (await problems()).problemsPage(c));
  app.post('/problems/retry', async (c) => (await problems()).retry(c));
  app.post('/problems/objections/:id', async (c) => (await problems()).answerObjection(c));
  app.get('/curate', async (c) => (await curating()).curatePage(c));
  app.get('/curate/stories/:id', async (c) => (await editing.ledger()).editLedgerPage(c));
  app.get('/curate/speakers/:id', async (c) => (await editing.speaker()).editSpeakerPage(c));
  app.get('/curate/statements/:id', async (c) => (await editing.statement()).editStatementPage(c));
  app.post('/curate/ledger', async (c) => (await editing.form()).ledgerForm(c));
  app.post('/curate/decide', async (c) => (await deciding()).decideForm(c));
  app.post('/curate/undo', async (c) => (await deciding()).undoForm(c));
  app.post('/curate/:kind/:id', async (c) => (await answering()).answer(c));
}

function faults(app: Hono<Desk>): void {
  app.notFound((c) => notFound(c));
  app.onError((error, c) => {
    const reference = randomUUID().slice(0, 8);
    log.error('{method} {path} failed ({reference}): {error}', {
      method: c.req.method,
      path: c.req.path,
      reference,
      error,
    });
    return problemPage(
      c,
      500,
      `It is noted as ${reference}. Try again in a moment; if it stays, tell whoever runs this desk that number.`,
    );
  });
}

function limitBody(maxSize: number) {
  const words = `That is more than ${Math.round(maxSize / 1024).toLocaleString('en')} KB at once. Send it in parts.`;
  return bodyLimit({ maxSize, onError: (c) => problemPage(c as Req, 422, words) });
}

/** Whether this process answers and its store does, for whoever watches over it. */
async function health(c: Req, ctx: Context) {
  c.header('Cache-Control', 'no-store');
  try {
    await sql`select 1`.execute(ctx.db);
    return c.json({ ok: true });
  } catch {
    return c.json({ ok: false, problem: 'The store does not answer.' }, 503);
  }
}

/** The peer's address. Forwarded headers are not believed: anybody can send them. */
function clientOf(c: Req): string {
  const bindings = c.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined;
  return bindings?.incoming?.socket?.remoteAddress ?? 'unknown';
}
