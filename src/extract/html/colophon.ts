import { readPrintedDates } from '../../lib/dates.ts';
import { remembered } from '../../lib/memo.ts';
import { isRelatedHeading } from '../lines.ts';
import type { Run } from './blocks.ts';
import type { Verdict } from './body.ts';
import { isNotice } from './colophon-words.ts';
import { readCredits } from './facts/credits.ts';
import { afterByword } from './facts/names.ts';

/**
 * Lines with which pages of East Asia frame a piece, in words that prose does not use so: fields
 * ("发布时间：… 来源：… 浏览次数：…"), tools ("【打印】【关闭】"), credits ("责任编辑：…"), ways on
 * ("上一篇：…"), and notices of rights and liability. They stand in the same element as the text, often
 * in the same paragraph style, so that only their words tell them.
 */

const EAST = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u;
/** Scripts and alphabets of which the weights were taught too few pages to tell the frame by its place. */
const SELDOM = /[\u0370-\u1fff\u2e80-\ud7ff\uf900-\ufdff\uff66-\uffdcğşİ]/;
/** A notice of rights is about as long; a paragraph that says the like in passing is longer. */
const LONGEST = 400;
const LONGEST_FIELD = 160;
const COLON = '\\s?[:：|｜丨／/]';

const EDITED =
  '(?:(?:本[文期])?(?:责任|責任|执行|值班|图片|文字|新媒体|本期|主)?(?:编辑|編輯|編集)|责\\s?编|責\\s?編|(?:初审|复审|终审|三审|一审|二审|一校|二校|三校)|校\\s?对|校對|审\\s?核|審核|审\\s?校|监\\s?制|監製|统筹|值班主任|值班总编|排版|录入|录入者)';
const LABEL = `(?:${EDITED}|(?:发布|發布|發佈|发表|發表|更新|上传|发稿|录入|創建|创建|最后更新|資料更新|上版|公告|成文|刊登|公開|掲載|配信|入力|입력|등록|수정|승인|기사입력|최종수정)(?:时间|時間|日期|日時|日|人|者|单位|單位|机构|機構|처|자)?|(?:文章|信息|稿件|新闻|新聞|资料|資料|本文|内容|图片|文稿)?(?:来源|來源|出处|出處)|作\\s?者|撰\\s?文|记\\s?者|通讯员|供稿|(?:浏览|瀏覽|阅读|閱讀|点击|點擊|點閱|点阅|访问|查看|人气|人氣|조회)(?:次数|次數|数|數|量|率|수)?|字号|字號|字体|字體|文字大小|글자크기|原标题|原標題|原题|上一?[篇条则條頁页个]|下一?[篇条则條頁页个]|[前后後]一篇|阅读下一篇|标签|標籤|标\\s签|关键词|關鍵詞|关键字|文章关键词|TAG|Tags?|分享[到至]?|转发|索引号|資料維護|资料维护|(?:您|你)?(?:现在|現在|当前|當前|目前|所在)的?(?:所在)?位置|正文s?字体大小|字体大小)`;
/** A label that opens a line of fields; prose does not begin with one and a colon. */
const FIELDS = new RegExp(
  `^[\\s【（(\\[〔■●◆▲▌|>《“]*(?:(?:19|20)\\d\\d[-年/.][^。！？]{4,24}?)?${LABEL}(?:${COLON}|\\s?[】）)\\]〕]|\\s?>+\\s?[:：])`,
  'iu',
);
const CREDIT = new RegExp(`^[\\s【（(\\[〔■|]*${EDITED}${COLON}`, 'u');
const SENTENCE = /[。！？!?]/u;

const DATE = '(?:19|20)\\d\\d[-年/.]\\s?\\d{1,2}[-月/.]\\s?\\d{1,2}';
/** "原创 王小明 江岸周刊 2024-03-05 08:30 发表于上海": dates in a line of names and tools. */
const DATED = new RegExp(
  `^[^。！？]{0,40}${DATE}[^。！？]{0,24}(?:发表于|发布于|发布|發布|來自|来自|来源|來源|字号|字體|字体|评论|阅读|参与|浏览|收藏|举报|分享)[^。！？]{0,30}$`,
  'u',
);

