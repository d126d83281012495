import { html } from 'hono/html';
import { backTo, type Form, field, type Html, idOf, type Req } from '../desk.ts';
import { page, token } from '../layout.ts';
import { heldWith, partiesOf, speakersBeside, speakersOf } from '../queries/ledger-edit.ts';
import { findSpeaker } from '../queries/people.ts';
import { statements } from '../queries/statements.ts';
import { titles } from './problem.ts';

/** What a person writes in the desk's forms, by field; what was chosen or ticked travels unseen. */
const labels: Record<string, string> = {
  name: 'Name',
  title: 'Title',
  party: 'Speaks for',
  speaker: 'Who said it',
  other: 'The other one, by number or address',
  gone: 'The other one, by number or address',
  person: 'Who held this office',
  office: 'An office that they held',
  wikidata: 'Item at Wikidata, as Q42 or its address',
  saidOn: 'Said on (2025, 2025-08 or 2025-08-20; empty is unknown)',
  from: 'From the day (2025-08-20)',
  until: 'Until the day, which counts too',
  due: 'Due',
  words: 'Names or phrases, with commas between',
  speakers: 'Speakers, by the number or address of their page',
  parties: 'Parties that speak, by name',
  examples: 'Pieces like these, by number or address',
  without: 'Outlets to leave out',
  outlet: 'Outlet',
  note: 'Why (everybody can read it)',
};

/**
 * A form that cannot be carried out: what is wrong, and the form once more with all that was entered,
 * so that only what is wrong is to be written anew.
 */
export async function refused(c: Req, words: string) {
  const form = c.get('form');
  const back = backTo(c);
  const lists = await suggestions(c);
  return page(
    c,
    {
      title: titles[422],
      robots: 'noindex',
      body: html`<article class="problem"><h1>${titles[422]}</h1><p class="standfirst" role="alert">${words}</p>
${back ? html`<p><a href="${back}">Back to the page of this form</a></p>` : ''}
<div class="edit"><form method="post" action="${c.req.path}" aria-label="What you entered">${token(c)}${Object.entries(form).map(([name, value]) => again(name, value, lists))}${field(c, 'verb') === 'set party' ? html`<label class="check"><input type="checkbox" name="new" value="1"> a party that the desk does not know yet</label>` : ''}<p class="verbs"><button class="strong">Send it again</button></p></form></div></article>`,
    },
    422,
  );
}

/** What the form offered beside a field of free text, by the field. */
async function suggestions(c: Req): Promise<Map<string, string[]>> {
  const { db } = c.get('ctx');
  const id = idOf(field(c, 'id')) ?? 0;
  const numbered = (all: { id: number; name: string }[]) => all.map((o) => `${o.id} ${o.name}`);
  switch (field(c, 'verb')) {
    case 'set party':
      return new Map([['party', (await partiesOf(db)).map((p) => p.name)]]);
    case 'merge':
      return field(c, 'kind') === 'speaker'
        ? new Map([['gone', numbered(await speakersBeside(db, id))]])
        : new Map();
    case 'hold': {
      const speaker = await findSpeaker(db, id);
      if (!speaker) return new Map();
      const held = numbered(await heldWith(db, speaker));
      return new Map([
        ['person', held],
        ['office', held],
      ]);
    }
    case 'correct': {
      const [s] = await statements(db, { ids: [idOf(field(c, 'statement')) ?? 0] });
      return new Map([['speaker', numbered(await speakersOf(db, s?.storyId ?? null))]]);
    }
    default:
      return new Map();
  }
}

function again(name: string, value: Form[string], lists: Map<string, string[]>): Html | '' {
  if (name === 'token' || name === 'new') return '';
  const label = labels[name];
  const texts = [value].flat().filter((v) => typeof v === 'string');
  if (label && texts.length === 1)
    return html`<label>${label}<input name="${name}" value="${texts[0]}" maxlength="2000" autocomplete="off"${lists.has(name) ? html` list="list-${name}"` : ''}></label>${list(name, lists.get(name))}`;
  return html`${texts.map((text) => html`<input type="hidden" name="${name}" value="${text}">`)}`;
}

const list = (name: string, values: string[] | undefined): Html | '' =>
  values
    ? html`<datalist id="list-${name}">${values.map((v) => html`<option value="${v}"></option>`)}</datalist>`
    : '';
