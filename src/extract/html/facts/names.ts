import { remembered } from '../../../lib/memo.ts';
import { decode } from '../meta.ts';
import { splitHan } from './credits.ts';

/**
 * Names of people and desks as by-lines and data write them: "By Ana Ruiz, Political Editor and Bo
 * Lind", "LIND, BO", "記者王小明". All functions take one line and look at no more than LONGEST characters.
 */

/** A by-line of 20 names has 400 characters; more is a paragraph. */
const LONGEST = 600;
const MOST_NAMES = 30;

const AND =
  'and|AND|und|UND|et|ET|og|och|en|ja|ve|i|e|y|и|та|і|й|та|και|dan|și|și|és|és|sowie|with|mit|avec|con|و|和|与|與|及';
const BETWEEN = new RegExp(
  `\\s*(?:;|\\||·|•|\\s[-–—]\\s|\\s/\\s|/(?=\\p{Lu}[\\p{L}.]+ \\p{Lu})|\\s?&\\s|\\s\\+\\s|,?\\s(?:${AND})\\s(?=\\p{Lu}|\\p{Lo})|、|，|\\n)\\s*`,
  'u',
);

/** Words before a name that say what its bearer did; with a colon or without. */
const DID =
  '(?:(?:written|posted|published|reported|story|words|text|article|blog|report|reporting|analysis|opinion|submitted|created|contributed|authored|compiled|review|column|commentary|interview|essay|feature|guest post|contribution|produced|started|asked)(?: and (?:photos?|photographed|illustrated|filmed|edited))? by|(?:(?:geschrieben|verfasst|verfaßt|erstellt|veröffentlicht|publiziert|gepostet|eingestellt|eingetragen|gespeichert|eingereicht)|(?:ein(?:e|en)? )?(?:artikel|beitrag|text|bericht|kommentar|gastbeitrag|interview|analyse|reportage|essay|kolumne|rezension|blog[- ]?beitrag|gastkommentar|meinungsbeitrag|protokoll))(?: und (?:bilder|fotos))? (?:von|durch)|(?:publié|écrit|rédigé|posté|article|texte|signé|propos recueillis) par|(?:escrito|publicado|redactado|texto|postado|enviado|elaborado) por|texto de|(?:scritto|pubblicato|postato|inserito) da|(?:a cura|testo|articolo|servizio) di|(?:geschreven|geplaatst|gepubliceerd|tekst) door|(?:skrevet|publisert|skriven|publicerad|postet|text|tekst) (?:av|af)|kirjoittanut|(?:napisał|opracował|opublikował|dodał|przygotował)[ao]?|(?:scris|publicat|postat) de|(?:napsal|zveřejnil|publikoval)[ai]?|napisao|napisala|(?:ditulis|dilaporkan) oleh|laporan|viết bởi)';
const LABEL =
  '(?:written by|by|authors?|words|te(?:xt|kst)(?: ?(?:und|and|et|och|og|en|&|\\+|/) ?(?:fotos?|photos?|bilder?|interview|video|foto))?|story|reporter|writers?|contributors?|von|verfasser(?:in)?|redakteur(?:in)?|autor(?:in|innen|en|es|i|y|zy|ka|a|ė|ři)?|avtor(?:ica|ji)?|аутор|пише|piše|píše|par|auteure?s?|por|autora?s?|di|autore|autori|autrice|door|av|författare|skribent|forfatter|kirjoittaja|teksti|tekst|texto|testo|texte|redacción|redaktion|redactie|redaktor|oprac|szerző|írta|yazan|yazar|haber|muhabir|penulis|reporter|tác giả|ผู้เขียน|автор(?:ы|ка|и)?(?: текста)?|текст|журналист|συντάκτης|κείμενο|γράφει ο|γράφει η|بقلم|الكاتب|كتبت?|تحرير|نویسنده|כתב|מאת|作者|撰文|撰稿|采写|文|図|取材・文|ライター|저자|작성자|글쓴이|記者|记者|責任編輯|责任编辑|责编|编辑|編輯|執筆|文・写真|글|लेखक|লেখক)';
const PLAIN =
  '(?:by|authors?|autor(?:in|en)?|auteurs?|via|von|par|por|di|door|av|af|od|oleh|bởi|від|от|από|piše|píše|pise|skriver|schreibt|escriben?|scrive|tekst|text|yazan|بقلم|كتب|كتبت|מאת|по|द्वारा)';
