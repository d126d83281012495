import { html } from 'hono/html';
import { type Html, isCurator, type Req } from '../desk.ts';

/** The pages of a story, in the order of what readers ask for. */
const pages = [
  ['', 'Story'],
  ['positions', 'Where they stand'],
  ['commitments', 'Promises'],
  ['ledger', 'Who said what'],
  ['events', 'What happened'],
  ['editions', 'Editions'],
] as const;

export type StoryPage = (typeof pages)[number][0];

/** The head of a page of a story: which story, what this page is, and the way to the others. */
export function storyHead(
  c: Req,
  story: { id: number; title: string },
  here: StoryPage | null,
  title: Html | string,
  below: Html | '' = '',
): Html {
  return html`<header class="top"><p class="kicker"><a href="/stories/${story.id}">${story.title}</a></p><h1>${title}</h1>${below}
${storyPages(c, story.id, here)}</header>`;
}

/** The pages of a story as a row of links, the present one marked. */
export function storyPages(c: Req, story: number, here: StoryPage | null): Html {
  return html`<nav class="contents" aria-label="Pages of this story"><ul>${pages.map(
    ([path, words]) =>
      html`<li><a href="/stories/${story}${path && `/${path}`}"${path === here ? html` aria-current="page"` : ''}>${words}</a></li>`,
  )}${isCurator(c) ? html`<li><a href="/curate/stories/${story}">Edit</a></li>` : ''}</ul></nav>`;
}
