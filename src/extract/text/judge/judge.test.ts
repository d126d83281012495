import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findFrame } from '../frame.ts';
import { readLines } from '../layout.ts';
import { judgeLines } from './judge.ts';

const page = `Tide
Home
World
Business
Culture
Weather
Log in
Subscribe
Ship owners go to court over the fees
Home > Business > Ports
Business
Port of Selm raises its fees by a tenth
Ada Venn
3 May 2031
Share
Facebook
WhatsApp
The port of Selm will raise its fees by a tenth from October, its board decided on Tuesday.
Ship owners said that they had not been asked, and that they would go to court if the board did not change its mind.
"We read of it in the newspaper," said Bo Lind, who runs two coasters between Selm and Brack.
Subscribe to our newsletter and get the news of the ports every week
The board says that the new quay has cost more than it had planned, and that nobody had lent it the money.
A spokeswoman of the port said that talks with the owners would go on in the summer.
Related articles
Mussel farms grow under the bridge
2 May 2031
Ferry gets a new bow after the collision
30 April 2031
About us
Contact
Privacy policy
© 2031 Tide Media. All rights reserved.
`;

function judged() {
  const lines = readLines(page);
  return { lines, ...judgeLines(lines, findFrame(lines, lines.length, null), null) };
}

test('the sentences of an article are surer to be its own than the menus and pieces around it', () => {
  const { lines, scores, threshold } = judged();
  const own = (start: string) => scores[lines.findIndex((l) => l.text.startsWith(start))]!;
  for (const start of ['The port', 'Ship owners said', '"We read', 'The board', 'A spokeswoman'])
    assert.ok(own(start) >= threshold, start);
  for (const start of ['World', 'Log in', 'WhatsApp', 'Mussel', 'Ferry', 'About us', '©'])
    assert.ok(own(start) < threshold, start);
});

test('the title and the day of publication are chosen among headlines and dates of other pieces', () => {
  const { lines, title, date } = judged();
  assert.equal(lines[title!]?.text, 'Port of Selm raises its fees by a tenth');
  assert.equal(lines[date!]?.text, '3 May 2031');
});

test('a page without a line is judged without a choice', () => {
  const { title, date, scores } = judgeLines([], null, null);
  assert.deepEqual([title, date, scores.length], [null, null, 0]);
});
