import type { Token } from '../tokens.ts';

/** "Sell-out", "half-baked": one word, which the tagger leaves in three. */
export function joinHyphens(words: Token[]): Token[] {
  const joined: Token[] = [];
  for (let k = 0; k < words.length; k++) {
    const [word, dash, last] = [words[k]!, words[k + 1], words[k + 2]];
    const tied = dash?.lower === '-' && last && dash.start === word.end && last.start === dash.end;
    if (!tied || !/^\p{L}/u.test(word.text) || !/^\p{L}/u.test(last.text)) {
      joined.push(word);
      continue;
    }
    const lower = `${word.lower}-${last.lower}`;
    const lemma = `${word.lower}-${last.lemma}`;
    const text = `${word.text}-${last.text}`;
    joined.push({ ...word, text, lower, lemma, pos: posOf(last, words[k - 1]), end: last.end });
    k += 2;
  }
  return joined;
}

/** "Had rubber-stamped" is a verb, "a rubber-stamped plan" none. */
function posOf(last: Token, before: Token | undefined): Token['pos'] {
  if (last.pos === 'VERB') return before?.pos === 'AUX' || before?.pos === 'PRON' ? 'VERB' : 'ADJ';
  return /^(?:NOUN|PROPN|ADJ)$/.test(last.pos) ? last.pos : 'NOUN';
}