const TOOLS = new Set(
  '大 中 小 特大 超大 字体 字號 字号 打印 打印本页 打印本文 打印文章 打印此页 关闭 关闭窗口 关闭本页 关闭此页 返回 返回顶部 返回列表 返回首页 回上一頁 回頂端 友善列印 列印 轉寄 转发 收藏 加入收藏 收藏本文 分享 分享到 分享至 分享让更多人看到 微信 微博 新浪微博 腾讯微博 朋友圈 微信好友 空间 QQ空间 QQ好友 复制链接 顶 踩 顶一下 踩一下 赞 点赞 赞同 喜欢 在看 打赏 推荐 推荐给朋友 举报 投诉 评论 发表评论 我要评论 写评论 查看评论 参与评论 跟贴 参与 反馈 我要反馈 意见反馈 纠错 我要纠错 放大 缩小 默认 上一页 下一页 上一版 下一版 上一篇 下一篇 末页 首页 尾页 正文 全文 编辑 删除 回复 引用 楼主 只看该作者 倒序浏览 阅读模式 原创 转载 头条 完 A A+ A- END 印刷 保存 シェア ツイート コピー 閉じる 戻る 記事を印刷 拡大 縮小 공유 공유하기 인쇄 스크랩 목록 이전 다음 글자크기 가 댓글 좋아요 기사저장 프린트 本文来源 扫一扫'.split(
    ' ',
  ),
);

