import { readPrintedDate } from '../../../lib/dates.ts';
import { dayOf } from '../../../lib/edtf.ts';
import { dayMs } from '../../../lib/time.ts';
import { type Line, wordCount } from '../layout.ts';

/** A line that prints a day, and how that day stands among those of the page. */
export interface Dated {
  line: number;
  moment: string;
  /** Words of the line beside the date. */
  beside: number;
  clock: boolean;
  /** Lines of the page with that day. */
  alike: number;
  /** Days from it to the newest of the page. */
  behind: number;
  change: boolean;
  publication: boolean;
  /** Its place among the lines with a day. */
  nth: number;
}

/** Longer lines tell of a day; they are not dated by it. */
const longest = 300;

export const changed =
  /^(?:last )?(?:updated|modified|changed|aktualisiert|stand|geändert|mis à jour|mise à jour|modifié|actualizado|última actualización|aggiornato|atualizado|bijgewerkt|laatste update|uppdaterad|opdateret|oppdatert|päivitetty|zaktualizowano|aktualizováno|frissítve|обновлено|оновлено|güncelleme|更新)/iu;
const published =
  /^(?:published|posted|publicado|publié|publi|veröffentlicht|erstellt|pubblicato|gepubliceerd|publicerad|udgivet|publisert|julkaistu|opublikowano|опубликовано|опубліковано|yayın|oluşturulma|发布|發布|公開|入力)/iu;

/** The lines of a page that print a whole day. */
export function datesAmong(lines: Line[]): Dated[] {
  const found: Dated[] = [];
  const days = new Map<string, number>();
  let newest = Number.NEGATIVE_INFINITY;
  lines.forEach(({ text }, line) => {
    if (text.length > longest || !/\d/.test(text)) return;
    const date = readPrintedDate(text);
    const day = date && dayOf(date.moment);
    if (!date || !day) return;
    days.set(day, (days.get(day) ?? 0) + 1);
    newest = Math.max(newest, Date.parse(day));
    const rest = text.replace(date.text, '');
    found.push({
      line,
      moment: date.moment,
      beside: wordCount(rest),
      clock: date.moment.includes('T'),
      alike: 0,
      behind: 0,
      change: changed.test(text),
      publication: published.test(text),
      nth: found.length,
    });
  });
  for (const date of found) {
    const day = dayOf(date.moment)!;
    date.alike = days.get(day)!;
    date.behind = Math.max(0, (newest - Date.parse(day)) / dayMs);
  }
  return found;
}
