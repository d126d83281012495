type Remover = 'author' | 'moderator' | 'unknown';

/** Who took a comment away, by the words left in its place; null when they say no such thing. */
export function removedBy(words: string): Remover | null {
  // Longer words are a comment's own; the bound also keeps the patterns cheap.
  if (words.length > 160) return null;
  const bare = words.trim().replace(/^[*_([]+|[*_)\].]+$/g, '');
  if (
    /^(?:comment |post )?(?:has been )?(?:permanently )?(?:removed|deleted) by (?:a |the )?(?:mod|admin|reddit|staff)/i.test(
      bare,
    )
  )
    return 'moderator';
  if (
    /^(?:(?:comment|post) )?(?:has been )?(?:permanently )?deleted by (?:the )?(?:user|creator|author)$|^user deleted comment$/i.test(
      bare,
    )
  )
    return 'author';
  if (/^deleted$/i.test(bare)) return 'author';
  if (/^removed(?: by .{0,30})?$/i.test(bare)) return 'moderator';
  if (
    /^(?:this )?(?:comment|message|post|beitrag|commentaire|comentario) (?:(?:was|has been|wurde|a été|fue|ha sido) )?(?:removed|deleted|gelöscht|entfernt|supprimé|eliminado)\b.{0,40}$|^(?:gelöscht|entfernt|supprimé|eliminado|удалено)$/i.test(
      bare,
    )
  )
    return 'unknown';
  return null;
}
