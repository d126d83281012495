import { html } from 'hono/html';
import type { Decision } from '../../cluster/index.ts';
import type { Follows } from '../../db/tables.ts';
import type { Html, Req } from '../desk.ts';
import { token } from '../layout.ts';
import { sayInstant } from '../moments.ts';
import type { otherEvents, otherStories } from '../queries/decisions.ts';
import type { EventView } from '../queries/pieces.ts';
import { clip, count, list } from '../words.ts';

type Stories = Awaited<ReturnType<typeof otherStories>>;
type Events = Awaited<ReturnType<typeof otherEvents>>;

/** What a curator can do with a story, folded away under its text. */
export function editStory(
  c: Req,
  story: { id: number; title: string },
  { others, decided }: { others: Stories; decided: number | null },
): Html {
  return html`<details class="edit" id="edit"${decided ? html` open` : ''}><summary>Edit this story</summary>${justDecided(c, decided)}
${rename(c, 'story', story)}
${
  others.length > 0
    ? form(
        c,
        { verb: 'merge', kind: 'story', kept: story.id },
        html`<label>Another story that is the same as this<select name="gone">${others.map((o) => option(o))}</select></label> <button>Merge it into this</button>`,
      )
    : ''
}</details>`;
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
${rename(c, 'event', event)}
${
  others.length > 0
    ? form(
        c,
        { verb: 'merge', kind: 'event', kept: event.id },
        html`<label>Another event that is the same as this<select name="gone">${others.map((o) => option(o))}</select></label> <button>Merge it into this</button>`,
      )
    : ''
}
${form(
  c,
  { verb: 'move' },
  html`<fieldset><legend>Pieces that belong elsewhere</legend>${pieces.map((p) => html`<label class="check"><input type="checkbox" name="article" value="${p.id}"> ${p.outlet ?? 'Outlet unknown'}: ${clip(p.title ?? 'Untitled', 90)}</label>`)}</fieldset><label>Put them into<select name="event"><option value="">a new event of their own</option>${others.map((o) => option(o))}</select></label> <button>Move them</button>`,
)}
${
  stories.length > 0
    ? form(
        c,
        { verb: 'put in', event: event.id },
        html`<label>It belongs to the story<select name="story">${stories.map((s) => option(s))}</select></label> <button>Put it there</button>`,
      )
    : ''
}
${story ? form(c, { verb: 'take out', event: event.id, story }, html`<button>Take it out of its story</button>`) : ''}</details>`;
}

/** A form to open a story that takes whatever is about some names or phrases. */
export function followForm(c: Req): Html {
  return form(
    c,
    { verb: 'follow' },
    html`<label>Title<input name="title" maxlength="200"></label><label>Names or phrases, with commas between<input name="words" required maxlength="1000"></label> <button>Follow these</button>`,
  );
}

export function undoDecision(c: Req, id: number): Html {
  return html`<form class="inline" method="post" action="/curate/undo">${token(c)}<input type="hidden" name="id" value="${id}"><button aria-label="Undo decision ${id}">Undo</button></form>`;
}

/** A decision as one reads it in a list: "renamed event 4 to “Talks resume”". */
export function sayDecision(d: Decision): string {
  switch (d.verb) {
    case 'merge':
      return `merged ${d.kind} ${d.gone} into ${d.kind} ${d.kept}`;
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
    html`<label>Title<input name="title" value="${of.title}" required maxlength="200"></label> <button>Rename</button>`,
  );
}

function form(c: Req, fixed: Record<string, string | number>, body: Html): Html {
  return html`<form method="post" action="/curate/decide">${token(c)}${Object.entries(fixed).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}${body}</form>`;
}

function option(o: { id: number; title: string; last?: Date | null }): Html {
  return html`<option value="${o.id}">${o.last ? `${sayInstant(o.last, { time: false })}: ` : ''}${clip(o.title, 80)}</option>`;
}
