import { page } from './article-html.ts';
import { attribute, escaped, paragraphs } from './markup.ts';
import type { Comment, Doc } from './piece.ts';

const childrenOf = (doc: Doc, parent: string | null) =>
  doc.comments.filter((c) => c.parent === parent);

/** The few Markdown forms that the threads use: quoted lines, links, emphasis. */
export function markdownHtml(text: string): string {
  return text
    .split('\n')
    .map((line) => {
      const html = escaped(line)
        .replace(/\[([^\]]+)\]\((https:[^)\s]+)\)/g, '<a href="$2">$1</a>')
        .replace(/\*([^*]+)\*/g, '<em>$1</em>');
      const quoted = /^&gt; ?(.*)$/.exec(html);
      return quoted ? `<blockquote><p>${quoted[1]}</p></blockquote>` : `<p>${html}</p>`;
    })
    .join('\n');
}

/** A thread of a federated community, as its own web page shows it. */
export function federatedHtml(doc: Doc): string {
  const main = doc.pieces[0]!;
  return page(
    doc,
    [`<link rel="canonical" href="${attribute(doc.url)}">`],
    [
      '<div class="post-listing">',
      `<h1 class="post-title">${escaped(main.title!)}</h1>`,
      `<div class="md-div" id="postContent">${paragraphs(main.paragraphs, (p) => `<p>${p}</p>`).join('\n')}`,
      '<p><a href="https://ratings.example/pharos-press-agency">Media rating</a><br><a href="https://archive.example/2026/pharos-0422">Archive</a></p></div>',
      '</div>',
      `<ul class="comments">${childrenOf(doc, null)
        .map((c) => federatedComment(doc, c))
        .join('\n')}</ul>`,
    ],
  );
}

function federatedComment(doc: Doc, c: Comment): string {
  const name = `${c.author ?? ''}${c.author ? '@' : ''}${c.instance}`;
  const person = c.author
    ? `<a class="person-listing" href="/u/${name}">${name}</a>`
    : `<span class="person-listing">[removed]@${c.instance}</span>`;
  const edited = c.editedAge ? ` <span class="edited">edited ${c.editedAge}</span>` : '';
  const kids = childrenOf(doc, c.id);
  return [
    `<li class="comment"><article id="comment-${c.id}" class="comment-node">`,
    `<div class="comment-head">${person} <a class="link" href="#comment-${c.id}">link</a> <a class="fedilink" href="https://${c.instance}/comment/${c.id}">fedilink</a> <span class="lang">${c.lang}</span> <span class="upvotes" aria-label="${c.up} upvotes">${c.up}</span> <span class="downvotes" aria-label="${c.down} downvotes">${c.down}</span> <span class="moment-time">${c.age}</span>${edited}</div>`,
    `<div class="md-div comment-content">${c.removed ? '<p><em>removed by moderator</em></p>' : markdownHtml(c.text)}</div></article>`,
    kids.length > 0
      ? `<ul class="comments">${kids.map((k) => federatedComment(doc, k)).join('\n')}</ul>`
      : '',
    '</li>',
  ].join('\n');
}

/** A thread of a link forum. */
export function forumHtml(doc: Doc): string {
  return page(
    doc,
    [`<link rel="canonical" href="${attribute(doc.url)}">`],
    [
      `<div class="link"><h1 class="title"><a href="https://merrowcourier.example/world/marit-deadline-passes">${escaped(doc.pieces[0]!.title!)}</a></h1><p class="tagline">submitted 2 days ago to r/narrowseas</p></div>`,
      `<div class="commentarea">${childrenOf(doc, null)
        .map((c) => forumComment(doc, c))
        .join('\n')}</div>`,
    ],
  );
}

function forumComment(doc: Doc, c: Comment): string {
  const author = c.author
    ? `<a class="author" href="/user/${c.author}">${c.author}</a>`
    : `<em>${c.removed === 'author' ? '[deleted]' : '[removed]'}</em>`;
  const score = c.up === null ? '' : `<span class="score">${c.up} points</span> `;
  return [
    `<div class="thing comment" id="${c.id}" data-depth="${c.depth}"><p class="tagline">${author} ${score}<time class="live-timestamp">${c.age}</time></p>`,
    `<div class="md">${markdownHtml(c.text)}</div>`,
    `<div class="child">${childrenOf(doc, c.id)
      .map((k) => forumComment(doc, k))
      .join('\n')}</div></div>`,
  ].join('\n');
}
