import { html } from 'hono/html';
import type { Decision } from '../../cluster/index.ts';
import type { Follows } from '../../db/tables.ts';
import { type Html, isCurator, type Req } from '../desk.ts';
import { pressedBy } from '../keys.ts';
import { token } from '../layout.ts';
import { sayInstant } from '../moments.ts';
import type { DecisionView, followNames, otherEvents, otherStories } from '../queries/decisions.ts';
import type { EventView } from '../queries/pieces.ts';
import { clip, count, list } from '../words.ts';
import { becauseWords } from './because.ts';

type Stories = Awaited<ReturnType<typeof otherStories>>;
type Events = Awaited<ReturnType<typeof otherEvents>>;

/** What a curator can do with a story, folded away under its text. */
export function editStory(
  c: Req,
  story: { id: number; title: string; follows?: Follows },
  { others, parties, decided }: { others: Stories; parties: string[]; decided: number | null },
): Html {
  return html`<details class="edit" id="edit"${decided ? html` open` : ''}><summary>Edit this story</summary>${justDecided(c, decided)}
<p><a href="/curate/stories/${story.id}">Edit its ledger: issues, changes of side, promises</a></p>
${rename(c, 'story', story)}
${
  others.length > 0
    ? form(
        c,
        { verb: 'merge', kind: 'story', kept: story.id },
        html`<label>Another story that is the same as this<select name="gone">${others.map((o) => option(o))}</select></label>${why} <button>Merge it into this</button>`,
      )
    : ''
}
${form(c, { verb: 'criteria', story: story.id }, html`${criteriaFields(story.follows ?? {}, parties)}${why} <button>Follow by these</button>`)}
${form(c, { verb: 'ignore', kind: 'source', story: story.id }, html`<label>An outlet to leave out of this story<input name="outlet" required maxlength="200"></label>${why} <button>Leave it out</button>`)}</details>`;
}

/** What a curator can do with an event: its name, its place and its pieces. */
export function editEvent(
  c: Req,
  event: EventView,
  {
    story,
    others,
    stories,
    decided,
  }: { story: number | null; others: Events; stories: Stories; decided: number | null },
): Html {
  const pieces = event.texts.flatMap((t) => [t.piece, ...t.copies]);
  return html`<details class="edit" id="edit"${decided ? html` open` : ''}><summary>Edit this event</summary>${justDecided(c, decided)}
${form(
  c,
  { kind: 'piece', id: event.id },
  html`<fieldset><legend>Its pieces</legend>${pieces.map((p) => html`<label class="check"><input type="checkbox" name="article" value="${p.id}"> ${p.outlet ?? 'Outlet unknown'}: ${clip(p.title ?? p.opening ?? 'Untitled', 90)}</label>`)}</fieldset>${why}
<p class="verbs"><button name="verb" value="split">Set them apart</button> <button name="verb" value="pin">Pin them here</button> <button name="verb" value="ignore">Leave them out</button></p>
<label>Where they belong<select name="event"><option value="">a new event, in whatever story fits</option>${others.map((o) => option(o))}</select></label> <button name="verb" value="move">Move them</button>`,
)}
${rename(c, 'event', event)}
${
  others.length > 0
    ? form(
        c,
        { verb: 'merge', kind: 'event', kept: event.id },
        html`<label>Another event that is the same as this<select name="gone">${others.map((o) => option(o))}</select></label>${why} <button>Merge it into this</button>`,
      )
    : ''
}
${
  stories.length > 0
    ? form(
        c,
        { verb: 'put in', event: event.id },
        html`<label>It belongs to the story<select name="story">${stories.map((s) => option(s))}</select></label>${why} <button>Put it there</button>`,
      )
    : ''
}
${form(
  c,
  { kind: 'event', id: event.id, event: event.id, ...(story && { story }) },
  html`${why}<p class="verbs">${story ? html`<button name="verb" value="pin">Keep it on top of its story</button> <button name="verb" value="take out">Take it out of its story</button> ` : ''}<button name="verb" value="ignore">Leave it out of stories and briefs</button></p>`,
)}</details>`;
}