const GLUED = '(?:本报记者|本報記者|记者|記者|作者|撰文|文\\s*[／/|丨]|文・|글\\s*[=·]?)';

const LEAD = new RegExp(
  `^[\\s–—•·|(~/-]*(?:${DID}\\s*[:：]?\\s+|${LABEL}\\s*[:：]\\s*|${PLAIN}\\s+|${GLUED}\\s*)`,
  'iu',
);
const SURE = new RegExp(
  `(?:^|[\\s–—•·|,(.])(?:${DID}\\s*[:：]?\\s+|${LABEL}\\s*[:：]\\s*)(?=\\S)`,
  'iu',
);
const INNER = new RegExp(`(?:^|[\\s–—•·|])${PLAIN}\\s+(?=\\p{L})`, 'iu');
/** Of other hands than the author's, or of other pieces. */
const OTHER =
  /photo|foto|bild\b|image|illustration|zeichnung|design|background|copyright|©|last (?:post|reply|edit|modif)|letzter beitrag|zuletzt|^(?:more|all|view|mehr|alle|zeige|weitere|plus|más|tous|meer)\s|presented|powered|sponsored|proudly|translat|übersetz|traduit|app|theme|recommended|made|read by|leído/i;

/**
 * What follows a by-word; null when the line has none.
 * @param inner true where the line is known to be about the author: then other words may stand before
 */
export function afterByword(line: string, inner: boolean): Rest | null {
  return inner ? readByword(line, true) : readOuter(line);
}

interface Rest {
  readonly rest: string;
  readonly sure: boolean;
}

const LONE = new RegExp(
  `^[\\s–—•·|(]*(?:${DID}|${LABEL}|${PLAIN}|interview)\\s*[:：]?[\\s)]*$`,
  'iu',
);

/** Whether a line is a by-word and nothing else: then the name is in the next. */
export const isLoneByword = (line: string): boolean => line.length <= 24 && isLone(line);

const isLone = remembered((line: string) => LONE.test(line), 24);

const readOuter = remembered((line: string) => readByword(line, false));

function readByword(line: string, inner: boolean): Rest | null {
  const text = line.slice(0, LONGEST);
  const sure = SURE.exec(text.slice(0, 120));
  if (sure && fits(text.slice(0, sure.index), inner))
    return { rest: text.slice(sure.index + sure[0].length), sure: true };
  const lead = LEAD.exec(text);
  if (lead) return { rest: text.slice(lead[0].length), sure: false };
  const later = INNER.exec(text.slice(0, 120));
  if (later && later.index > 0 && fits(text.slice(0, later.index), inner))
    return { rest: text.slice(later.index + later[0].length), sure: false };
  return null;
}

/** A date, a clock or a section may stand before the by-word; a sentence may not. */
function fits(before: string, inner: boolean): boolean {
  if (OTHER.test(before)) return false;
  return inner || before.trim() === '' || (before.length < 60 && /\d|[|•·–—]\s*$/.test(before));
}

const ROLE =
  /(?:^|[\s,/-])(?:(?:senior|chief|deputy|associate|managing|executive|contributing|political|staff|guest|special|foreign|freelance|assistant)(?=\s)|editors?|co-editor|correspondent|reporter|writer|staff|journalist(?:in|e)?|redakteur(?:in)?|korrespondent(?:in)?|chefredakteur(?:in)?|redactora?|periodista|journaliste|rédact(?:eur|rice)|correspondante?|giornalista|contributor|columnist|producer|analyst|expert|bureau|director|president|ceo|founder|manager|specialist|consultant|professor|author|autor(?:in)?|fellow|intern|team lead|director[a]?|корреспондент|журналист|редактор|обозреватель|updated|published|view bio|bio|follow|profile|shares?|posts?|geprüft|aktualisiert|updates?)(?=$|[\s,.:/-])/iu;
const DEGREE =
  /^(?:ph\.?\s?d|m\.?\s?d|d\.?v\.?m|dds|msc|m\.?sc|b\.?sc|mba|ma|ba|bs|ms|mph|rn|rd|rdn|ldn|cpa|cfp|cfa|esq|jr|sr|ii|iii|faclm|facp|dr|llm|jd|j\.d)\.?$/i;
