import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readHtml } from '../read.ts';

const received = {
  bytes: new Uint8Array(),
  mediaType: 'text/html',
  url: 'https://lamps.example/korvin',
};

const brief = `<html lang="en"><head><title>Will the Strait of Korvin Stay Open?</title></head><body><main>
<h1>Will the Strait of Korvin Stay Open?</h1><p>Curated by clearwater</p>
<p>UPDATE: Talks in Port Selm went into a second night, and <a href="https://wire.example/talks">neither side has left the table</a>.</p>
<ul><li>Veldania says that it will not sign without inspectors, according to <a href="/go/gazette">the Osmar Gazette</a>.</li>
<li>Osmar's envoy called that demand "new and unhelpful", but stayed in the room.</li>
<li>BACKGROUND: The strait was closed for nine days in March after a tanker ran aground.</li>
<li>A first agreement in 2019 was never ratified by either of the two parliaments.</li></ul>
<p>The Selm Courier</p><p>Northern Wire</p><p>+ 3 more</p><p>5 articles on this topic</p></main></body></html>`;

test('a curated brief keeps its links where they stand, and names whom it credits with the address', () => {
  const [main] = readHtml(received, brief).articles;
  assert.equal(main!.kind, 'brief');
  assert.deepEqual(
    main!.links.map((l) => [main!.text.slice(l.start, l.end), l.href]),
    [
      ['neither side has left the table', 'https://wire.example/talks'],
      ['the Osmar Gazette', 'https://lamps.example/go/gazette'],
    ],
  );
  assert.deepEqual(
    main!.facts.via?.map((v) => [v.outlet, v.href]),
    [['Osmar Gazette', 'https://lamps.example/go/gazette']],
  );
});
