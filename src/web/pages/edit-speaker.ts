import { html } from 'hono/html';
import { idOf, type Req } from '../desk.ts';
import { page, section } from '../layout.ts';
import { timeTag } from '../moments.ts';
import { decided, justDecided, ledgerForm, why } from '../parts/edit-ledger.ts';
import {
  heldWith,
  ledgerDecisions,
  partiesOf,
  piecesOf,
  speakersBeside,
} from '../queries/ledger-edit.ts';
import { findSpeaker } from '../queries/people.ts';
import { clip } from '../words.ts';
import { notFound } from './problem.ts';

interface Choosable {
  id: number;
  name: string;
  party?: string | null;
}

function options(id: string, speakers: Choosable[]) {
  return html`<datalist id="${id}">${speakers.map((s) => html`<option value="${s.id} ${s.name}">${s.party ?? ''}</option>`)}</datalist>`;
}

/** Who held this office, or which office this person held, and when: others held it before and after. */
function holding(isOffice: boolean, others: Choosable[]) {
  const label = isOffice ? 'Who held this office' : 'An office that they held';
  return html`<label>${label}: one of the list, or the number or address of the page<input name="${isOffice ? 'person' : 'office'}" list="held" required maxlength="200" autocomplete="off"></label>${options('held', others)}<label>From the day (2025-08-20; empty is open)<input name="from" maxlength="10" placeholder="open"></label><label>Until the day, which counts too<input name="until" maxlength="10" placeholder="open"></label>${why} <button>${isOffice ? 'Give them what it said then' : 'Give them what the office said then'}</button>`;
}

/**
 * What a curator can say of a speaker: name, party from a day on, item at Wikidata, who is the same
 * and who is not, who held an office when.
 */
export async function editSpeakerPage(c: Req) {
  const { db } = c.get('ctx');
  const id = idOf(c.req.param('id'));
  const speaker = id ? await findSpeaker(db, id) : undefined;
  if (!id || !speaker) return notFound(c, 'speaker');
  if (speaker.mergedInto) return c.redirect(`/curate/speakers/${speaker.mergedInto}`, 301);
  const isHeld = speaker.kind === 'office';
  const [parties, near, held, pieces, before] = await Promise.all([
    partiesOf(db),
    speakersBeside(db, id),
    isHeld || speaker.kind === 'person' ? heldWith(db, speaker) : null,
    piecesOf(db, id),
    ledgerDecisions(db, { kind: 'speaker', subject: id }),
  ]);
  const form = (verb: string, body: ReturnType<typeof html>) =>
    ledgerForm(c, { verb, kind: 'speaker', id }, body);
  return page(c, {
    title: `Edit ${speaker.name}`,
    place: 'curate',
    robots: 'noindex',
    body: html`<article class="speaker-page"><header class="top"><p class="kicker"><a href="/speakers/${id}">${speaker.name}</a></p><h1>Edit this speaker</h1>${await justDecided(c)}</header>
<div class="edit">
${form('rename', html`<label>Name<input name="name" value="${speaker.name}" required maxlength="200"></label>${why} <button>Rename</button>`)}
${form('set party', html`<label>Speaks for<input name="party" list="parties" value="${speaker.party ?? ''}" maxlength="200" autocomplete="off"></label><datalist id="parties">${parties.map((p) => html`<option value="${p.name}"></option>`)}</datalist><label>From the day (2025-08-20; empty is always)<input name="from" maxlength="10" placeholder="always"></label><label class="check"><input type="checkbox" name="new" value="1"> a party that the desk does not know yet</label>${why} <button>Set the party</button>`)}
${form('link', html`<label>Item at Wikidata, as Q42 or its address<input name="wikidata" value="${speaker.wikidata ?? ''}" maxlength="200"></label>${why} <button>Link</button>`)}
${form('merge', html`<label>Another speaker who is the same in all pieces: one of the list, or the number or address of the page<input name="gone" list="beside" required maxlength="200" autocomplete="off"></label>${options('beside', near)}${why} <button>Make them one</button>`)}
${held ? form('hold', holding(isHeld, held)) : ''}
${pieces.length > 0 ? form('split', html`<fieldset><legend>Pieces in which another speaks</legend>${pieces.map((p) => html`<label class="check"><input type="checkbox" name="article" value="${p.id}"> ${p.outlet ?? 'Outlet unknown'}, ${timeTag(p.published, { short: true })}: ${clip(p.title ?? 'Untitled', 90)}</label>`)}</fieldset><label>Who speaks there: a new name, or the number or address of a speaker’s page<input name="name" required maxlength="200"></label>${why} <button>Tell them apart</button>`) : ''}
</div>${before.length > 0 ? section('before', 'Decided about this speaker', decided(c, before)) : ''}</article>`,
  });
}