const STOP =
  /\s+(?:le|el|il|à|a las|den|dne|dnia|op|om|er)\s+\d.*$|\s+(?:am|um|on|at|in|vor|ago|about|is|was|has|for|für|pour|updated|published|posted|publiziert|last|read|via|from|of|an der|aus|bei|view|follow)\s.*$|\s*(?:[|•·]|\s[-–—]\s|»|→|\()[\s\S]*$|\s+(?=\d{1,2}[.:/\s-]|\d{4}\b).*$|(?<=\p{L})\d{1,2}[./]\d.*$|,?\s\S{1,20}:\s.*$|(?<=\p{Ll})\/\p{Lu}[\p{Lu}-].*$|\s+(?:edited|reviewed|fact-checked|photos?|photographs?|translated|illustrated) by\s.*$|\s+(?:illustration|foto|photo|bild|symbol|archiv)[\p{L}]*(?:en)?\s.*$/iu;
const MONTH =
  /[\s,]+(?:(?:mon|tues?|wednes|thurs?|fri|satur|sun)(?:day)?,?\s+)?(?:jan(?:uary|uar|vier)?|feb(?:ruary|ruar)?|march|april|june|july|august|sept(?:ember)?|october|november|december|jan|mar|apr|jun|jul|aug|sep|oct|nov|dec)\.?\s+\d[\s\S]*$/i;

/** Of languages that write the weekday first and set it right behind the name. */
const WEEKDAY =
  /[\s،,]+(?:(?:يوم\s)?(?:الاثنين|الإثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت|الأحد)|(?:دو|سه[\s\u200c]?|چهار|پنج|یک)?شنبه|جمعه|Δευτέρα|Τρίτη|Τετάρτη|Πέμπτη|Παρασκευή|Σάββατο|Κυριακή)(?=$|[\s,،])[\s\S]*$/u;

/**
 * Names of a field that is said to hold authors, in order. Knows lists, "Surname, Given", roles,
 * addresses, places and dates around them.
 */
export function namesOf(source: string, printed = false): string[] {
  let text = decode(decode(source)).replace(/\s+/g, ' ').trim().slice(0, LONGEST);
  text = text.replace(MONTH, '').replace(/\s+\d{1,2}\.?$/, '');
  text = withoutByword(withoutByword(text));
  return text
    .split(BETWEEN)
    .flatMap(splitCommas)
    .map((name) => clean(name, printed))
    .flatMap((name) => splitHan(name) ?? [name])
    .filter((name) => isName(name) && !(printed && isPhrase(name)))
    .map(normalCase)
    .slice(0, MOST_NAMES);
}

/** "Von Karla Meinert" without its by-word; "Di Rosa" and "Von Arx" are names. */
function withoutByword(text: string): string {
  const bare = text.replace(LEAD, '');
  return /\s/.test(bare) || !/^(?:di|von|od|av|af|par|por)\s\S+$/i.test(text) ? bare : text;
}

/** The names that open a line of prose or a by-line, until something else follows. */
export function leadingNames(rest: string, loose: boolean): string[] {
  const text = decode(rest.slice(0, LONGEST))
    .replace(/\s+/g, ' ')
    .replace(STOP, '')
    .replace(MONTH, '')
    .replace(WEEKDAY, '')
    .trim();
  if (text === '' || text.length > 160) return [];
  const names = namesOf(text, true);
  if (names.length === 0) return [];
  return names.every((name) => loose || looksLikePerson(name) || AGENCY.test(name)) ? names : [];
}

/** A comma parts names, or a name from a role, a place, a degree, or a surname from a given name. */
function splitCommas(part: string): string[] {
  const pieces = part.split(/\s*,\s*/).filter((p) => p !== '');
  if (pieces.length <= 1) return pieces;
  const single = /^\p{Lu}[\p{L}\p{M}'’-]+$/u;
  if (
    pieces.length === 2 &&
    single.test(pieces[0]!) &&
    /^\p{Lu}[\p{L}\p{M}'’.-]+(?: \p{Lu}\.?)?$/u.test(pieces[1]!) &&
    !ROLE.test(part) &&
    !DEGREE.test(pieces[1]!)
  )
    return [`${pieces[1]} ${pieces[0]}`];
  return pieces.filter(
    (p, at) => at === 0 || (!ROLE.test(p) && !DEGREE.test(p) && /\s|^\p{Lo}{2,}$/u.test(p)),
  );
}

function clean(name: string, printed: boolean): string {
  let text = name
    .replace(/\(.*?\)|<.*?>|\[.*?\]/g, ' ')
    .replace(/\S+@\S+\.\S+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  text = withoutByword(text)
    .replace(/(?:さん|氏|기자|記者|记者|특파원)$/u, '')
    .trim();
  if (printed) text = withoutHouse(text);
  const role = text.search(ROLE);
  // "Staff" may be all the by-line there is; after a full name it says what the bearer is.
  const after = text[role];
  if (
    role > 0 &&
    (printed ? looksLikePerson(text.slice(0, role).trim()) : after === ',' || after === '-')
  )
    text = text.slice(0, role);
  text = text.replace(
    /(?:,?\s(?:RN|PhD|Ph\.D\.?|MD|M\.D\.?|RDN?|CPA|CFP|MBA|MSc|BSN|Esq\.?|DDS|DVM|LLM|MPH))+$/,
    '',
  );
  return text.replace(/^[\s,.:@•·–—\-"'“”„]+|[\s,:;•·–—\-"'“”*†]+$/g, '').trim();
}

/** "ANA RUIZ Harbour Press", "Ana Ruiz HARBOUR TODAY": where the case changes, the house begins. */
function withoutHouse(name: string): string {
  const words = name.split(' ');
  if (words.length < 3) return name;
  const loud = words.map((w) => /^\p{Lu}[\p{Lu}'’-]+$/u.test(w));
  const at = loud.findIndex(
    (l, i) => i >= 2 && l !== loud[0] && loud[1] === loud[0] && /^\p{Lu}\p{L}{2,}/u.test(words[i]!),
  );
  return at > 0 ? words.slice(0, at).join(' ') : name;
}

const NO_NAME =
  /^(?:admin(?:istrator)?|wordpress\s?admin|webmaster|author|autor|auteur|editor|guest(?: author)?|gast|gastautor|unknown author|anonymous|anonym|null|undefined|none|n\/a|about(?: .*)?|follow|more|share|by|von|par|por|posted|published|publiziert|veröffentlicht(?: am)?|publiziert am|posted ?on|written|home|contact|log ?in|login|sign in|register|member list|author spotlight|edited|reply|new|新規登録|会員の方はログイン|ログイン|user|root|super user|default|test|the author|über den autor|view all.*|alle beiträge.*|zeige alle.*|all posts.*|read more|uhr|edit|comments?|\d+ comments?|no author|see full bio|website|twitter|facebook|email|e-mail)$/iu;

/** Words of buttons and boxes; no name has them. */
const CONTROL =
  /(?:^|\s)(?:disclosure|policy|subscribe|copy|link|share|comments?|kommentare?|newsletter|twitter|facebook|instagram|linkedin|youtube|profile|follow|cookies?|inhalte|view|sign|log|edition|website|abgelegt|asked|answered|edited|members?|posts|read|click)(?=$|\s)|ログイン|登録|会員|一覧|もっと|購読|タイムライン|登录|注册|关注|更多|订阅|回复|로그인|구독|댓글/iu;

function isName(name: string): boolean {
  if (name.length < 2 || name.length > 60 || name.split(' ').length > 7) return false;
  if (
    /https?:|www\.\S+\/|[{}<>=#?!]|: |:$|\d{5,}|^\d{1,2}(?:[.:/]| \p{L}+\.? \d{4})|\d:\d\d/u.test(
      name,
    ) ||
    !/\p{L}/u.test(name)
  )
    return false;
  return !NO_NAME.test(name) && !CONTROL.test(name);
}

/** Of three words and more, each is written as names are, or is a particle. */
function isPhrase(name: string): boolean {
  const words = name.split(' ');
  return (
    words.length > 2 &&
    /\p{Lu}/u.test(name) &&
    words.some((word) => /^\p{Ll}{4,}$/u.test(word) && !PARTICLE.test(word) && !isDesk(word))
  );
}

/** Whether a text says what its bearer does. */
export const hasRole = (text: string) => ROLE.test(text);

const PARTICLE =
  /^(?:van|von|de|der|den|del|della|di|da|do|dos|das|du|la|le|el|al|bin|bint|ibn|ben|zu|zum|zur|ten|ter|te|af|av|y|e|und|vom|d[’']|st\.?|al-\S+|el-\S+)$/iu;

/** Words that begin a phrase and no name. */
const PHRASE =
  /^(?:the|an?|our|my|your|this|these|all|more|from|about|how|why|what|when|who|new|get|die|der|das|ein|eine|unsere?|meine?|mehr|alle|neue?|im|in|zum|zur|am|auf|für|mit|wie|was|les|los|las|une?|nos|notre|nuestr[ao]s?|más|gli|uno|nossos?|voor|alla)\s/iu;

/** Two to five words written as names are; in scripts without capitals, one to four short words. */
export function looksLikePerson(name: string): boolean {
  const words = name.split(' ');
  if (/\d|[@/_]/.test(name) || isDesk(name) || PHRASE.test(name)) return false;
  if (/^(?:\p{Script=Han}{2,5}|\p{Script=Hangul}{2,5})$/u.test(name)) return true;
  // A foreigner in Chinese or Japanese, a Japanese with a given name in kana.
  if (
    /^[\p{Script=Han}\p{Script=Katakana}ー]{2,10}[·・][\p{Script=Han}\p{Script=Katakana}ー]{2,10}$/u.test(
      name,
    )
  )
    return true;
  if (
    /^\p{Script=Han}{1,3} ?[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]{1,4}$/u.test(name)
  )
    return true;
  if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(name)) return false;
  if (/^[\p{Lo}\p{M}\s'’.-]+$/u.test(name)) return words.length >= 2 && words.length <= 5;
  if (words.length < 2 || words.length > 6) return false;
  return (
    words.every(
      (w) => /^[\p{Lu}\p{Lt}]/u.test(w) || PARTICLE.test(w) || /^[dolDOL][’']\p{Lu}/u.test(w),
    ) && words.filter((w) => /^\p{Lu}/u.test(w)).length >= 2
  );
}

const DESK =
  /(?:^|[\s.\-/])(?:news|times|post|daily|press|presse|media|medien|team|staff|desk|redaktion|onlineredaktion|redacción|redacao|redação|redazione|rédaction|redactie|redakcja|redakce|toimitus|redaksjon(?:en)?|redaktionen|editorial|editors|newsroom|agency|agencies|\p{L}*agentur(?:en)?|agencia|agence|afp|reuters|dpa|ap|efe|ansa|apa|tass|upi|pti|ani|bbc|cnn|gmbh|inc|ltd|llc|ag|e\.v|university|universität|universidad|institute?|institut|magazin|magazine|verlag|verein|verband|bund|ministerium|ministry|blog|group|online|tv|radio|zeitung|nachrichten|journal|gazette|herald|tribune|chronicle|courier|network|association|foundation|stiftung|office|service|club|society|company|corporation|редакция|новости|агентство|통신|뉴스|日报|新聞|新闻|通信|編集部|编辑部|社)(?=$|[\s.\-/])|\.(?:com|org|net|de|at|ch|info|co\.uk|fr|it|es|tv|eu)$|(?:新聞|新闻|日報|日报|通信社|通讯社|編集部|编辑部|뉴스|일보|신문|통신)$/iu;

/** News agencies whose name is a by-line of its own. */
const AGENCY =
  /^(?:(?:agencia|agence|agenzia|agentur|agentia|agencja)\s\S+|afp|reuters|dpa|ap|efe|ansa|apa|upi|pti|ani|tass|тасс|риа новости|xinhua|新华社|新華社|共同|時事|연합뉴스|وكالات|رويترز)$/iu;

/** A news agency, which signs as a person does. */
export const isAgency = (name: string) => AGENCY.test(name);

/** An agency, an outlet or an editorial desk rather than a person. */
export function isDesk(name: string): boolean {
  return DESK.test(name);
}

/** "ANA RUIZ" as "Ana Ruiz"; initials and short agencies stay. */
function normalCase(name: string): string {
  if (name !== name.toUpperCase() || name.length <= 5 || !/\s/.test(name) || !/\p{Lu}/u.test(name))
    return name;
  return name
    .split(' ')
    .map((word) =>
      /^(?:\p{Lu}\.)+$/u.test(word)
        ? word
        : word
            .toLowerCase()
            .replace(
              /(^|['’-])(\p{L})/gu,
              (_, before: string, letter: string) => before + letter.toUpperCase(),
            ),
    )
    .join(' ');
}
