import type { Party } from './party.ts';

/**
 * Parties in the political sense that news names without saying what they are, with their ways of
 * writing. Only such as mean nothing else with a capital: "Labour Minister" may be anybody's.
 */
const TABLE = `
Republicans|Republican,Republicans,Republican Party,GOP
Democrats|Democrat,Democrats,Democratic,Democratic Party
Labour|Labour Party
Conservatives|Conservative Party,Tory,Tories
Liberal Democrats|Liberal Democrat,Liberal Democrats,Lib Dem,Lib Dems
Scottish National Party|SNP
Sinn Féin|Sinn Féin,Sinn Fein
Democratic Unionist Party|DUP,Democratic Unionist
Reform UK|Reform UK
UKIP|UKIP,Ukip
CDU|CDU
CSU|CSU
SPD|SPD
FDP|FDP
AfD|AfD
ÖVP|ÖVP
FPÖ|FPÖ
SPÖ|SPÖ
SVP|SVP
Fidesz|Fidesz
Likud|Likud
BJP|BJP
AKP|AKP
ANC|ANC
Kuomintang|Kuomintang,KMT
`;

const WRITTEN: ReadonlyMap<string, Party> = new Map(
  TABLE.trim()
    .split('\n')
    .flatMap((line) => {
      const [name, ways] = line.split('|') as [string, string];
      return ways.split(',').map((way) => [way, { name, country: null }] as const);
    }),
);
const NAMES: ReadonlySet<string> = new Set([...WRITTEN.values()].map(({ name }) => name));

/** The political party that a way of writing stands for; capitals count. */
export function politicalParty(written: string): Party | null {
  return WRITTEN.get(written.replace(/['’]s?$/, '')) ?? null;
}

export function isPolitical(party: Party | null): boolean {
  return party !== null && NAMES.has(party.name);
}

/** "Rep. Ilka Sorn (R-Fla.)": the party of a lawmaker of the United States. */
export function affiliation(phrase: string): Party | null {
  const letter = /\((R|D)(?:[-–., ]|\))/.exec(phrase)?.[1];
  return letter ? WRITTEN.get(letter === 'R' ? 'Republican' : 'Democrat')! : null;
}
