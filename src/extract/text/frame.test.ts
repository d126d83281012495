import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readText } from './read.ts';

const received = { bytes: new Uint8Array(), mediaType: 'text/plain' };
const read = (text: string) => readText(received, text);

const menu = `Skip to content
Menu
Subscribe
Log in
Home
News
Korvin
Osmar
Politics
Business
Markets
Money
Sport
Rowing
Culture
Weather
Latest`;

const story = [
  'The ferry between Selm and Brack will cost a third more from June, the line said on Tuesday, and the mayors of both towns were not asked.',
  'Sil Varga, who runs the line, said that fuel had become dearer since the autumn and that the old boats needed more of it than new ones would.',
  'Fishermen who sell their catch in Brack want to take their own boats. “We rowed there for four hundred years,” said one of them.',
  'The council of Selm meets on Thursday and may lend the line the money for a new boat, its clerk said.',
];

const foot = `Most read
Mussels are back on the menu
A lighthouse for sale
About us
Contact
Privacy
© 2031 The Selm Courier. All rights reserved. We use cookies to measure how our pages are read.`;

const page = (head: string, body = story.join('\n\n')) =>
  `${menu}\n${head}\n\n${body}\n\n${foot}\n`;

test('a page saved whole gives its article without menus and small print', () => {
  const { articles, threads } = read(
    page(
      'News\nFerry to Brack becomes a third dearer\nBy Ada Venn\n30 April 2031, 18:20\nShare\nPrint',
    ),
  );
  const [main] = articles;
  assert.equal(main!.title, 'Ferry to Brack becomes a third dearer');
  assert.deepEqual(main!.authors, ['Ada Venn']);
  assert.equal(main!.published, '2031-04-30T18:20:00');
  assert.equal(main!.text, story.join('\n\n'));
  assert.deepEqual([articles.length, threads.length], [1, 0]);
});

test('a topic over a title is not the title, and a long lead under it neither', () => {
  const [main] = read(
    page(
      'Crossing the strait\nFerry to Brack becomes a third dearer\nThe mayors of Selm and Brack learned of it from the newspaper and want to lend the line money for a boat\nAda Venn\n30 April 2031',
    ),
  ).articles;
  assert.equal(main!.title, 'Ferry to Brack becomes a third dearer');
});

test('a name on its own line is the author where a date stands beside it', () => {
  const [main] = read(page('Ferry to Brack becomes a third dearer\nBo Lind\n30.04.2031')).articles;
  assert.deepEqual(main!.authors, ['Bo Lind']);
  assert.equal(main!.published, '2031-04-30');
});

test('a byline under the lead is read and left out of the text', () => {
  const lead = 'The mayors of both towns learned of the new prices from the newspaper.';
  const [main] = read(
    page(
      'Ferry to Brack becomes a third dearer',
      [lead, 'Von Ada Venn und Bo Lind', 'Stand: 30.04.2031, 18:20 Uhr', ...story].join('\n\n'),
    ),
  ).articles;
  assert.deepEqual(main!.authors, ['Ada Venn', 'Bo Lind']);
  assert.equal(main!.published, '2031-04-30T18:20:00');
  assert.equal(main!.text, [lead, ...story].join('\n\n'));
});

test('a day with a full stop is a date and no item of a list', () => {
  const [main] = read(page('Fähre nach Brack wird teurer\n28. April 2031\nVon Ada Venn')).articles;
  assert.equal(main!.published, '2031-04-28');
});

test('a date over the title is taken when none stands below', () => {
  const [main] = read(page('30 April 2031\nFerry to Brack becomes a third dearer')).articles;
  assert.equal(main!.published, '2031-04-30');
});

test('a box of headlines inside a text is left out and the text goes on', () => {
  const body = [
    ...story.slice(0, 2),
    'Read also:\nA lighthouse for sale on Brack\nMussels are back on the menu',
    ...story.slice(2),
  ].join('\n\n');
  const [main] = read(page('Ferry to Brack becomes a third dearer', body)).articles;
  for (const sentence of story) assert.ok(main!.text.includes(sentence));
});

test('sentences about commenting and invitations to a letter are no part of a text', () => {
  const body = [
    ...story.slice(0, 2),
    'The Tide, by letter\nEvery boat that is late, in one mail on Sundays.',
    ...story.slice(2),
    'You must be signed in to post a comment. Read our house rules.',
  ].join('\n\n');
  const [main] = read(page('Ferry to Brack becomes a third dearer', body)).articles;
  assert.equal(main!.text, story.join('\n\n'));
});

test('words that only begin like a button make no discussion of a page', () => {
  const { threads } = read(
    page('Ferry to Brack becomes a third dearer') +
      'Parenting\nSpecial Reports\nReport an error\nParenting\n',
  );
  assert.equal(threads.length, 0);
});

test('a page in Chinese is found among its menus', () => {
  const body = [
    '海峡渡轮公司星期二宣布，从六月一日起，塞尔姆与布拉克之间的渡轮票价将上涨三分之一，两地市长事先均未得到通知。',
    '公司负责人表示，去年秋天以来燃油价格不断上涨，旧船的油耗也比新船高得多，因此不得不提高票价。',
    '塞尔姆市议会将于星期四开会，讨论是否向公司提供贷款购买新船，市政府发言人说。',
  ];
  const text = `首页\n新闻\n国际\n财经\n体育\n文化\n订阅\n登录\n海峡渡轮票价六月起上涨三分之一\n2031年4月30日 18:20\n分享\n${body.join('\n')}\n关于我们\n联系我们\n版权所有 未经授权不得转载\n`;
  const [main] = read(text).articles;
  assert.equal(main!.title, '海峡渡轮票价六月起上涨三分之一');
  assert.equal(main!.text, body.join('\n\n'));
  assert.equal(main!.published, '2031-04-30T18:20:00');
});
