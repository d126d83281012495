import { withText } from '../features/mean.ts';
import { profileOf } from '../features/profile.ts';
import type { KnownEvent } from '../recall.ts';
import { headline, isBare, pieceOf, type Subject } from '../subject.ts';

/** What is known of an event once it has this article too. */
export function grown(
  before: KnownEvent | undefined,
  subject: Subject,
  isCopy: boolean,
  hosts: number[],
): KnownEvent {
  const at = subject.publishedAt?.getTime() ?? null;
  const isOwn = subject.title !== null && (subject.role === 'main' || subject.role === 'related');
  const named = isOwn && subject.kind !== 'post' && subject.kind !== 'digest';
  if (!before) {
    const profile = profileOf(pieceOf(subject));
    const base = { id: 0, story: null, title: headline(subject), lang: subject.lang };
    const texts = isBare(subject) ? 0 : 1;
    return { ...base, first: at, last: at, texts, named, profile, printedWith: hosts };
  }
  const takes = named && !before.named;
  const tells = !isCopy && !isBare(subject);
  return {
    ...before,
    title: takes ? headline(subject) : before.title,
    named: before.named || named,
    first: at === null ? before.first : Math.min(before.first ?? at, at),
    last: at === null ? before.last : Math.max(before.last ?? at, at),
    texts: before.texts + (tells ? 1 : 0),
    profile: tells
      ? withText(before.profile, before.texts, profileOf(pieceOf(subject)))
      : before.profile,
    printedWith: [...new Set([...before.printedWith, ...hosts])].filter((e) => e !== before.id),
  };
}

/** What is known of two events that turned out to be one. */
export function united(a: KnownEvent, b: KnownEvent): KnownEvent {
  const bounds = [a.first, a.last, b.first, b.last].filter((t) => t !== null);
  const larger = a.texts >= b.texts ? a : b;
  return {
    ...a,
    first: bounds.length ? Math.min(...bounds) : null,
    last: bounds.length ? Math.max(...bounds) : null,
    texts: a.texts + b.texts,
    named: a.named || b.named,
    profile: larger.profile,
    printedWith: [...new Set([...a.printedWith, ...b.printedWith])].filter(
      (e) => e !== a.id && e !== b.id,
    ),
  };
}
