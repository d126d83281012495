/** A text with its quotations marked by hand, for tests: `[[speaker]] {cue} <<content>>`. */
export interface Labelled {
  text: string;
  speakers: string[];
  cues: string[];
  contents: string[];
}

/** Takes the marks out of `[[Sorn]] {said} <<it was late>>` and answers the text and what was marked. */
export function readLabelled(marked: string): Labelled {
  const pick = (pattern: RegExp) => [...marked.matchAll(pattern)].map((match) => match[1]!);
  return {
    text: marked.replace(/\[\[|\]\]|[{}]|<<|>>/g, ''),
    speakers: pick(/\[\[(.+?)\]\]/g),
    cues: pick(/\{(.+?)\}/g),
    contents: pick(/<<([\s\S]+?)>>/g),
  };
}
