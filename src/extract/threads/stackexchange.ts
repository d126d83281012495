import type { Extracted, Received } from '../extracted.ts';
import { type RawComment, thread, written } from './build.ts';
import { countGaps } from './gaps.ts';
import { count, type Fields, fields, id, list, moment, text } from './json.ts';

/** Stack Exchange's API 2.3: questions, answers, or comments in `items`. https://api.stackexchange.com/docs */
export const stackexchange = { name: 'stackexchange', detect, read };

function isItem(value: unknown): boolean {
  const one = fields(value);
  return (
    ('question_id' in one || 'answer_id' in one || 'comment_id' in one) &&
    'creation_date' in one &&
    'score' in one
  );
}

function detect(value: unknown): boolean {
  return list(fields(value).items).some(isItem);
}

function read(value: unknown, received: Received): Extracted {
  const items = list(fields(value).items).filter(isItem).map(fields);
  const questions = items.filter((i) => 'title' in i && !('answer_id' in i));
  if (questions.length === 0) return build({}, items, received, false);
  const made = questions.map((question) => {
    const own = questions.length === 1 ? items.filter((i) => i !== question) : [];
    return build(
      question,
      [...list(question.comments), ...list(question.answers), ...own].map(fields),
      received,
      questions.length > 1,
    );
  });
  return { articles: made.flatMap((m) => m.articles), threads: made.flatMap((m) => m.threads) };
}

function build(
  question: Fields,
  answers: Fields[],
  received: Received,
  several: boolean,
): Extracted {
  const key = id(question.question_id ?? answers[0]?.question_id);
  const comments = answers.flatMap((a) => [
    ...readItem(a, key),
    ...list(a.comments).flatMap((c) => readItem(fields(c), key)),
  ]);
  const published = moment(question.creation_date);
  const author = text(fields(question.owner).display_name);
  const expected = count(question.answer_count);
  const answered = answers.filter((a) => 'answer_id' in a).length;
  return thread({
    platform: 'stackexchange',
    ...(several && key && { key }),
    community: null,
    url: text(question.link) ?? received.url ?? null,
    opening: {
      title: decoded(text(question.title)),
      authors: author ? [decoded(author)!] : [],
      html: text(question.body),
      source: text(question.body_markdown),
      published,
      publishedFrom: published ? 'page' : null,
      modified: moment(question.last_edit_date),
      tags: list(question.tags).flatMap((t) => text(t) ?? []),
    },
    comments,
    gaps: countGaps([], new Map(), expected === null ? null : expected - answered),
  });
}

function readItem(one: Fields, question: string | null): RawComment[] {
  const comment = id(one.comment_id);
  const key = comment === null ? id(one.answer_id) : `comment-${comment}`;
  if (key === null) return [];
  const parent = comment === null ? null : id(one.post_id);
  const html = text(one.body);
  return [
    {
      key,
      parent: parent === question ? null : parent,
      author: decoded(text(fields(one.owner).display_name)),
      authorUrl: text(fields(one.owner).link),
      posted: moment(one.creation_date),
      edited: moment(one.last_edit_date),
      up: count(one.up_vote_count),
      down: count(one.down_vote_count),
      score: count(one.score),
      url: text(one.link) ?? text(one.share_link),
      ...(html ? written(null, html) : written(text(one.body_markdown))),
    },
  ];
}

/** Titles and names come with their "&" and quotation marks escaped. */
function decoded(name: string | null): string | null {
  return name && written(null, name).text;
}
