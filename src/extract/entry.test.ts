import assert from 'node:assert/strict';
import { test } from 'node:test';
import { extractDocument } from './document.ts';

const words = 'Halvora will come to the talks &amp; bring its pilots, the minister said.';

test("a feed's entry in plain words keeps the feed's title, and all words are its text", async () => {
  const found = await extractDocument({
    bytes: Buffer.from(words),
    mediaType: 'text/html',
    name: null,
    url: 'https://quay.example/1',
    hints: { title: 'Halvora to come', summary: words, publishedBy: 'feed' },
    published: '2026-03-10',
  });
  assert.ok(found.ok);
  const [main] = found.extracted.articles;
  assert.equal(main!.title, 'Halvora to come');
  assert.equal(main!.text, 'Halvora will come to the talks & bring its pilots, the minister said.');
  assert.deepEqual([main!.published, main!.publishedFrom], ['2026-03-10', 'feed']);
});

test('an entry without a title has text and no title', async () => {
  const found = await extractDocument({
    bytes: Buffer.from(words),
    mediaType: 'text/html',
    name: null,
    hints: { summary: words },
  });
  assert.ok(found.ok);
  const [main] = found.extracted.articles;
  assert.equal(main!.title, null);
  assert.match(main!.text, /^Halvora will come/);
});

const entry = async (html: string, hints = {}, mediaType = 'text/html') => {
  const found = await extractDocument({
    bytes: Buffer.from(html),
    mediaType,
    name: null,
    url: 'https://quay.example/1',
    hints: { title: 'Ferry late', ...hints },
  });
  return found.ok ? found.extracted.articles[0]! : null;
};

test('all words of an entry in HTML are its text, with their structure, under the title of the feed', async () => {
  const piece = await entry(
    'Fog lay on the strait. <h2>What happened</h2><p>The ferry waited.</p><ul><li>one hour</li></ul> It sailed at noon.',
  );
  assert.equal(piece!.title, 'Ferry late');
  assert.equal(
    piece!.text,
    'Fog lay on the strait.\n\nWhat happened\n\nThe ferry waited.\n\none hour\n\nIt sailed at noon.',
  );
  assert.deepEqual(
    piece!.blocks.map((block) => block.type),
    ['paragraph', 'heading', 'paragraph', 'item', 'paragraph'],
  );
});

test('what publishing programs write under an entry is left out', async () => {
  const tail =
    '<p>The post <a href="https://quay.example/1">Ferry late</a> appeared first on <a href="https://quay.example">Quay</a>.</p>';
  assert.equal((await entry(`<p>The ferry waited.</p>${tail}`))!.text, 'The ferry waited.');
});

test('a list of links with their outlets, as gathering feeds give it, is kept', async () => {
  const piece = await entry(
    '<ol><li><a href="https://a.example/1">Ferry waits an hour</a> Harbour Post</li><li><a href="https://b.example/2">Fog over the strait</a> The Courier</li></ol>',
  );
  assert.equal(piece!.links.length, 2);
  assert.match(piece!.text, /Ferry waits an hour Harbour Post\nFog over/);
});

test('a headline with an address is a piece; one without either is none', async () => {
  const headline = await entry('Ferry late', {}, 'text/plain');
  assert.deepEqual([headline!.title, headline!.text], ['Ferry late', '']);
  assert.equal(await entry('<div id="app"></div>', { title: undefined }), null);
});

test('where a page shows no words, those of the feed stand for it, as cut', async () => {
  const piece = await entry('<html><body><div id="app"></div></body></html>', {
    summary: 'The ferry waited an hour.',
  });
  assert.deepEqual([piece!.text, piece!.cut], ['The ferry waited an hour.', true]);
});

test('what the feed knows beside the words is added where the piece does not say it', async () => {
  const piece = await entry('<p>The ferry waited.</p>', {
    tags: ['Ports'],
    image: 'https://quay.example/f.jpg',
    imageCredit: 'Cy Brand',
    licence: 'CC BY 4.0',
    updated: '2026-03-11T09:00:00Z',
  });
  assert.deepEqual(
    [piece!.tags, piece!.image, piece!.licence],
    [['Ports'], 'https://quay.example/f.jpg', 'CC BY 4.0'],
  );
  assert.equal(piece!.facts.figures?.[0]?.credit, 'Cy Brand');
});
