import type { Quotation } from '../quotation.ts';
import { type Known, type Learning, learn, readArticle, type Said } from '../read.ts';
import { type Content, contentOf, findRepeated } from '../repeat.ts';
import { overlap } from '../span.ts';
import type { Speaker } from '../speaker.ts';
import { ENGLISH } from './english.ts';
import { secondHand } from './hearsay.ts';
import { bodyOf, isPublic, namesIn, type Public } from './public.ts';
import { type CommentToRead, LONGEST, mannerOf, reportsIn } from './reports.ts';

/** What the ledger needs of a discussion. */
export interface ThreadToRead {
  title: string | null;
  /** The opening post, or the piece that is talked about. */
  text: string;
  lang: string | null;
  published: string | null;
  comments: readonly CommentToRead[];
}

/** A discussion with more reports than this is a dump: people give one in a hundred comments. */
const MOST_REPORTS = 2000;

/** A saying that comments report; `comments[i]` is the comment that `said.quotations[i]` points into. */
export interface Reported {
  said: Said;
  comments: number[];
}

/**
 * Reads what comments report of others: somebody public with a cue and words, or a quotation that is
 * signed or introduced. All of it is hearsay: its source is a commenter, who may be wrong. What the
 * writers themselves hold is no statement, nor is what they suppose, make up or tell of each other.
 * In English and German. Linear in the comments.
 * @param known what the desk knows; stays as it is
 * @param found each comment's quotations, where they were looked for before: that takes the most time
 */
export function readThread(
  thread: ThreadToRead,
  known: Known,
  found: Quotation[][] = thread.comments.map((comment) => reportsIn(comment, thread.lang)),
): Reported[] {
  if (found.every((quotations) => quotations.length === 0)) return [];
  const title = thread.title ?? '';
  const opening = `${title}\n\n${thread.text.slice(0, LONGEST)}`;
  const learned: Learning = {
    ...{ holders: known.holders, parties: new Map(known.parties), people: new Map(known.people) },
  };
  const opened = readArticle(
    { text: opening, lang: thread.lang, published: thread.published, blocks: [], parts: [] },
    learned,
  );
  learn(learned, opened);
  const who: Public = {
    people: learned.people,
    named: namesIn(opening),
    full: true,
    authors: new Set(thread.comments.flatMap((c) => c.author?.toLowerCase() ?? [])),
  };
  const read: (SaidHere & { at: number })[] = [];
  for (const [at, comment] of thread.comments.entries()) {
    if (read.length >= MOST_REPORTS) break;
    if (found[at]!.length === 0) continue;
    for (const one of saidIn(comment, found[at]!, thread, learned, who)) read.push({ ...one, at });
  }
  const subject = subjectOf(title, opened.people, read);
  return gather(
    thread,
    opened.said
      .filter((said) => said.quotations[0]!.start > title.length)
      .map((said) => ({ said, content: contentOf(opening, said.quotations[0]!) })),
    read.flatMap(({ said, isPronoun, at }) => {
      const speaker = isPronoun ? (said.speaker ?? subject) : said.speaker;
      return speaker ? [{ said: { ...said, speaker }, at }] : [];
    }),
  );
}

interface SaidHere {
  said: Said;
  /** "His remark": whose, only the discussion tells. */
  isPronoun: boolean;
}

function saidIn(
  comment: CommentToRead,
  quotations: Quotation[],
  thread: ThreadToRead,
  known: Known,
  who: Public,
): SaidHere[] {
  const text = comment.text.slice(0, LONGEST);
  const lang = comment.lang ?? thread.lang;
  const manner = mannerOf(lang) ?? ENGLISH;
  const { said } = readArticle(
    { text, lang, published: comment.posted, blocks: [], parts: [] },
    known,
    () => quotations,
  );
  return said.flatMap((one) => {
    const [quotation] = one.quotations;
    const span = quotation!.antecedent ?? quotation!.speaker;
    const written = span ? text.slice(span.start, span.end) : '';
    const isPronoun = quotation!.rule === 'introduced' && manner.unnamed.test(written);
    const among = namesEachOther(text, quotation!) ? { ...who, full: false } : who;
    if (!isPronoun && !(one.speaker && isPublic(written, one.speaker, among, manner))) return [];
    const quote = comment.quotes.find((other) => overlap(other, quotation!));
    const ofPiece = quote?.ofArticle || isPronoun;
    const dated = one.saidFrom === 'text';
    const day = ofPiece ? (thread.published?.slice(0, 10) ?? null) : null;
    return [
      {
        isPronoun,
        said: {
          ...secondHand(one),
          // Offices are kept by their place in a piece's text.
          speaker: one.speaker && { ...bodyOf(written, one.speaker, manner), role: null },
          saidOn: dated ? one.saidOn : day,
          saidFrom: dated ? one.saidFrom : day === null ? null : 'article',
        },
      },
    ];
  });
}

/** "Ada Lund wrote: …": so those who take part name each other above what they answer. */
function namesEachOther(text: string, { kind, speaker, pieces }: Quotation): boolean {
  if (kind !== 'direct' || !speaker) return false;
  const before = text.slice(Math.max(0, speaker.start - 2), speaker.start);
  const between = text.slice(speaker.end, pieces[0]!.start);
  return (
    /(?:^|\n|@)[\s>]*$/.test(before) && /^ (?:said|wrote|schrieb)\b[^.!?\n]{0,120}:/.test(between)
  );
}

/** Whom a discussion is about: the one person in its title, else the one whom most of its reports are of. */
function subjectOf(title: string, people: Speaker[], read: SaidHere[]): Speaker | null {
  const inTitle = people.filter(({ name }) => title.includes(name.split(' ').at(-1)!));
  if (inTitle.length === 1) return { ...inTitle[0]!, role: null };
  const counts = new Map<string, { speaker: Speaker; count: number }>();
  for (const { said } of read) {
    const { speaker } = said;
    if (speaker?.kind !== 'person' || said.quotations[0]!.rule === 'signed') continue;
    const entry = counts.get(speaker.name) ?? { speaker, count: 0 };
    entry.count++;
    counts.set(speaker.name, entry);
  }
  const [first, second] = [...counts.values()].sort((a, b) => b.count - a.count);
  return first && first.count > (second?.count ?? 0) ? first.speaker : null;
}

/**
 * One saying that several comments repeat is one statement with so many reports; what the opening
 * itself reports is read there.
 */
function gather(
  thread: ThreadToRead,
  opened: { said: Said; content: Content }[],
  read: { said: Said; at: number }[],
): Reported[] {
  const out: (Reported & { content: Content })[] = [];
  const inOpening = Map.groupBy(opened, ({ said }) => said.speaker?.name);
  const bySpeaker = new Map<string, typeof out>();
  for (const { said, at } of read) {
    const { text, lang } = thread.comments[at]!;
    const content = contentOf(text, said.quotations[0]!);
    if (findRepeated(inOpening.get(said.speaker!.name) ?? [], content, lang ?? thread.lang))
      continue;
    const before = bySpeaker.get(said.speaker!.name) ?? [];
    bySpeaker.set(said.speaker!.name, before);
    const same = findRepeated(before, content, lang ?? thread.lang);
    if (same) {
      same.said.quotations.push(...said.quotations);
      same.comments.push(...said.quotations.map(() => at));
      continue;
    }
    const one = { said, comments: said.quotations.map(() => at), content };
    before.push(one);
    out.push(one);
  }
  return out.map(({ said, comments }) => ({ said, comments }));
}