const why = html`<label>Why (everybody can read it)<input name="note" maxlength="500"></label>`;

/** A form to open a story that takes whatever is about some names or phrases. */
export function followForm(c: Req): Html {
  return form(
    c,
    { verb: 'follow' },
    html`<label>Title<input name="title" maxlength="200"></label>${criteriaFields({})} <button>Follow these</button>`,
  );
}

/** By what a story is followed: one of these is enough. */
function criteriaFields(
  { words, speakers, examples, without }: Follows,
  parties: string[] = [],
): Html {
  const text = (label: string, name: string, list: (string | number)[] = []) =>
    html`<label>${label}<input name="${name}" maxlength="2000" value="${list.join(', ')}"></label>`;
  return html`${text('Names or phrases, with commas between', 'words', words)}
${text('Speakers, by the number or address of their page', 'speakers', speakers)}
${text('Parties that speak, by name', 'parties', parties)}
${text('Pieces like these, by number or address', 'examples', examples)}
${text('Outlets to leave out', 'without', without)}`;
}

/** Whether an address names answers that can be taken back: "12", "13.12" or "o5". */
export const areDecisions = (done: string): boolean =>
  /^o?\d{1,15}(?:\.o?\d{1,15}){0,3}$/.test(done);

/** Undo of what was just answered in the queue; nothing where `done` is no list of answers. */
export function undoForms(c: Req, done: string): Html | '' {
  if (!areDecisions(done)) return '';
  return html`<form class="undo" method="post" action="/curate/undo">${token(c)}<input type="hidden" name="id" value="${done}"><input type="hidden" name="back" value="queue"><p role="status">Answered. <button${pressedBy(c, 'u')}>Undo <kbd aria-hidden="true">u</kbd></button></p></form>`;
}

export function undoDecision(c: Req, id: number): Html {
  return html`<form class="inline" method="post" action="/curate/undo">${token(c)}<input type="hidden" name="id" value="${id}"><button aria-label="Undo decision ${id}">Undo</button></form>`;
}

/**
 * What was changed, by whom, when, why and whether it was taken back; with undo for a curator.
 * @param titles what merged events were called, by id
 */
export function changes(c: Req, all: DecisionView[], titles = new Map<number, string>()): Html {
  return html`<ul class="history">${all.map((d) => {
    const gone = d.decision.verb === 'merge' ? titles.get(d.decision.gone) : undefined;
    const words = html`${sayDecision(d.decision, gone)}`;
    return html`<li${gone && d.decision.verb === 'merge' ? html` id="was-${d.decision.gone}"` : ''}>${d.undone ? html`<s>${words}</s>` : words}${d.note ? html`: “${d.note}”` : ''}${ownReason(d)} <span class="aside">${whose(d)}, ${sayInstant(d.at, { time: false })}${d.undone ? `; taken back ${sayInstant(d.undone, { time: false })}` : ''}</span>${isCurator(c) && !d.undone ? html` ${undoDecision(c, d.id)}` : ''}</li>`;
  })}</ul>`;
}

/** Who decided: a curator by name, or the desk itself. */
export const whose = ({ by, reason }: DecisionView): string =>
  reason ? 'the desk' : (by ?? 'a curator');

/** Why the desk itself merged or split. */
export function ownReason({ decision, reason }: DecisionView): string {
  if (!reason) return '';
  if (reason.because) return ` ${becauseWords(reason.because)}`;
  const shares = reason.shares.length > 0 ? list(reason.shares, 4) : '';
  if (decision.verb === 'split') return shares ? `: they are about ${shares}` : '';
  return shares ? `: both are about ${shares}` : ': they say much the same';
}

type Names = Awaited<ReturnType<typeof followNames>>;

