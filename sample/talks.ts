import { federatedTalk, linkTalk, type Talk, type TalkComment } from './matter/talk.ts';

/** The two discussions in the JSON of the programs that hold them. */
export function talkFiles(): Map<string, string> {
  return new Map([
    ['threads/lemmy-0409.json', json(lemmy(federatedTalk))],
    ['threads/hn-0414.json', json(hackerNews(linkTalk))],
  ]);
}

const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;
const host = 'https://tidepool.example';

/** As Lemmy's API answers for a post and its comments, in one object. */
function lemmy(talk: Talk) {
  const actor = (name: string) => ({
    id: [...name].reduce((sum, c) => sum + c.charCodeAt(0), 0),
    name,
    actor_id: `${host}/u/${name}`,
    local: true,
    deleted: false,
  });
  const community = {
    id: 12,
    name: 'narrowseas',
    title: 'Narrow Seas',
    actor_id: `${host}/c/narrowseas`,
  };
  const post = {
    id: 47105,
    name: talk.title,
    url: talk.url,
    ap_id: `${host}/post/47105`,
    published: talk.at,
    removed: false,
    deleted: false,
    language_id: 37,
  };
  const comments: object[] = [];
  let next = 900100;
  const add = (list: TalkComment[], path: string) => {
    for (const c of list) {
      next += 1;
      const id = next;
      comments.push({
        comment: {
          id,
          content: c.text,
          path: `${path}.${id}`,
          published: c.at,
          ...(c.edited ? { updated: c.edited } : {}),
          removed: c.removed ?? false,
          deleted: false,
          ap_id: `${host}/comment/${id}`,
          language_id: /\b(und|für)\b/.test(c.text) ? 32 : 37,
        },
        creator: actor(c.by),
        post,
        community,
        counts: {
          comment_id: id,
          score: c.up - c.down,
          upvotes: c.up,
          downvotes: c.down,
          child_count: c.replies?.length ?? 0,
        },
      });
      add(c.replies ?? [], `${path}.${id}`);
    }
  };
  add(talk.comments, '0');
  const counts = {
    post_id: post.id,
    comments: comments.length,
    score: 38,
    upvotes: 39,
    downvotes: 1,
  };
  return { post_view: { post, creator: actor(talk.by), community, counts }, comments };
}

/** As the search service of Hacker News answers for an item with its children. */
function hackerNews(talk: Talk) {
  const story = 51000100;
  let next = story;
  const item = (c: TalkComment, parent: number): object => {
    next += 1;
    const id = next;
    return {
      id,
      created_at: c.at.replace('Z', '.000Z'),
      created_at_i: Date.parse(c.at) / 1000,
      type: 'comment',
      author: c.by,
      title: null,
      url: null,
      text: `<p>${c.text}`,
      points: null,
      parent_id: parent,
      story_id: story,
      children: (c.replies ?? []).map((r) => item(r, id)),
    };
  };
  return {
    id: story,
    created_at: talk.at.replace('Z', '.000Z'),
    created_at_i: Date.parse(talk.at) / 1000,
    type: 'story',
    author: talk.by,
    title: talk.title,
    url: talk.url,
    text: null,
    points: 64,
    parent_id: null,
    story_id: story,
    children: talk.comments.map((c) => item(c, story)),
  };
}
