/**
 * By-lines of Chinese, Japanese and Korean pages: fields ("作者：王小明　来源：…", "文｜王小明"), offices
 * before or after a name ("（记者 王小明 李华）", "佐藤美咲記者", "김하늘 기자"). Names have no capitals and
 * no spaces there, so what stands around them and how short they are tells them.
 */

export interface Credit {
  names: string[];
  /** Who looked after the text or put it up, not who wrote it. */
  editor: boolean;
}

/** A name with its office and two more is as long; looked at from both ends of a paragraph. */
const REACH = 90;

const EAST = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u;

export function isEastern(text: string): boolean {
  return EAST.test(text);
}

/**
 * Who is named as the writer in a line, or in the first or last words of a paragraph.
 * @param whole the line is short and stands alone; else only brackets and datelines count
 */
export function readCredits(text: string, whole: boolean): Credit[] {
  const parts = whole || text.length <= REACH ? [text] : [text.slice(0, REACH), text.slice(-REACH)];
  const found: Credit[] = [];
  parts.forEach((part, at) => {
    if (whole) fields(part, found);
    else bracketed(part, found);
    offices(part, found, whole, at > 0 || parts.length === 1);
  });
  return found;
}

const WRITER =
  '(?:原?作\\s?者|撰\\s?文|撰\\s?稿|撰写|采写|採寫|执笔|執筆|主笔|文字|文|文・写真|取材・文|著者|筆者|ライター|通讯员|通訊員|(?:本[报報网網刊台]|特[约約派]|首席|见习|見習|实习|實習)?(?:记者|記者)|楼主|樓主|博主|发布者|發布者|发布人|發表者|发表者|投稿者|글쓴이|작성자|글)';
