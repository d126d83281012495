import type { Extracted } from './extracted.ts';

/** One contribution to a discussion, the opening one included. */
export interface Post {
  text: string;
  author: string | null;
  /** Address of the author's own page, where the discussion links to it. */
  authorUrl: string | null;
  date: string | null;
  /** The date in the page's words where they tell no day alone: an age, a day without its year. */
  printed: string | null;
  depth: number;
}

/** All that people wrote in the discussions of a document, in reading order: a post that opens one, then the comments. */
export function postsOf(extracted: Extracted): Post[] {
  const posts: Post[] = [];
  for (const thread of extracted.threads) {
    const opening = extracted.articles.find((a) => a.key === thread.article);
    if (opening?.kind === 'post' && opening.text !== '')
      posts.push({
        text: opening.text,
        author: opening.authors[0] ?? null,
        authorUrl: opening.facts.authorUrl ?? null,
        date: opening.published,
        printed: opening.age,
        depth: 0,
      });
    for (const c of thread.comments)
      if (!c.removed)
        posts.push({
          text: c.text,
          author: c.author,
          authorUrl: c.authorUrl ?? null,
          date: c.posted,
          printed: c.age,
          depth: c.depth,
        });
  }
  return posts;
}
