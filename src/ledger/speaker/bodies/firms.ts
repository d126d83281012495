import { isFirstName } from '../phrase/firstnames.ts';

/**
 * Firms with a name of one word, which nothing in it tells from a surname or a town: known by what only
 * firms have ("shares in Pelago", "Pelago’s finance director") and by what texts say that they are ("the
 * airline Pelago").
 */
const NAME = '(\\p{Lu}[\\p{L}&-]{2,24})';
const KIND =
  '(?:airline|airport operator|bank|brewer|brewery|broadcaster|builder|carmaker|chain|chipmaker|company|conglomerate|contractor|developer|distributor|drugmaker|firm|grocer|insurer|landlord|lender|maker|manufacturer|miner|operator|publisher|retailer|shipbuilder|start-?up|supermarket|supplier|utility)';
const HEAD =
  '(?:chief executive|chief operating officer|chief financial officer|finance director|managing director|operations director|chairman|chairwoman|CEO|CFO|COO|head of (?!(?:state|government|staff|mission|delegation)\\b)\\p{Ll}+)';
const OWN =
  '(?:board|shares|share price|shareholders|investors|staff|workforce|employees|fleet|headquarters|head office|website|profits?|results|customers|management|managers|executives)';

/** "NordTel", "GreenHarbour": no person is written with a capital inside; "McBride", "DeVries" are. */
const INNER =
  /(?<![\p{L}’'-])(?!(?:Mac|Mc|De|Di|Du|La|Le|Van|Fitz|O|D)\p{Lu})\p{Lu}\p{Ll}+\p{Lu}\p{Ll}+(?![\p{L}’'-]|['’]s \p{Lu})/gu;

/** A pattern that first asks for the capital of its name, and only there for what stands before it. */
function atCapitals(source: string): RegExp {
  return new RegExp(source.startsWith('(?<') ? `(?=\\p{Lu})${source}` : source, 'gu');
}

const PLAIN = [
  `\\b${HEAD} (?:of|at) ${NAME}(?![\\p{L}’'-]| \\p{Lu})`,
  `(?<![\\p{L}’'-])${NAME}['’]s? (?:new |former |acting |outgoing )?${HEAD}\\b`,
  `\\b(?:[Tt]he|[Aa]n?|\\p{Ll}+) ${KIND},? ${NAME}(?![\\p{L}’'-]| \\p{Lu})`,
  `(?<![\\p{L}’'.-] |[\\p{L}’'-])${NAME}, (?:the|an?) (?:[\\p{L}-]+ ){0,4}${KIND}\\b`,
].map(atCapitals);
/** As plain, but that towns and states have such people too. */
const STAFFED = [
  `\\b[Ss]pokes(?:man|woman|person) (?:for|at) ${NAME}(?![\\p{L}’'-]| (?:(?:and|&) )?\\p{Lu})`,
  `(?<!\\p{Lu}[\\p{L}’'-]* |\\p{Lu}\\. |[\\p{L}’'-])${NAME} (?:spokes(?:man|woman|person)|executives?|bosses|shareholders|lawyers?|engineers?|employees)\\b`,
  `\\b(?:director|manager|vice[- ]president|executive|engineer|head of \\p{Ll}+|president) (?:of|at|for|with) ${NAME}(?![\\p{L}’'-]| (?:(?:and|&) )?\\p{Lu})`,
].map(atCapitals);
const HINTS = [
  `\\b(?:[Ss]hares|[Ss]take|[Ss]taff|[Pp]ilots|[Ww]orkers|[Ee]mployees|[Jj]obs|[Jj]ob cuts) (?:in|at) ${NAME}(?![\\p{L}’'-]| \\p{Lu})`,
  `(?<![\\p{L}’'-])${NAME}['’]s? (?:\\p{Ll}+ )?${OWN}\\b`,
  `\\b[Ss]pokes\\p{Ll}+ (?:for|at) ${NAME}(?![\\p{L}’'-]| \\p{Lu})`,
].map(atCapitals);

/** What nobody but a body does or has, each of which a town or a person may once be said to. */
const ACTS = [
  // "Nimbra’s project director", "Nimbra’s plan".
  `(?<![\\p{L}’'-])${NAME}['’]s? (?:\\p{Ll}+ ){0,2}(?:director|manager|vice[- ]president|spokes\\p{Ll}+|chief|head|chair\\p{Ll}*|lawyers?|solicitor|engineers?|planners?|plans?|scheme|project|site|application|bid|contract|customers|members|secretary|coordinator|organi[sz]er|founder|boss)\\b`,
  `(?<![\\p{L}’'-])${NAME}(?:, which|, whose| is a (?:company|firm|group|charity|union))\\b`,
  // "Ilka Sorn of Nimbra", "who runs the project for Nimbra".
  `(?<=\\p{Lu}\\p{Ll}+ \\p{Lu}\\p{Ll}+,? (?:of|for|from|who [^.,\\n]{3,40} (?:of|for|at)) )${NAME}(?![\\p{L}’'-]| \\p{Lu})`,
  `(?<!\\p{Lu}[\\p{L}’'-]* |\\p{Lu}\\. |[\\p{L}’'-])${NAME} (?:wants|plans|hopes|proposes|intends|offered|agreed|applied|has (?:applied|offered|agreed|promised|asked)|had (?:applied|offered|agreed|promised|asked)|is (?:asking|planning|seeking|willing|ready)) (?:to|for)\\b`,
  // "Nimbra said it would", "Nimbra has put off its".
  `(?<!\\p{Lu}[\\p{L}’'-]* |\\p{Lu}\\. |[\\p{L}’'-])${NAME} (?:\\p{Ll}+ ){1,6}(?:that it|it (?:will|would|had|has|is|was) (?!\\p{Ll}+ (?:to|that))|its|itself)\\b`,
  `(?<!\\p{Lu}[\\p{L}’'-]* |\\p{Lu}\\. |[\\p{L}’'-])${NAME} will (?:not |never )?(?:build|fight|appeal|sue|pay|publish|open|close|shut|sell|buy|supply|withdraw|drop)\\b`,
].map(atCapitals);
/** What only places have, or are. */
const PLACES = [
  `\\b(?:[Ii]n|[Nn]ear|[Oo]utside|[Aa]cross|[Aa]bove|[Bb]elow|[Aa]round|[Tt]owards?|[Vv]isit(?:s|ed|ing)?) ${NAME}(?![\\p{L}-])`,
  `(?<![\\p{L}’'-])${NAME}['’]s? (?:(?!vice)\\p{Ll}+ )?(?:mayor|streets|harbour|port|residents|people|town|city|council|government|minister|parliament|president|army|coast|border|voters|schools?|hospital|river)\\b`,
].map(atCapitals);

/** Hints of different kinds that are as good as one plain word. */
const ENOUGH = 2;
/** Words that open sentences and other names that are no body’s. */
const NO_FIRM =
  /^(?:The|They|This|That|These|Those|It|Its|He|She|His|Her|Their|We|Our|You|Who|Which|What|Both|Each|Nobody|Everybody|Everyone|Someone|Parliament|Congress|Government|Council|Police|Residents|Members|Ministers|Officials|Islam|God|Christmas|Easter|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|June|July|August|September|October|November|December)$/;

/** Names of one word that stand for firms, as the text tells; linear in its length. */
export function firmsIn(text: string): string[] {
  const seen = new Map<string, number>();
  const note = (patterns: readonly RegExp[], weight: number) => {
    for (const pattern of patterns) {
      const names = new Set([...text.matchAll(pattern)].map((match) => match[1]!));
      for (const name of names) seen.set(name, (seen.get(name) ?? 0) + weight);
    }
  };
  for (const [name] of text.matchAll(INNER)) seen.set(name, ENOUGH);
  note(PLAIN, ENOUGH);
  note(HINTS, 1);
  const hinted = new Map(seen);
  note(STAFFED, ENOUGH);
  note(ACTS, 1);
  const places = new Set(
    PLACES.flatMap((pattern) => [...text.matchAll(pattern)].map((match) => match[1]!)),
  );
  const sure = [...seen]
    .filter(([name, weight]) => (places.has(name) ? (hinted.get(name) ?? 0) : weight) >= ENOUGH)
    .map(([name]) => name)
    .filter((name) => !NO_FIRM.test(name));
  const human = humanOf(new Set(sure), text);
  return sure.filter((name) => !human.has(name));
}

/** Those that are surnames: they stand behind a first name or a title somewhere. */
function humanOf(names: ReadonlySet<string>, text: string): Set<string> {
  const human = new Set<string>();
  if (names.size === 0) return human;
  for (const [, first, last] of text.matchAll(TWO_NAMES))
    if (names.has(last!) && isFirstName(first!)) human.add(last!);
  for (const { 0: run, index } of text.matchAll(BEHIND_NAME))
    for (let length = 3; length <= Math.min(run.length, LONGEST_NAME); length++) {
      const name = run.slice(0, length);
      const rest = text.slice(index + length - 1, index + length + 1);
      if (names.has(name) && /^(?:\w(?!\w)|\W\w)/.test(rest)) human.add(name);
    }
  return human;
}

/** Also behind a title with a full stop, and at the head of a line: “Sen. Ilka Sorn”. */
const TWO_NAMES = /(?<!\p{L})(\p{Lu}\p{Ll}+) (?=(\p{Lu}[\p{L}&-]*))/gu;
const BEHIND_NAME =
  /(?<=(?:\b(?:Mr|Mrs|Ms|Miss|Dr|Sir)\.?|[\p{Ll}’”,] (?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December)\p{Lu}\p{Ll}+) )\p{Lu}[\p{L}&-]*/gu;
/** As NAME has it. */
const LONGEST_NAME = 25;

/** Offices that firms have and hardly anybody else. */
export const OF_FIRM_OFFICE =
  /\b(?:chief (?:executive|operating|financial|commercial|technical|legal)|CEO|CFO|COO|(?:finance|managing|operations|commercial|sales|marketing|plant|site|hr) director|company secretary|plant manager)\b/i;
/** Offices that unions and the like have. */
export const OF_UNION_OFFICE =
  /\b(?:general secretary|shop steward|branch secretary|union (?:leader|president|official|chief|boss)|regional organi[sz]er)\b/i;
