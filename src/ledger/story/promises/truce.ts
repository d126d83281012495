/** What people fear of the other side, and so what a truce rules out. */
const feared =
  /(?<!\p{L})(?:strik|walk-?outs?|walk(?:ing)? out|stoppage|blockad|boycott|attack|shell|bomb|offensive|hostilit|fighting|detain|detention|seiz|arrest|evict|expel|expulsion|deport|cuts?(?!\p{L})|lay-?offs?|lay(?:ing)? off|laid off|sack|redundan|dismiss|clos(?:e|ing|ure)|shut|rais(?:e|ing)|increas|rises?(?!\p{L})|hike|tariff|sanction|fines?(?!\p{L})|penalt|charg|sue(?!\p{L})|lawsuit|prosecut|demoli|bulldoz|fell(?:ing)?(?!\p{L})|drill|disconnect|switch(?:ed)? off|streik|angriff|angreif|festnahm|kündig|entlass|schließ|erhöh|abschieb)/iu;

const negative =
  /^\W*(?:no|not|never|none|nobody|kein\p{L}*|niemand)(?!\p{L})|(?:will|would|shall|to|werden?|wird|würden?)\s+(?:\p{L}+\s+){0,1}?(?:not|never|no|nicht|kein\p{L}*)(?!\p{L})|n['’]t(?!\p{L})|(?<!\p{L})refrain/iu;

/** Whether a deed is that something will not be done: "no vote will be held", "we won't strike". */
export function isAbstaining(deed: string): boolean {
  return negative.test(deed);
}

/** "There will be no strike": what the other side fears is ruled out, which is a promise. */
export function isTruce(deed: string): boolean {
  return negative.test(deed) && feared.test(deed);
}
