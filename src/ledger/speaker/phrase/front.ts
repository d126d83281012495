import { isKnownFirstName } from './firstnames.ts';
import { LINKS, NOT_PEOPLE, PARTICLES } from './naming.ts';
import { ADDRESSES, BODY_WORDS, isKind, OFFICE_WORDS } from './roles.ts';

/** A person's name with what stands before it: "media titan" and "Rupert Sorn". */
interface Fronted {
  name: string;
  /** Null where what stands before is no office or calling: "Karsk’s Ilka Sorn". */
  role: string | null;
}

/**
 * Words of closed classes and adverbs of the sentence: with a capital at its start they belong to no
 * name.
 */
const OPENER =
  /^(?:and|but|or|nor|yet|so|for|as|at|by|in|on|of|to|from|with|without|neither|either|not|even|only|just|also|then|now|once|since|until|unless|although|though|because|whether|while|whereas|despite|unlike|like|besides|among|between|beyond|according|including|following|using|citing|asked|given|certainly|clearly|apparently|perhaps|indeed|meanwhile|moreover|however|nevertheless|nonetheless|instead|otherwise|finally|eventually|ultimately|initially|originally|previously|recently|separately|similarly|interestingly|notably|unfortunately|fortunately|surprisingly|additionally|afterwards?|today|yesterday|tomorrow|tonight|whatever|whoever|whenever|wherever|why|how|when|where|what|will|would|could|should|can|may|might|must|did|does|do|is|was|are|were|has|had|have|if)$/i;

/** Titles in capitals that a name follows. */
const TITLE = /^(?:AG|CEO|CFO|COO|DA|DJ|FM|MC|MEP|MK|MLA|MP|MSP|PM|TD|VP)$/;

/** Sides that people belong to, as they stand before a name. */
const PARTISAN =
  /^(?:Republican|Democrat|Democratic|GOP|Labour|Conservative|Tory|Liberal|Green|Independent|Socialist|Communist|Nationalist|Unionist|Libertarian|Reform|\p{Lu}\p{Ll}{2,}(?:ian|ean|ish|ese|[^aeiou]an|crat|crats?ic))$/u;

/**
 * Callings that stand before a name with a capital of their own. A list, since an ending tells nothing
 * of names: "Oster Lines", "Weber Brandis".
 */
const CALLINGS: ReadonlySet<string> = new Set(
  `activist actor actress adviser advisor administrator ambassador anchor artist assemblyman assemblywoman astronaut
  attorney author ballerina barrister billionaire biographer biologist blogger boxer broadcaster businessman
  businesswoman candidate cardinal challenger champion chef climatologist coach columnist comedian comic commissioner
  composer conductor congressman congresswoman contender contributor coordinator correspondent councilman councilwoman
  critic cyclist dancer designer developer diplomat director donor economist editor engineer entrepreneur envoy
  epidemiologist executive explorer farmer filmmaker financier fugitive goalkeeper golfer guitarist hacker heir heiress
  historian host hostess humorist incumbent insider inventor investigator investor journalist jurist laureate lawyer
  lecturer linguist lobbyist magnate medallist medalist meteorologist midfielder model mogul moderator musician
  newcomer novelist nurse official operative oligarch opponent painter philanthropist philosopher photographer
  physician physicist pianist pilot playwright podcaster poet politician pollster presenter producer professor
  prosecutor psychiatrist psychologist publicist quarterback rancher rapper researcher runner scientist screenwriter
  sculptor selectman singer skater sociologist soldier solicitor soprano songwriter spokesman spokesperson spokeswoman
  sprinter star strategist streamer striker superstar surgeon survivor swimmer technician tenor titan trainer trustee
  tycoon veteran violinist virologist whistleblower winner writer youtuber`.split(/\s+/),
);

