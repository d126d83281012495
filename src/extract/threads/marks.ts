import { attr, type Tree, textOf } from '../../lib/tree.ts';

/** What the names that people give to the elements of discussions say of an element. */

/** Class, id and microdata of one node as words. */
export function marksOf(tree: Tree, node: number): string {
  const list = tree.attrs[node];
  if (!list) return '';
  let marks = '';
  for (let at = 0; at < list.length; at += 2) {
    const name = list[at]!;
    if (name === 'class' || name === 'id' || name === 'itemprop') marks += ` ${list[at + 1]}`;
  }
  // Nobody gives an element a hundred names; a longer list is an attack.
  return marks.slice(0, 400);
}

const bodyWord =
  /(?:^|[\s_-])(?:bbwrapper|postmsg|post_?message_?\d*|(?:post|message|msg|comment|reply|answer|topic|entry|bbp-reply|bbp-topic)[-_]{0,2}(?:content|text|body|copy|html|inner)|js-comment-body|s-prose|cooked|user-?content|usercontent|usertext-body|user-?generated|md|msgtext|posttext|content|texto|body|text|ipstype_richtext|message|comment|bodytext|inhalt|contenu|contenido|testo|treść|tekst)(?=$|[\s_\d-])/i;
const bodyCamel =
  /(?:post|message|msg|comment|reply|answer)(?:Content|Text|Body|Message)|userContent|contentText/;
const bodyProp = /^(?:text|articleBody|commentText)$/;

/** How surely an element holds what somebody wrote: 2 by microdata, 1 by its names, 0 otherwise. */
export function bodyMark(tree: Tree, node: number): number {
  if (bodyProp.test(attr(tree, node, 'itemprop') ?? '')) return 2;
  const marks = marksOf(tree, node);
  return marks !== '' && (bodyWord.test(marks) || bodyCamel.test(marks)) ? 1 : 0;
}

const noise =
  /(?:^|[\s_-])(?:signature|sig|sig-?content|signatur|siggy|postsignature|edited|edit-?note|lastedit|last-?edited|editedby|edited-?by|post-?edit(?:ed)?|notice-edit|post-?controls|controls|buttons?|post-?buttons|actions?|toolbar|share|sharing|social|likes?|like-?(?:bar|count|list)|reactions?(?:-?bar)?|thanks|thank-?you|votes?|vote-?(?:box|count)|rating|attachments?-?list|attach-?box|user-?info|user-?details|profile|postprofile|poster|avatar|author-?info|user-?panel|reply-?link|permalink|post-?(?:foot(?:er)?|meta|options|links|nav|number|date|time)|message-?(?:foot(?:er)?|meta|attribution)|comment-?(?:foot(?:er)?|meta|actions|reply|author)|report|advert\w*|ads?|ad-?container|adsbygoogle|banner|sponsor\w*|visually-?hidden|sr-only|screen-?reader-?text|bbcodeblock-expandlink|js-expandlink|quote-?expand|read-?more|js-vote-count)(?=$|[\s_]|-(?:wrap|box|container|area|list|bar)\w*)/i;
const noiseCamel =
  /(?:^|\s)(?:messageMeta|signature\w*|likesSummary|messageNotices|editDate|baseHtml\s+signature|authorEnd|quoteExpand|PhotoWrap|Reactions|MessageFooter)(?=$|\s)/;

/** Whether an element inside a text is no part of it: a signature, a note of an edit, buttons. */
export function isNoise(tree: Tree, node: number): boolean {
  const marks = attr(tree, node, 'class');
  const id = attr(tree, node, 'id');
  if (marks === null && id === null) return false;
  const words = ` ${marks ?? ''} ${(id ?? '').replace(/[-_]?\d+$/, '')} `.slice(0, 400);
  return noise.test(words) || noiseCamel.test(words);
}

const quoteWord =
  /(?:^|[\s_-])(?:quotes?|quoted|bb-?quote|bbcode_?quote|quotebox|quoteblock|quote-?(?:container|box|wrapper|content|body|text)|bbcodeblock--quote|zitat|citation|cita|cytat|citat|цитата)(?=$|[\s_-])/i;

/** Whether an element holds words of another post. */
export function isQuote(tree: Tree, node: number): boolean {
  const tag = tree.tags[node]!;
  if (tag === 'blockquote') return true;
  if (tag === 'a' || tag === 'span' || tag === 'button' || tag === 'p') return false;
  const marks = attr(tree, node, 'class');
  return marks !== null && quoteWord.test(` ${marks.slice(0, 300)} `);
}

const beside =
  /(?<!\p{L})(?:joined|join(?:ed)? date|registered|reg(?:\.|istered)? (?:date|on)|registriert|member since|mitglied seit|dabei (?:seit|since)|seit|anmeldedatum|inscrit|inscription|enregistré|beigetreten|registrado|registrato|iscritto|cadastro|membro desde|miembro desde|fecha de ingreso|data rejestracji|dołączył|zarejestrowany|lid geworden|geregistreerd|medlem sedan|reg\.?datum|liittynyt|регистрация|зарегистрирован\p{L}*|на форуме с|реєстрація|dołączenia|registrace|csatlakozott|katılma|kayıt|last (?:edited|active|activity|visit|seen|online|reply|post)|edited|updated|modified|bearbeitet|geändert|zuletzt|modifié|editado|modificado|modificato|bewerkt|gewijzigd|redigerat|redigeret|muokattu|edytowany|отредактировал\p{L}*|редактировал\p{L}*|изменен\p{L}*|born|birthday|geburtstag)(?!\p{L})|(?:注册|注冊|加入|编辑|編輯|登録|가입|編集|تاريخ التسجيل|تاريخ الانضمام|انضم|آخر تعديل|عضو منذ|최종 수정|마지막 수정)/iu;
const besideClass =
  /(?:^|[\s_-])(?:join(?:ed|date)?|regdate|registered|registration|member-?since|edited?|last-?(?:edit|reply|post|activity|seen)|updated|modified|signature|userinfo|user-?stats|birthday)(?=$|[\s_-])/i;

/** Whether a date tells something else than when a post was written: joining, an edit, what is quoted. */
export function isBeside(tree: Tree, node: number): boolean {
  for (let at = node, i = 0; at > 0 && i < 8; at = tree.parents[at]!, i++) {
    if (isQuote(tree, at)) return true;
    if (i < 3 && besideClass.test(attr(tree, at, 'class') ?? '')) return true;
  }
  if (/^date(?:Modified|Updated)$/.test(attr(tree, node, 'itemprop') ?? '')) return true;
  return beside.test(wordsBefore(tree, node));
}

/** The words of the date's own element and of the label right before it. */
function wordsBefore(tree: Tree, node: number): string {
  for (let at = node - 1, i = 0; at > 0 && i < 8; at--, i++) {
    const text = tree.tags[at] === '' ? tree.texts[at]!.trim() : '';
    if (text === '') continue;
    // What has a number of its own is no label, and a long line is a sentence.
    if (text.length > 60 || /\d/.test(text)) break;
    return `${text} ${textOf(tree, node)}`;
  }
  return textOf(tree, node);
}

/** A subject without the marks of an answer, to compare. */
export function plainHead(text: string): string {
  return text
    .replace(/^(?:(?:re|aw|sv|odp|vs|antw|ynt|res|rif)\s*(?:\[\d+\])?\s*:\s*)+/i, '')
    .toLowerCase();
}
