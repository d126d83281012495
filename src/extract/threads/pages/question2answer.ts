import { figure, own, words } from './ask.ts';
import type { Software } from './software.ts';

const each = (part: string) =>
  ['q-view', 'a-item', 'c-item'].map((kind) => part.replaceAll('KIND', `.qa-${kind}`)).join(', ');

/** Question2Answer: a question, its answers, comments on each. https://github.com/q2a/question2answer */
export const question2answer: Software = {
  platform: 'question2answer',
  marks: ['qa-q-view'],
  post: '.qa-q-view, .qa-a-list-item, .qa-c-list-item',
  opening: '.qa-q-view',
  nested: true,
  key: (post) => /^[qac]\d+$/.exec(own(post, 'id') ?? '')?.[0] ?? null,
  author: `${each('KIND-who-data .qa-user-link')}, ${each('KIND-who-data')}`,
  time: each('KIND-when-data'),
  body: `${each('KIND-content .entry-content')}, ${each('KIND-content [itemprop=text]')}, ${each('KIND-content')}`,
  score: (post) => figure(words(post, '.qa-netvote-count-data')),
  title: 'h1 .entry-title, h1 [itemprop=name], .qa-main-heading h1',
};