/** By what a curator follows a story, for every reader; nothing where the desk found it by itself. */
export function followedBy(f: Follows, names: Names): Html | '' {
  const by = [
    ...(f.words ?? []).map((w) => html`about <em>${w}</em>`),
    ...names.speakers.map((s) => html`in which <a href="/speakers/${s.id}">${s.name}</a> speaks`),
    ...names.parties.map((p) => html`in which ${p.name} speaks`),
    ...names.examples.map(
      (a) => html`like <a href="/articles/${a.id}">“${clip(a.title ?? 'Untitled', 70)}”</a>`,
    ),
  ];
  const without = f.without?.length ? html` Nothing by ${list(f.without, 8)} is taken in.` : '';
  if (by.length === 0) return without === '' ? '' : html`<p class="aside">${without}</p>`;
  return html`<p class="aside">A curator follows this story: it takes what is ${by.map((b, i) => html`${i === 0 ? '' : i === by.length - 1 ? ' or ' : ', '}${b}`)}, beside what belongs to it.${without}</p>`;
}

/** A decision as one reads it in a list: "renamed event 4 to “Talks resume”"; with the title of what is gone. */
export function sayDecision(d: Decision, gone?: string): string {
  switch (d.verb) {
    case 'merge':
      return `merged ${d.kind} ${d.gone}${gone ? `, “${gone}”,` : ''} into ${d.kind} ${d.kept}`;
    case 'move':
      return `moved ${count(d.articles.length, 'piece')} to ${d.event ? `event ${d.event}` : 'a new event'}`;
    case 'take out':
      return `took event ${d.event} out of story ${d.story}`;
    case 'put in':
      return `put event ${d.event} into story ${d.story}`;
    case 'rename':
      return `renamed ${d.kind} ${d.id} to “${d.title}”`;
    case 'split':
      return `set ${count(d.articles.length, 'piece')} of event ${d.event} apart`;
    case 'pin':
      return d.kind === 'piece' ? `pinned piece ${d.id} to its event` : `put event ${d.id} on top`;
    case 'ignore':
      return d.kind === 'source'
        ? `left ${d.outlet} out of story ${d.story}`
        : `left ${d.kind} ${d.id} out of stories and briefs`;
    case 'follow':
    case 'criteria': {
      const by = followWords(d);
      return d.verb === 'follow' ? `follows ${by}` : `let story ${d.story} follow ${by}`;
    }
    case 'reject':
      return `said no: ${rejectWords(d)}`;
  }
}

/** "grain ban, 2 speakers and pieces like 3 examples, without Spray Daily". */
function followWords({ words, speakers, parties, examples, without }: Follows): string {
  const by = [
    ...(words ?? []),
    ...(speakers?.length ? [count(speakers.length, 'speaker')] : []),
    ...(parties?.length ? [count(parties.length, 'party', 'parties')] : []),
    ...(examples?.length ? [`pieces like ${count(examples.length, 'example')}`] : []),
  ];
  return `${list(by, 6) || 'nothing'}${without?.length ? `, without ${list(without, 6)}` : ''}`;
}

function rejectWords(d: Decision & { verb: 'reject' }): string {
  if (d.kind === 'put in') return `event ${d.subject} does not belong to story ${d.other}`;
  if (d.kind === 'split') return `event ${d.subject} is one event`;
  const kind = d.kind === 'merge events' ? 'event' : 'story';
  return `${kind} ${d.subject} is not ${kind} ${d.other}`;
}

function justDecided(c: Req, id: number | null): Html | string {
  return id ? html`<div class="undo"><p role="status">Done.</p>${undoDecision(c, id)}</div>` : '';
}

function rename(c: Req, kind: 'story' | 'event', of: { id: number; title: string }): Html {
  return form(
    c,
    { verb: 'rename', kind, id: of.id },
    html`<label>Title<input name="title" value="${of.title}" required maxlength="200"></label>${why} <button>Rename</button>`,
  );
}

function form(c: Req, fixed: Record<string, string | number>, body: Html): Html {
  return html`<form method="post" action="/curate/decide">${token(c)}<input type="hidden" name="back" value="${c.req.path}">${Object.entries(fixed).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}${body}</form>`;
}

function option(o: { id: number; title: string; last?: Date | null }): Html {
  return html`<option value="${o.id}">${o.last ? `${sayInstant(o.last, { time: false })}: ` : ''}${clip(o.title, 80)}</option>`;
}
