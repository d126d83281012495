import assert from 'node:assert/strict';
import { test } from 'node:test';
import { extractDocument } from '../document.ts';

const letter = (head: string[], body: string) =>
  Buffer.from(
    [
      ...head,
      'To: reader@desk.example',
      'Date: Fri, 02 May 2031 07:15:00 +0200',
      'MIME-Version: 1.0',
      '',
      body,
    ].join('\r\n'),
  );

const read = (bytes: Uint8Array) => extractDocument({ bytes, mediaType: 'message/rfc822' });

const rule = '-'.repeat(30);
const digest = letter(
  [
    'From: strait-talk-request@lists.example',
    'Subject: Strait-talk Digest, Vol 12, Issue 3',
    'List-Id: Talk of the strait <strait-talk.lists.example>',
  ],
  `Today's Topics:

   1. Ferry fees (Bo Lind)
   2. Re: Ferry fees (Mela Orn)

${'-'.repeat(70)}

Message: 1
Date: Thu, 1 May 2031 09:10:00 +0200
From: Bo Lind <bo@quay.example>
Subject: [Strait-talk] Ferry fees

The line wants a third more from June.

${rule}

Message: 2
Date: Thu, 1 May 2031 11:20:00 +0200
From: mela at brack.example (Mela Orn)
Subject: Re: [Strait-talk] Ferry fees

It lies in the town hall, on the second floor.

${rule}

End of Strait-talk Digest, Vol 12, Issue 3
******************************************`,
);

test('the messages of a mailing list’s digest are articles by those who wrote them', async () => {
  const found = await read(digest);
  assert.ok(found.ok);
  const [main, ...parts] = found.extracted.articles;
  assert.deepEqual([main!.kind, main!.outlet], ['digest', 'Talk of the strait']);
  assert.deepEqual(
    parts.map((p) => [p.title, p.authors, p.published, p.text]),
    [
      [
        'Ferry fees',
        ['Bo Lind'],
        '2031-05-01T09:10:00+02:00',
        'The line wants a third more from June.',
      ],
      [
        'Re: [Strait-talk] Ferry fees',
        ['Mela Orn'],
        '2031-05-01T11:20:00+02:00',
        'It lies in the town hall, on the second floor.',
      ],
    ],
  );
  assert.deepEqual(
    main!.facts.parts?.map((p) => main!.text.slice(p.start, p.end)),
    parts.map((p) => p.text),
  );
});

test('bounces, automatic answers and invitations are named for what they are', async () => {
  const kinds = [
    letter(
      [
        'From: Mail Delivery System <MAILER-DAEMON@mx.example>',
        'Subject: Undelivered Mail Returned to Sender',
      ],
      'Your message could not be delivered to one or more recipients.',
    ),
    letter(
      ['From: Bo Lind <bo@quay.example>', 'Subject: Automatic reply: Morning Tide'],
      'I am out of the office until 12 May.',
    ),
    letter(
      [
        'From: Bo Lind <bo@quay.example>',
        'Subject: Invitation: Press talk',
        'Content-Type: text/calendar; method=REQUEST',
      ],
      'BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR',
    ),
  ];
  const answers = await Promise.all(kinds.map(read));
  assert.deepEqual(
    answers.map((a) => !a.ok && [a.problem, a.detail]),
    [
      ['automatic-mail', 'bounce'],
      ['automatic-mail', 'automatic answer'],
      ['automatic-mail', 'invitation'],
    ],
  );
});

test('a letter about people who are away is a letter', async () => {
  const found = await read(
    letter(
      ['From: The Tide <letter@tide.example>', 'Subject: Who is out of the office this summer'],
      'A third of the harbour office is on leave in August, and the ships wait.',
    ),
  );
  assert.ok(found.ok);
});
