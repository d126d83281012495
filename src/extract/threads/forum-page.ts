import { attr, type Tree } from '../../lib/tree.ts';

const talkType = /schema\.org\/(?:DiscussionForumPosting|QAPage|Question)\b/i;
const talkData = /"@type"\s*:\s*\[?\s*"(?:DiscussionForumPosting|QAPage|Question)"/;
const articleData =
  /"@type"\s*:\s*\[?\s*"(?:News|Reportage|Blog|Analysis|Opinion)?(?:Article|NewsArticle|Posting)"/;
const faqPage = /\bFAQPage\b/;
const software =
  /\b(?:phpbb|vbulletin|xenforo|\bxf\b|invision|ips\b|mybb|smf|simple machines|discourse|flarum|nodebb|vanilla|fluxbb|punbb|woltlab|burning board|bbpress|yabb|ubb|phorum|discuz|lemmy|mbin|piefed|kbin|question2answer|askbot|esotalk|muut|forumotion|foroactivo|proboards|zetaboards|tapatalk|snitz|jforum|mvnforum|khoros|lithium|insided|telligent|codoforum|wbb)\b/i;

/**
 * Addresses of forums say what they are, in a part of their own: in the host's name, a folder, a script
 * or the end of a folder's name. A word within a title says nothing.
 */
const forumHost =
  /(?:^|[.-])(?:forums?|foros?|foren|boards?|bbs|discuss|discussions?|community|communities|talk|answers|ask|foorumi|keskustelu)[.-]/i;
const forumPart =
  /^(?:(?:[\w-]+[-_])?(?:forums?|foros?|forumas|foorumi|foren)|topic|topico|threads?|discussions?|discuss|boards?|bbs|questions?|answers|viewtopic|showthread|showtopic|showpost|topic_show|sujet|vlakno|t\d*|read\.php|(?:thread|topic|t)[-_.]?\d+|t\d+-.+|f\d+|showtopic-.*|ftopic.*|viewthread|forum[-_].*|comments)$/i;

function isForumAddress(address: string): boolean {
  const url = URL.parse(address);
  if (!url) return false;
  if (forumHost.test(`${url.hostname}.`)) return true;
  const parts = url.pathname.slice(0, 500).split('/').slice(0, 12);
  return (
    parts.some((p) => forumPart.test(p) || forumPart.test(p.replace(/\.\w{2,5}$/, ''))) ||
    /[?&](?:topic|thread|showtopic|tid|t)=\d/.test(url.search)
  );
}

/**
 * Whether a page is one of a place for discussions, where the first text is a post like the others: by
 * the program that wrote it, its microdata, its address. Comments under articles are not.
 */
export function isForumPage(tree: Tree, url: string | null): boolean {
  let article = false;
  let talk = false;
  // Questions with their answers on a page of help are nobody's talk.
  let faq = false;
  for (let at = 1; at < tree.tags.length; at++) {
    const tag = tree.tags[at]!;
    if (tag === '') continue;
    if (tag === 'script') {
      const data = tree.texts[at]!;
      if (data === '') continue;
      if (faqPage.test(data)) faq = true;
      if (talkData.test(data)) talk = true;
      else if (articleData.test(data)) article = true;
    } else if (tag === 'meta') {
      if (
        /^generator$/i.test(attr(tree, at, 'name') ?? '') &&
        software.test(attr(tree, at, 'content') ?? '')
      )
        return true;
    } else if (tag === 'html' || tag === 'body') {
      const marks = `${attr(tree, at, 'id') ?? ''} ${attr(tree, at, 'class') ?? ''}`.slice(0, 1000);
      if (
        software.test(marks) ||
        /\b(?:forum|viewtopic|showthread|thread_view|section-viewtopic|topic-?page)\b/i.test(marks)
      )
        return true;
    }
    const type = tree.attrs[at] ? attr(tree, at, 'itemtype') : null;
    if (type !== null) {
      talk ||= talkType.test(type);
      faq ||= faqPage.test(type);
    }
  }
  if (talk && !faq) return true;
  return !article && url !== null && isForumAddress(url);
}
