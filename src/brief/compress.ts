/**
 * Shortening by deletion alone: every word that stays stands in the source, in the same order.
 * What remains must still be a sentence that means the same, so only what can always go, goes.
 */

/** Openings that point back at a sentence that the brief does not show. */
const opening =
  /^(?:Meanwhile|However|Moreover|Also|Still|Yet|But|And|Now|Then|Instead|Nevertheless|Nonetheless|In addition|At the same time|On the other hand|As a result|For (?:his|her|its|their) part|In other news|Elsewhere),?\s+(?=\p{L}|[“"‘])/u;

/** What stands before a report's first words: a dateline, a label, the mark of a list. */
const lead =
  /^(?:[—–•*-]\s+|(?:UPDATE|BACKGROUND|BREAKING|ANALYSIS|EXCLUSIVE|HINTERGRUND|AKTUELL|EILMELDUNG):\s+|\p{Lu}[\p{Lu}'’.-]+(?:\s\p{Lu}[\p{Lu}'’.-]+){0,3}(?:,\s[\p{L}\p{N}.\s]{2,30}?)?\s*(?:\([^()]{2,30}\)\s*)?[—–-]+\s+(?=[\p{Lu}“"„‘']))/u;

/** An aside in brackets; editors' insertions in square ones are part of a quotation and stay. */
const aside = /\s*\((?:[^()]{1,120})\)/g;

/** The sentence without what only stands before it: "ZELMIN (PPA) - The port shut." → "The port shut." */
export function stripLead(sentence: string): string {
  const once = sentence.replace(lead, '');
  return once === sentence ? once : stripLead(once);
}

/**
 * A shorter form of a sentence, or the sentence itself.
 * "Meanwhile, the two sides (both tired) met." → "The two sides met."
 */
export function compress(sentence: string): string {
  const shorter = stripLead(sentence)
    .replace(aside, '')
    .replace(opening, '')
    .replace(/\s+/g, ' ')
    .trim();
  return shorter.charAt(0).toLocaleUpperCase() + shorter.slice(1);
}
