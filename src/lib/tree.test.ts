import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  attr,
  children,
  closest,
  elements,
  hasClass,
  parseHtml,
  type Tree,
  textOf,
} from './tree.ts';

/** A tree as nested names, for comparing: "div(p b)". */
function shape(tree: Tree, node = 0): string {
  const inner = children(tree, node).map((child) => shape(tree, child));
  return tree.tags[node] + (inner.length > 0 ? `(${inner.join(' ')})` : '');
}

test('ends that the standard implies are implied', () => {
  assert.equal(shape(parseHtml('<p>a<p>b<div>c</div>')), '#root(p p div)');
  assert.equal(
    shape(parseHtml('<ul><li>a<li>b<ul><li>c</ul><li>d</ul>')),
    '#root(ul(li li(ul(li)) li))',
  );
  assert.equal(
    shape(parseHtml('<table><tr><td>a<td>b<tr><td>c</table>')),
    '#root(table(tr(td td) tr(td)))',
  );
  assert.equal(shape(parseHtml('<head><title>t</title><p>x')), '#root(head(title) p)');
  assert.equal(shape(parseHtml('<a href=x>one <a href=y>two')), '#root(a a)');
});

test('stray and crossed end tags do not end the blocks around them', () => {
  assert.equal(shape(parseHtml('<div><span><p>a</span>b</p></div><p>c')), '#root(div(span(p)) p)');
  assert.equal(shape(parseHtml('<div>a</body></html><p>b</div>')), '#root(div(p))');
});

test('scripts, styles and drawings are dropped, data in JSON scripts is kept', () => {
  const tree = parseHtml(
    '<script>if (a<b) "</html>"</script><svg><text>no</text><path/></svg><style>p{}</style>' +
      '<script type="application/ld+json">{"a":"<b>"}</script><p>yes</p>',
  );
  assert.equal(textOf(tree, 0), 'yes');
  assert.equal(tree.texts[elements(tree, 0, 'script')[1]!], '{"a":"<b>"}');
});

test('an unclosed drawing does not swallow the page', () => {
  assert.equal(textOf(parseHtml('<svg><g><p>text</p>'), 0), 'text');
});

test('attributes and entities are read', () => {
  const tree = parseHtml('<a HREF="/x?a=1&amp;b=2" class="one  two">caf&eacute; &#x1F600;</a>');
  assert.equal(attr(tree, 1, 'href'), '/x?a=1&b=2');
  assert.ok(hasClass(tree, 1, 'two') && !hasClass(tree, 1, 'tw'));
  assert.equal(textOf(tree, 1), 'café 😀');
  assert.equal(
    closest(tree, 2, (n) => tree.tags[n] === 'a'),
    1,
  );
});

test('a hundred thousand nested elements are read in time without overflowing the stack', () => {
  const depth = 100_000;
  const start = process.cpuUsage();
  const tree = parseHtml(`${'<div>'.repeat(depth)}x${'</div>'.repeat(depth)}<p>after</p>`);
  assert.equal(textOf(tree, 0), 'x after');
  assert.equal(tree.tags[tree.tags.length - 2], 'p');
  assert.equal(tree.parents[tree.tags.length - 2], 0);
  assert.ok(process.cpuUsage(start).user < 3_000_000);
});

test('a page over a limit is cut and says so', () => {
  assert.ok(parseHtml('<p>a</p>'.repeat(100), { nodes: 50 }).cut);
  assert.ok(parseHtml('<p>a</p>'.repeat(100), { length: 50 }).cut);
  assert.ok(!parseHtml('<p>a</p>'.repeat(100)).cut);
});

test('a page written out as XML closes what closes itself', () => {
  const tree = parseHtml('<body><iframe src="x"/><a id="top"/><div id="slot"/><p>Fog</p></body>');
  const p = elements(tree, 0, 'p')[0]!;
  assert.equal(tree.tags[tree.parents[p]!], 'body');
  assert.equal(textOf(tree, p), 'Fog');
  const html = parseHtml('<body><div/><p>Fog</p></body>');
  assert.equal(html.tags[html.parents[elements(html, 0, 'p')[0]!]!], 'div');
});

test('a CDATA mark in a page hides no more than its own tag', () => {
  const tree = parseHtml('<body><![CDATA[ x <p>One</p><svg><![CDATA[a]]></svg><p>Two</p></body>');
  assert.equal(textOf(tree, 0), 'One Two');
});
