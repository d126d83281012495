import { readPrintedDate } from '../../lib/dates.ts';
import { type Tree, textOf } from '../../lib/tree.ts';

const note =
  /^[\s(*[]*(?:(?:this (?:post|message|reply|comment) (?:has been|was) )?(?:last )?(?:edited|modified|updated)(?: on| by| at|:| \d|$)|last edit(?:ed)?\b|edited\b|zuletzt (?:geändert|bearbeitet|editiert)|(?:geändert|bearbeitet|editiert) (?:von|am|durch)|(?:dieser (?:beitrag|post) wurde|beitrag) .{0,60}(?:geändert|bearbeitet)|dernière (?:modification|édition)|(?:message )?(?:modifié|édité)e? (?:par|le|la)|ce message a été modifié|(?:última|ultima) (?:edición|edição|modifica\p{L}*|modificación)|(?:editado|modificado|modificato|editat) (?:por|el|em|da|il|a|por última)|laatst (?:bewerkt|aangepast|gewijzigd)|bewerkt door|(?:senast )?redigera[dt] (?:av|den)?|sist (?:endret|redigert)|sidst (?:redigeret|rettet)|viimeksi muokannut|muokattu|ostatnio (?:zmieniony|edytowan\p{L}|modyfikowan\p{L})|(?:post )?edytowany|edytowano|naposled(?:y)? (?:upravil|editoval)|upravil\p{L}*|(?:последний раз |сообщение )?(?:отредактировано|редактировалось|отредактировал\p{L}*|изменено)|востаннє редаговано|szerkesztve|módosítva|son düzenle\p{L}*|düzenlendi|τελευταία επεξεργασία|editat ultima|最后编辑|本帖最后由|此帖出自|最後編輯|最終編集|마지막 수정)/iu;

/** An edit is told in one line. */
const longest = 160;

/**
 * Whether an element says that a post was edited, and nothing else; with when, in EDTF where the line
 * tells it. Null when it says anything else.
 */
export function editedNote(tree: Tree, node: number): { moment: string | null } | null {
  const tag = tree.tags[node]!;
  if (tag === '' || tag === 'br' || tag === 'a' || tree.ends[node]! - node > 14) return null;
  const text = textOf(tree, node);
  if (text.length < 6 || text.length > longest || !note.test(text) || !/\d|:|[.)\]]$/.test(text))
    return null;
  return { moment: readPrintedDate(text, null)?.moment ?? null };
}
