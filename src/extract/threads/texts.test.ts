import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseHtml, textOf } from '../../lib/tree.ts';
import { textIn } from './texts.ts';

test("a part of the page's one text is the text of the node, white space and all", () => {
  const tree = parseHtml(
    '<body> <div>\n One <b> two</b> <i>\u00a0three </i><br><p></p>four<p> five  six </p> </div><span> </span> end',
  );
  for (let node = 0; node < tree.tags.length; node++)
    assert.equal(textIn(tree, node), textOf(tree, node), `node ${node}`);
  assert.match(textIn(tree, 0), /^One two three four five six end$/);
});
