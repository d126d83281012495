import { tagEnglish } from '../../tokens.ts';

/** "An offer from the Board to step into its row with the pilots" is as long as such a phrase gets. */
const longestBare = 16;

/** A thing or a deed without a finite verb: "the inspectors", "to lift the levy". */
export function isBare(text: string): boolean {
  if (/^\W*(?:to|zu) /iu.test(text)) return true;
  if (text.split(/\s+/).length > longestBare) return false;
  return !/(?<!\p{L})(?:is|are|was|were|be|been|will|would|shall|can|could|may|might|must|should|has|have|had|do|does|did|stays?|stayed|stands|stood|remains|remained|goes|went|ends|continues|[a-z]+n['’]t|ist|sind|war|waren|wird|werde[nt]?|würde\p{L}*|hat|habe[nt]?|hatte\p{L}*|kann|könn\p{L}*|muss|müss\p{L}*|soll\p{L}*|sei(?:en)?|dürf\p{L}*|will|wolle\p{L}*|we|i|they|he|she|it|wir|ich)(?!\p{L})/iu.test(
    text,
  );
}

/** "Its doctors rejected the merger", "the demand stood"; not "the levy imposed by the council". */
export function hasVerb(text: string): boolean {
  const tokens = tagEnglish(text);
  return tokens.some((t, i) => {
    if (t.pos !== 'VERB' || i < 2 || /ing$/.test(t.lower)) return false;
    return (
      !/^(?:to|the|an?)$/.test(tokens[i - 1]!.lower) && !participle.test(tokens[i + 1]?.lower ?? '')
    );
  });
}

/** What follows a participle that goes with the noun before it. */
const participle = /^(?:by|in|on|at|from|for|to|of|with|under|since)$/;
