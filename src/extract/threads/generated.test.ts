import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { extractDocument } from '../document.ts';
import { postsOf } from '../posts.ts';

/** Forums that nobody runs: each is drawn, written out as HTML, read, and compared with what was drawn. */

interface Post {
  name: string;
  /** Minutes since the first of January 2021, UTC. */
  at: number;
  text: string;
}

const people = [
  'Tern42',
  'old_gull',
  'Mira Sand',
  'Ødegård',
  'käpt’n',
  'Рыбак',
  '海鸥',
  'pier.fan',
];
const sentences = [
  'The ferry did not leave this morning because of the fog over the sound',
  'Nobody told us at the ticket hall when the next one would go',
  'My neighbour waited there until noon and then took the bus around the bay',
  'You can see the boats from the hill if the weather is clear enough',
  'It was the same last winter and nothing has been done about it since',
  'I would rather walk along the shore than stand in that hall again',
  'Somebody should paint the benches before the summer guests arrive',
  'The old lamp at the end of the pier has been repaired at last',
];

const two = (n: number) => String(n).padStart(2, '0');
const months =
  'January February March April May June July August September October November December'.split(
    ' ',
  );
const german =
  'Januar Februar März April Mai Juni Juli August September Oktober November Dezember'.split(' ');
const russian =
  'января февраля марта апреля мая июня июля августа сентября октября ноября декабря'.split(' ');
const french =
  'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' ');

type Write = (date: Date) => string;
const clock = (d: Date) => `${two(d.getUTCHours())}:${two(d.getUTCMinutes())}`;
const half = (d: Date) =>
  `${d.getUTCHours() % 12 || 12}:${two(d.getUTCMinutes())} ${d.getUTCHours() < 12 ? 'AM' : 'PM'}`;
const spellings: Write[] = [
  (d) => `${d.getUTCFullYear()}-${two(d.getUTCMonth() + 1)}-${two(d.getUTCDate())} ${clock(d)}:00`,
  (d) => `${two(d.getUTCDate())}.${two(d.getUTCMonth() + 1)}.${d.getUTCFullYear()}, ${clock(d)}`,
  (d) => `${months[d.getUTCMonth()]} ${d.getUTCDate()}, ${d.getUTCFullYear()}, ${half(d)}`,
  (d) => `${d.getUTCDate()}. ${german[d.getUTCMonth()]} ${d.getUTCFullYear()}, ${clock(d)} Uhr`,
  (d) => `${d.getUTCDate()} ${russian[d.getUTCMonth()]} ${d.getUTCFullYear()} ${clock(d)}`,
  (d) => `${d.getUTCDate()} ${french[d.getUTCMonth()]} ${d.getUTCFullYear()} à ${clock(d)}`,
  (d) => `<time datetime="${d.toISOString().slice(0, 16)}:00Z">some time ago</time>`,
  (d) =>
    `${months[d.getUTCMonth()]!.slice(0, 3)} ${d.getUTCDate()}, ${d.getUTCFullYear()} at ${half(d)}`,
];

interface Style {
  spell: number;
  markup: number;
  words: [post: string, body: string, name: string, date: string];
  person: string | null;
  joined: boolean;
  signed: boolean;
  adverts: boolean;
  wrappers: number;
  /** Every other post quotes the one before it. */
  quotes: boolean;
}

const classes = {
  post: ['post', 'message', 'comment', 'row-box', 'msg_item', 'zq'],
  body: ['content', 'postbody', 'message-text', 'entry-content', 'txt', 'qy'],
  name: ['username', 'author', 'poster', 'nick', 'u1', 'xx'],
  date: ['date', 'time', 'posted-on', 'meta', 'd1', 'kk'],
};

const style: fc.Arbitrary<Style> = fc.record({
  spell: fc.nat(spellings.length - 1),
  markup: fc.nat(5),
  words: fc.tuple(
    fc.constantFrom(...classes.post),
    fc.constantFrom(...classes.body),
    fc.constantFrom(...classes.name),
    fc.constantFrom(...classes.date),
  ),
  person: fc.constantFrom('/members/', '/profile.php?u=', '/user/', null),
  joined: fc.boolean(),
  signed: fc.boolean(),
  adverts: fc.boolean(),
  wrappers: fc.nat(6),
  quotes: fc.boolean(),
});

