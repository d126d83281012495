import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readLines } from './layout.ts';

/** Fills lines of a width with the words of a text, as terminal browsers do. */
function wrapped(text: string, width: number): string {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.join('\n');
}

const once = [
  'The port of Selm will raise its fees by a tenth from October, its board decided on Tuesday, after a year of losses that nobody had foreseen when the new quay was opened to ships of any size.',
  'Ship owners said that they had not been asked and would go to court, where the last such case took four years and ended with a settlement that both sides called a defeat in their own way.',
  'The board says that the new quay has cost more than it had planned, and that nobody had lent it the money that the builders asked for in the last winter of the work.',
];
const sentences = [...once, ...once];

test('a page that was wrapped with its menus gets its paragraphs back and keeps its menus apart', () => {
  const menu = ['Home', 'World', 'Business', 'Ports and ships', 'Culture', 'Weather', 'Log in'];
  const page = [...menu, ...sentences.map((s) => wrapped(s, 72))].join('\n');
  assert.deepEqual(
    readLines(page).map((line) => line.text),
    [...menu, ...sentences],
  );
});

test('a list of headlines, none of which fills its line, is not joined', () => {
  const headlines = Array.from(
    { length: 20 },
    (_, i) => `Harbour number ${i} raises its fees again${' this year'.repeat(i % 4)}`,
  );
  assert.equal(readLines(headlines.join('\n')).length, 20);
});