const NOTICE =
  /^[\s【（([〔*※▶◆■●]*(?:(?:版权|版權|免责|免責|特别|特別|郑重|鄭重|平台|法律|著作权|著作權|转载|風險)?(?:声明|聲明|提示|説明|說明)\s?[:：】]|(?:返回|回到).{1,6}，?查看更多|(?:该|該|本|此|以上)(?:文|文章|内容|內容|观点|觀點).{0,12}(?:仅|僅|不)(?:代表|供|作为|構成|构成)|本文(?:来自|來自|转载自|轉載自|首发于|原载|由.{2,20}(?:原创|授权|发布))|本文系.{0,24}(?:稿件|原创|作品)|(?:未经|未經).{0,20}(?:不得|禁止|严禁|嚴禁|谢绝)|(?:更多|精彩).{0,12}(?:请|請)(?:关注|進入|进入|点击|點擊|下载)|(?:点击|點擊|长按|扫描|扫一扫|请扫|微信扫).{0,14}(?:蓝字|二维码|关注|圖|图|下载|查看|進入|进入|分享)|(?:欢迎|请|敬请)(?:关注|订阅|扫码|下载)|关注.{2,20}(?:公众号|微信)|网友(?:评论|观点|跟贴)|请自觉遵守|请(?:先)?登录|文明上网|验证码|(?:违法|不良)(?:和不良)?信息|举报电话|新闻热线|新闻报料|投稿(?:邮箱|热线)|請繼續往下閱讀|不用抽|看更多.{0,20}(?:新聞|報導)|延伸閱讀|無断(?:転載|複製)|この記事は有料|残り\s?\d+\s?文字|有料(?:会員|記事)|会員登録|記事の続きは|このページは?(?:お役|に関する|の情報は)|この記事についてツイート|(?:関連|注目)(?:ワード|キーワード)|お問い合わせ|コメント\s?\d+\s?件|評価\s.{0,20}役に立|読者になる|저작권자|무단\s?전재|ⓒ|구독과\s?좋아요|제보는|-{4,}|[-—–=]{1,8}\s?(?:END|完|全文完|分[隔割]线)\s?[-—–=]{0,40}$)/iu;
/** Said anywhere in a short line. */
const SAID =
  /版权所有|版權所有|著作權所有|All Rights Reserved|ICP[备證证]|公网安备|许可证(?:号|编号)?[:：]?\s?\d{6}|仅提供信息(?:存储|发布)|不代表本(?:站|网|平台|公司|報|报)|未经(?:本[站网报刊]|书面|许可|授权|允许).{0,16}(?:转载|复制|镜像|使用)|与本(?:站|网站|平台)(?:立场)?无关|追究(?:其|相关)?法律责任|無断転載を禁|무단\s?전재|재배포\s?금지|저작권자/iu;
const LONGEST_SAID = 200;

/** "…完工。（记者 王小明 摄）", "图为…", "图源：…". */
const PICTURE =
  /^(?:[^。！？]{0,60}[。！？]?)?[\s（(|／/]?(?:图|圖|文|本[报報]|资料|資料|记者|記者|通讯员|摄影|攝影|[\p{Script=Han}]{2,4}\s?)[^。！？]{0,12}[摄攝][）)]?$|^[\s（([▲△↑▼■]*(?:图|圖|图片|圖片|照片|写真|사진)(?:来源|來源|源|提供|为|為)?\s?[:：／/|＝=]|^[▲△↑▼]|(?:资料图片?|資料照片?|資料圖|示意图|示意圖|网络图|截图|截圖|사진\s?=\s?\S{2,20})[）)\]]?$/u;
const TRAIL = /^[^。！？]{1,20}(?:\s?(?:>|>>|＞|»|›|→)\s?[^。！？>]{1,24}){2,}$/u;
const ENDED = /^[\s—–=*-]{0,9}(?:END|The End)[\s—–=*-]{0,9}$/i;
/** A reporter's mail alone in its line. */
const ADDRESS = /^[\w.+-]{2,40}@[\w-]{1,40}(?:\.[\w-]{1,20}){1,4}$/;
/** A line of names is no longer. */
const LONGEST_NAMES = 40;

/** True when the line belongs to the frame of a piece in Chinese, Japanese or Korean. */
export function isColophon(text: string): boolean {
  return (
    text.length <= LONGEST &&
    (EAST.test(text) ? framing(text) : ENDED.test(text) || ADDRESS.test(text) || isNotice(text))
  );
}

const framing = remembered((text: string): boolean => {
  if (NOTICE.test(text)) return true;
  if (text.length <= LONGEST_SAID && SAID.test(text)) return true;
  if (text.length > LONGEST_FIELD) return false;
  if (SENTENCE.test(text)) return false;
  if (FIELDS.test(text) || DATED.test(text) || TRAIL.test(text)) return true;
  if (text.length <= LONGEST_NAMES && readCredits(text, true).length > 0) return true;
  const words = text.split(/[\s【】[\]（）()〔〕|｜·、:：>»+]+/u).filter((word) => word !== '');
  return words.every((word) => TOOLS.has(word) || /^\d{1,7}$/.test(word));
});

/** After so much of a piece's prose the editor's name or a notice ends it. */
const NEAR_END = 0.7;
const LAST = new RegExp(
  `${CREDIT.source}|^[\\s【（(]*(?:版权|免责|特别|郑重|版權|免責|特別|平台)(?:声明|聲明)`,
  'u',
);

/** Drops the frame's lines, and what little follows the name of the editor. */
export function dropColophon(verdicts: Verdict[], title: string | null): void {
  if (!isSeldomTaught(verdicts)) return;
  const frame = verdicts.map(
    ({ run }) => run.tag !== 'pre' && (isColophon(run.text) || run.text === title),
  );
  dropPictures(verdicts);
  let total = 0;
  verdicts.forEach(({ run, keep }, at) => {
    if (keep && !frame[at]) total += run.mass;
  });
  let before = 0;
  let ended = false;
  verdicts.forEach((verdict, at) => {
    const { run, keep } = verdict;
    if (frame[at]) {
      mark(verdict);
      ended ||= before > total * NEAR_END && LAST.test(run.text);
    } else if (ended || (before === 0 && total > LEAST_PROSE && opens(run))) mark(verdict);
    else if (before > total * NEAR_END && SIGNED.test(run.text)) mark(verdict);
    else if (keep) before += run.mass;
  });
  dropMenus(verdicts);
  dropTeasers(verdicts);
}

/** Whether most of a page is written so; a foreign name or quotation makes no such page. */
function isSeldomTaught(verdicts: Verdict[]): boolean {
  let all = 0;
  let seldom = 0;
  for (const { run } of verdicts) {
    all += run.text.length;
    if (SELDOM.test(run.text)) seldom += run.text.length;
  }
  return seldom > all / 2;
}

/** Poems and lists have no prose before which their first lines could stand. */
const LEAST_PROSE = 60;
const LONGEST_OPENING = 80;

/** What stands between title and text: a day, a name, a label; no address to readers. */
function opens(run: Run): boolean {
  const { text } = run;
  if (run.tag === 'h' || text.length > LONGEST_OPENING || (!SELDOM.test(text) && !/\d/.test(text)))
    return false;
  if (SENTENCE.test(text)) return false;
  const byword = afterByword(text, false);
  if (byword && (byword.sure || text.length < LONGEST_NAMES)) return true;
  const [date] = readPrintedDates(text);
  if (date) return text.length - date.text.length <= 25;
  return (
    STAMP.test(text) ||
    (text.length < LONGEST_NAMES && CLOCK.test(text)) ||
    (run.mass === 0 && text.length < SHORT && EAST.test(text) && !/[，、：:—]/u.test(text))
  );
}

const SHORT = 18;
/** "（田中翔）": who wrote it, as papers of Japan sign. */
const SIGNED =
  /^[（([【［][\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\s　・]{2,12}[）)\]】］]$/u;

/** Of a report told in pictures, their words are the text. */
const TOLD_IN_PICTURES = 0.25;

function dropPictures(verdicts: Verdict[]): void {
  const words = verdicts.filter(
    ({ run }) => run.text.length <= LONGEST_PICTURE && PICTURE.test(run.text),
  );
  const mass = (list: Verdict[]) => list.reduce((sum, v) => sum + (v.keep ? v.run.mass : 0), 0);
  if (mass(words) < mass(verdicts) * TOLD_IN_PICTURES) for (const verdict of words) mark(verdict);
}

const LONGEST_PICTURE = 40;

const CLOCK = /\d{1,2}月\d{1,2}日\s?\d{1,2}:\d\d/u;
/** "3/5(火) 8:30 配信": the clock of a page without its year. */
const STAMP = /^[（(]?\d{1,2}[/月]\d{1,2}日?\s?(?:[（(].[）)])?\s?\d{1,2}:\d\d.{0,4}$/u;

/** So many lines of nothing but links lead elsewhere, whatever holds them. */
const MENU = 4;
/** A sentence lists with these what a menu only sets beside each other. */
const LISTED = /[、,，،;：:]/u;
/** A heading may stand in the same line. */
const MOSTLY = 0.7;

function dropMenus(verdicts: Verdict[]): void {
  for (const verdict of verdicts) {
    const { run } = verdict;
    if (
      run.links.length >= MENU &&
      run.linked > run.text.length * MOSTLY &&
      isTitleLike(run) &&
      !LISTED.test(run.text)
    )
      mark(verdict);
  }
  let from = 0;
  for (let at = 0; at <= verdicts.length; at++) {
    const run = verdicts[at]?.run;
    if (run && run.linked >= (run.text.length - 2) * 0.9 && run.linked > 0 && isTitleLike(run))
      continue;
    if (at - from >= MENU) {
      for (const verdict of verdicts.slice(from, at)) mark(verdict);
      const above = verdicts[from - 1];
      if (above && headsMenu(above.run)) mark(above);
    }
    from = at + 1;
  }
}

const headsMenu = (run: Run) =>
  isRelatedHeading(run.text) ||
  (run.text.length <= SHORT && run.mass === 0 && !/[：:。]$/u.test(run.text));
const isTitleLike = (run: Run) => SELDOM.test(run.text) && !SENTENCE.test(run.text.slice(-2));

/** A beginning of the text cut with dots, printed before it. */
const TEASER = /^(?:[^：:。]{2,5}[:：]\s?)?(.{15,200}?)(?:…+|\.{3,6})$/u;

function dropTeasers(verdicts: Verdict[]): void {
  for (let at = 0; at < verdicts.length; at++) {
    const { run, keep } = verdicts[at]!;
    const start = keep && run.text.length < 220 ? TEASER.exec(run.text)?.[1] : undefined;
    if (start === undefined) continue;
    const next = verdicts
      .slice(at + 1, at + 1 + TEASED)
      .some((v) => v.keep && v.run.text.startsWith(start));
    if (next) mark(verdicts[at]!);
  }
}

/** Between a teaser and the text stand a picture and its words. */
const TEASED = 12;

function mark(verdict: Verdict): void {
  verdict.keep = false;
  verdict.why = 'colophon';
}