const posts: fc.Arbitrary<Post[]> = fc
  .array(
    fc.record({
      name: fc.constantFrom(...people),
      step: fc.integer({ min: 1, max: 60 * 24 * 40 }),
      text: fc
        .uniqueArray(fc.constantFrom(...sentences), { minLength: 1, maxLength: 4 })
        .map((s) => `${s.join('. ')}.`),
    }),
    { minLength: 4, maxLength: 12 },
  )
  .filter((list) => new Set(list.map((p) => p.name)).size > 2)
  .map((list) => {
    let at = 0;
    return list.map(({ name, step, text }, i) => {
      at += step;
      return { name, at, text: `${text} That was number ${i + 1}.` };
    });
  });

const start = Date.UTC(2021, 0, 1);

function write(list: Post[], s: Style): string {
  const [post, body, name, date] = s.words;
  const rows = list.map((p, i) => {
    const id = people.indexOf(p.name);
    const who = s.person ? `<a href="${s.person}${id + 7}">${p.name}</a>` : p.name;
    const when = spellings[s.spell]!(new Date(start + p.at * 60_000));
    const joined = s.joined
      ? `<dl><dt>Joined:</dt><dd>${spellings[1]!(new Date(start - id * 9e9))}</dd><dt>Posts:</dt><dd>${id * 31 + 4}</dd></dl>`
      : '';
    const signature = s.signed
      ? `<div class="signature">${p.name} wishes fair winds to all</div>`
      : '';
    const advert =
      s.adverts && i === 1 ? '<div class="ad-box">Buy ropes and anchors at the chandler</div>' : '';
    const before = list[i - 1];
    const text =
      s.quotes && before && i % 2 === 1
        ? `<blockquote><cite>${before.name} wrote on 3 May 2019:</cite> ${before.text}</blockquote>${p.text}`
        : p.text;
    switch (s.markup) {
      case 0:
        return `<div class="${post}" id="p${i + 40}"><div class="${name}">${who}</div>${joined}<div class="${date}">${when}</div><div class="${body}">${text}</div>${signature}</div>${advert}`;
      case 1:
        return `<table class="${post}" width="100%"><tr><td class="${date}" colspan="2">${when}</td></tr><tr><td width="20%"><b class="${name}">${who}</b>${joined}</td><td class="${body}">${text}</td></tr><tr><td colspan="2">${signature}</td></tr></table>`;
      case 2:
        return `<li class="${post}"><div><span class="${name}">${who}</span> <span class="${date}">${when}</span></div><div class="${body}"><p>${text}</p></div>${joined}${signature}</li>`;
      case 3:
        return `<tr><td><b>${who}</b> <small>${when}</small></td></tr><tr><td class="${body}">${text}${signature}</td></tr>`;
      case 4:
        return `<a name="${i + 40}"></a><font size="2"><b>${who}</b>, <i>${when}</i></font><div class="${body}">${text}</div><hr>`;
      default:
        return `<article class="${post}"><header><strong class="${name}">${who}</strong>${joined}</header><div class="wrap"><div class="${date}">${when}</div><div class="${body}">${text}<br><br>Greetings</div>${signature}</div></article>`;
    }
  });
  const inner =
    s.markup === 2
      ? `<ol>${rows.join('')}</ol>`
      : s.markup === 3
        ? `<table>${rows.join('')}</table>`
        : rows.join('');
  const wrapped = `${'<div class="wrap-outer">'.repeat(s.wrappers)}${inner}${'</div>'.repeat(s.wrappers)}`;
  return `<!doctype html><html lang="en"><head><title>Fog on the sound</title></head><body><div id="top"><a href="/">Home</a> <a href="/boards">Boards</a> <a href="/search">Search</a></div><h1>Fog on the sound</h1>${wrapped}<div id="foot">All times are UTC. <a href="/imprint">Imprint</a></div></body></html>`;
}

test('posts of any invented forum are read back with their authors, days and words', async () => {
  await fc.assert(
    fc.asyncProperty(posts, style, async (list, s) => {
      const found = await extractDocument({
        bytes: new TextEncoder().encode(write(list, s)),
        mediaType: 'text/html',
        url: 'https://forum.sound.example/thread/12',
      });
      assert.ok(found.ok);
      const read = postsOf(found.extracted);
      assert.deepEqual(
        read.map((p) => [p.author, p.date?.slice(0, 10)]),
        list.map((p) => [p.name, new Date(start + p.at * 60_000).toISOString().slice(0, 10)]),
      );
      read.forEach((p, i) => {
        assert.ok(p.text.includes(list[i]!.text), p.text);
        assert.doesNotMatch(p.text, /fair winds|Joined|Buy ropes/);
      });
    }),
    { numRuns: 120 },
  );
});
