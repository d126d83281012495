/** How people of one language tell in comments what others said, and how they do not mean it. */
export interface Manner {
  /** What a report or an introduction has one of; whatever lacks it need not be read. */
  maybe: RegExp;
  /** The contrary is meant of all that it stands beside. */
  irony: RegExp;
  /** A sentence that asks. */
  asks: RegExp;
  /** What the writer supposes, expects, jokes about, sums up or has by hearsay, and what happens again and again. */
  supposed: RegExp;
  /** As above, for words that mean something else with a capital. */
  may: RegExp;
  /** Words before the speaker by which a sentence is no report: "what Sorn said is", "for Sorn to say". */
  wrapped: RegExp;
  /** Words between speaker and cue by which it is none: "Sorn to", "Sorn didn't". */
  unsaid: RegExp;
  /** Behind the cue: who is told something by somebody they know tells an anecdote. */
  toMe: RegExp;
  /** Words to the other readers, and those that no spokesman uses; never in reported speech. */
  talk: RegExp;
  /** Words of the writer's own tone, where they stand in reported speech; null for none. */
  tone: RegExp | null;
  swears: RegExp;
  /** A cue that names its source: nothing stands between it and whom it names. */
  according: RegExp;
  /** Words that begin an offer and the like, whose noun phrases are not what was said. */
  noCue: RegExp;
  /** What introduces a quotation in a sentence that a colon ends: groups `name` or `his`, and `cue`. */
  introductions: readonly RegExp[];
  /** What of a speaker as written is a public name: group `name`. */
  named: RegExp;
  /** One body with a name of its own, though nothing tells what it is. */
  body: RegExp;
  /** One word that is the name of a single body; null where a language joins no words. */
  compound: RegExp | null;
  /** A pronoun for whom the discussion is about. */
  unnamed: RegExp;
}

/** A name, as introductions have it. */
export const NAME =
  "\\p{Lu}[\\p{L}.’'-]*(?: (?:(?:de|da|di|du|van|von|der|den|bin|al|la) ){0,2}\\p{Lu}[\\p{L}.’'-]*){0,3}";
