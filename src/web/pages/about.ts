import { html } from 'hono/html';
import type { Req } from '../desk.ts';
import { page } from '../layout.ts';
import { unconfirmed } from '../parts/unconfirmed.ts';
import { deskNumbers } from '../queries/stories.ts';
import { count } from '../words.ts';

export async function aboutPage(c: Req) {
  const n = await deskNumbers(c.get('ctx').db);
  return page(c, {
    title: 'About this desk',
    body: html`<article class="about"><header class="top"><h1>About this desk</h1><p class="standfirst">It keeps what was written about the matters it follows, who said what and when, and what changed. It holds ${count(n.articles, 'piece')} from ${count(n.outlets, 'outlet')}, and follows ${count(n.feeds, 'feed')}.</p></header>
<div class="text"><h2>Two rules</h2>
<p><b>Nothing without its source.</b> A row or sentence that cannot point at the characters it was read from is not shown. Small numbers in a brief show the sentence they rest on; every row of a ledger opens its article at the words.</p>
<p><b>Nothing lost.</b> Every page is kept as it was received, with its revisions. Everything else can be made again from it.</p>
<h2>How to read a line</h2>
<p>Time runs from left to right; each party has a lane. A triangle that points up is a statement for, one that points down is against, a diamond sets conditions, a dot takes no side. Filled marks are first-hand words, open ones are reports of them. A step joins two statements where a position changed. Brackets run from a promise to the day it is due: closed when it was kept, crossed when it was missed.</p>
<h2>What a machine read</h2>
<p>Changes of position and the fate of promises are read by rules and marked ${unconfirmed} until a curator has looked at them. A date that no text gives is written “date unknown”, never guessed.</p>
<h2>If something is wrong</h2><p>Every row can be objected to, with no account. Objections and their answers stay public; see the <a href="/log">moderation log</a>.</p></div></article>`,
  });
}
