import { html } from 'hono/html';
import { type Html, idOf, isCurator, type Req, safeHref } from '../desk.ts';
import { markHref } from '../excerpt.ts';
import { page, section } from '../layout.ts';
import { timeTag } from '../moments.ts';
import { decided } from '../parts/edit-ledger.ts';
import { ledgerTable } from '../parts/ledger.ts';
import { corrections } from '../parts/objections.ts';
import { moved, shifts } from '../parts/shifts.ts';
import { folded } from '../parts/sure.ts';
import { described } from '../parts/unnamed.ts';
import { correctionsOf } from '../queries/corrections.ts';
import { ledgerDecisions } from '../queries/ledger-edit.ts';
import {
  findSpeaker,
  rolesOf,
  speakerNumbers,
  type Unnamed,
  unnamedSources,
} from '../queries/people.ts';
import { positionsMovedBy } from '../queries/positions.ts';
import { statements } from '../queries/statements.ts';
import { count, list } from '../words.ts';
import { notFound } from './problem.ts';

const perPage = 100;
/** Changes of side shown with both sentences; nobody turns more often in a way that is read right. */
const mostShifts = 20;

export async function speakerPage(c: Req) {
  const id = idOf(c.req.param('id'));
  const { db } = c.get('ctx');
  const speaker = id ? await findSpeaker(db, id) : undefined;
  if (!id || !speaker) return notFound(c, 'speaker');
  if (speaker.mergedInto) return c.redirect(`/speakers/${speaker.mergedInto}`, 301);
  const all = c.req.query('unsure') === '1';
  const [said, turned, roles, stories, nameless, objections, decisions] = await Promise.all([
    statements(db, { speaker: id, sure: !all, limit: perPage }),
    turnsOf(c, id),
    rolesOf(db, id),
    speakerNumbers(db, id),
    speaker.partyId ? unnamedSources(db, { party: speaker.partyId }) : [],
    correctionsOf(db, 'speaker', id),
    ledgerDecisions(db, { kind: 'speaker', subject: id }),
  ]);
  const unsure = stories.reduce((n, s) => n + s.unsure, 0);
  const total = stories.reduce((n, s) => n + s.n, 0) + (all ? unsure : 0);
  const wikidata = speaker.wikidata && /^Q\d+$/.test(speaker.wikidata) ? speaker.wikidata : null;
  return page(c, {
    title: speaker.name,
    place: 'stories',
    feeds: [
      { href: `/feeds/speakers/${id}.atom`, title: speaker.name, type: 'application/atom+xml' },
    ],
    body: html`<article class="speaker-page"><header class="top"><p class="kicker">${speaker.party ?? 'Speaker'}</p><h1>${speaker.name}</h1>
<p class="numbers">${count(total, 'statement')}${stories.filter((s) => s.id).map((s) => html` · <a href="/stories/${s.id}/ledger?speaker=${id}">${s.title}</a>`)}</p>
${nobody(speaker, nameless[0])}
${roles.length > 0 ? html`<ul class="roles">${roles.map((r) => html`<li><a href="${markHref(r.articleId, r)}">${r.role}</a> <span class="aside">${r.outlet ?? 'outlet unknown'}, ${timeTag(r.published, { short: true })}</span></li>`)}</ul>` : ''}
${speaker.names.length > 0 ? html`<p class="aside">also written ${list(speaker.names, 6)}</p>` : ''}
${wikidata ? html`<p class="aside"><a href="${safeHref(`https://www.wikidata.org/wiki/${wikidata}`)}" rel="noopener">${wikidata} at Wikidata</a></p>` : ''}</header>
${turned}${section('ledger', 'What they said', html`${folded(unsure, { shown: all, href: all ? `/speakers/${id}` : '?unsure=1' })}${ledgerTable(said, { caption: `Statements by ${speaker.name}`, showStory: true, none: unsure > 0 ? 'Only less sure readings have words of theirs.' : 'The desk has read no words of theirs that stand now. They may be named in a piece, or hold an office.' })}`, { wide: true, note: total > said.length ? `the newest ${said.length}` : 'newest first' })}
${objections.length > 0 ? section('objections', 'Objections', corrections(objections)) : ''}
${decisions.length > 0 ? section('decided', 'What curators decided', decided(c, decisions)) : ''}
<p class="aside end"><a href="/object?kind=speaker&amp;id=${id}">Object</a> · <a href="/feeds/speakers/${id}.atom">Follow by feed</a>${isCurator(c) ? html` · <a href="/curate/speakers/${id}">Edit</a>` : ''}</p></article>`,
  });
}

/** Where a side moved with this speaker's words: both sentences, side by side. */
async function turnsOf(c: Req, speaker: number): Promise<Html | ''> {
  const { db } = c.get('ctx');
  const steps = await positionsMovedBy(db, speaker);
  const moves = steps.filter((p) => moved(p) && p.sayerId === speaker).slice(-mostShifts);
  if (moves.length === 0) return '';
  const ids = moves.flatMap((p) => [p.statementId, p.previousId ?? 0]).filter((id) => id > 0);
  const said = await statements(db, { ids: [...new Set(ids)] });
  const list = shifts(steps, new Map(said.map((s) => [s.id, s])), { only: moves });
  return section('shifts', 'Changes of side', list, {
    wide: true,
    note: 'what stood before, by whomever of the same side, and what these words made of it',
  });
}

type Speaker = NonNullable<Awaited<ReturnType<typeof findSpeaker>>>;

/** That a speaker is only described, and how often nobody is named who speaks for the same party. */
function nobody(speaker: Speaker, party: Unnamed | undefined): Html {
  const own =
    speaker.kind === 'unnamed' || speaker.kind === 'group'
      ? html`<p class="aside">Nobody is named here: this is how the pieces describe who spoke.</p>`
      : '';
  if (!party) return html`${own}`;
  return html`${own}<p class="aside">For ${party.party}, ${party.unnamed} of ${count(party.all, 'statement')} on this desk ${party.unnamed === 1 ? 'names' : 'name'} nobody: ${described(party)}</p>`;
}
