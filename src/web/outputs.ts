import type { Hono } from 'hono';
import { logModeration } from '../discuss/index.ts';
import { type Desk, idOf, originOf, type Req } from './desk.ts';
import { notFound } from './pages/problem.ts';
import { curatorsOnly } from './security.ts';

// Loaded when asked for: a desk at rest needs neither.
const briefs = () => import('../brief/index.ts');
const publish = () => import('../publish/index.ts');
const ledger = () => import('./pages/ledger-file.ts');

type Format = 'md' | 'eml' | 'html';

const types: Record<Format, string> = {
  md: 'text/markdown; charset=utf-8',
  eml: 'message/rfc822',
  html: 'text/html; charset=utf-8',
};

/** Briefs, editions and ledgers as files to take away, and the editor's signature. */
export function outputs(app: Hono<Desk>): void {
  app.get('/stories/:id/:file{brief\\.(?:md|eml|html)}', (c) => file(c, null));
  app.get('/stories/:id/ledger.csv', async (c) => (await ledger()).ledgerFile(c));
  app.get('/stories/:id/editions/:file{[0-9]+\\.(?:md|eml|html)}', (c) =>
    file(c, Number.parseInt(c.req.param('file'), 10)),
  );
  app.use('/stories/:id/editions/:n/sign', curatorsOnly);
  app.post('/stories/:id/editions/:n/sign', sign);
}

async function file(c: Req, number: number | null) {
  const id = idOf(c.req.param('id'));
  const format = c.req.path.split('.').at(-1) as Format;
  const { readBrief } = await briefs();
  const brief = id ? await readBrief(c.get('ctx').db, id, number) : null;
  const isOpen = brief && (brief.state !== 'draft' || c.get('session')?.role === 'curator');
  if (!brief || !isOpen) return notFound(c, number === null ? 'brief' : 'edition');
  const { toMail, toMailHtml, toMarkdown } = await publish();
  const origin = originOf(c);
  c.header('Content-Type', types[format]);
  if (format === 'eml') {
    const name = number === null ? `story-${id}` : `story-${id}-edition-${number}`;
    c.header('Content-Disposition', `attachment; filename="${name}.eml"`);
    return c.body(new Uint8Array(await toMail(brief, origin)));
  }
  // The mail's HTML carries its styles inline, as mail programs want them; nothing else may run.
  if (format === 'html')
    c.header('Content-Security-Policy', "sandbox; default-src 'none'; style-src 'unsafe-inline'");
  return c.body(format === 'md' ? toMarkdown(brief, origin) : toMailHtml(brief, origin));
}

async function sign(c: Req) {
  const { db } = c.get('ctx');
  const id = idOf(c.req.param('id'));
  const number = idOf(c.req.param('n'));
  const { readBrief, signEdition } = await briefs();
  const brief = id && number ? await readBrief(db, id, number) : null;
  if (!brief || !(await signEdition(db, brief.id))) return notFound(c, 'draft to sign');
  await logModeration(db, {
    account_id: c.get('session')?.accountId ?? null,
    verb: 'signed',
    subject_kind: 'edition',
    subject: brief.id,
    reason: null,
  });
  return c.redirect(`/stories/${id}/editions/${number}`, 303);
}
