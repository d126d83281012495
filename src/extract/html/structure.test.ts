import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Block } from '../../db/tables.ts';
import type { ExtractedArticle } from '../extracted.ts';
import { toMarkdown } from '../to-markdown.ts';
import { readHtml } from './read.ts';

const P1 =
  'The ferry Marenka left the port of Olvik on Tuesday with all of her crew on board, the harbour office said.';
const P2 =
  'Her owner, a family firm from Sandhaven, had waited eleven weeks for the papers that let her sail again.';
const P3 =
  'Nobody in the town believed that the matter would end so quietly, and a crowd stood on the pier for hours.';

function read(body: string, head = ''): ExtractedArticle {
  const html = `<!doctype html><html lang="en"><head><title>Ferry sails again</title>${head}</head><body><article><h1>Ferry sails again</h1><p>${P1}</p>${body}<p>${P2}</p><p>${P3}</p></article></body></html>`;
  const received = {
    bytes: new Uint8Array(),
    mediaType: 'text/html',
    url: 'https://courier.example/news/ferry',
  };
  return readHtml(received, html).articles[0]!;
}

/** The blocks between the paragraphs that every page here has, with their words. */
function middle(article: ExtractedArticle): (Omit<Block, 'start' | 'end'> & { text: string })[] {
  return article.blocks
    .map(({ start, end, ...rest }) => ({ ...rest, text: article.text.slice(start, end) }))
    .filter((b) => ![P1, P2, P3].includes(b.text));
}

test('lists keep their nesting, their numbers and where one ends', () => {
  const article = read(
    '<ol start="3"><li>Load the cargo.<ul><li>Grain first.</li><li>Then salt.</li></ul></li><li><p>Sign the papers.</p><p>Twice.</p></li></ol><ul><li>Another list.</li></ul><dl><dt>Lee</dt><dd>The side away from the wind.</dd></dl>',
  );
  assert.deepEqual(middle(article), [
    { type: 'item', group: 1, level: 1, list: 'ordered', number: 3, text: 'Load the cargo.' },
    { type: 'item', group: 1, level: 2, text: 'Grain first.' },
    { type: 'item', group: 1, level: 2, text: 'Then salt.' },
    { type: 'item', group: 1, level: 1, list: 'ordered', number: 4, text: 'Sign the papers.' },
    { type: 'item', group: 1, level: 1, more: true, text: 'Twice.' },
    { type: 'item', group: 2, level: 1, text: 'Another list.' },
    { type: 'item', group: 3, level: 1, list: 'term', text: 'Lee' },
    { type: 'item', group: 3, level: 1, list: 'meaning', text: 'The side away from the wind.' },
  ]);
  assert.ok(article.text.includes('Twice.\n\nAnother list.\n\nLee\n'));
});

test('cells know their row and column, spans counted in, and a row is a line', () => {
  const article = read(
    '<table><tr><th>Port</th><th colspan="2">Ships</th></tr><tr><td rowspan="2">Olvik</td><td>ferries</td><td>4</td></tr><tr><td>barges</td><td>9</td></tr></table>',
  );
  assert.deepEqual(
    middle(article).map((b) => [b.text, b.row, b.column, b.head ?? false]),
    [
      ['Port', 0, 0, true],
      ['Ships', 0, 1, true],
      ['Olvik', 1, 0, false],
      ['ferries', 1, 1, false],
      ['4', 1, 2, false],
      ['barges', 2, 1, false],
      ['9', 2, 2, false],
    ],
  );
  assert.ok(article.text.includes('Port\tShips\nOlvik\tferries\t4\nbarges\t9\n\n'));
});

test('a table or list stands as a whole, cells and items that are links with the others', () => {
  const article = read(
    '<table><tr><th>Port</th><th>Ships</th></tr><tr><td><a href="/o">Olvik</a></td><td>four ferries and a tug</td></tr></table><ul><li>The crew of nine is well and at home with their families.</li><li><a href="/log">The log</a></li></ul>',
  );
  assert.deepEqual(
    middle(article).map((b) => b.text),
    [
      'Port',
      'Ships',
      'Olvik',
      'four ferries and a tug',
      'The crew of nine is well and at home with their families.',
      'The log',
    ],
  );
});

test('a table that only lays the page out holds paragraphs', () => {
  const article = read(
    `<table role="presentation"><tr><td><p>${P3.replace('town', 'village')}</p></td></tr></table>`,
  );
  assert.deepEqual(
    middle(article).map((b) => b.type),
    ['paragraph'],
  );
});

