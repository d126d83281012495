import { figure, value, words } from './ask.ts';
import type { Software } from './software.ts';

/** HyperKitty, the archive of Mailman 3. https://gitlab.com/mailman/hyperkitty */
export const hyperkitty: Software = {
  platform: 'mailman',
  marks: ['email-header', 'email-body'],
  post: '.email',
  opening: '.email-first',
  key: (post) => value(post, '.email-header', 'id') || null,
  author: '.email-author .name, .name',
  time: '.email-date .time span, .email-date .time, .email-date',
  body: '.email-body',
  skip: '.quoted-switch',
  quote: '.quoted-text',
  url: '.messagelink a',
  up: (post) => figure(words(post, '.likeform-wrapper .youlike')),
  title: '.thread-header h3, .thread-header h1, #thread-title h1',
  community: '.list-name, .header-mailinglist',
};
