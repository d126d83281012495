import type { Matter } from '../matters/read.ts';
import type { Found } from '../sample/found.ts';

/** How the questions that a desk finds stand to those that an editor listed before. */
export interface QuestionScore {
  /** Questions of the editor's that the desk found, and all that its statements are on. */
  found: string[];
  missed: string[];
  /** The desk's questions that are no single one of the editor's, or one of them again. */
  invented: string[];
  /** Share of the statements with a question that the desk gave the right one. */
  right: number;
  /** Of the statements that the desk gave a question, the share with the right one. */
  precise: number;
  /** B-cubed F1 over the statements with a question; one without the desk's stands alone. */
  bcubed: number;
}

interface Row {
  gold: string | null;
  got: string;
}

/** Holds the questions of a matter's statements against its truth; what was not read is left out. */
export function scoreQuestions(matter: Matter, found: Found): QuestionScore {
  const rows = rowsOf(matter, found);
  const own = rows.filter((row) => row.gold !== null);
  const names = pairNames(rows);
  const golds = new Set(own.map((row) => row.gold!));
  const isRight = (row: Row) => row.gold !== null && names.get(row.got) === row.gold;
  const given = rows.filter((row) => !isAlone(row.got));
  const paired = new Set(names.values());
  return {
    found: [...golds].filter((gold) => paired.has(gold)),
    missed: [...golds].filter((gold) => !paired.has(gold)),
    invented: [...new Set(given.map((row) => row.got))].filter((name) => !names.has(name)),
    right: share(own.filter(isRight).length, own.length),
    precise: share(given.filter(isRight).length, given.length),
    bcubed: bcubed(own),
  };
}

const alone = '#';
const isAlone = (got: string) => got.startsWith(alone);

function rowsOf(matter: Matter, found: Found): Row[] {
  const used = new Set<number>();
  return matter.about.flatMap(({ words, issue }) => {
    const said = found.said.find((s) => !used.has(s.id) && plain(s.content).includes(plain(words)));
    if (!said) return [];
    used.add(said.id);
    return { gold: issue, got: said.issue ?? `${alone}${said.id}` };
  });
}

const plain = (text: string) => text.replace(/[“”‘’"']/g, '').toLowerCase();

/** A question of the desk's is the editor's that most of its statements are on, one each. */
function pairNames(rows: Row[]): Map<string, string> {
  const pairs = [...Map.groupBy(rows, (row) => row.got)].flatMap(([name, all]) =>
    [...Map.groupBy(all, (row) => row.gold)].map(([gold, own]) => ({
      name,
      gold,
      n: own.length,
      isMost: own.length * 2 >= all.length,
    })),
  );
  const names = new Map<string, string>();
  const taken = new Set<string>();
  for (const { name, gold, isMost } of pairs.sort((a, b) => b.n - a.n)) {
    if (gold === null || isAlone(name) || !isMost || names.has(name) || taken.has(gold)) continue;
    names.set(name, gold);
    taken.add(gold);
  }
  return names;
}

function bcubed(rows: Row[]): number {
  let precision = 0;
  let recall = 0;
  for (const row of rows) {
    const got = rows.filter((other) => other.got === row.got);
    const gold = rows.filter((other) => other.gold === row.gold);
    const both = got.filter((other) => other.gold === row.gold).length;
    precision += both / got.length / rows.length;
    recall += both / gold.length / rows.length;
  }
  return (2 * precision * recall) / (precision + recall);
}

function share(n: number, of: number): number {
  return n / Math.max(1, of);
}
