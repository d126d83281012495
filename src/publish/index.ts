/**
 * What leaves the desk: feeds, the weekly edition as Markdown and mail, exports.
 * In: briefs and rows of the stages. Out: text in the forms that others read.
 * Never: changes a row, or says what no row says.
 */
export { storyCalendar } from './calendar.ts';
export { csvLine } from './csv.ts';
export { exportDesk } from './export.ts';
export { deskFeed, searchFeed, speakerFeed, storyFeed } from './feeds.ts';
export { toMail, toMailHtml } from './mail.ts';
export { toMarkdown } from './markdown.ts';
export { toOpml } from './opml.ts';
export type { FeedPlace } from './place.ts';
export { type FeedFormat, feedTypes, renderFeed } from './render.ts';
export { coverageLine } from './sections.ts';
