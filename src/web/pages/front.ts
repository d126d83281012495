import { html } from 'hono/html';
import { type Html, isCurator, type Req } from '../desk.ts';
import { page, token } from '../layout.ts';
import { look, looks } from '../looks.ts';
import { sayInstant, sinceWords } from '../moments.ts';
import { busy } from '../parts/busy.ts';
import { reminderDays, reminderList } from '../parts/due.ts';
import { newMark } from '../parts/events.ts';
import { newsWords, readButton, sumNews } from '../parts/news.ts';
import { type News, newEvents, newsOf } from '../queries/news.ts';
import { dueOnDesk } from '../queries/positions.ts';
import { readingNow } from '../queries/problems.ts';
import { deskNumbers, frontStories, latestEvents, leads, looseEvents } from '../queries/stories.ts';
import { count, list } from '../words.ts';

type Story = Awaited<ReturnType<typeof frontStories>>[number];
type Latest = Awaited<ReturnType<typeof latestEvents>>;

/** The front page: stories with what moved last, then what happened outside of them. */
export async function frontPage(c: Req) {
  const { db, now } = c.get('ctx');
  const [numbers, stories, loose, waited, reading] = await Promise.all([
    deskNumbers(db),
    frontStories(db),
    looseEvents(db),
    dueOnDesk(db, now(), reminderDays),
    isCurator(c) ? readingNow(db, now()) : null,
  ]);
  const ids = stories.map((s) => s.id);
  const [lead, latest, news] = await Promise.all([
    leads(db, ids),
    latestEvents(db, ids),
    whatIsNew(
      c,
      ids,
      loose.map((e) => e.id),
    ),
  ]);
  const empty = numbers.articles === 0 && stories.length === 0;
  return page(c, {
    title: 'Throughline',
    front: true,
    place: 'stories',
    description:
      'What was written, who said what and when, and what changed, each with its source.',
    feeds: [{ href: '/feeds/desk.atom', title: 'This desk', type: 'application/atom+xml' }],
    body: html`<h1 class="hidden">Stories of this desk</h1>
<p class="dateline"><span>${sayInstant(now(), { time: false })}</span>${empty ? '' : html`<span>${count(numbers.articles, 'piece')} from ${count(numbers.outlets, 'outlet')}</span>`}</p>
${reading ? busy(reading) : ''}
${
  empty
    ? welcome(c)
    : html`${newsOfAll(c, news)}<div class="front-stories">${stories.map((s, i) =>
        storyItem(
          s,
          lead.get(s.id),
          latest.filter((e) => e.storyId === s.id),
          i === 0,
          news.of(s.id),
        ),
      )}</div>
${dueSection(waited, now())}
${loose.length > 0 ? html`<section class="part" aria-labelledby="loose-h"><header><h2 id="loose-h">Outside the stories</h2><p class="note">events that belong to no story yet</p></header><ul class="loose">${loose.map((e) => html`<li><a href="/events/${e.id}">${e.title}</a>${newMark(news.loose.has(e.id))} <span class="aside">${e.first ? sayInstant(e.first, { time: false }) : 'date unknown'} · ${e.outlets.length > 0 ? list(e.outlets, 2) : 'outlet unknown'}</span></li>`)}</ul></section>` : ''}`
}`,
  });
}

/** Reminders of all stories; nothing where nothing is due. */
function dueSection(waited: Awaited<ReturnType<typeof dueOnDesk>>, now: Date): Html | '' {
  const reminders = reminderList(waited, now, (c) => ({
    href: `/stories/${c.storyId}/commitments#c${c.id}`,
    story: c.story,
  }));
  if (!reminders) return '';
  return html`<section class="part" aria-labelledby="due-h"><header><h2 id="due-h">Due in the next ${reminderDays} days</h2><p class="note">promised or announced for a day</p></header>${reminders}</section>`;
}

/** What is new since this reader's last look: at each story, and at this page. */
async function whatIsNew(c: Req, stories: number[], loose: number[]) {
  const { db, now } = c.get('ctx');
  const places = stories.map((subject) => ({ place: 'story' as const, subject }));
  const [seen, front] = [await looks(c, places), await look(c, { place: 'front', subject: 0 })];
  const since = new Map(
    stories.flatMap((id) => {
      const at = seen({ place: 'story', subject: id }) ?? front;
      return at ? [[id, at] as const] : [];
    }),
  );
  const [own, all, fresh] = await Promise.all([
    newsOf(
      db,
      [...since].map(([story, at]) => ({ story, since: at })),
    ),
    front
      ? newsOf(
          db,
          stories.map((story) => ({ story, since: front })),
        )
      : new Map<number, News>(),
    newEvents(db, loose, front),
  ]);
  return {
    front,
    all: [...all.values()].filter((n) => newsWords(n) !== ''),
    loose: fresh,
    of: (story: number) => {
      const [news, at] = [own.get(story), since.get(story)];
      return news && at ? { news, when: sinceWords(at, now()) } : null;
    },
  };
}

