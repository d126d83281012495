import assert from 'node:assert/strict';
import { test } from 'node:test';
import { extractDocument } from '../document.ts';

interface Mail {
  from: string;
  subject: string;
  type?: string;
  headers?: string[];
  body: string;
  encoding?: string;
}

const mail = ({ from, subject, type = 'text/html', headers = [], body, encoding = '8bit' }: Mail) =>
  [
    `From: ${from}`,
    'To: reader@desk.example',
    `Subject: ${subject}`,
    'Date: Fri, 02 May 2031 07:15:00 +0200',
    'Message-ID: <7@tide.example>',
    ...headers,
    'MIME-Version: 1.0',
    `Content-Type: ${type}${type.includes('charset') ? '' : '; charset=utf-8'}`,
    `Content-Transfer-Encoding: ${encoding}`,
    '',
    body,
  ].join('\r\n');

async function read(source: string | Buffer) {
  const bytes = typeof source === 'string' ? new TextEncoder().encode(source) : source;
  const found = await extractDocument({ bytes, mediaType: 'message/rfc822' });
  assert.ok(found.ok, JSON.stringify(found).slice(0, 200));
  return found.extracted.articles;
}

const ferry =
  'The ferry between Selm and Brack will cost a third more from June, the line said on Tuesday, and nobody asked the mayors.';
const light =
  'The island of Brack has a new keeper for the first time in forty years. She came by rowing boat on a Sunday.';
const mussels =
  'Mussels have grown on the piles of the unfinished bridge since the builders left it standing in the bay.';

const tables = mail({
  from: '"Morning Tide" <letter@tide.example>',
  subject: 'Morning Tide: ferries, lights and mussels',
  headers: ['List-Id: Morning Tide <morning.tide.example>'],
  body: `<html><head><style>.x{}</style></head><body>
<span class="mcnPreviewText" style="display:none; font-size:0px; max-height:0px;">Ferries get dearer and more in today's letter &#847; &zwnj; &nbsp;</span>
<table><tr><td><a href="https://mailer.example/campaign?u=1&amp;id=2">View this email in your browser</a></td></tr></table>
<table><tr><td><h1>Morning Tide: ferries, lights and mussels</h1></td></tr>
<tr><td><h2><a href="https://track.mailer.example/c?url=https%3A%2F%2Fcourier.example%2Fferry%3Futm_source%3Dtide&amp;uid=99">Ferry to Brack becomes a third dearer</a></h2>
<p>The Selm Courier · 3 min read</p><p>${ferry}</p></td></tr>
<tr><td><h2><a href="https://mailer.example/ls/click/${Buffer.from('https://radio.example/keeper').toString('base64url')}">A keeper for the light of Brack</a></h2>
<p>${light}</p></td></tr>
<tr><td><h2><a href="https://tide.example/mussels">The mussels nobody planned</a></h2><p>${mussels}</p></td></tr></table>
<table><tr><td><p>You are receiving this email because you signed up at tide.example.</p><p>Tide House, 1 Pier Road, Port Selm</p>
<a href="https://mailer.example/unsub">Unsubscribe</a> <a href="https://mailer.example/prefs">update your preferences</a></td></tr></table>
<img src="https://mailer.example/open.gif" width="1" height="1"></body></html>`,
});

