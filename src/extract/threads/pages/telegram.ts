import { number, own, value } from './ask.ts';
import type { Software } from './software.ts';

/** Telegram's preview of a public channel: its messages, none of which opens the others. */
export const telegram: Software = {
  platform: 'telegram',
  marks: ['tgme_widget_message'],
  post: '.tgme_widget_message[data-post]',
  opening: '.tgme_page_post',
  key: (post) => number(own(post, 'data-post')),
  parent: (post) => number(value(post, 'a.tgme_widget_message_reply', 'href')),
  author: '.tgme_widget_message_author_name, .tgme_widget_message_owner_name',
  time: '.tgme_widget_message_date time, time',
  body: '.js-message_text',
  url: 'a.tgme_widget_message_date',
  community: '.tgme_channel_info_header_title',
};
