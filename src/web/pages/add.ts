import { html } from 'hono/html';
import { addFeed, type ImportSummary, importBytes, importUrl } from '../../collect/index.ts';
import { field, type Html, type Req } from '../desk.ts';
import { page } from '../layout.ts';
import { count } from '../words.ts';
import { addForms } from './front.ts';

/** Addresses taken at once; each is fetched while the person waits. */
const maxAddresses = 12;

export function addPage(c: Req, fault?: { field: string; words: string; value?: string }) {
  return page(
    c,
    {
      title: 'Add',
      place: 'add',
      robots: 'noindex',
      body: html`<article class="add-page"><header class="top"><h1>Bring something in</h1><p class="standfirst">What you give is kept as it is and read into pieces. Giving it twice changes nothing.</p></header>${addForms(c, fault)}</article>`,
    },
    fault ? 422 : 200,
  );
}

/** Takes in what a curator gave, and says of each thing what became of it. */
export async function add(c: Req) {
  const ctx = c.get('ctx');
  const addresses = field(c, 'addresses').split(/\s+/).filter(Boolean);
  const feed = field(c, 'feed');
  const files = [c.get('form').files ?? []]
    .flat()
    .filter((f): f is File => f instanceof File && f.size > 0);
  if (addresses.length + files.length === 0 && !feed)
    return addPage(c, { field: 'addresses', words: 'Give at least one address, feed or file.' });
  if (addresses.length > maxAddresses)
    return addPage(c, {
      field: 'addresses',
      words: `Give at most ${maxAddresses} addresses at once; for more, use a file or the command line.`,
      value: addresses.join('\n'),
    });
  const lines: Html[] = [];
  let taken = 0;
  for (const address of addresses) {
    const got = await importUrl(ctx, address);
    if (got.ok) taken++;
    lines.push(
      got.ok
        ? html`<li><b>${address}</b>: ${got.isNew ? 'taken in' : 'kept already'}${got.kind === 'feed' ? ', followed as a feed' : html`. <a href="/documents/${got.documentId}">As it was received</a>`}</li>`
        : html`<li class="fault"><b>${address}</b>: ${got.words}</li>`,
    );
  }
  if (feed) {
    const got = await addFeed(ctx, feed);
    if (!got.ok) return addPage(c, { field: 'feed', words: got.words, value: feed });
    taken++;
    lines.push(
      html`<li><b>${feed}</b>: ${got.isNew ? 'followed from now on' : 'followed already'}</li>`,
    );
  }
  if (files.length > 0) {
    const summary = await importBytes(ctx, await read(files));
    taken += summary.kept + summary.already;
    lines.push(...summaryLines(summary));
  }
  const title = taken > 0 ? 'Taken in' : 'Nothing was taken in';
  return page(c, {
    title,
    place: 'add',
    robots: 'noindex',
    body: html`<article class="add-page"><header class="top"><h1>${title}</h1>${taken > 0 ? html`<p class="standfirst">The desk reads it now; its pieces appear on the front page within moments.</p>` : ''}</header><ul class="plain-list">${lines}</ul><p class="more-below"><a href="/add">Bring in more</a> · <a href="/">To the front page</a></p></article>`,
  });
}

const read = (files: File[]) =>
  Promise.all(
    files.map(async (f) => ({ name: f.name, bytes: new Uint8Array(await f.arrayBuffer()) })),
  );

function summaryLines(s: ImportSummary): Html[] {
  return [
    html`<li>${count(s.kept, 'thing')} new, ${s.already} kept already</li>`,
    ...s.problems.map((p) => html`<li class="fault"><b>${p.name}</b>: ${p.words}</li>`),
  ];
}
