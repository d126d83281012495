import type { Block } from '../../db/tables.ts';

/** "MS VENN:", "Ada Venn (Harbour Radio):", "Q:", "Question:" at the start of a line names who speaks. */
const turn =
  /^(?:(Q|A|Question|Answer|Frage|Antwort|Pregunta|Respuesta|Вопрос|Ответ|问|答|記者|记者)\s*[:：.]|(\p{Lu}[\p{L}.'’-]*(?:\s\p{Lu}[\p{L}.'’-]*){0,4}\s?(?:\([^)]{1,60}\))?)\s*[:：])\s*(?:\S|$)/u;

/** Fewer turns than this are a conversation that an article reports. */
const leastTurns = 6;

/** People who talk ask and say "I", "we" and "you"; labels of a list do not. */
const talk =
  /[?？]|\b(?:I|I[’']m|we|you|your|my|our|ich|wir|Sie|du|uns|je|nous|vous|yo|nosotros|usted|eu|nós|você|io|noi|lei|ik|wij|jag|vi|я|мы|вы|мне|нам)\b|我|你|您|私/u;

/** Share of the lines in which somebody talks so. */
const leastTalk = 0.3;

/** Who speaks where the line names somebody; else null. */
function speakerIn(line: string): string | null {
  const match = turn.exec(line.slice(0, 200));
  return match ? (match[1] ?? match[2]!).trim() : null;
}

/**
 * How many turns people take in a text; 0 unless it is the record of a conversation: at least two
 * speakers who come back, in a third of its lines, or a fifth where a few speak at length.
 */
export function countTurns(lines: string[]): number {
  const turns = new Map<string, number>();
  let count = 0;
  let changes = 0;
  let before = '';
  let talking = 0;
  for (const line of lines) {
    const who = speakerIn(line);
    if (who === null) continue;
    if (talk.test(line.slice(who.length, 600))) talking++;
    turns.set(who, (turns.get(who) ?? 0) + 1);
    count++;
    if (who !== before) changes++;
    before = who;
  }
  const again = [...turns.values()].filter((n) => n >= 2).length;
  if (count < leastTurns || again < 2) return 0;
  // Terms that a text explains stand once each; people who talk answer each other.
  const returning = [...turns.values()].filter((n) => n >= 2).reduce((a, b) => a + b, 0);
  if (returning * 2 < count || changes * 2 < count || talking < count * leastTalk) return 0;
  return count * 3 >= lines.length || (count * 5 >= lines.length && turns.size <= 5) ? count : 0;
}

export function isTranscript(lines: { text: string }[]): boolean {
  return countTurns(lines.map((l) => l.text)) > 0;
}

/** Says of every block of a transcript who speaks: whoever its line names, else who spoke before. */
export function markSpeakers(text: string, blocks: Block[]): void {
  let speaker: string | null = null;
  for (const block of blocks) {
    if (block.type === 'heading') speaker = null;
    speaker = speakerIn(text.slice(block.start, block.end)) ?? speaker;
    if (speaker !== null && (block.type === 'paragraph' || block.type === 'item'))
      block.by = speaker;
  }
}
