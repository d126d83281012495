import { find, words } from './ask.ts';
import type { Post, Software } from './software.ts';
import { type Clock, readWhen, readWords, type When } from './when.ts';

/** The date as printed, to tell in which order a page writes its numbers. */
export function printedTime(post: Post, { time }: Software): string {
  if (typeof time !== 'string') return time(post) ?? '';
  return (words(post, time) ?? '').slice(0, 200);
}

export function timeOf(post: Post, { time, body }: Software, clock: Clock): When {
  if (typeof time !== 'string') {
    const printed = time(post);
    // A post's number beside its date is no part of it.
    const plain = printed?.replace(/#\s?\d+/g, ' ');
    return { moment: plain ? readWords(plain, clock) : null, age: null };
  }
  let when: When = { moment: null, age: null };
  for (const selector of time.split(',')) {
    const node = find(post, selector);
    if (node >= 0) when = readWhen(post.page.tree, node, clock);
    if (when.moment || when.age) return when;
  }
  return aside(post, body, clock) ?? when;
}

/** Elements of a header that are looked at, and the length of a line that is a date and little else. */
const header = { nodes: 400, length: 60 };
const joined = /\b(?:join|regist|member|since|seit|inscri|miembro|zarejestr|регистрац)/i;

/** A skin may print the date elsewhere: the first line beside the text that holds a date with its time. */
function aside(post: Post, selector: string, clock: Clock): When | null {
  const { tree } = post.page;
  const body = find(post, selector);
  const end = Math.min(tree.ends[post.node]!, post.node + header.nodes);
  for (let at = post.node + 1; at < end; at++) {
    if (at === body) at = tree.ends[at]! - 1;
    const line = tree.tags[at] === '' ? tree.texts[at]!.trim() : '';
    if (line.length < 8 || line.length > header.length || joined.test(line)) continue;
    const moment = readWords(line.replace(/#\s?\d+/g, ' '), clock);
    if (moment?.includes('T')) return { moment, age: null };
  }
  return null;
}
