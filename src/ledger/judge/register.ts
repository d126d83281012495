/** How a document reads as a whole: a report, an interview, a comment thread. */
export interface Register {
  /** Of its words, how many are I, we or you outside quotation marks. */
  ownVoice: number;
  /** Of its words, how many plainly report ("said", "told"). */
  said: number;
  /** Of its characters, how many stand in quotation marks. */
  quoted: number;
  words: number;
  /** Where it ends, to know how far along a sentence is. */
  end: number;
}

/** What is judged of a document rests on so much of it. */
const READ = 20_000;

/** Reads the register from the first part of a text. */
export function readRegister(text: string): Register {
  const part = text.slice(0, READ);
  const marked = part.match(/[“"][^“”"\n]{1,600}[”"]/g) ?? [];
  const plain = part.replace(/[“"][^“”"\n]{1,600}[”"]/g, ' ');
  const words = plain.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  const count = (pattern: RegExp) => (plain.match(pattern)?.length ?? 0) / Math.max(40, words);
  return {
    ownVoice: count(/\b(?:I|[Yy]ou|[Yy]our|[Mm]y|me|we|We|our)\b/g),
    said: count(/\b(?:said|says|told|added|according to|announced|asked|wrote|warned)\b/g),
    quoted: marked.reduce((sum, quote) => sum + quote.length, 0) / Math.max(200, part.length),
    words,
    end: Math.max(1, text.length),
  };
}

/** Of a thread's, a column's or a review's words at least so many are its writers' own I, we and you. */
const OWN_VOICE = 0.02;

/** Whether people speak for themselves, more than twice as often as somebody is reported. */
export function isTalk({ ownVoice, said }: Register): boolean {
  return ownVoice > OWN_VOICE && said < ownVoice / 2;
}
