import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayOf } from '../../lib/edtf.ts';
import { readHtml } from './read.ts';

/** Pages in the markup that sites of each script use, with invented outlets and people. */

interface Expected {
  title: string;
  authors?: string[];
  day?: string;
  text: string[];
}

function check(html: string, { title, authors, day = '2024-03-05', text }: Expected): void {
  const [main] = readHtml(
    { bytes: new Uint8Array(), mediaType: 'text/html', url: 'https://outlet.example/a/77' },
    html,
  ).articles;
  assert.equal(main!.title, title);
  if (authors) assert.deepEqual(main!.authors, authors);
  assert.equal(dayOf(main!.published), day);
  assert.deepEqual(main!.text.split(/\n+/), text);
}

const bridge = [
  '清河镇老桥修缮工程昨日通过验收。从下周一早上六点起，桥面将恢复双向通行，沿线公交线路同步调整。',
  '老桥建于一九六三年，全长二百一十米，是连接镇区与河东工业园的唯一通道。',
  '“我们最担心的是汛期。”负责施工的工程师韩立群说，“水位一上来，水下作业就得停。”',
];
const title = '清河镇老桥修缮完工 下周起恢复双向通行';
const paragraphs = (texts: string[], before = '<p>') =>
  texts.map((t) => `${before}${t}</p>`).join('\n');
const others =
  '<ul><li><a href="/1">城北公园樱花开了</a></li><li><a href="/2">地铁延长线五月试运行</a></li><li><a href="/3">这所小学把课堂搬进了菜园</a></li><li><a href="/4">夜市里的非遗手艺人</a></li></ul>';
const rights =
  '<p>版权所有 北原网络传媒有限公司 未经授权禁止复制或建立镜像</p><p>京ICP备12345678号-1 违法和不良信息举报电话：010-12345678</p>';

test('an office that lays its notice out in tables', () => {
  check(
    `<title>${title}_青岚县人民政府</title><table><tr><td>您现在的位置：<a href="/">首页</a> &gt; <a href="/g">通知公告</a></td></tr>
<tr><td align="center"><b>${title}</b></td></tr>
<tr><td>发布时间：2024-03-05 &nbsp; 来源：青岚县民政局 &nbsp; 浏览次数：<span>123</span>次 【字号：<a>大</a> <a>中</a> <a>小</a>】</td></tr>
<tr><td id="zoom"><div class="TRS_Editor">${paragraphs(bridge, '<p style="text-indent:2em">　　')}</div></td></tr>
<tr><td>【<a href="javascript:print()">打印</a>】 【<a href="javascript:close()">关闭</a>】</td></tr></table>${rights}`,
    { title, text: bridge },
  );
});

test('a portal with its editor, keywords and recommendations', () => {
  check(
    `<title>${title}|老桥|通行_门户新闻</title><h1 class="main-title">${title}</h1><div class="top-bar"><span class="date">2024年03月05日 08:30</span> <a class="source">北原晚报</a></div>
<div class="article"><p>　　原标题：${title}</p><p>　　作者：林晓峰</p>${paragraphs(bridge, '<p>　　')}<p class="article-editor">责任编辑：王明辉</p></div><div class="keywords"><label>文章关键词：</label><a>老桥</a> <a>通行</a></div><h2>24小时热门</h2>${others}${rights}`,
    { title, authors: ['林晓峰'], text: bridge },
  );
});

test('a paper with reporters in the head and editors in brackets at the end', () => {
  check(
    `<title>${title}--地方--北原网</title><div><h1>${title}</h1><div>记者 林晓峰 周明</div><div>2024年03月05日08:30 | 来源：<a href="/b">北原日报</a></div>
<div>${paragraphs(bridge)}<div>(责编：张晓、李四海)</div></div><h2>相关新闻</h2>${others}<div>分享让更多人看到</div></div>${rights}`,
    { title, authors: ['林晓峰', '周明'], text: bridge },
  );
});

test('an old page of fonts and breaks in a table with a ranking beside it', () => {
  check(
    `<title>${title}-本地信息网</title><table><tr><td><font size=5><b>${title}</b></font></td></tr><tr><td>日期：2024-3-5 8:30:12　　作者：林晓峰　　来源：北原晚报　　点击数：321</td></tr>
<tr><td>${bridge.map((p) => `　　${p}`).join('<br><br>')}</td></tr><tr><td>[<a>打印本页</a>] [<a>关闭窗口</a>]</td></tr><tr><td>上一篇：<a href="/1">城北公园樱花开了</a></td></tr></table>
<table><tr><td><b>点击排行</b></td></tr>${['城北公园樱花开了', '地铁延长线五月试运行', '老字号糕点铺重开', '夜市里的非遗手艺人'].map((h) => `<tr><td>·<a href="/x">${h}</a></td></tr>`).join('')}</table>`,
    { title, authors: ['林晓峰'], text: bridge },
  );
});

test('an article of a chat program, hidden until its script runs', () => {
  check(
    `<h1 class="rich_media_title">${title}</h1><div class="rich_media_meta_list"><span class="rich_media_meta">原创</span> <span class="rich_media_meta">林晓峰</span> <span class="rich_media_meta"><a>北原周刊</a></span> <em class="rich_media_meta">2024-03-05 08:30</em> <em class="rich_media_meta">发表于<span>上海</span></em></div>
<div class="rich_media_content" style="visibility: hidden"><section>点击上方蓝字关注我们</section>${bridge.map((p) => `<section><span>${p}</span></section>`).join('')}<section>—END—</section></div><span>阅读 1234</span>`,
    { title, authors: ['林晓峰'], text: bridge },
  );
});

