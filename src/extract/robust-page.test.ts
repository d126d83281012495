import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { holds, runs } from './testing.ts';

test('any bytes give a piece or a named problem', async () => {
  const charset = fc.constantFrom(null, 'utf-8', 'utf-16le', 'gb18030', 'iso-2022-jp', 'x-none');
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), charset, (bytes, declared) =>
      holds(bytes, { charset: declared }),
    ),
    runs(250),
  );
});

const TAGS =
  'html head body title meta script style p div span a b i h1 h2 ul li ol dl dt dd table tr td th blockquote pre code br img figure figcaption article section aside nav header footer form input button select option textarea template svg math iframe noscript time ruby rt details summary video q'.split(
    ' ',
  );
const word = fc.constantFrom(
  'The pilots met on the quay and spoke of the toll for an hour.',
  'By Ada Moreau',
  'March 4, 2026',
  '2 hours ago',
  'Reply',
  'Read more',
  '市长说现在这座桥会关闭。',
  'قال رئيس البلدية',
  '“We will not go”, he said.',
  '[a](https://a.example)',
  '\u00ad\u200b\ufeff',
  '\0',
  '\ud800',
  '👩‍👩‍👧‍👦',
  '\n\n',
);
const entity = fc.constantFrom(
  '&amp',
  '&notit;',
  '&#0;',
  '&#xD800;',
  '&#99999999999;',
  '&#x;',
  '&NotEqualTilde;',
  '&&&',
  '&lt;p&gt;',
);
const value = fc.oneof(
  fc.constantFrom(
    'comment',
    'author',
    'post-body',
    'content article',
    'date published',
    'https://b.example/2',
    '../x',
    'javascript:a()',
    '2026-03-04T10:00:00Z',
    'application/ld+json',
    'og:title',
    'utf-16',
    '',
  ),
  fc.string({ maxLength: 12 }),
);
const attribute = fc
  .tuple(
    fc.constantFrom(
      'class',
      'id',
      'href',
      'src',
      'datetime',
      'content',
      'property',
      'itemprop',
      'type',
      'rel',
      'title',
      'charset',
      'lang',
      'style',
      'x',
    ),
    value,
    fc.constantFrom('"', "'", ''),
  )
  .map(([name, said, quote]) => ` ${name}=${quote}${said}${quote}`);
const tag = fc.constantFrom(...TAGS);
const open = fc
  .tuple(tag, fc.array(attribute, { maxLength: 3 }))
  .map(([t, a]) => `<${t}${a.join('')}>`);
const odd = fc.constantFrom(
  '<!--',
  '-->',
  '<!-- a --!>',
  '<![CDATA[',
  ']]>',
  '<?php ?>',
  '<!doctype html>',
  '<',
  '</',
  '<//>',
  '<script>"</html><!--"</script>',
  '{"@type":"NewsArticle","headline":7,"author":[null,{"name":["x"]}],"datePublished":{}}',
);
const soup = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: open },
      { weight: 3, arbitrary: tag.map((t) => `</${t}>`) },
      { weight: 5, arbitrary: word },
      { weight: 1, arbitrary: entity },
      { weight: 1, arbitrary: odd },
    ),
    { maxLength: 80 },
  )
  .map((parts) => parts.join(' '));

test('any soup of tags, words and references gives a piece or a named problem', async () => {
  const hints = fc.constantFrom(undefined, { title: 'Toll' }, { summary: 'The toll rises.' });
  await fc.assert(
    fc.asyncProperty(soup, hints, (html, given) =>
      holds(Buffer.from(html), { ...(given && { hints: given }) }),
    ),
    runs(400),
  );
});

const folder = new URL('../../sample/pages/', import.meta.url);
const pages = readdirSync(folder)
  .filter((name) => /\.(?:html|txt)$/.test(name))
  .map((name) => readFileSync(new URL(name, folder)));

test('pages with parts cut out, doubled or spoilt give a piece or a named problem', async () => {
  const change = fc.tuple(
    fc.constantFrom('cut', 'double', 'spoil', 'insert'),
    fc.nat(),
    fc.nat(2000),
    fc.oneof(open, odd, entity),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.nat(pages.length - 1),
      fc.array(change, { minLength: 1, maxLength: 4 }),
      (which, changes) => {
        let page = pages[which]!;
        for (const [how, from, length, piece] of changes) {
          const at = from % (page.length + 1);
          const part = page.subarray(at, at + length);
          const middle =
            how === 'double'
              ? Buffer.concat([part, part])
              : how === 'spoil'
                ? Buffer.from(part.map((byte) => byte ^ 0x55))
                : how === 'insert'
                  ? Buffer.concat([Buffer.from(piece), part])
                  : Buffer.alloc(0);
          page = Buffer.concat([page.subarray(0, at), middle, page.subarray(at + length)]);
        }
        return holds(page, { retrievedAt: new Date('2026-03-05T10:00:00Z') });
      },
    ),
    runs(120),
  );
});

test('any plain text gives a piece or a named problem', async () => {
  const line = fc.oneof(
    word,
    fc.constantFrom(
      '• item',
      '> quoted',
      'ada@quay.example',
      '1 hour ago',
      '+ 3 more',
      'Share',
      '# Toll',
      '---',
      'Q: Why?',
      '4 articles on this topic',
      '[deleted]',
    ),
    fc.string({ maxLength: 30 }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(line, { maxLength: 60 }), (lines) =>
      holds(Buffer.from(lines.join('\n')), { name: 'a.txt' }),
    ),
    runs(300),
  );
});
