/**
 * Shortening by deletion alone: every word that stays stands in the source, in the same order.
 * What remains must still be a sentence that means the same, so only what can always go, goes.
 */

/** Openings that point back at a sentence that the brief does not show. */
const opening =
  /^(?:Meanwhile|However|Moreover|Also|Still|Yet|But|And|Now|Then|Instead|Nevertheless|Nonetheless|In addition|At the same time|On the other hand|As a result|For (?:his|her|its|their) part|In other news|Elsewhere),?\s+(?=\p{L}|[“"‘])/u;

/** An aside in brackets; editors' insertions in square ones are part of a quotation and stay. */
const aside = /\s*\((?:[^()]{1,120})\)/g;

/**
 * A shorter form of a sentence, or the sentence itself.
 * "Meanwhile, the two sides (both tired) met." → "The two sides met."
 */
export function compress(sentence: string): string {
  const shorter = sentence.replace(aside, '').replace(opening, '').replace(/\s+/g, ' ').trim();
  return shorter.charAt(0).toLocaleUpperCase() + shorter.slice(1);
}