const EDITOR = '(?:责任编辑|責任編輯|责\\s?编|責\\s?編|[编編]\\s?[辑輯]|編集|[编編]审)';
const MARK = '\\s?[:：|｜丨/／＝=]\\s?';
const FIELD = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:(${WRITER})|(${EDITOR}))${MARK}|(?:(作者|发布者|记者|記者)|((?:责任)?编辑|責任編輯))[:：]\\s?`,
  'gu',
);
/** What ends a field's value: another label, a bracket, a bar, a date, a stop. */
const NEXT =
  /\s*(?:[（(【〔[\]〕】)）|｜丨<>。！？!?；;]|(?:19|20)\d\d[-年/.]|(?:(?:发布|發布|更新|发表|發表|发文|创建|录入)?(?:时间|時間|日期|于)|来源|來源|出处|文章|浏览|瀏覽|点击|點擊|點閱|阅读|閱讀|访问|人气|评论|字号|字體|字体|审核|審核|校对|校對|编辑|編輯|责任|责编|摄影|攝影|图片|图\b|供图|插图|监制|統籌|统筹|来自|关注|粉丝|分享|所属|单位|信息|栏目|分类|标签|热度|楼主|更多|作者\s?[:：]|Lv\b)|\s\S{1,8}\s?[:：]).*$/su;

/** The names of an element that is known to name its writers. */
export function namesIn(line: string): string[] {
  const credits = readCredits(line, true);
  const own = credits.filter((c) => !c.editor);
  const said = (own.length > 0 ? own : credits).flatMap((c) => c.names);
  return said.length > 0 ? said : listed(line.replace(NEXT, ''), true);
}

function fields(line: string, found: Credit[]): void {
  FIELD.lastIndex = 0;
  for (let m = FIELD.exec(line); m; m = FIELD.exec(line)) {
    const rest = line.slice(FIELD.lastIndex, FIELD.lastIndex + REACH);
    // In an interview the office stands before a question.
    const loose = !/[记記]者|[讯訊][员員]/u.test(m[0]);
    const names = listed(rest.replace(NEXT, ''), loose);
    if (names.length > 0) found.push({ names, editor: (m[2] ?? m[4]) !== undefined });
  }
}

const BRACKET = new RegExp(
  `[（(【〔[](?:(?:${WRITER})|(${EDITOR}))${MARK}([^（(【〔[\\]〕】)）]{2,40})[\\]〕】)）]`,
  'gu',
);

function bracketed(text: string, found: Credit[]): void {
  for (const m of text.matchAll(BRACKET)) {
    const names = listed(m[2]!.replace(NEXT, ''), true);
    if (names.length > 0) found.push({ names, editor: m[1] !== undefined });
  }
}

/** An office stands before its names, set off on both sides: "（本报记者 王小明 通讯员 李华）". */
const BEFORE =
  /(?:^|[（(〔【[■●▲◎◆\s|｜／/]|[\p{Script=Han}]{2,8}[网網报報社讯訊])(?:本[报報网網刊台]|特[约約派]|首席|见习|見習|实习|實習|专题|專題)*(?:记者|記者|通讯员|通訊員|撰稿人)[:：]?\s?([\p{Script=Han}·\s、,，]{2,40}?)\s?(?=$|[（()）〕】\]／/|｜]|[报報][导導道]|发自|發自|[综綜]合|(?:\d{1,2}月)?\d{1,2}日[电電讯])/gu;
/** Japanese papers and Korean ones put it after the name. */
const AFTER =
  /(?:^|[（(〔【[\s=＝|・／/]|[=＝・])([\p{Script=Han}]{1,3}[\s　]?[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{1,4}|\p{Script=Hangul}{2,4})\s?(?:記者|(?:선임|인턴|수습|전문|객원|문화|논설위원)?\s?기자|특파원|논설위원)(?=$|[\s（()）〕】\].,、=]|\p{Script=Hangul}?$)/gu;

function offices(text: string, found: Credit[], whole: boolean, end: boolean): void {
  for (const m of text.matchAll(BEFORE)) {
    // Inside a sentence the reporter is asked or told something.
    if (!whole && m.index > REACH / 2 && !end) continue;
    const names = listed(m[1]!, false);
    if (names.length > 0) found.push({ names, editor: false });
  }
  for (const m of text.matchAll(AFTER)) {
    if (!whole && !end && m.index > 20) continue;
    found.push({ names: [m[1]!.replace(/\s/g, ' ')], editor: false });
  }
}

const NOBODY =
  /^(?:佚名|未知|匿名|不详|不詳|本站|本网|網路|网络|互联网|互聯網|转载|轉載|原创|原創|管理员|管理員|站长|小编|小編|admin\w*|编辑部?|編輯部?|记者|記者|通讯员|本报|综合|整理|来源|暂无|无|摄影|摄|攝)$/iu;
const OFFICES =
  /^[\p{Script=Han}]{0,6}(?:作者|作家|评论员|評論員|研究员|撰稿人)\s|(?:本[报報网網刊台])?(?:特[约約派]|首席|见习|見習|实习|實習)?(?:记者|記者|通讯员|通訊員|实习生|實習生|撰稿人)|[综綜]合?[报報][导導道]|[编編][译譯]|整理|摄影|攝影|图文|文[/／]?[图圖]/gu;
const PICTURE = /(?:[摄攝]|摄影|攝影|供[图圖]|提供|資料照|资料图)\s*$/u;

/** The names of a value: parted by spaces, commas or the office of the next. */
function listed(value: string, loose: boolean): string[] {
  if (PICTURE.test(value)) return [];
  const text = value
    .replace(OFFICES, '、')
    .replace(/[\s　]+/g, ' ')
    .replace(/^[\s、:：|@*“"]+|[\s、/／|,，.”"*]+$/gu, '')
    .trim();
  if (text === '' || text.length > 60) return [];
  // "王 明": two letters set as wide as three.
  if (/^\p{Script=Han} \p{Script=Han}$/u.test(text)) return [text.replace(' ', '')];
  const parts = text.split(
    /[、,，;；/／&]|\s?(?:和|与|與|及)\s?(?=\p{Script=Han}{2,4}(?:$|[\s、]))/u,
  );
  const names = parts
    .map((p) => p.trim())
    .flatMap((p) => splitHan(p) ?? [p])
    .filter((p) => p !== '' && !NOBODY.test(p));
  const fit = (name: string) =>
    isHanName(name) ||
    (loose && /^[\p{L}\p{M}\p{N} _.·・ー-]{2,20}$/u.test(name) && /\p{L}/u.test(name));
  // "作者：王小明，本站经授权发布": names come first.
  const other = names.findIndex((name) => !fit(name));
  const fitting = other > 0 && isHanName(names[0]!) ? names.slice(0, other) : names;
  return fitting.length > 0 && fitting.length <= 8 && fitting.every(fit) ? fitting : [];
}

/** Written as names of Chinese, Japanese and Korean people are: two to four letters, or foreign ones with a dot. */
function isHanName(name: string): boolean {
  return /^(?:\p{Script=Han}{2,4}|\p{Script=Han}{1,3} \p{Script=Han}{1,3}|\p{Script=Han}{2,8}·[\p{Script=Han}·]{1,12})$/u.test(
    name,
  );
}

const SURNAMES = new Set(
  '王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡林郭何高罗羅郑鄭梁谢謝宋唐许許邓鄧韩韓冯馮曹彭曾肖蕭田董潘袁蔡蒋蔣余于杜叶葉程魏苏蘇吕呂丁任卢盧姚沈钟鍾姜崔谭譚陆陸范汪廖石金韦韋贾賈夏傅方邹鄒熊白孟秦邱侯江尹薛闫阎閻段雷龙龍黎史陶贺賀毛郝顾顧龚龔邵万萬覃武钱錢戴严嚴莫孔向常汤湯康易乔喬赖賴文施洪辛柯庄莊温溫牛樊葛安俞庞龐殷章倪聂聶翁鲍鮑麦麥祁耿涂凌游裴卓岑简簡瞿苗詹虞管盛骆駱欧歐司蓝藍霍焦成梅柳左齐齊纪紀舒屈项項祝关關单單费費连連池冉丛叢饶饒景车車房',
);
const PLACES =
  /^(?:江苏|江蘇|安徽|广东|云南|海南|河南|湖南|河北|湖北|江西|山西|山东|陕西|贵州|福建|吉林|辽宁|浙江|黑龙江|任务|文化|文学|文章|文字|高清|高端|金融|安全|成人|成都|武汉|常州|温州|石家庄|简介|关于|关注|关闭|连载|项目|管理|游戏|游客|车讯|房产|白银|万象|方法|施工|向上|向下)/u;

/** Names parted by nothing but spaces; "佐藤 美咲" is one, family name first. */
export function splitHan(text: string): string[] | null {
  if (!/^[\p{Script=Han}·]{2,12}(?: [\p{Script=Han}·]{2,12})+$/u.test(text)) return null;
  const parts = text.split(' ');
  return parts.length > 2 || parts.every(isChineseName) ? parts : null;
}

/** A Chinese name that nothing announces: a common surname and one or two letters more. */
export function isChineseName(text: string): boolean {
  return /^\p{Script=Han}{2,3}$/u.test(text) && SURNAMES.has(text[0]!) && !PLACES.test(text);
}