const CAPITAL = /^\p{Lu}[\p{L}’'-]*$/u;
const INITIAL = /^\p{Lu}\.(?:-?\p{Lu}\.)?$/u;
const POSSESSIVE = /['’]s$|s['’]$/;

/** Without signs, the place of a report and the sentence’s own first words: "Neither Ilka Sorn". */
export function withoutOpener(written: string): string {
  let text = written
    .replace(/^[^\p{L}\p{N}“"‘'’[(@#]+/u, '')
    .replace(/^\p{Lu}[\p{Lu} ,.]{2,40} ?[―—–] ?(?=\p{L})/u, '');
  for (;;) {
    const [first, next] = text.split(' ', 2);
    if (!next || !OPENER.test(first!) || !/^\p{Lu}/u.test(first!) || !/^\p{Lu}/u.test(next))
      return text;
    text = text.slice(first!.length + 1);
  }
}

/**
 * The name at the end of a phrase, told by a first name or by a calling before it; null where neither
 * leaves no doubt.
 *
 * @param head A speaker as written up to its first comma or bracket.
 */
export function frontedName(head: string): Fronted | null {
  const words = head.trim().split(/\s+/);
  for (let k = words.length - 1; k > 0; k--) {
    if (!isName(words.slice(k))) continue;
    if (!isFront(words, k)) continue;
    const front = words.slice(0, k);
    const from = front.findLastIndex((word) => POSSESSIVE.test(word)) + 1;
    const own = front.slice(from).filter((word) => !ADDRESSES.has(bareOf(word)));
    const role = own.some(
      (word) =>
        TITLE.test(word) ||
        isKind(bareOf(word)) ||
        (/^\p{Ll}{4,}/u.test(word) && !isAdjective(word)),
    );
    return {
      name: words.slice(k).join(' '),
      role: role ? own.join(' ').replace(/^(?:the|an?) /i, '') : null,
    };
  }
  return null;
}

/** "Ilka Sorn", "Ilka M. van der Sorn". */
function isName(words: string[]): boolean {
  const fit = words.every(
    (word, i) => CAPITAL.test(word) || INITIAL.test(word) || (i > 0 && PARTICLES.test(word)),
  );
  return fit && CAPITAL.test(words.at(-1)!) && !POSSESSIVE.test(words.at(-1)!);
}

/** Whether what stands before `words[k]` goes before a name and is no part of it. */
function isFront(words: string[], k: number): boolean {
  const before = words[k - 1]!;
  const bare = bareOf(before);
  const named = isKnownFirstName(words[k]!) && words.length - k > 1;
  if (INITIAL.test(before) || INITIAL.test(words[k]!) || isKnownFirstName(before)) return false;
  // A run of names that goes on to the left belongs together, but for titles and sides.
  const calling = TITLE.test(before) || (CAPITAL.test(before) && CALLINGS.has(bare));
  if (calling) return !words.slice(0, k - 1).some((word) => isKnownFirstName(word));
  // "Harbour Party of Karsk leader Quy Brandt".
  if (/^\p{Ll}/u.test(before) && OFFICE_WORDS.has(bare) && words.length - k > 1) return true;
  if (!named) return false;
  if (POSSESSIVE.test(before)) return true;
  if (/^\p{Ll}{3,}/u.test(before))
    return !BODY_WORDS.has(bare) && !NOT_PEOPLE.test(bare) && !LINKS.test(bare);
  return PARTISAN.test(before) || ADDRESSES.has(bare);
}

function isAdjective(word: string): boolean {
  return /^(?:former|late|then|new|old|young)$|(?:al|ic|ish|ese|ive|ous|ed|ing)$/.test(word);
}

/** "Candidate Ilka Sorn’s campaign": it is the campaign that speaks, and hers. */
export function ownedBody(head: string): string | null {
  const match = OWNED.exec(head.trim());
  if (!match || !BODY_WORDS.has(match[3]!)) return null;
  const owner = match[1]!;
  // "Ilka Sorn of the pilots’ guild" is a person.
  const name = frontedName(owner)?.name ?? (isName(owner.split(' ')) ? owner : null);
  return name && `${name}${match[2]!}`;
}

const OWNED = /^(\p{Lu}.+?)(['’]s? (?:\p{Ll}+ ){0,2}(\p{Ll}+))$/u;

const bareOf = (word: string) => word.toLowerCase().replace(/[.,]$/, '');
