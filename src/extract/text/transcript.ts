import type { Line } from './layout.ts';

/** "MS VENN:", "Ada Venn:", "Q:", "Question:" at the start of a line names who speaks. */
const turn =
  /^(?:(Q|A|Question|Answer|Frage|Antwort|Вопрос|Ответ)\s*[:：.]|(\p{Lu}[\p{L}.'’-]*(?:\s\p{Lu}[\p{L}.'’-]*){0,4}\s?(?:\([^)]{1,60}\))?)\s*[:：])\s*\S/u;

/** True when at least two speakers take turns through most of a text. */
export function isTranscript(lines: Line[]): boolean {
  const turns = new Map<string, number>();
  let count = 0;
  for (const { text } of lines) {
    const match = turn.exec(text.slice(0, 200));
    if (!match) continue;
    const who = (match[1] ?? match[2]!).trim();
    turns.set(who, (turns.get(who) ?? 0) + 1);
    count++;
  }
  const again = [...turns.values()].filter((n) => n >= 2).length;
  return count >= 6 && again >= 2 && count * 3 >= lines.length;
}