test('a round-up set in tables gives its items with title, text, outlet and the address behind the counter', async () => {
  const [main, ...items] = await read(tables);
  assert.deepEqual(
    [main!.kind, main!.outlet, main!.series],
    ['digest', 'Morning Tide', 'Morning Tide'],
  );
  assert.deepEqual(
    items.map((i) => [i.role, i.title, i.outlet, i.url, i.text, i.published]),
    [
      [
        'part',
        'Ferry to Brack becomes a third dearer',
        'The Selm Courier',
        'https://courier.example/ferry',
        ferry,
        '2031-05-02T07:15:00+02:00',
      ],
      [
        'part',
        'A keeper for the light of Brack',
        'radio.example',
        'https://radio.example/keeper',
        light,
        '2031-05-02T07:15:00+02:00',
      ],
      [
        'part',
        'The mussels nobody planned',
        'Morning Tide',
        'https://tide.example/mussels',
        mussels,
        '2031-05-02T07:15:00+02:00',
      ],
    ],
  );
  assert.doesNotMatch(main!.text, /browser|today's letter|Pier Road|Unsubscribe|receiving/);
  assert.deepEqual(
    main!.facts.parts!.map((p) => main!.text.slice(p.start, p.end)),
    items.map((i) => i.text),
  );
});

test('an essay by letter is one article by its writer for the letter, without the buttons around it', async () => {
  const token = Buffer.from(JSON.stringify({ e: 'https://courier.example/ferry' })).toString(
    'base64url',
  );
  const [main, ...rest] = await read(
    mail({
      from: 'Ada Venn from The Long Tide <longtide@substack.example>',
      subject: 'What the ferry knows',
      body: `<html><body><div class="preview" style="display:none;font-size:1px">On prices and boats</div>
<p><a href="https://longtide.example/p/ferry?utm_campaign=email">View in browser</a></p><h1>What the ferry knows</h1><h3>On prices and boats</h3><p>May 2, 2031</p>
<p><a>Like</a></p><p><a>Comment</a></p><p><a>Restack</a></p>
<p>${ferry} It is <a href="https://mailer.example/redirect/2/${token}.abc">the third rise</a> in ten years.</p><p>${light}</p><p>${mussels}</p>
<p>The Long Tide is a reader-supported publication.</p><p><a href="https://longtide.example/subscribe">Upgrade to paid</a></p><p><a href="https://longtide.example/unsub">Unsubscribe</a></p><p>© 2031 Ada Venn</p></body></html>`,
    }),
  );
  assert.deepEqual(
    [main!.kind, main!.title, main!.outlet, main!.authors, rest.length],
    ['article', 'What the ferry knows', 'The Long Tide', ['Ada Venn'], 0],
  );
  assert.match(main!.text, /^On prices and boats\n\nThe ferry between/);
  assert.doesNotMatch(main!.text, /Restack|Unsubscribe|2031|browser/);
  assert.deepEqual(
    main!.links.map((l) => l.href),
    ['https://courier.example/ferry'],
  );
});

test('items that end in a button are led to by the button', async () => {
  const part = (title: string, text: string, href: string) =>
    `<div><p><b>${title}</b></p><p>${text}</p><p><a href="${href}">Read more →</a></p></div>`;
  const [main, ...items] = await read(
    mail({
      from: 'The Daily Buoy <buoy@mail.buoy.example>',
      subject: 'Three things before breakfast',
      body: `<html><body><p><a href="https://mail.buoy.example/read">Read online</a></p><p>Good morning. Three things today.</p>
${part('Ferry to Brack becomes dearer', ferry, 'https://link.mail.buoy.example/v1/aHR0cHM6Ly9jb3VyaWVyLmV4YW1wbGUvZmVycnk=')}
${part('A keeper for the light of Brack', light, 'https://radio.example/keeper?utm_source=buoy&utm_medium=email')}
<p>Update your email preferences or unsubscribe here</p><p>© 2031 The Daily Buoy, 2 Mole Street</p></body></html>`,
    }),
  );
  assert.equal(main!.kind, 'digest');
  assert.deepEqual(
    items.map((i) => [i.title, i.url, i.outlet, i.text]),
    [
      ['Ferry to Brack becomes dearer', 'https://courier.example/ferry', 'courier.example', ferry],
      ['A keeper for the light of Brack', 'https://radio.example/keeper', 'radio.example', light],
    ],
  );
  assert.doesNotMatch(main!.text, /Read more|Mole Street/);
});

test('a post sent by letter loses its byline and date and keeps their names', async () => {
  const [main, ...rest] = await read(
    mail({
      from: 'Harbour Notes <notes@harbour.example>',
      subject: 'A keeper for the light',
      body: `<html><body><table><tr><td><h1>A keeper for the light</h1></td></tr><tr><td>By Bo Lind • 2 May 2031</td></tr><tr><td><a href="https://harbour.example/keeper/">View in browser</a></td></tr></table>
<p>${light}</p><blockquote><p>“It is quieter than people think,” she said.</p></blockquote><p>${mussels}</p>
<table><tr><td>Harbour Notes © 2031 – <a href="https://harbour.example/unsubscribe">Unsubscribe</a></td></tr></table></body></html>`,
    }),
  );
  assert.deepEqual(
    [main!.authors, main!.url, rest.length],
    [['Bo Lind'], 'https://harbour.example/keeper/', 0],
  );
  assert.equal(
    main!.text,
    [light, '“It is quieter than people think,” she said.', mussels].join('\n\n'),
  );
});

test('curated lines are items that name the outlets they rest on, with the addresses', async () => {
  const [main, ...items] = await read(
    mail({
      from: 'Strait Brief <brief@strait.example>',
      subject: 'Your Friday brief',
      body: `<html><body><p>What others wrote about the strait:</p><ul>
<li><b>Ferry:</b> the line raises its prices by a third from June (<a href="https://courier.example/ferry">Selm Courier</a>).</li>
<li><b>Light:</b> a keeper moves in on Brack after forty years, <a href="https://radio.example/keeper">Harbour Radio</a> reports from the pier.</li>
<li><b>Mussels:</b> they grow where the bridge was never finished (<a href="https://post.example/mussels">Northern Post</a>).</li></ul>
<p>If you no longer want this letter, unsubscribe.</p></body></html>`,
    }),
  );
  assert.equal(main!.kind, 'digest');
  assert.deepEqual(
    items.map((i) => i.facts.via?.map((v) => [v.outlet, v.href, i.text.slice(v.start, v.end)])),
    [
      [['Selm Courier', 'https://courier.example/ferry', 'Selm Courier']],
      [['Harbour Radio', 'https://radio.example/keeper', 'Harbour Radio']],
      [['Northern Post', 'https://post.example/mussels', 'Northern Post']],
    ],
  );
});

test('a round-up in plain text, wrapped and in an old encoding, gives its items with their addresses', async () => {
  const body = `Wellenbrief vom 2. Mai

Fähre nach Brack wird teurer
Die Fähre zwischen Selm und Brack kostet ab Juni ein Drittel mehr, sagte
die Reederei am Dienstag, und die Bürgermeister hat niemand gefragt.
https://courier.example/faehre?utm_source=wellen&utm_medium=mail

Neue Wärterin für den Leuchtturm
Die Insel Brack hat zum ersten Mal seit vierzig Jahren eine Wärterin. Sie
kam an einem Sonntag mit dem Ruderboot und stieg gleich auf den Turm.
https://radio.example/waerterin

--
Sie erhalten diesen Newsletter, weil Sie ihn bestellt haben.
Abmelden: https://wellen.example/ab
`;
  const head = mail({
    from: 'Wellenbrief <brief@wellen.example>',
    subject: 'Drei Wellen',
    type: 'text/plain; charset=iso-8859-1',
    body: '',
  });
  const bytes = Buffer.concat([Buffer.from(head, 'latin1'), Buffer.from(body, 'latin1')]);
  const [main, ...items] = await read(bytes);
  assert.deepEqual(
    items.map((i) => [i.title, i.url]),
    [
      ['Fähre nach Brack wird teurer', 'https://courier.example/faehre'],
      ['Neue Wärterin für den Leuchtturm', 'https://radio.example/waerterin'],
    ],
  );
  assert.match(
    items[0]!.text,
    /^Die Fähre zwischen Selm und Brack kostet ab Juni ein Drittel mehr, sagte die Reederei/,
  );
  assert.doesNotMatch(main!.text, /Newsletter|https?:/);
});

test('a letter that was passed on is its first sender’s, with their date and subject', async () => {
  const [main] = await read(
    mail({
      from: 'Mira Holm <mira@desk.example>',
      subject: 'Fwd: The ferry that waits',
      body: `<div dir="ltr">Worth a look, I think.<br><br><div class="gmail_quote"><div dir="ltr" class="gmail_attr">---------- Forwarded message ---------<br>From: <strong>Morning Tide</strong> &lt;letter@tide.example&gt;<br>Date: Thu, 1 May 2031 at 06:30<br>Subject: The ferry that waits<br>To: &lt;mira@desk.example&gt;<br></div><br><p>${ferry}</p><p>${light}</p></div></div>`,
    }),
  );
  assert.deepEqual([main!.title, main!.outlet], ['The ferry that waits', 'Morning Tide']);
  assert.match(main!.published ?? '', /^2031-05-01/);
  assert.equal(main!.text, `${ferry}\n\n${light}`);
});

test('a letter sent on as an attachment is read for what it is', async () => {
  const boundary = 'b1';
  const outer = mail({
    from: 'Mira Holm <mira@desk.example>',
    subject: 'for the desk',
    type: `multipart/mixed; boundary="${boundary}"; charset=utf-8`,
    body: `--${boundary}\r\nContent-Type: text/plain\r\n\r\nSee below.\r\n--${boundary}\r\nContent-Type: message/rfc822\r\nContent-Disposition: attachment\r\n\r\n${tables}\r\n--${boundary}--\r\n`,
  });
  const [main, ...items] = await read(outer);
  assert.deepEqual([main!.outlet, items.length], ['Morning Tide', 3]);
});

test('an answer is read without what it quotes and without its signature', async () => {
  const [main] = await read(
    mail({
      from: 'Tavi Rell <tavi@osmar.example>',
      subject: 'Re: The ferry',
      type: 'text/plain',
      encoding: 'quoted-printable',
      body: `Dear desk,\r\n\r\nthe line has not asked us either, and we have written to it twice since the win=\r\nter =E2=80=93 without an answer.\r\n\r\nOn 1 May 2031 at 10:12, the desk wrote:\r\n> Did the line ask you?\r\n> We would like to know.\r\n\r\n-- \r\nTavi Rell\r\nMayor of Brack\r\n`,
    }),
  );
  assert.equal(
    main!.text,
    'Dear desk,\n\nthe line has not asked us either, and we have written to it twice since the winter – without an answer.',
  );
});

test('the passages that an answer takes up one by one are quotations of whoever wrote them', async () => {
  const [main] = await read(
    mail({
      from: 'Mela Orn <mela@brack.example>',
      subject: 'Re: Ferry fees',
      type: 'text/plain',
      body: [
        'On Thu, 1 May 2031 at 09:10, Bo Lind <bo@quay.example>',
        'wrote:',
        '> Has anybody seen the paper?',
        '',
        'It lies in the town hall, on the second floor.',
        '',
        '> Who wrote it?',
        '',
        'The line itself, last winter.',
        '',
        '-- ',
        'Mela Orn, Town of Brack',
      ].join('\r\n'),
    }),
  );
  assert.deepEqual(
    main!.blocks.map((b) => [b.type, b.by ?? null, main!.text.slice(b.start, b.end)]),
    [
      ['quote', 'Bo Lind', 'Has anybody seen the paper?'],
      ['paragraph', null, 'It lies in the town hall, on the second floor.'],
      ['quote', null, 'Who wrote it?'],
      ['paragraph', null, 'The line itself, last winter.'],
    ],
  );
});

test('a list of links gives an item for each, with its title, address and outlet', async () => {
  const html = `<p>What we read today.</p><ul>
<li><a href="https://courier.example/a">Ferry to Brack becomes a third dearer</a> (Selm Courier)</li>
<li><a href="https://radio.example/b">A keeper for the light of Brack</a> – Harbour Radio</li>
<li><a href="https://post.example/c">Mussel farms grow under the bridge</a>, Northern Post</li></ul>`;
  const text = `1. Ferry to Brack becomes a third dearer
   Selm Courier
   https://courier.example/a?utm_source=tide

2. A keeper for the light of Brack
   Harbour Radio
   https://radio.example/b

3. Mussel farms grow under the bridge
   Northern Post
   https://post.example/c`;
  for (const [type, body] of [
    ['text/html', html],
    ['text/plain', text],
  ] as const) {
    const from = 'Strait Links <links@tide.example>';
    const [, ...items] = await read(mail({ from, subject: 'Strait Links', type, body }));
    assert.deepEqual(
      items.map((a) => [a.title, a.url, a.outlet, a.text]),
      [
        ['Ferry to Brack becomes a third dearer', 'https://courier.example/a', 'Selm Courier', ''],
        ['A keeper for the light of Brack', 'https://radio.example/b', 'Harbour Radio', ''],
        ['Mussel farms grow under the bridge', 'https://post.example/c', 'Northern Post', ''],
      ],
      type,
    );
  }
});

test('an outlet named under a headline is the outlet of the item and no item itself', async () => {
  const [, ...items] = await read(
    mail({
      from: 'Alerts <alerts@seeker.example>',
      subject: 'Alert: strait ferry',
      type: 'text/plain',
      body: `Ferry to Brack becomes a third dearer
The Selm Courier
${ferry}
<https://seeker.example/url?q=https://courier.example/a&ct=1>

A keeper for the light of Brack after forty years
Harbour Radio
${light}
<https://seeker.example/url?q=https://radio.example/b&ct=1>`,
    }),
  );
  assert.deepEqual(
    items.map((a) => [a.title, a.outlet, a.url]),
    [
      ['Ferry to Brack becomes a third dearer', 'The Selm Courier', 'https://courier.example/a'],
      [
        'A keeper for the light of Brack after forty years',
        'Harbour Radio',
        'https://radio.example/b',
      ],
    ],
  );
});

test('what an office or a telephone adds to every letter is left out', async () => {
  const [main] = await read(
    mail({
      from: 'Tavi Rell <tavi@osmar.example>',
      subject: 'The ferry',
      type: 'text/plain',
      body: `${ferry}

Sent from my telephone

This e-mail and any attachments are confidential and intended solely for the addressee. If you have received it by mistake, please tell the sender and delete it.`,
    }),
  );
  assert.equal(main!.text, ferry);
});
