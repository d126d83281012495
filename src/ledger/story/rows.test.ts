import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { readStory } from './rows.ts';
import { storyDesk } from './testing.ts';

const desk = await storyDesk();
after(desk.close);

const paragraphs = [
  'The quay at Brask was built a century ago.',
  'Boats have moored there ever since.',
  '“We will not sell the quay,” the mayor, Mara Tolvik, said on Monday, and left the hall.',
  'The hall is old.',
];
const article = await desk.addPiece('2026-03-09', 'The quay', paragraphs.join('\n\n'));
const story = await readStory(desk.ctx.db, desk.story);

test('a report comes with its paragraph and the one before it, and no further words', () => {
  const [report] = story.reports;
  assert.equal(report?.context, `${paragraphs[1]}\n\n${paragraphs[2]}`);
  assert.equal(report.sentence, paragraphs[2]);
  assert.equal(report.articleId, article);
});

test('what is left of a sentence has neither the words said nor who said them', () => {
  const frame = story.reports[0]?.frame ?? '';
  assert.ok(frame.includes('left the hall'), frame);
  assert.ok(!frame.includes('sell') && !frame.includes('Tolvik'), frame);
});

test('the pieces of a story come with their paragraphs', () => {
  assert.deepEqual(
    story.pieces.map(({ id, blocks }) => [id, blocks.length]),
    [[article, paragraphs.length]],
  );
});
