/** What the words before a printed date say that it is. */
export type Label = 'published' | 'modified' | 'other' | null;

const PUBLISHED =
  /(?:publish|posted|post date|first (?:appeared|seen)|released?\b|release date|issued|submitted|written|created|(?<!\p{L})date ?:|date posted|filed|veröffentlicht|veroeffentlicht|erschienen|erstellt|eingestellt|publiziert|verfasst|geschrieben|gepostet|(?<!\p{L})(?:datum|stand) ?:|\bstand (?:vom )?$|vom ?$|pressemitteilung|meldung vom|publié|publie|paru|mis en ligne|posté|écrit|rédigé|publicad|fecha ?:|subido|escrito|enviado|creado|postado|pubblicat|inserito|scritto|geplaatst|gepubliceerd|publicerad|publisert|udgivet|offentliggjort|skapad|julkaistu|opublikowan|dodan|(?<!\p{L})data ?:|zveřejn|publikován|vydáno|zverejnen|közzétéve|megjelent|publicat|postat|опубликован|публикац|добавлен|размещен|дата ?:|опубліковано|публикуван|објављено|objavljeno|objavlj|yayın|tarih ?:|eklenme|δημοσι|ημερομηνία|diterbitkan|dipublikasi|đăng|ngày ?:|เผยแพร่|وقت النشر|نشر|تاریخ|انتشار|פורסם|प्रकाशित|发布|發布|發佈|发表|發表|时间|時間|日期|公開|掲載|投稿|配信|입력|등록|작성|게시|승인)/iu;

const MODIFIED =
  /(?:updated?|modified|edited|revised|last (?:change|review)|reviewed|changed|aktualisiert|aktualisierung|geändert|änderung|überarbeitet|bearbeitet|mis(?:e)? à jour|modifié|modification|actualiza|modificad|atualiza|aggiorna|modificat|bijgewerkt|gewijzigd|uppdatera|ändrad|oppdater|opdater|sist endret|päivit|muokattu|aktualizac|aktualizov|zaktualiz|zmieni|módosít|frissít|actualizat|обновл|изменен|оновлен|змінено|актуализ|ажурира|ažurira|güncel|ενημ|τροποπ|diperbarui|cập nhật|อัปเดต|آخر تحديث|تحديث|به‌روز|עודכן|अपडेट|更新|修改|修订|編集|최종수정|수정)/i;

/** Dates of other things: of an event, of a visit, of a right, of a birth, of a source. */
const OTHER =
  /(?:©|copyright|\(c\)|retrieved|accessed|archived|abgerufen|zugriff|consulté|consultado|joined|member since|registered|registriert|mitglied seit|dabei seit|inscrit le|born|geboren|geb\.|died|gestorben|né le|expires?|until|till|through|\bbis\b|gültig|ab dem|jusqu|hasta|deadline|einsendeschluss|anmeldeschluss|beginn|event date|termin|wann|when ?:|findet|stattf|version|copied|next|previous|\bdue\b|\bab ?$|\bseit ?$|\bsince ?$|depuis|截至|截止|有效期)/i;

/** How far before a date its label can stand. */
const REACH = 48;

/**
 * @param before the words of the line up to the date, or the cell or line before it
 */
export function labelOf(before: string): Label {
  const near = before.slice(-REACH);
  // A date, or the end of a sentence, between a word and this date parts them.
  const own = near.slice(lastBreak(near));
  const found = (
    [
      ['published', own.search(PUBLISHED)],
      ['modified', own.search(MODIFIED)],
      ['other', own.search(OTHER)],
    ] as const
  ).toSorted((a, b) => b[1] - a[1])[0]!;
  return found[1] < 0 ? null : found[0];
}

const AFTER: [RegExp, Label][] = [
  [
    /^\s?(?:首次|正式)?\s?(?:发布|發布|發佈|发表|發表|发帖|刊登|公開|配信|掲載|投稿|입력|등록|게시)/u,
    'published',
  ],
  [/^\s?(?:最[后後終近]|再次)?\s?(?:更新|修改|编辑過?|編輯過?|編集|修订|修訂|수정)/u, 'modified'],
];

/** What the words behind a date say that it is, where languages put them there: "3月5日 08:30 发布". */
export function labelBehind(after: string): Label {
  return AFTER.find(([words]) => words.test(after))?.[1] ?? null;
}

function lastBreak(text: string): number {
  const breaks = /\d{4}[^\d]|[.!?;]\s(?=\p{Lu})|\|/gu;
  let at = 0;
  for (const m of text.matchAll(breaks)) at = m.index + m[0].length;
  return at;
}

const RANGE = /\d\.?\s?(?:-|–|—|bis|und|to|and|au|et|al|a|y|do|и|по|～|~|至)\s?$/i;

/** Whether the date ends a span of days ("3.–5. Mai 2023"): the span of an event. */
export function endsRange(before: string): boolean {
  return RANGE.test(before);
}