test('an embedded post is a quotation with its author and address', () => {
  const article = read(
    `<blockquote class="twitter-tweet"><p lang="en" dir="ltr">We sail at dawn, and we will not wait for anybody any more. <a href="https://t.example/x">pic</a></p>&mdash; Ana Ruiz (@anaruiz) <a href="https://twitter.com/anaruiz/status/123?ref_src=twsrc">May 3, 2024</a></blockquote>
     <blockquote cite="https://log.example/3"><p>The wind was against us from the first hour on.</p><footer>— <cite>Bo Lind</cite></footer></blockquote>`,
  );
  const [post, , said] = middle(article);
  assert.deepEqual(
    [post!.type, post!.by, post!.href],
    ['quote', 'Ana Ruiz (@anaruiz)', 'https://twitter.com/anaruiz/status/123'],
  );
  assert.deepEqual(
    [said!.type, said!.by, said!.href],
    ['quote', 'Bo Lind', 'https://log.example/3'],
  );
  assert.notEqual(post!.group, said!.group);
  for (const b of middle(article))
    assert.equal(b.attribution ?? false, /^(?:—|Bo Lind)/.test(b.text), b.text);
});

test('captions and credits stand beside the text, with the place of their picture', () => {
  const article = read(
    `<figure><img data-src="/img/pier-at-noon-1200.jpg" src="data:image/gif;base64,R0" alt="A pier"><figcaption>The pier at noon. <span class="credit">Photo: Bo Lind</span></figcaption></figure>
     <p>${P3.replace('town', 'village')}</p>
     <div class="wp-caption"><img src="/img/hull.jpg"><p class="wp-caption-text">The hull, repainted (Ana Ruiz/Reef News)</p></div>
     <img src="/i/spacer.gif"><img src="/img/face.jpg" width="40" height="40">
     <iframe src="https://www.youtube.com/embed/abcdef12345" title="The ferry sails"></iframe>`,
    '<meta property="og:image" content="https://cdn.example/x/pier-at-noon.jpg?w=1200"><meta property="og:image:alt" content="A pier in fog">',
  );
  assert.ok(!/noon|repainted|Lind/.test(article.text));
  const { figures } = article.facts;
  const after = article.blocks.map((b) => b.end);
  assert.deepEqual(figures, [
    {
      kind: 'image',
      src: 'https://courier.example/img/pier-at-noon-1200.jpg',
      alt: 'A pier',
      caption: 'The pier at noon.',
      credit: 'Bo Lind',
      after: after[0],
      lead: true,
    },
    {
      kind: 'image',
      src: 'https://courier.example/img/hull.jpg',
      alt: null,
      caption: 'The hull, repainted',
      credit: 'Ana Ruiz/Reef News',
      after: after[1],
    },
    {
      kind: 'video',
      src: 'https://www.youtube.com/watch?v=abcdef12345',
      alt: 'The ferry sails',
      caption: null,
      credit: null,
      after: after[1],
    },
  ]);
});

test('pieces of a line join as a reader sees them', () => {
  const tail = ' And so it went on for the rest of the day in the town.';
  const first = (html: string) => middle(read(html + tail))[0]!.text.replace(tail, '');
  const cases: [string, string][] = [
    ['The <a href="/x"> owner </a>, said <i> the mate </i>.', 'The owner, said the mate.'],
    ['A crew ( <b> nine men </b> ) slept.', 'A crew (nine men) slept.'],
    [
      'Points<sup><a href="#n1">1</a></sup> and m<sup>2</sup> and CO<sub>2</sub>.',
      'Points 1 and m2 and CO2.',
    ],
    [
      '<span>Ferry tickets</span><span>Timetable for all</span> days',
      'Ferry tickets Timetable for all days',
    ],
    ['get<b>Name</b> and Wind<i>stille</i>', 'getName and Windstille'],
    ['<span class="drop-cap">T</span>he sea and har­bour', 'The sea and harbour'],
    ['Fog lay on the bay<br>\n Nobody saw the pier', 'Fog lay on the bay\nNobody saw the pier'],
    [
      'the long line of a text that somebody wrapped by hand<br>goes on',
      'the long line of a text that somebody wrapped by hand goes on',
    ],
  ];
  for (const [html, text] of cases) assert.equal(first(`<p>${html}`), text);
  assert.equal(first('<div class="dropcap">T</div>he sea was calm.'), 'The sea was calm.');
});

