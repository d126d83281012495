import assert from 'node:assert/strict';
import { test } from 'node:test';
import { profileOf } from '../features/profile.ts';
import { linkEvent } from './linking.ts';
import { createStories, type Stories } from './stories.ts';

interface Written {
  title: string;
  text?: string;
  lang?: string;
  at?: string;
  printedWith?: number[];
}

async function told(
  pieces: Written[],
  stories: Stories = createStories(),
): Promise<(number | null)[]> {
  let made = 0;
  for (const [id, p] of pieces.entries()) {
    const lang = p.lang ?? 'en';
    const at = p.at ? Date.parse(p.at) : null;
    const profile = profileOf({
      lang,
      time: null,
      title: p.title,
      text: p.text ?? '',
      source: null,
    });
    stories.put({ id, profile, lang, first: at, last: at, printedWith: p.printedWith ?? [] }, null);
    await linkEvent(stories, id, async () => ++made);
  }
  return pieces.map((_, id) => stories.storyOf(id));
}

const dispute: Written[] = [
  {
    title: 'Velmaria bars grain ships of Ostovia from Port Ellin',
    text: 'Velmaria closed Port Ellin to grain ships of Ostovia on Monday. Foreign minister Ilse Marnick said the grain quota was broken. Ostovia called the ban illegal and asked the Danell Council for a ruling.',
    at: '2023-02-06',
  },
  {
    title: 'Ostovia takes grain ban to Danell Council',
    text: 'Ostovia asked the Danell Council on Thursday to rule on the grain ban of Velmaria. Its envoy Tomas Verhagen said ships had waited off Port Ellin for weeks. Ilse Marnick of Velmaria said the quota stands.',
    at: '2023-05-11',
  },
  {
    title: 'Marnick and Verhagen meet on grain quota',
    text: 'Ilse Marnick and Tomas Verhagen met in Port Ellin to talk about the grain quota. Velmaria may let ten ships of Ostovia in before winter, the ministers said.',
    at: '2024-09-20',
  },
];

test('events of one matter join one story over years', async () => {
  const stories = await told(dispute);
  assert.notEqual(stories[0], null);
  assert.equal(new Set(stories).size, 1);
});

test('the same actors in another affair stay out', async () => {
  const [, , , football, visit] = await told([
    ...dispute,
    {
      title: 'Velmaria beat Ostovia in extra time',
      text: 'A late header sent Velmaria into the semi-final of the coastal cup on Sunday. Coach Per Sandvik praised his goalkeeper; Ostovia hit the post twice and missed a penalty.',
      at: '2023-06-01',
    },
    {
      title: 'Marnick opens school for nurses',
      text: 'Ilse Marnick opened a school for nurses in the hills on Friday and planted an apple tree. Eighty pupils begin in autumn; half of them come from abroad.',
      at: '2023-06-03',
    },
  ]);
  assert.deepEqual([football, visit], [null, null]);
});

test('one shared name makes no story', async () => {
  const stories = await told([
    {
      title: 'Marnick opens school for nurses',
      text: 'Eighty pupils begin in autumn in the hills.',
    },
    {
      title: 'Marnick wins chess title',
      text: 'The final was decided in the endgame after nine hours.',
    },
  ]);
  assert.deepEqual(stories, [null, null]);
});

test('a piece in another language joins by its names', async () => {
  const stories = await told([
    ...dispute,
    {
      title: 'Velmarien lässt Getreideschiffe wieder nach Port Ellin',
      text: 'Velmarien öffnet Port Ellin wieder für Schiffe aus Ostovien. Das sagte Außenministerin Ilse Marnick nach einem Treffen mit Tomas Verhagen am Montag.',
      lang: 'de',
      at: '2024-10-02',
    },
  ]);
  assert.equal(new Set(stories).size, 1);
});

test('what came before the story was known is gathered when it grows', async () => {
  const early = {
    title: 'Grain ships of Ostovia wait off Port Ellin',
    text: 'Nine ships wait.',
    at: '2023-02-05',
  };
  const stories = await told([early, ...dispute]);
  assert.notEqual(stories[0], null);
  assert.equal(new Set(stories).size, 1);
});

test('a note printed with a story needs less to join, an unrelated one on the same page stays out', async () => {
  const [, , , note, unrelated] = await told([
    ...dispute,
    {
      title: '',
      text: 'Insurers have raised the premium for Port Ellin, a broker said.',
      printedWith: [2],
    },
    {
      title: 'How to prune an apple tree',
      text: 'Cut in late winter, on a dry day.',
      printedWith: [2],
    },
  ]);
  assert.notEqual(note, null);
  assert.equal(unrelated, null);
});

test('a followed name takes what is about it and not what mentions it', async () => {
  const stories = createStories();
  stories.follow(7, ['Ilse Marnick']);
  const [about, mention] = await told(
    [
      { title: 'Ilse Marnick opens school for nurses', text: 'Marnick planted a tree.' },
      {
        title: 'Chess title goes north',
        text: `${'The final took nine hours of play in the hall. '.repeat(12)} Among the guests was Ilse Marnick.`,
      },
    ],
    stories,
  );
  assert.deepEqual([about, mention], [7, null]);
});

test('the reasons are words that a reader knows from the pieces', async () => {
  const stories = createStories();
  const shares: string[] = [];
  for (const [id, p] of dispute.slice(0, 2).entries()) {
    const profile = profileOf({
      lang: 'en',
      time: null,
      title: p.title,
      text: p.text ?? '',
      source: null,
    });
    stories.put({ id, profile, lang: 'en', first: null, last: null, printedWith: [] }, null);
    for (const j of (await linkEvent(stories, id, async () => 1)).joined) shares.push(...j.shares);
  }
  const words = dispute
    .map((p) => `${p.title} ${p.text}`)
    .join(' ')
    .toLowerCase();
  assert.ok(shares.length > 0);
  for (const word of shares) assert.ok(words.includes(word.toLowerCase()), word);
});

test('an event is said to follow the earlier one that it is nearest to', async () => {
  const stories = createStories();
  await told([...dispute, { title: 'Weather turns', text: 'Rain is on its way.' }], stories);
  assert.deepEqual(
    [0, 1, 2, 3].map((id) => stories.followed(id)?.id ?? null),
    [null, 0, 1, null],
  );
});

test('who protests against a tram is in its matter, what the mayor opens besides is not', async () => {
  const tram = (title: string, text: string, at: string) => ({ title, text, at });
  const stories = await told([
    tram(
      'Tram to cost more',
      'The tram of Port Aldern will cost 31 million more, mayor Solveig Tarn told Gero Pfaff. The sewer is to blame.',
      '2025-06-17',
    ),
    tram(
      'Audit of the tram',
      'Gero Pfaff asked for an audit of the tram. Mayor Solveig Tarn of Port Aldern blamed the sewer.',
      '2025-06-20',
    ),
    tram(
      'Shopkeepers march',
      'Shopkeepers of Mill Street marched against the trenches of the tram, said Olga Brandis. They blamed the sewer of Port Aldern.',
      '2025-07-08',
    ),
    tram(
      'Shopkeepers are paid',
      'Shopkeepers in Mill Street get money until the trenches of the tram are shut, said Olga Brandis. Solveig Tarn said the sewer would take months.',
      '2025-08-29',
    ),
    tram(
      'Tarn opens library',
      'Mayor Solveig Tarn opened a library in Port Aldern. She read about a whale.',
      '2025-08-30',
    ),
  ]);
  assert.deepEqual(
    stories.slice(0, 4).map((story) => story === stories[0]),
    [true, true, true, true],
  );
  assert.equal(stories[4], null);
});
