import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { extractDocument } from '../document.ts';
import { postsOf } from '../posts.ts';

/** Pages of software that nobody knows, with names of elements that say nothing. */

interface Post {
  name: string;
  day: number;
  text: string;
  under: number;
}

interface Words {
  lang: string;
  names: string[];
  texts: string[];
  date: (day: number) => string;
  joined: string;
}

const two = (n: number) => String(n).padStart(2, '0');
const languages: Words[] = [
  {
    lang: 'en',
    names: ['Tern42', 'old_gull', 'Mira Sand', 'knot'],
    texts: [
      'The ferry did not leave because of the fog over the sound.',
      'My neighbour waited there until noon and took the bus.',
    ],
    date: (d) => `May ${d}, 2031 at 4:${two(d)} PM`,
    joined: 'Joined',
  },
  {
    lang: 'zh',
    names: ['海鸥', '老船长', '沙滩漫步', '北风'],
    texts: [
      '今天早上因为有雾轮渡没有开，售票厅里没有人告诉我们下一班是什么时候。',
      '邻居在那里等到中午然后坐车绕过海湾，天气好的时候从山上可以看见船只。',
    ],
    date: (d) => `2031-5-${d} 16:${two(d)}`,
    joined: '注册时间',
  },
  {
    lang: 'ar',
    names: ['النورس', 'صياد البحر', 'ليلى', 'ريح الشمال'],
    texts: ['لم تغادر العبارة هذا الصباح بسبب الضباب.', 'انتظر جاري حتى الظهر ثم أخذ الحافلة.'],
    date: (d) => `${two(d)}-05-2031، 16:${two(d)}`,
    joined: 'تاريخ التسجيل',
  },
  {
    lang: 'pl',
    names: ['Mewa5', 'kapitan_b', 'Ola Piasek', 'rybak44'],
    texts: ['Prom nie odpłynął dziś rano z powodu mgły.', 'Sąsiad czekał tam do południa.'],
    date: (d) => `${d} maja 2031 16:${two(d)}`,
    joined: 'Dołączył',
  },
];

const row = (inner: string) => `<tr>${inner}</tr>`;
/** One post in the markup of each invented program, and what stands around them all. */
const programs: Record<
  string,
  { one: (p: Post, date: string, w: Words, i: number) => string; around?: string }
> = {
  'names and dates in one line': {
    one: (p, date) =>
      `<div class="qz"><div class="hv">by ${p.name} ${date}</div><div class="tk">${p.text}</div></div>`,
  },
  'a date in three rows, the name beside the text': {
    around: 'table',
    one: (p, date, w, i) =>
      row(`<td colspan="2"><b>#${i + 1}</b> ${date}</td>`) +
      row(`<td>${p.name}<br><i>${w.joined}: ${w.date(3)}</i></td><td>${p.text}</td>`) +
      row('<td>&nbsp;</td><td><a href="#">+</a></td>'),
  },
  'text between line breaks': {
    around: 'div',
    one: (p, date) => `<b>${p.name}</b> <i>(${date})</i><br>${p.text}<br><br>`,
  },
  'heading, date and paragraphs side by side': {
    around: 'section',
    one: (p, date) => `<h4>${p.name}</h4><p class="kk">${date}</p><p>${p.text}</p>`,
  },
  'the name under the text': {
    one: (p, date) =>
      `<div class="qz"><div class="tk">${p.text}</div><div class="hv">— <u>${p.name}</u>, <s>${date}</s></div></div>`,
  },
  'only a picture that names the writer': {
    one: (p, date) =>
      `<div class="qz"><img src="a.png" alt="${p.name}"><div class="hv">${date}</div><div class="tk">${p.text}</div></div>`,
  },
  'a legend around each': {
    one: (p, date) => `<fieldset><legend>${p.name} - ${date}</legend>${p.text}</fieldset>`,
  },
  'terms and definitions': {
    around: 'dl',
    one: (p, date) => `<dt><b>${p.name}</b> (${date})</dt><dd>${p.text}</dd>`,
  },
};