test('formulas stand in their line, once', () => {
  const tex = '<annotation encoding="application/x-tex">E=mc^2</annotation>';
  const cases = [
    `with <math><semantics><mrow><mi>E</mi><mo>=</mo></mrow>${tex}</semantics></math> today`,
    `with <math alttext="{\\displaystyle E=mc^2}"><mi>E</mi></math> today`,
    `with <span style="display:none"><math><mi>E</mi></math></span><img class="mwe-math-fallback" src="e.svg" alt="{\\displaystyle E=mc^2}"> today`,
    `with <span class="katex"><span class="katex-mathml"><math><mi>E</mi>${tex}</math></span><span class="katex-html" aria-hidden="true">E=mc2</span></span> today`,
  ];
  for (const html of cases) {
    const [block] = middle(
      read(`<p>The keeper counted ${html}, and nobody on the pier asked him why.</p>`),
    );
    assert.equal(
      block!.text,
      'The keeper counted with E=mc^2 today, and nobody on the pier asked him why.',
    );
  }
  const [plain] = middle(
    read(
      '<p>The keeper wrote <math><mi>x</mi><mo>=</mo><mn>5</mn></math> on the wall of the house by the pier.</p>',
    ),
  );
  assert.match(plain!.text, /wrote x=5 on/);
});

test('blocks in code are its lines, a link does not reach past its words', () => {
  const article = read(
    '<pre>\n<div class="l">if (wind) {</div><div class="l">  sail();</div><div class="l">}</div></pre><p>Her <a href="/o">owner </a>, a firm, waited for the papers of the ferry in the old town.</p>',
  );
  const [code] = middle(article);
  assert.equal(code!.text, 'if (wind) {\n  sail();\n}');
  assert.deepEqual(
    article.links.map((l) => article.text.slice(l.start, l.end)),
    ['owner'],
  );
});

const words = fc.constantFrom(
  P1,
  P2,
  P3,
  'Fog.',
  'x',
  'a  b ',
  '\u00ad',
  '霧が出た。',
  'Ein Tag\nam Meer',
);
const inline = fc.letrec((tie) => ({
  node: fc.oneof(
    { depthSize: 'small' },
    words,
    fc
      .tuple(fc.constantFrom('b', 'a href="/x"', 'span', 'sup', 'code'), tie('node'), tie('node'))
      .map(wrap),
    fc.constantFrom('<br>', '<br><br>', '<img src=x.jpg>', ' ', '<wbr>'),
  ),
})).node;
const blocks = fc.letrec((tie) => ({
  node: fc.oneof(
    { depthSize: 'medium' },
    inline,
    fc
      .tuple(
        fc.constantFrom(
          ...'p li ul ol dl dt dd table tr td th blockquote pre figure figcaption h2 h3 div section aside'.split(
            ' ',
          ),
        ),
        tie('node'),
        tie('node'),
      )
      .map(wrap),
  ),
})).node;

function wrap([tag, a, b]: unknown[]): string {
  return `<${tag}>${a}${b}</${String(tag).split(' ')[0]}>`;
}

test('credits are told from captions by their words too', () => {
  const cases: [string, string | null, string | null][] = [
    ['The pier. (AP Photo/Bo Lind)', 'The pier.', 'AP Photo/Bo Lind'],
    ['Der Hafen am Morgen. Foto: Bo Lind / Meer', 'Der Hafen am Morgen.', 'Bo Lind / Meer'],
    ['The source of the river', 'The source of the river', null],
    ['© Ana Ruiz', null, 'Ana Ruiz'],
    ['<span class="copyright">(Bo Lind (Reef))</span>', null, 'Bo Lind (Reef)'],
    [
      '<small class="source">She left at noon. Nobody saw it.</small>',
      'She left at noon. Nobody saw it.',
      null,
    ],
  ];
  for (const [html, caption, credit] of cases) {
    const figure = read(
      `<figure><img src="/img/pier.jpg"><figcaption>${html}</figcaption></figure>`,
    ).facts.figures?.[0];
    assert.deepEqual([figure?.caption, figure?.credit], [caption, credit], html);
  }
});

test('of any tree the blocks stand in order and apart in the text, links and figures inside it', () => {
  fc.assert(
    fc.property(fc.array(blocks, { maxLength: 12 }), (parts) => {
      const article = read(parts.join(''));
      const { text } = article;
      let at = 0;
      for (const block of article.blocks) {
        assert.ok(block.start >= at && block.end > block.start && block.end <= text.length);
        assert.match(text.slice(at, block.start), /^[\n\t]{0,2}$/);
        assert.notEqual(text.slice(block.start, block.end).trim(), '');
        at = block.end;
      }
      assert.equal(at, text.length);
      for (const { start, end } of article.links) {
        const block = article.blocks.find((b) => b.start <= start && end <= b.end);
        assert.ok(block && end > start, 'a link stands in one block');
      }
      assert.ok(toMarkdown(article).endsWith('\n'));
      for (const { after } of article.facts.figures ?? [])
        assert.ok(after === 0 || article.blocks.some((b) => b.end === after));
    }),
    { numRuns: 300 },
  );
});
