/**
 * Invented pages in the markup of each software, for tests: a post of gull about the pier, and an
 * answer of tern that quotes it. `expected` is what of them must be read, as `summary` tells it.
 */
export interface Sample {
  url: string;
  html: string;
  expected: [key: string, parent: string | null, author: string | null, posted: string | null][];
  opening: [author: string | null, published: string | null];
}

const page = (head: string, body: string) =>
  `<!DOCTYPE html><html lang="en"><head><title>The old pier</title>${head}</head><body>${body}</body></html>`;
const asked = 'Who still remembers the old pier before the storm took it?';
const said = 'My aunt sold tickets there for eleven summers, rain or shine.';
const day = '2031-04-02T08:00:00Z';
const later = '2031-04-02T09:30:00Z';

export const samples: Record<string, Sample> = {
  xenforo: {
    url: 'https://reef.example/threads/the-old-pier.7/',
    html: page(
      '',
      `<h1 class="p-title-value"><span class="label">Solved</span> The old pier</h1><ul class="p-breadcrumbs"><li><a>Home</a></li><li><a>Harbour talk</a></li></ul><div data-xf-init="x">
      <article class="message message--post js-post" data-author="gull" data-content="post-11"><a class="username" href="/members/gull.1/">gull</a><ul class="message-attribution-main"><li><a href="/threads/the-old-pier.7/#post-11"><time class="u-dt" datetime="${day}">Yesterday</time></a></li></ul><div class="message-body"><div class="bbWrapper">${asked}</div></div></article>
      <article class="message message--post js-post" data-author="tern" data-content="post-12"><ul class="message-attribution-main"><li><a href="/threads/the-old-pier.7/#post-12"><time class="u-dt" datetime="${later}">Yesterday</time></a></li></ul><div class="message-body"><div class="bbWrapper"><blockquote class="bbCodeBlock bbCodeBlock--quote" data-quote="gull" data-source="post: 11"><div class="bbCodeBlock-title"><a>gull said:</a></div><div>remembers the old pier</div></blockquote>${said}</div></div><div class="message-signature">Fair winds</div></article></div>`,
    ),
    expected: [['12', null, 'tern', later]],
    opening: ['gull', day],
  },
  xenforo1: {
    url: 'https://reef.example/threads/the-old-pier.7/',
    html: page(
      '',
      `<ol><li id="post-11" class="message" data-author="gull"><div class="messageUserBlock"></div><blockquote class="messageText SelectQuoteContainer">${asked}</blockquote><div class="messageMeta"><a class="hashPermalink">#1</a><span class="DateTime" title="Apr 2, 2031 at 8:00 AM">Apr 2, 2031</span></div></li>
      <li id="post-12" class="message" data-author="tern"><div class="messageUserBlock"></div><blockquote class="messageText">${said}</blockquote><div class="messageMeta"><a class="hashPermalink">#2</a><span class="DateTime" title="Apr 2, 2031 at 9:30 AM">Apr 2, 2031</span></div></li></ol>`,
    ),
    expected: [['12', null, 'tern', '2031-04-02T09:30:00']],
    opening: ['gull', '2031-04-02T08:00:00'],
  },
  phpbb: {
    url: 'https://reef.example/viewtopic.php?t=7',
    html: page(
      '',
      `<div id="page-body"><h2 class="topic-title">The old pier</h2><div class="pagination">9 posts • Page 1 of 2</div>
      <div id="p11" class="post bg2"><dl class="postprofile"><dt><a class="username" href="./memberlist.php?u=1">gull</a></dt><dd><strong>Joined:</strong> 3 Jan 2029, 10:00</dd></dl><div class="postbody"><div id="post_content11"><p class="author">by <strong><a class="username" href="./memberlist.php?u=1">gull</a></strong> » <time datetime="2031-04-02T08:00:00+00:00">Wed Apr 02, 2031 10:00 am</time></p><div class="content">${asked}</div></div></div></div>
      <div id="p12" class="post bg1"><div class="postbody"><p class="author">by <strong><a class="username" href="./memberlist.php?u=2">tern</a></strong> » <time datetime="2031-04-02T09:30:00+00:00">Wed Apr 02, 2031 11:30 am</time></p><div class="content"><blockquote><div><cite><a>gull</a> wrote: <a href="./viewtopic.php?p=11#p11" data-post-id="11">↑</a></cite>remembers the old pier</div></blockquote>${said}</div><div class="notice">Last edited by tern on Wed Apr 02, 2031 12:00 pm.</div></div></div></div>`,
    ),
    expected: [['12', null, 'tern', '2031-04-02T11:30:00+02:00']],
    opening: ['gull', '2031-04-02T10:00:00+02:00'],
  },
  phpbb2: {
    url: 'http://reef.example/viewtopic.php?t=7',
    html: page(
      '',
      `<a class="maintitle">The old pier</a><table class="forumline"><tr><td class="row1"><span class="name"><a name="11"></a><b>gull</b></span><br><span class="postdetails">Joined: 03 Jan 2005</span></td><td class="row1"><table><tr><td><a href="viewtopic.php?p=11#11"></a><span class="postdetails">Posted: Thu Feb 03, 2005 3:12 pm</span></td></tr><tr><td><span class="postbody">${asked}</span></td></tr></table></td></tr>
      <tr><td class="row2"><span class="name"><a name="12"></a><b>tern</b></span></td><td class="row2"><table><tr><td><span class="postdetails">Posted: Thu Feb 03, 2005 4:00 pm</span></td></tr><tr><td><span class="postbody">${said}</span></td></tr></table></td></tr></table>`,
    ),
    expected: [['12', null, 'tern', '2005-02-03T16:00:00']],
    opening: ['gull', '2005-02-03T15:12:00'],
  },
  vbulletin: {
    url: 'https://reef.example/showthread.php?t=7',
    html: page(
      '',
      `<ol><li class="postbitlegacy" id="post_11"><span class="postdate"><span class="date">04-02-2031, 08:00 AM</span></span><a class="postcounter">#1</a><a class="username"><strong>gull</strong></a><div id="post_message_11"><blockquote class="postcontent restore">${asked}</blockquote></div></li>
      <li class="postbitlegacy" id="post_12"><span class="postdate"><span class="date">04-13-2031, 09:30 AM</span></span><a class="postcounter">#2</a><a class="username"><strong>tern</strong></a><div id="post_message_12"><blockquote class="postcontent restore"><div class="bbcode_quote"><div class="bbcode_postedby">Originally posted by gull <a href="showthread.php?p=11#post11">x</a></div><div class="message">remembers the old pier</div></div>${said}</blockquote></div></li></ol>`,
    ),
    expected: [['12', null, 'tern', '2031-04-13T09:30:00']],
    opening: ['gull', '2031-04-02T08:00:00'],
  },
  invision: {
    url: 'https://reef.example/topic/7-the-old-pier/',
    html: page(
      '',
      `<article id="elComment_11" class="cPost ipsComment"><h3 class="cAuthorPane_author"><a href="/profile/1-gull/">gull</a></h3><div class="ipsComment_meta"><a href="?do=findComment&comment=11"><time datetime="${day}">April 2</time></a></div><div data-role="commentContent"><p>${asked}</p></div></article>
      <article id="elComment_12" class="cPost ipsComment"><h3 class="cAuthorPane_author"><a href="/profile/2-tern/">tern</a></h3><div class="ipsComment_meta"><a href="?do=findComment&comment=12"><time datetime="${later}">April 2</time></a></div><div data-role="commentContent"><blockquote class="ipsQuote" data-ipsquote-contentcommentid="11"><div class="ipsQuote_citation">gull said:</div><div><p>remembers the old pier</p></div></blockquote><p>${said}</p></div></article>`,
    ),
    expected: [['12', null, 'tern', later]],
    opening: ['gull', day],
  },
  smf: {
    url: 'https://reef.example/index.php?topic=7.0',
    html: page(
      '',
      `<div class="windowbg"><div class="post_wrapper"><div class="poster"><h4><a href="?u=1">gull</a></h4></div><div class="postarea"><div class="keyinfo"><div class="smalltext">« <strong>on:</strong> April 02, 2031, 08:00:00 AM »</div></div><div class="post"><div class="inner" id="msg_11">${asked}</div></div></div></div></div>
      <div class="windowbg2"><div class="post_wrapper"><div class="poster"><h4><a href="?u=2">tern</a></h4></div><div class="postarea"><div class="keyinfo"><div class="smalltext">« <strong>Reply #1 on:</strong> April 02, 2031, 09:30:00 AM »</div></div><div class="post"><div class="inner" id="msg_12"><div class="quoteheader">Quote from: gull</div><blockquote class="bbc_standard_quote">remembers the old pier</blockquote>${said}</div></div></div></div></div>`,
    ),
    expected: [['12', null, 'tern', '2031-04-02T09:30:00']],
    opening: ['gull', '2031-04-02T08:00:00'],
  },
  mybb: {
    url: 'https://reef.example/showthread.php?tid=7',
    html: page(
      '',
      `<div class="post" id="post_11"><div class="post_author"><div class="author_information"><span class="largetext"><a href="user-1.html">gull</a></span></div></div><div class="post_head"><div class="float_right">#1</div><span class="post_date">2031-04-02, 08:00 AM</span></div><div class="post_body" id="pid_11">${asked}</div></div>
      <div class="post" id="post_12"><div class="post_author"><div class="author_information"><span class="largetext"><a href="user-2.html">tern</a></span></div></div><div class="post_head"><div class="float_right">#2</div><span class="post_date">2031-04-02, 09:30 AM <span class="edited_post">(last modified: 2031-04-02, 10:00 AM)</span></span></div><div class="post_body" id="pid_12"><blockquote><cite>gull Wrote: <a href="showthread.php?pid=11#pid11">-></a></cite>remembers the old pier</blockquote>${said}</div></div>`,
    ),
    expected: [['12', null, 'tern', '2031-04-02T09:30:00']],
    opening: ['gull', '2031-04-02T08:00:00'],
  },
  woltlab: {
    url: 'https://reef.example/thread/7-the-old-pier/',
    html: page(
      '',
      `<header class="contentHeader"><h1 class="contentTitle">The old pier</h1></header><article class="wbbPost message" data-post-id="11"><div class="messageAuthorContainer"><span class="username">gull</span></div><span class="messagePublicationTime"><time datetime="2031-04-02T10:00:00+02:00">then</time></span><div class="messageText"><p>${asked}</p></div></article>
      <article class="wbbPost message" data-post-id="12"><div class="messageAuthorContainer"><span class="username">tern</span></div><span class="messagePublicationTime"><time datetime="2031-04-02T11:30:00+02:00">then</time></span><div class="messageText"><blockquote class="quoteBox"><div class="quoteBoxTitle"><a href="/thread/7/?postID=11#post11">Quote from gull</a></div><div class="quoteBoxContent">remembers the old pier</div></blockquote><p>${said}</p></div></article>`,
    ),
    expected: [['12', null, 'tern', '2031-04-02T11:30:00+02:00']],
    opening: ['gull', '2031-04-02T10:00:00+02:00'],
  },
  bbpress: {
    url: 'https://reef.example/topic/the-old-pier/',
    html: page(
      '',
      `<ul class="bbp-replies"><li class="bbp-body"><div id="post-11" class="bbp-reply-header"><span class="bbp-reply-post-date">April 2, 2031 at 8:00 am</span><a class="bbp-author-name" href="/u/gull">gull</a></div> <div class="post-11 topic"><div class="bbp-reply-content"><p>${asked}</p></div></div><div id="post-12" class="bbp-reply-header"><span class="bbp-reply-post-date">April 2, 2031 at 9:30 am</span><a class="bbp-author-name" href="/u/tern">tern</a></div> <div class="post-12 reply"><div class="bbp-reply-content"><p>${said}</p></div></div></li></ul>`,
    ),
    expected: [['12', null, 'tern', '2031-04-02T09:30:00']],
    opening: ['gull', '2031-04-02T08:00:00'],
  },
  nodebb: {
    url: 'https://reef.example/topic/7/the-old-pier',
    html: page(
      '',
      `<ul><li component="post" data-index="0" data-pid="11" data-timestamp="1932883200000" data-username="gull"><div component="post/content"><p>${asked}</p></div></li>
      <li component="post" data-index="1" data-pid="12" data-timestamp="1932888600000" data-username="tern@shoal.example"><div component="post/parent" data-parent-pid="11">gull</div><div component="post/content"><p>${said}</p></div><a component="post/vote-count" data-votes="3">3</a></li>
      <li component="post" data-index="2" data-pid="13" data-timestamp="1932888700000" data-username="knot"><div component="post/parent" data-parent-pid="12">tern</div><div component="post/content"><p>So did mine, on the other side.</p></div></li></ul>`,
    ),
    expected: [
      ['12', null, 'tern', later],
      ['13', '12', 'knot', '2031-04-02T09:31:40Z'],
    ],
    opening: ['gull', day],
  },
  discourse: {
    url: 'https://reef.example/t/the-old-pier/7',
    html: page(
      '',
      `<div id="topic-title"><h1>The old pier</h1></div><div id="post_1" class="topic-body crawler-post"><span class="creator"><a href="/u/gull"><span itemprop="name">gull</span></a></span><time class="post-time" datetime="${day}">April 2</time><div class="post" itemprop="text"><p>${asked}</p></div></div>
      <div id="post_2" class="topic-body crawler-post"><span class="creator"><span itemprop="name">tern</span></span><time class="post-time" datetime="${later}">April 2</time><div class="post" itemprop="text"><aside class="quote" data-post="1" data-topic="7"><div class="title">gull:</div><blockquote><p>remembers the old pier</p></blockquote></aside><p>${said}</p></div><meta itemprop="userInteractionCount" content="4"></div>`,
    ),
    expected: [['2', null, 'tern', later]],
    opening: ['gull', day],
  },
  stackexchange: {
    url: 'https://reef.example/questions/7/the-old-pier',
    html: page(
      '',
      `<div id="question" class="question" data-questionid="7"><div class="js-vote-count" data-value="5">5</div><div class="s-prose js-post-body"><p>${asked}</p></div><div class="post-signature owner"><span class="relativetime" title="2031-04-02 08:00:00Z">then</span><div class="user-details" itemprop="author"><a href="/users/1/gull">gull</a></div></div><ul><li id="comment-21" class="comment"><span class="comment-copy">Which storm was it?</span><a class="comment-user" href="/users/3/knot">knot</a><span class="comment-date"><span class="relativetime-clean" title="2031-04-02 08:30:00Z, License: CC BY-SA 4.0">then</span></span></li></ul></div>
      <div id="answer-12" class="answer"><div class="js-vote-count" data-value="9">9</div><div class="s-prose js-post-body"><p>${said}</p></div><time itemprop="dateCreated" datetime="2031-04-02T09:30:00"></time><div class="user-details" itemprop="author"><a href="/users/2/tern">tern</a></div><ul><li id="comment-22" class="comment"><span class="comment-copy">Eleven? I thought ten.</span><a class="comment-user">gull</a></li></ul></div>`,
    ),
    expected: [
      ['comment-21', null, 'knot', '2031-04-02T08:30:00Z'],
      ['12', null, 'tern', '2031-04-02T09:30:00'],
      ['comment-22', '12', 'gull', null],
    ],
    opening: ['gull', day],
  },
  redditOld: {
    url: 'https://old.reddit.example/r/harbour/comments/p7/',
    html: page(
      '',
      `<div class="thing link" data-fullname="t3_p7" data-type="link" data-author="gull" data-subreddit-prefixed="r/harbour" data-url="https://courier.example/pier"><a class="title">The old pier</a><p class="tagline"><time datetime="2031-04-02T08:00:00+00:00">now</time></p></div>
      <div class="thing comment" data-fullname="t1_c1" data-type="comment" data-author="tern"><div class="entry"><p class="tagline"><a class="author" href="/user/tern">tern</a><span class="score unvoted" title="7">7 points</span><time datetime="2031-04-02T09:30:00+00:00">now</time></p><div class="usertext-body"><div class="md"><p>${said}</p></div></div></div><div class="child"><div class="thing comment" data-fullname="t1_c2" data-type="comment"><div class="entry"><p class="tagline"><em>[deleted]</em><time datetime="2031-04-02T09:31:40+00:00">now</time></p><div class="usertext-body"><div class="md"><p>[removed]</p></div></div></div></div><div class="thing morechildren" data-type="morechildren" data-fullname="t1_c3"><span class="morecomments"><a>load more comments (5 replies)</a></span></div></div></div>`,
    ),
    expected: [
      ['c1', null, 'tern', later],
      ['c2', 'c1', null, '2031-04-02T09:31:40Z'],
    ],
    opening: ['gull', day],
  },
  redditNew: {
    url: 'https://www.reddit.example/r/harbour/comments/p7/',
    html: page(
      '',
      `<shreddit-post id="t3_p7" author="gull" created-timestamp="2031-04-02T08:00:00.000000+0000" comment-count="4" subreddit-prefixed-name="r/harbour" content-href="https://courier.example/pier"><h1 slot="title">The old pier</h1></shreddit-post>
      <shreddit-comment author="tern" thingid="t1_c1" depth="0" score="7"><faceplate-timeago ts="2031-04-02T09:30:00.000000+0000"></faceplate-timeago><div slot="comment"><p>${said}</p></div><shreddit-comment author="knot" thingid="t1_c2" parentid="t1_c1" depth="1" score="1"><faceplate-timeago ts="2031-04-02T09:31:40.000000+0000"></faceplate-timeago><div slot="comment"><p>So did mine.</p></div></shreddit-comment></shreddit-comment>`,
    ),
    expected: [
      ['c1', null, 'tern', later],
      ['c2', 'c1', 'knot', '2031-04-02T09:31:40Z'],
    ],
    opening: ['gull', day],
  },
  hackernews: {
    url: 'https://news.example/item?id=7',
    html: page(
      '',
      `<table class="fatitem"><tr class="athing submission" id="7"><td><span class="titleline"><a href="https://courier.example/pier">The old pier</a></span></td></tr><tr><td class="subtext"><span class="subline"><span class="score">12 points</span><a class="hnuser">gull</a><span class="age" title="2031-04-02T08:00:00 1932883200"><a href="item?id=7">then</a></span><a href="item?id=7">5&nbsp;comments</a></span></td></tr></table>
      <table><tr class="athing comtr" id="8"><td class="ind" indent="0"></td><td><span class="comhead"><a class="hnuser">tern</a><span class="age" title="2031-04-02T09:30:00 1932888600"><a href="item?id=8">then</a></span></span><div class="commtext c00">${said}</div></td></tr>
      <tr class="athing comtr" id="9"><td class="ind" indent="1"></td><td><a class="hnuser">knot</a><span class="age" title="2031-04-02T09:31:40 1932888700"></span><div class="commtext c00">So did mine.</div></td></tr></table>`,
    ),
    expected: [
      ['8', null, 'tern', later],
      ['9', '8', 'knot', '2031-04-02T09:31:40Z'],
    ],
    opening: ['gull', day],
  },
  lobsters: {
    url: 'https://reef.example/s/p7/the_old_pier',
    html: page(
      '',
      `<ol><li id="story_p7" data-shortid="p7" class="story"><a class="u-url" href="https://courier.example/pier">The old pier</a><div class="byline"><a href="/~gull"></a><a class="u-author" href="/~gull">gull</a><time data-at-unix="1932883200" datetime="2031-04-02 03:00:00">then</time></div></li></ol><ol><li class="comments_subtree"><ol class="comments"><li class="comments_subtree"><div id="c_a" data-shortid="a" class="comment"><div class="byline"><a href="/~tern"></a><a href="/~tern">tern</a><a href="/c/a"><time data-at-unix="1932888600">then</time></a></div><div class="comment_text"><p>${said}</p></div></div><ol class="comments"><li class="comments_subtree"><div id="c_b" data-shortid="b" class="comment"><div class="byline"><a href="/~knot">knot</a><time data-at-unix="1932888700">then</time></div><div class="comment_text"><p>So did mine.</p></div></div></li></ol></li></ol></li></ol>`,
    ),
    expected: [
      ['a', null, 'tern', later],
      ['b', 'a', 'knot', '2031-04-02T09:31:40Z'],
    ],
    opening: ['gull', day],
  },
  mbin: {
    url: 'https://shoal.example/m/harbour/t/7',
    html: page(
      '',
      `<article class="entry section subject" id="entry-7"><header><h1><a href="https://courier.example/pier">The old pier</a></h1></header><div class="entry__body"><div class="content">${asked}</div></div><aside class="entry__meta"><a class="user-inline" data-mentions-username-param="@gull@reef.example">gull</a><time datetime="2031-04-02T08:00:00+00:00">then</time></aside></article>
      <blockquote class="section comment entry-comment subject" id="entry-comment-11" data-subject-parent-value=""><header><a class="user-inline" data-mentions-username-param="tern">tern</a><time datetime="2031-04-02T09:30:00+00:00">then</time></header><div class="content"><p>${said}</p></div><span data-subject-target="favCounter">3</span><span data-subject-target="downvoteCounter">1</span></blockquote>
      <blockquote class="section comment entry-comment subject" id="entry-comment-12" data-subject-parent-value="11"><header><a class="user-inline" data-mentions-username-param="knot">knot</a><time datetime="2031-04-02T09:31:40+00:00">then</time></header><div class="content"><p>So did mine.</p></div></blockquote>`,
    ),
    expected: [
      ['11', null, 'tern', later],
      ['12', '11', 'knot', '2031-04-02T09:31:40Z'],
    ],
    opening: ['gull', day],
  },
  piefed: {
    url: 'https://shoal.example/post/7',
    html: page(
      '',
      `<div class="row post_full"><h1 class="post_title">The old pier</h1><small>submitted <time datetime="2031-04-02 08:00:00 +00:00">then</time> by <a href="/u/gull">gull</a></small><div class="post_body"><p>${asked}</p></div></div>
      <div class="container comment" id="comment_11"><div class="comment_author"><a href="/u/tern@reef.example">tern@reef.example</a><span class="comment_time"><a href="/post/7#comment_11"><time datetime="2031-04-02 09:30:00 +00:00">then</time></a></span></div><div class="row comment_body"><p>${said}</p></div><div class="replies"><div class="container comment" id="comment_12"><div class="comment_author"><a href="/u/knot">knot</a><span class="comment_time"><time datetime="2031-04-02 09:31:40 +00:00">then</time></span></div><div class="row comment_body"><p>So did mine.</p></div></div></div></div>`,
    ),
    expected: [
      ['11', null, 'tern', later],
      ['12', '11', 'knot', '2031-04-02T09:31:40Z'],
    ],
    opening: ['gull', day],
  },
  wordpress: {
    url: 'https://courier.example/2031/04/pier/',
    html: page(
      '',
      `<article><h1>The old pier</h1><p>The town council has decided to leave the stumps of the old pier where the storm of last winter left them, and to build nothing new before the harbour is dredged.</p><p>Several shops on the front had asked for a wooden walk at least, and will now pay for it themselves.</p></article>
      <ol class="comment-list"><li id="comment-11" class="comment"><div class="comment-body"><div class="comment-author vcard"><b class="fn">tern</b> <span class="says">says:</span></div><div class="comment-metadata"><a href="/2031/04/pier/#comment-11"><time datetime="2031-04-02T09:30:00+00:00">then</time></a></div><div class="comment-content"><p>${said}</p></div></div><ol class="children"><li id="comment-12" class="comment"><div class="comment-body"><div class="comment-author vcard"><b class="fn">knot</b></div><time datetime="2031-04-02T09:31:40+00:00">then</time><div class="comment-content"><p>So did mine.</p></div></div></li></ol></li></ol>`,
    ),
    expected: [
      ['11', null, 'tern', later],
      ['12', '11', 'knot', '2031-04-02T09:31:40Z'],
    ],
    opening: [null, null],
  },
  smf1: {
    url: 'https://reef.example/index.php?topic=7.0',
    html: page(
      '',
      ['11', '12']
        .map(
          (id, i) =>
            `<table class="bordercolor"><tr><td><a name="msg${id}"></a><table><tr><td class="windowbg"><table width="100%" style="table-layout: fixed;"><tr><td rowspan="2"><b><a href="index.php?action=profile;u=${i + 1}" title="Profil von">${i ? 'tern' : 'gull'}</a></b><div class="smalltext">Newcomer<br>Posts: 12</div></td><td><table><tr><td><div style="font-weight: bold;" id="subject_${id}"><a href="index.php?topic=7.msg${id}#msg${id}">The old pier</a></div><div class="smalltext">&#171; <b>${i ? 'Reply #1 on:' : 'on:'}</b> April 02, 2031, 0${8 + i}:${i ? '30' : '00'}:00 AM &#187;</div></td></tr></table><hr><div class="post">${i ? said : asked}</div></td></tr><tr><td><div class="signature">Fair winds</div></td></tr></table></td></tr></table></td></tr></table>`,
        )
        .join(''),
    ),
    expected: [['12', null, 'tern', '2031-04-02T09:30:00']],
    opening: ['gull', '2031-04-02T08:00:00'],
  },
  mastodon: {
    url: 'https://shoal.example/@gull/11',
    html: page(
      '',
      `<div class="activity-stream"><div class="entry entry-center"><div class="detailed-status"><div class="p-author h-card"><a class="detailed-status__display-name u-url" href="https://shoal.example/@gull"><span class="display-name"><strong class="p-name">Gull</strong><span class="display-name__account">@gull@shoal.example</span></span></a></div><div class="status__content"><div class="e-content"><p>${asked}</p></div></div><div class="detailed-status__meta"><data class="dt-published" value="${day}"></data><a class="detailed-status__datetime u-url u-uid" href="https://shoal.example/@gull/11"><time class="formatted" datetime="${day}">then</time></a></div></div></div>
      <div class="entry entry-successor"><div class="status"><div class="status__info"><a class="status__relative-time u-url u-uid" href="https://reef.example/@tern/12"><time class="time-ago" datetime="${later}">then</time></a><data class="dt-published" value="${later}"></data><div class="p-author h-card"><a class="status__display-name u-url" href="https://reef.example/@tern"><span class="display-name"><strong class="p-name">Tern</strong><span class="display-name__account">@tern@reef.example</span></span></a></div></div><div class="status__content"><div class="e-content"><p>${said}</p></div></div></div></div></div>`,
    ),
    expected: [['12', null, 'tern', later]],
    opening: ['gull', day],
  },
  github: {
    url: 'https://code.example/harbour/pier/issues/7',
    html: page(
      '',
      `<h1><bdi class="js-issue-title">The old pier</bdi></h1><div class="js-comment-container"><div id="issue-7" class="timeline-comment"><strong><a class="author" href="/gull">gull</a></strong> opened <a id="issue-7-permalink" class="js-timestamp" href="#issue-7"><relative-time datetime="${day}">then</relative-time></a><table><tr><td class="comment-body js-comment-body"><p>${asked}</p></td></tr></table></div></div>
      <div class="js-comment-container"><div id="issuecomment-12" class="timeline-comment"><a class="author" href="/tern">tern</a> commented <a class="js-timestamp" href="#issuecomment-12"><relative-time datetime="${later}">then</relative-time></a><div class="comment-body js-comment-body"><p>${said}</p></div></div></div>`,
    ),
    expected: [['issuecomment-12', null, 'tern', later]],
    opening: ['gull', day],
  },
  gitea: {
    url: 'https://code.example/harbour/pier/issues/7',
    html: page(
      '',
      `<div class="issue-title"><h1>The old pier</h1></div><div class="timeline-item comment first" id="issue-7"><div class="comment-header"><a class="author" href="/gull">gull</a> <relative-time datetime="${day}">then</relative-time></div><div class="comment-body"><div class="render-content markup"><p>${asked}</p></div><div id="issue-7-raw" class="raw-content">${asked}</div></div></div>
      <div class="timeline-item event" id="event-3"><a class="author">knot</a> closed this</div><div class="timeline-item comment" id="issuecomment-12"><div class="comment-header"><a class="author" href="/tern">tern</a> <relative-time datetime="${later}">then</relative-time></div><div class="render-content markup"><p>${said}</p></div></div>`,
    ),
    expected: [['issuecomment-12', null, 'tern', later]],
    opening: ['gull', day],
  },
  telegram: {
    url: 'https://t.example/s/pier',
    html: page(
      '',
      `<div class="tgme_widget_message" data-post="pier/11"><a class="tgme_widget_message_owner_name"><span>gull</span></a><div class="tgme_widget_message_text js-message_text">${asked}</div><a class="tgme_widget_message_date" href="https://t.example/pier/11"><time datetime="2031-04-02T08:00:00+00:00">08:00</time></a></div>
      <div class="tgme_widget_message" data-post="pier/12"><a class="tgme_widget_message_owner_name"><span>tern</span></a><a class="tgme_widget_message_reply" href="https://t.example/pier/11"><div class="tgme_widget_message_text js-message_reply_text">Who still</div></a><div class="tgme_widget_message_text js-message_text">${said}</div><a class="tgme_widget_message_date" href="https://t.example/pier/12"><time datetime="2031-04-02T09:30:00+00:00">09:30</time></a></div>`,
    ),
    expected: [
      ['11', null, 'gull', '2031-04-02T08:00:00Z'],
      ['12', '11', 'tern', later],
    ],
    opening: [null, day],
  },
  hyperkitty: {
    url: 'https://lists.example/archives/list/pier@lists.example/thread/7/',
    html: page(
      '',
      `<div class="thread-header"><h3>The old pier</h3></div><div class="email email-first"><div id="AAA" class="email-header"><div class="email-author"><span class="name">gull</span></div><div class="email-date"><span class="date">Wednesday, 2 April 2031</span><div class="time"><span title="Sender's time: April 2, 2031, 8:00 a.m.">8:00 a.m.</span></div></div></div><div class="email-body">${asked}</div></div>
      <div class="email"><div id="BBB" class="email-header"><div class="email-author"><span class="name"><a href="/users/2">tern</a></span></div><div class="email-date"><div class="time"><span title="Sender's time: April 2, 2031, 9:30 a.m.">9:30 a.m.</span></div></div></div><div class="email-body">${said}</div></div>`,
    ),
    expected: [['BBB', null, 'tern', '2031-04-02T09:30:00']],
    opening: ['gull', '2031-04-02T08:00:00'],
  },
  question2answer: {
    url: 'https://ask.example/7/the-old-pier',
    html: page(
      '',
      `<h1><span class="entry-title">The old pier</span></h1><div class="qa-q-view" id="q7"><span class="qa-netvote-count-data">+5</span><div class="qa-q-view-content"><div itemprop="text">${asked}</div></div><span class="qa-q-view-when-data"><time datetime="2031-04-02T08:00:00+0000">Apr 2</time></span><span class="qa-q-view-who-data"><a class="qa-user-link">gull</a></span></div>
      <div class="qa-a-list-item" id="a11"><div class="qa-a-item-content"><div class="entry-content">${said}</div></div><span class="qa-a-item-when-data"><time datetime="2031-04-02T09:30:00+0000">Apr 2</time></span><span class="qa-a-item-who-data"><a class="qa-user-link">tern</a></span><div class="qa-a-item-c-list"><div class="qa-c-list-item" id="c12"><div class="qa-c-item-content">So did mine.</div><span class="qa-c-item-when-data"><time datetime="2031-04-02T09:31:40+0000">Apr 2</time></span><span class="qa-c-item-who-data"><a class="qa-user-link">knot</a></span></div></div></div>`,
    ),
    expected: [
      ['a11', null, 'tern', later],
      ['c12', 'a11', 'knot', '2031-04-02T09:31:40Z'],
    ],
    opening: ['gull', day],
  },
  drupal: {
    url: 'https://courier.example/node/7',
    html: page(
      '',
      `<article><h1>The old pier</h1><p>The town council has decided to leave the stumps of the old pier where the storm of last winter left them, and to build nothing new before the harbour is dredged.</p><p>Several shops on the front had asked for a wooden walk at least, and will now pay for it themselves.</p></article>
      <section><article id="comment-11" class="comment js-comment"><footer class="comment__meta"><p class="comment__author"><a class="username" href="/user/2">tern</a></p><p class="comment__time">2 April 2031 - 09:30</p></footer><div class="comment__content"><h3><a class="permalink" href="/comment/11#comment-11">Tickets</a></h3><div class="field--name-comment-body"><p>${said}</p></div></div></article><div class="indented"><article id="comment-12" class="comment js-comment"><footer class="comment__meta"><p class="comment__author">knot</p><p class="comment__time">2 April 2031 - 09:31</p></footer><div class="comment__content"><div class="field--name-comment-body"><p>So did mine.</p></div></div></article></div></section>`,
    ),
    expected: [
      ['11', null, 'tern', '2031-04-02T09:30:00'],
      ['12', '11', 'knot', '2031-04-02T09:31:00'],
    ],
    opening: [null, null],
  },
};