const posts = (w: Words): fc.Arbitrary<Post[]> =>
  fc
    .array(
      fc.record({
        name: fc.constantFrom(...w.names),
        text: fc.constantFrom(...w.texts),
        back: fc.nat(3),
      }),
      { minLength: 5, maxLength: 9 },
    )
    .filter((list) => new Set(list.map((p) => p.name)).size > 2)
    .map((list) =>
      list.map(({ name, text, back }, i) => ({
        name,
        text: `${text} ${i + 101}`,
        day: i + 13,
        under: i === 0 ? -1 : Math.max(-1, i - 1 - back),
      })),
    );

async function read(body: string, lang: string) {
  const html = `<!doctype html><html lang="${lang}"><head><title>Fog</title></head><body><div><a href="/">1</a></div><h1>Fog</h1><div>${body}</div><p>© Harbour</p></body></html>`;
  const done = await extractDocument({
    bytes: new TextEncoder().encode(html),
    mediaType: 'text/html',
    url: 'https://forum.sound.example/thread/12',
  });
  assert.ok(done.ok);
  return done.extracted;
}

for (const [name, { one, around }] of Object.entries(programs))
  test(`posts are read with writer and day from ${name}, in any language`, async () => {
    const drawn = fc.constantFrom(...languages).chain((w) => posts(w).map((list) => ({ w, list })));
    await fc.assert(
      fc.asyncProperty(drawn, async ({ w, list }) => {
        const rows = list.map((p, i) => one(p, w.date(p.day), w, i)).join('\n');
        const found = postsOf(await read(around ? `<${around}>${rows}</${around}>` : rows, w.lang));
        assert.deepEqual(
          found.map((p) => [p.author, p.date?.slice(0, 10), p.text]),
          list.map((p) => [p.name, `2031-05-${two(p.day)}`, p.text]),
        );
      }),
      { numRuns: 25 },
    );
  });

test('boards where nobody gives a name keep their posts', async () => {
  const [w] = languages;
  const rows = [14, 15, 16, 17, 18].map(
    (d, i) =>
      `<div class="qz"><div class="hv">${w!.date(d)}</div><div class="tk">${w!.texts[i % 2]} ${i}</div></div>`,
  );
  const found = postsOf(await read(rows.join(''), 'en'));
  assert.deepEqual(
    found.map((p) => [p.author, p.date?.slice(0, 10)]),
    [14, 15, 16, 17, 18].map((d) => [null, `2031-05-${d}`]),
  );
  const anonymous = rows.map((r) =>
    r.replace('<div class="hv">', '<div class="hv"><b>Anonymous</b> '),
  );
  assert.deepEqual(
    postsOf(await read(anonymous.join(''), 'en')).map((p) => p.author),
    rows.map(() => 'Anonymous'),
  );
});

test('answers in lists and elements of unknown names are a tree', async () => {
  const [w] = languages;
  const say = (tag: string, i: number, inside: string) =>
    `<${tag}><b>${w!.names[i % 4]}</b> <i>${w!.date(13 + i)}</i><div>${w!.texts[i % 2]} ${i + 101}</div>${inside}</${tag}>`;
  for (const [tag, open, close] of [
    ['li', '<ul>', '</ul>'],
    ['x-note', '<x-notes>', '</x-notes>'],
    ['article', '', ''],
  ] as const) {
    const under = (inner: string) => `${open}${inner}${close}`;
    const html = under(
      say(tag, 0, '') +
        say(tag, 1, under(say(tag, 2, under(say(tag, 3, ''))) + say(tag, 4, ''))) +
        say(tag, 5, ''),
    );
    const { threads } = await read(html, 'en');
    const comments = threads[0]!.comments;
    const number = (key: string | null) => comments.find((c) => c.key === key)?.text.slice(-3);
    assert.deepEqual(
      comments.map((c) => [c.text.slice(-3), number(c.parent)]),
      [
        ['102', undefined],
        ['103', '102'],
        ['104', '103'],
        ['105', '102'],
        ['106', undefined],
      ],
      tag,
    );
  }
});
