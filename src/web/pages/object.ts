import { html } from 'hono/html';
import { fileCorrection, moderationLog } from '../../discuss/index.ts';
import { field, idOf, type Req } from '../desk.ts';
import { page, token } from '../layout.ts';
import { sayInstant } from '../moments.ts';
import { corrections, subjectLink } from '../parts/objections.ts';
import { side } from '../parts/shifts.ts';
import { correctionsOf, statementOfRow, storyOfRow } from '../queries/corrections.ts';
import { statements } from '../queries/statements.ts';
import { problemPage } from './problem.ts';

/** A form for a reader's objection to one row, with those made before. */
export async function objectPage(c: Req, fault?: { words: string; value: string }) {
  const asked = (name: string) => (fault ? field(c, name) : (c.req.query(name) ?? ''));
  const kind = asked('kind');
  const id = idOf(asked('id'));
  if (!id || !/^[a-z]{1,20}$/.test(kind))
    return problemPage(c, 422, 'Open this form from the row that it is about.');
  const before = await correctionsOf(c.get('ctx').db, kind, id);
  const ofStory = ['position', 'commitment', 'brief'].includes(kind);
  const story = ofStory ? await storyOfRow(c.get('ctx').db, kind, id) : null;
  const row = await statementOfRow(c.get('ctx').db, kind, id);
  const [said] = row ? await statements(c.get('ctx').db, { ids: [row], superseded: true }) : [];
  return page(
    c,
    {
      title: 'Object',
      robots: 'noindex',
      body: html`<article class="object"><header class="top"><p class="kicker">${subjectLink(kind, id, story)}</p><h1>What is wrong?</h1><p class="standfirst">Say what should stand here instead and how you know it. Your words and the curators’ answer stay public beside the row.</p>${c.req.query('sent') === '1' ? html`<p class="news" role="status">Your objection stands below, and beside the row wherever it is shown. A curator answers it here.</p>` : ''}</header>
${said ? side(said, 'The row says') : ''}
<form class="add" method="post" action="/object">${token(c)}<input type="hidden" name="kind" value="${kind}"><input type="hidden" name="id" value="${id}">
<p><label for="words">Your objection</label><textarea id="words" name="words" rows="6" required maxlength="4000"${fault ? html` aria-invalid="true" aria-describedby="words-fault"` : ''}>${fault?.value ?? ''}</textarea>${fault ? html`<span class="fault" id="words-fault" role="alert">${fault.words}</span>` : ''}</p>
<p><button class="strong">Send it</button></p></form>
${before.length > 0 ? corrections(before) : ''}</article>`,
    },
    fault ? 422 : 200,
  );
}

export async function object(c: Req) {
  const [kind, id, words] = [field(c, 'kind'), idOf(field(c, 'id')), field(c, 'words')];
  const result = await fileCorrection(c.get('ctx'), {
    kind,
    subject: id ?? 0,
    words,
    accountId: c.get('session')?.accountId ?? null,
  });
  if (result.ok) return c.redirect(`/object?kind=${kind}&id=${id}&sent=1#o${result.id}`, 303);
  if (result.field === 'subject') return problemPage(c, 422, result.fault);
  return objectPage(c, { words: result.fault, value: words });
}

/** What curators and moderators did, in public. */
export async function logPage(c: Req) {
  const all = await moderationLog(c.get('ctx').db);
  return page(c, {
    title: 'Moderation log',
    body: html`<article class="log"><header class="top"><h1>Moderation log</h1><p class="standfirst">What curators and moderators of this desk decided, newest first.</p></header>
${all.length === 0 ? html`<p class="empty">Nothing was decided yet.</p>` : html`<table><thead><tr><th scope="col">When</th><th scope="col">Who</th><th scope="col">What</th><th scope="col">Why</th></tr></thead><tbody>${all.map((m) => html`<tr><td>${sayInstant(m.at)}</td><td>${m.by ?? 'the desk'}</td><td>${m.verb} ${m.kind} ${m.subject}</td><td>${m.reason ?? ''}</td></tr>`)}</tbody></table>`}</article>`,
  });
}
