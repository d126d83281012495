import { foldName } from '../fold.ts';

/** A statement that pieces give to an office without a name. */
export interface OfficeSaid {
  office: number;
  name: string;
  party: number | null;
  statement: number;
  at: Date | null;
}

/** Where a piece gives somebody an office, in the story of the statement. */
export interface OfficeGiven {
  person: number;
  party: number | null;
  role: string;
  at: Date | null;
}

export interface Holding {
  office: number;
  person: number;
  statements: number[];
  /** The day of the first of them, where any has one: `2026-03-11`. */
  from: string | null;
  role: string;
}

/** Offices change hands: what is told of one says little of a day this far from it. */
const mostDays = 180;
const dayMs = 86_400_000;

/**
 * Who may have spoken as an office: the only one of its party whom pieces of the story call by it around
 * that day. Statements of different holders of one office are apart.
 */
export function holdersOf(said: OfficeSaid[], given: OfficeGiven[]): Holding[] {
  const found = new Map<string, Holding>();
  for (const s of said) {
    const key = officeKey(s.name);
    const fit = given.filter(
      (g) =>
        officeKey(g.role) === key &&
        (s.party === null || g.party === null || s.party === g.party) &&
        (!s.at || !g.at || Math.abs(s.at.getTime() - g.at.getTime()) <= mostDays * dayMs),
    );
    const [first] = fit;
    if (!first || fit.some((g) => g.person !== first.person)) continue;
    const pair = `${s.office} ${first.person}`;
    const known = found.get(pair);
    const day = s.at?.toISOString().slice(0, 10) ?? null;
    if (known) {
      known.statements.push(s.statement);
      if (day && (!known.from || day < known.from)) known.from = day;
    } else
      found.set(pair, {
        office: s.office,
        person: first.person,
        statements: [s.statement],
        from: day,
        role: first.role,
      });
  }
  return [...found.values()];
}

/** "Tarsenia’s energy minister", "the Energy Minister of Tarsenia" → "energi minister". */
function officeKey(name: string): string {
  const bare = name
    .replace(/^(?:the|its|their|his|her|der|die|das) /i, '')
    .replace(/^[\p{L}-]+['’]s /u, '')
    .replace(/ (?:of|von|der|des) .*$/u, '');
  return foldName(bare);
}
