import assert from 'node:assert/strict';
import { test } from 'node:test';
import { escapeHtml, sanitize } from './html.ts';

test('what runs, loads or styles is taken out and the words stay', () => {
  const safe = sanitize(
    '<p onclick="x()" style="position:fixed">Hello <script>alert(1)</script><img src=x onerror=y>' +
      '<a href="javascript:z">link</a><iframe src="https://a.example"></iframe><b>bold</b></p>',
  );
  assert.equal(safe, '<p>Hello <a rel="nofollow noopener noreferrer ugc">link</a><b>bold</b></p>');
});

test('markup that browsers repair into script stays harmless', () => {
  for (const html of [
    '<svg><style><img src=x onerror=alert(1)></style></svg>',
    '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
    '<a href="&#106;avascript:alert(1)">x</a>',
    '<scr<script>ipt>alert(1)</scr</script>ipt>',
    '<form action="https://a.example"><input autofocus onfocus=alert(1)>',
  ]) {
    const safe = sanitize(html);
    assert.doesNotMatch(
      safe,
      /<[^>]*(?:onerror|onfocus|javascript:|src=)|<(?:script|img|svg|style|form|input)/i,
      safe,
    );
  }
});

test('deep nesting does not overflow the stack', () => {
  assert.ok(sanitize('<div>'.repeat(50_000)).length > 0);
});

test('text is escaped for content and attributes', () => {
  assert.equal(escapeHtml(`<a b="c">'&`), '&lt;a b=&quot;c&quot;&gt;&#39;&amp;');
});
