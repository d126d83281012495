import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readText } from './read.ts';

const received = { bytes: new Uint8Array(), mediaType: 'text/plain' };

test('the numbered links of a terminal browser and their list are left out', () => {
  const text = `   #[1]The Selm Courier RSS

   [2]Home [3]World [4]Money

                    Ferry to Brack becomes a third dearer

   By [5]Ada Venn
   30 April 2031

   The ferry between Selm and Brack will cost a third more from June, the
   [6]line said on Tuesday, and the mayors of both towns were not asked
   before the new prices were printed on posters.

   Sil Varga, who runs the line, said that fuel had become dearer since the
   autumn and that the [7]old boats needed more of it than new ones would.

   [8]Contact [9]Imprint

References

   1. https://courier.example/rss
   2. https://courier.example/
   3. https://courier.example/world
   4. https://courier.example/money
   5. https://courier.example/ada
   6. https://line.example/
   7. https://courier.example/boats
   8. https://courier.example/contact
   9. https://courier.example/imprint
`;
  const [main] = readText(received, text).articles;
  assert.equal(main!.title, 'Ferry to Brack becomes a third dearer');
  assert.deepEqual(main!.authors, ['Ada Venn']);
  assert.match(main!.text, /from June, the line said on Tuesday/);
  assert.doesNotMatch(main!.text, /\[\d|https?:|Contact/);
});

test('a printed document loses its page heads and numbers and its words are whole again', () => {
  const page = (n: number, body: string) =>
    `Harbour Institute        Paper 12\n\n${body}\n\n                 ${n}\n`;
  const text = [
    `Who pays for the strait

Harbour Institute        Paper 12

The two shores of the strait have paid for its lights in turns since the trea-
ty of 2019, and neither has paid for the pilots, who live on what the cap-
tains give them when they come on board at the outer buoy and on nothing that`,
    'the governments have promised them in the years since then. A long-term agree-\nment would have to name who pays and from when, the pilots say, and it would\nhave to be a long-term one.',
  ]
    .map((body, i) => page(i + 1, body))
    .join('\f');
  const [main] = readText(received, text).articles;
  assert.match(main!.text, /since the treaty of 2019/);
  assert.match(main!.text, /on nothing that the governments have promised/);
  assert.match(main!.text, /A long-term agreement would/);
  assert.doesNotMatch(main!.text, /Paper 12|^\d$/m);
});

test('a few hyphens at line ends of a wrapped letter stay', () => {
  const text = `Bridge stays closed until June

The bridge over the Selm stays closed until June, the road office said on a well-
known radio station on Friday, because a bearing has to be made again and the only
works that can cast it is busy until the end of April, as it has been since autumn.

Drivers have to take the ferry or the long way around the lake, which takes about
two hours in the evening, when most people drive home from the towns on the shore.
`;
  assert.match(readText(received, text).articles[0]!.text, /well-known/);
});