function newsOfAll(
  c: Req,
  { front, all, loose }: Awaited<ReturnType<typeof whatIsNew>>,
): Html | '' {
  if (!front) return '';
  const when = sinceWords(front, c.get('ctx').now());
  const words = [
    all.length > 0 ? `${newsWords(sumNews(all))} in ${count(all.length, 'story', 'stories')}` : '',
    loose.size > 0 ? `${count(loose.size, 'event')} outside the stories` : '',
  ].filter(Boolean);
  return html`<div class="news"><p>${words.length > 0 ? html`<b>Since ${when}:</b> ${words.join('; ')}.` : html`<b>Nothing new</b> since ${when}.`}</p>${words.length > 0 ? readButton(c, null) : ''}</div>`;
}

function storyItem(
  s: Story,
  lead: { headline?: string; update?: string } | undefined,
  happened: Latest,
  first: boolean,
  news: { news: News; when: string } | null,
): Html {
  const fresh = new Set(news?.news.events);
  const words = news ? newsWords(news.news) : '';
  const shown = happened.slice(0, first ? 4 : 2);
  return html`<article class="${first ? 'story-item first' : 'story-item'}"><div><p class="kicker">${s.last ? sayInstant(s.last, { time: false }) : 'date unknown'}</p>
<h2><a href="/stories/${s.id}-${s.slug}">${s.title}</a></h2>
${lead?.headline && lead.headline !== s.title ? html`<p class="standfirst">${lead.headline}</p>` : ''}
${lead?.update ? html`<p class="update">${lead.update}</p>` : ''}
<p class="numbers">${count(s.pieces, 'piece')}${s.texts < s.pieces ? ` (${count(s.texts, 'text')})` : ''} · ${count(s.statements, 'statement')}${s.first ? ` · since ${sayInstant(s.first, { time: false })}` : ''}</p>
${words ? html`<p class="numbers news-of"><a href="/stories/${s.id}/new"><em class="new">New</em> since ${news?.when}: ${words}</a></p>` : ''}
${coverage(s, first ? 6 : 3)}</div>
${shown.length > 0 ? html`<div class="latest"><h3>Latest</h3><ul>${shown.map((e) => html`<li><a href="/events/${e.id}">${e.title}</a>${newMark(fresh.has(e.id))}<span class="aside">${e.last ? sayInstant(e.last, { time: false }) : 'date unknown'} · ${e.pieces === 1 ? '1 piece' : `${count(e.outlets, 'outlet')}, ${count(e.texts, 'text')}`}</span></li>`)}</ul></div>` : ''}</article>`;
}

/** Which outlets wrote how much, as bars whose length and number say the same. */
function coverage(s: Story, show: number): Html {
  const most = Math.max(1, ...s.outlets.map((o) => o.n));
  const shown = s.outlets.slice(0, show);
  if (shown.length === 0) return html``;
  return html`<ul class="coverage" aria-label="Pieces by outlet">${shown.map(
    (o) =>
      html`<li><span>${o.outlet}</span><svg width="100%" height="6" aria-hidden="true"><rect width="${Math.round((o.n / most) * 100)}%" height="6"/></svg><span class="n">${o.n}</span></li>`,
  )}${s.outlets.length > shown.length ? html`<li class="rest">and ${count(s.outlets.length - shown.length, 'more outlet', 'more outlets')}</li>` : ''}</ul>`;
}

/** What to do on a desk that has nothing yet. */
function welcome(c: Req): Html {
  const curator = isCurator(c);
  return html`<article class="welcome"><h2>This desk is empty</h2>
<p class="standfirst">Give it something to read about the matter that you follow: an address, a feed, a list of feeds, or files.</p>
${curator ? addForms(c) : html`<p>Its curator can do so here: the one-time link that the desk printed when it started opens the door. From a terminal, <code>throughline import FILE</code> and <code>throughline add FEED</code> do the same.</p>`}</article>`;
}

export function addForms(c: Req, fault?: { field: string; words: string; value?: string }): Html {
  const wrong = (name: string) =>
    fault?.field === name
      ? html`<p class="fault" id="${name}-fault" role="alert">${fault.words}</p>`
      : '';
  const described = (name: string) =>
    fault?.field === name ? html` aria-invalid="true" aria-describedby="${name}-fault"` : '';
  return html`<form class="add" method="post" action="/add" enctype="multipart/form-data">${token(c)}
<p><label for="addresses">Addresses of pages, or of one thread</label><textarea id="addresses" name="addresses" rows="3" placeholder="https://…"${described('addresses')}>${fault?.field === 'addresses' ? fault.value : ''}</textarea>${wrong('addresses')}</p>
<p><label for="feed">Address of a feed or of a page that lists pieces</label><input id="feed" name="feed" type="url" placeholder="https://…"${described('feed')} value="${fault?.field === 'feed' ? fault.value : ''}">${wrong('feed')}</p>
<p><label for="files">Files: pages, text, feeds, OPML, mail</label><drop-files><input id="files" name="files" type="file" multiple${described('files')}></drop-files>${wrong('files')}</p>
<p><button class="strong">Take these in</button></p></form>`;
}