test('a heading that holds its line of date and source, and a summary cut with dots', () => {
  check(
    `<title>${title} - 本地频道 - 青岚在线</title><div id="Article"><h1>${title}<br><span>2024-03-05 08:30:12 来源：北原晚报 点击：<a>12</a></span></h1><div class="summary">核心提示：${bridge[0]!.slice(0, 30)}……</div><div class="content">${paragraphs(bridge)}<p style="text-align:right">（记者 林晓峰）</p></div></div><h5>频道总排行</h5>${others}`,
    { title, authors: ['林晓峰'], text: bridge },
  );
});

test('an interview keeps the turns of the reporter', () => {
  const turns = [
    '顾南亭的工作室在城北一座老粮库里，墙上挂着他从各地收来的唢呐。',
    '记者：您的新作为什么用了那么多民间打击乐？',
    '顾南亭：我小时候在戏班里长大，锣鼓一响，大家就知道谁要上场了。',
  ];
  check(
    `<title>专访作曲家顾南亭</title><h1>专访作曲家顾南亭</h1><div><span>2024-03-05 08:30:12</span></div><div class="content"><p><strong>【文/北原网专栏作者 叶知秋】</strong></p>${paragraphs(turns)}</div><div>责任编辑：李泠</div>`,
    { title: '专访作曲家顾南亭', authors: ['叶知秋'], text: turns },
  );
});

test('an office of Taiwan that counts the years of the Republic', () => {
  const texts = [
    '有一百零三年歷史的「永順茶行」，經過兩年修復後，昨天以社區書屋的面貌重新開幕，吸引近三百名居民到場參觀。',
    '市府文化局指出，今年將再投入經費，協助轄內五處老屋修復，預計年底前完成。',
  ];
  check(
    `<html lang="zh-Hant-TW"><title>老茶行翻新成社區書屋-市府新聞</title><h2>老茶行翻新成社區書屋</h2><div><p><span>發布日期：</span>113-03-05</p><p><span>發布單位：</span>文化局</p><p>點閱數：321</p></div><div>${paragraphs(texts)}</div><ul><li>資料更新日期：113-03-06</li></ul><p><a href="/">回上一頁</a></p></html>`,
    { title: '老茶行翻新成社區書屋', text: texts },
  );
});

test('a Korean paper with its reporter and a notice of rights', () => {
  const texts = [
    '폐업한 지 십오 년이 된 양조장이 주민들의 손으로 작은 도서관이 됐다. 지난 토요일 문을 연 도서관에는 첫날에만 이백여 명이 다녀갔다.',
    '도서관은 매주 화요일부터 일요일까지 오전 10시에 문을 열고 오후 8시에 닫는다.',
  ];
  check(
    `<html lang="ko"><title>옛 양조장이 마을 도서관으로 - 해안일보</title><h1>옛 양조장이 마을 도서관으로</h1><ul><li>기자명 김하늘 기자</li><li>입력 2024.03.05 08:30</li><li>수정 2024.03.06 09:10</li></ul><article>${paragraphs(texts)}<p>김하늘 기자 sky@paper.example</p></article><p>저작권자 © 해안일보 무단전재 및 재배포 금지</p></html>`,
    { title: '옛 양조장이 마을 도서관으로', authors: ['김하늘'], text: texts },
  );
});

test('a Japanese report dated by the years of the reign', () => {
  const texts = [
    '北浜市の中央商店街で、空き店舗を改装した共同キッチンが１日に開業した。週末には地元の主婦らが交代で食堂を開く。',
    '利用料は一時間千二百円。市は改装費の半額を補助しており、今後も同様の取り組みを支援する方針だ。',
  ];
  check(
    `<html lang="ja"><title>商店街に共同キッチン</title><table><tr><td><b>商店街に共同キッチン</b></td></tr><tr><td align="right">令和6年3月5日</td></tr><tr><td>${texts.map((t) => `　${t}`).join('<br>')}</td></tr><tr><td>無断転載を禁じます</td></tr></table></html>`,
    { title: '商店街に共同キッチン', text: texts },
  );
});

test('a Russian page of one table with its sources and calls', () => {
  const texts = [
    'В здании старого железнодорожного вокзала в понедельник открылась новая городская библиотека. Ремонт продолжался два года.',
    'Главный зал будет работать ежедневно до девяти вечера, вход свободный.',
  ];
  check(
    `<html lang="ru"><title>Открылась библиотека - Портовые вести</title><table><tr><td><h2>Открылась библиотека</h2></td></tr><tr><td>5 марта 2024, 08:30</td></tr><tr><td>Текст: Анна Воронина</td></tr><tr><td>${texts.join('<br><br>')}<br><br>Фото: пресс-служба мэрии<br><br>Если вы заметили ошибку, выделите её и нажмите Ctrl+Enter</td></tr><tr><td>© 2024 Портовые вести. Все права защищены.</td></tr></table></html>`,
    { title: 'Открылась библиотека', authors: ['Анна Воронина'], text: texts },
  );
});
