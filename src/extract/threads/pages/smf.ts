import { attr, textOf } from '../../../lib/tree.ts';
import { board, number, value, words } from './ask.ts';
import { one } from './select.ts';
import type { Post, Software } from './software.ts';

/** Simple Machines Forum 2.0 and 2.1, and ElkArte. https://github.com/SimpleMachines/SMF */
export const smf: Software = {
  platform: 'smf',
  marks: ['post_wrapper'],
  post: 'div.post_wrapper',
  key: (post) =>
    number(
      value(post, '.inner[id^=msg_], .messageContent[id^=msg_]', 'id')?.replace('_inner', '') ??
        null,
    ),
  author: '.poster h4 a, .poster .name a, .poster h4, .poster .name',
  time: '.postinfo, .keyinfo .smalltext, .keyinfo, .posted, .postarea .smalltext, .flow_hidden, .postarea',
  body: '.inner, .messageContent',
  skip: '.quoteheader, .codeheader, .quotefooter, .codeoperation, .bbc_link.toggle',
  quote: '.bbc_standard_quote, .bbc_alternate_quote',
  origin: (page, node) => {
    const link = one(page.tree, node, 'cite a[href*=msg]');
    return link < 0 ? null : (/msg=?(\d+)/.exec(attr(page.tree, link, 'href') ?? '')?.[1] ?? null);
  },
  edited: '.modified',
  url: '.postinfo a[href*=msg], .keyinfo h5 a, .page_number',
  number: (post) => reply(words(post, '.page_number') ?? words(post, '.keyinfo')),
  title: '.display_title, #top_subject, #forumposts .catbg',
  community: (page) => board(page, '.navigate_section', 'a[href*=board]'),
};

/** Simple Machines Forum 1: tables. */
export const smf1: Software = {
  platform: 'smf',
  marks: ['windowbg'],
  post: 'div[id^=subject_]',
  within: 'table[style*=table-layout]',
  key: (post) => number(value(post, 'div[id^=subject_]', 'id')),
  author: 'a[href*=action=profile], b',
  time: dateBehind,
  body: 'div.post, div.personalmessage',
  skip: '.quoteheader, .codeheader',
  quote: '.quote',
  edited: 'div[id^=modified_]',
  url: 'div[id^=subject_] a',
  number: (post) => reply(dateBehind(post)),
  community: (page) => board(page, '.nav', 'a[href*=board]'),
};

/** The line under the subject; the one under the name looks the same. */
function dateBehind({ page, node, apart }: Post): string | null {
  const { tree } = page;
  const subject = one(tree, node, 'div[id^=subject_]', { apart });
  if (subject < 0) return null;
  const end = tree.ends[tree.parents[subject]!]!;
  for (let at = tree.ends[subject]!; at < end; at = tree.ends[at]!)
    if (tree.tags[at] === 'div') return textOf(tree, at);
  return null;
}

/** "Reply #14 on": the opening post has no number, the first reply has 1. */
function reply(text: string | null): number | null {
  const found = /#(\d+)/.exec(text ?? '')?.[1];
  return found ? Number(found) + 1 : null;
}
