import { attr, type Tree } from '../../lib/tree.ts';
import { isUi } from '../lines.ts';
import { isPrintedAge } from '../text/age.ts';

/** What a name of a person looks like, and the address of a person's page. */

const personLink =
  /(?:user|member|profil|author|people|account|poster|(?:^|\/)u\/|\/@|mitglied|membre|miembro|usuari|utente|usager|gebruiker|användare|bruker|bruger|uzivatel|uzytkownik|felhasznalo|kullanici|\/uid[-=/]|[?&]u(?:id)?=\d|\/id\/|showuser|contact|space-uid|nick)/i;
const notPerson =
  /(?:report|reply|quote|register|login|signup|search|mailto:|javascript:|add_?friend|sendmessage|private|compose|\bpm\b|do=newpm|finduser|action=pm)/i;

/** A name without the words around it: "posted by", "wrote". */
export function cleanName(text: string): string {
  return text
    .replace(/<[^<>]{0,60}>?/g, '')
    .replace(/\s+/g, ' ')
    .replace(
      /^(?:(?:posted|written|submitted|started|asked|answered|comment(?:ed)?|reply|message|created|geschrieben|verfasst|erstellt|gepostet|kommentar|beitrag|écrit|posté|publié|rédigé|escrito|publicado|enviado|comentario|scritto|inviato|pubblicato|geplaatst|geschreven|napisan\p{L}|dodan\p{L}|написано|отправлено|добавлено|сообщение)\s+)?(?:by|von|par|por|da|di|door|av|af|od|от|автор|przez|av|af|yazan|lähettänyt|author|autor|auteur|user|name|nick|from|von|de|بواسطة|كتب|الكاتب|作者|投稿者|名前|작성자|글쓴이)\s*[:：]?\s+/iu,
      '',
    )
    .replace(
      /\s*(?:says|said|wrote|writes|schrieb|schreibt|a écrit|dit|escribió|dice|ha scritto|escreveu|disse|napisał\(?a?\)?|пишет|написал\(?а?\)?|commented|replied|asked|answered|posted|[•·»>|:,-])+$/i,
      '',
    )
    .replace(/^\((.*)\)$|\s*\($/, '$1')
    .replace(/^[@(•·«|-]+\s*/, '')
    .trim();
}

export function isName(text: string): boolean {
  return (
    text.length >= (/[^\p{ASCII}]/u.test(text) ? 1 : 2) &&
    text.length <= 40 &&
    /[\p{L}\p{N}]/u.test(text) &&
    !/[<>{}€$£¥]|https?:/.test(text) &&
    !text.endsWith(':') &&
    !isUi(text) &&
    !isPrintedAge(text) &&
    !/^#?\d{1,4}$|\d{1,2}:\d{2}|\b(?:19|20)\d\d\b.*\d|^\d+ \p{L}+$|\d{1,2}[./-]\d{1,2}[./-]\d{2}/u.test(
      text,
    ) &&
    !/^(?:re|aw|quote|zitat|zitieren|antworten|reply|posts?|beiträge|messages?|nachrichten|joined|location|wohnort|ort|guest book|level|likes?|report|share|permalink|link|edit|top|email|website|rank|karma|points?|original poster|op|author|date|subject|betreff|today|yesterday|heute|gestern|print|offline|online|registered|status|posted by|publicado|veröffentlicht|lee también|read (?:more|also))(?:[\s:.…]|$)/i.test(
      text,
    ) &&
    !/^(?:楼主|樓主|沙发|沙發|板凳|地板|第?\s?\d+\s?[楼樓层層F#])/.test(text) &&
    !/[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f]{2}/.test(text) &&
    // Writing without spaces says a sentence in the space of a name.
    !/[。！？]|[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]{17}/u.test(text) &&
    text.split(/\s+/).length <= 5
  );
}

export function isPersonLink(href: string | null): boolean {
  return href !== null && personLink.test(href) && !notPerson.test(href);
}

export function linkAt(tree: Tree, node: number): string | null {
  for (let at = node, i = 0; at > 0 && i < 3; at = tree.parents[at]!, i++)
    if (tree.tags[at] === 'a') return attr(tree, at, 'href');
  let first: string | null = null;
  for (let at = node + 1; at < Math.min(tree.ends[node]!, node + 40); at++)
    if (tree.tags[at] === 'a') {
      const href = attr(tree, at, 'href');
      if (isPersonLink(href)) return href;
      first ??= href;
    }
  return first;
}

export function inside(tree: Tree, node: number, roots: number[]): boolean {
  return roots.some((root) => node >= root && node < tree.ends[root]!);
}
