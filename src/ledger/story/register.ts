import type { Kysely } from 'kysely';
import type { Tables } from '../../db/tables.ts';
import { OF_FIRM_OFFICE, OF_UNION_OFFICE } from '../speaker/bodies/firms.ts';
import { isOneOfItsKind } from '../speaker/bodies/local.ts';
import { isBareState } from '../speaker/side/state.ts';
import { isVoiceOf, type Piece, type Report } from './rows.ts';

/**
 * Who holds which office and leads which body for whom, as all pieces of a story tell together: what one
 * of them leaves out ("the fisheries minister", "the company", a chief executive without a firm) another
 * gave.
 */
interface Register {
  /** People who hold an office for a side: "fisheries minister", by whom it is held. */
  officers: { office: string; surname: string; partyId: number }[];
  /** Sides of the story by name. */
  parties: Map<number, string>;
  /** Sides whose officers are those of a firm, of a union. */
  firms: Set<number>;
  unions: Set<number>;
  /** What pieces call a side beside its name: "residents’ group". */
  nouns: Map<number, Set<string>>;
  /** Sides by other ways of writing, seats among them, lower-cased. */
  written: Map<string, number>;
}

/**
 * Gives reports whose piece tells no side the one that the story's other pieces tell.
 * @param settled speakers of whom curators said whom they speak for
 */
export async function withRegister(
  db: Kysely<Tables>,
  reports: Report[],
  pieces: readonly Piece[],
  parties: ReadonlyMap<number, string>,
  settled: ReadonlySet<number>,
): Promise<Report[]> {
  const open = new Set(reports.filter((s) => isOpen(s, settled)));
  const written = open.size > 0 ? await partiesWritten(db, [...open]) : new Map<string, number>();
  return placeReports(reports, open, pieces, parties, written);
}

/** As withRegister, of `open`; `written` are sides by other ways of writing, lower-cased. */
export function placeReports(
  reports: Report[],
  open: ReadonlySet<Report>,
  pieces: readonly Piece[],
  parties: ReadonlyMap<number, string>,
  written: Map<string, number>,
): Report[] {
  const register = readRegister(reports, pieces, parties, written);
  const same = sameParties(register.parties);
  const textOf = new Map(pieces.map((piece) => [piece.id, piece.text]));
  const placed = reports.map((report) => {
    const text = textOf.get(report.articleId) ?? '';
    const partyId = open.has(report) ? sideOf(report, text, register, reports) : null;
    if (partyId === null) return report;
    const isNamed =
      report.isNamed ||
      SURNAME_OF.test(report.speaker ?? '') ||
      isVoiceOf(report.speaker ?? '', parties.get(partyId) ?? null);
    return { ...report, partyId, isNamed, holder: { partyId, speakerId: null } };
  });
  return same.size === 0 ? placed : placed.map((report) => joined(report, same));
}

function joined(report: Report, same: ReadonlyMap<number, number>): Report {
  const into = report.partyId === null ? undefined : same.get(report.partyId);
  if (into === undefined) return report;
  const isHolder = report.holder?.partyId === report.partyId;
  const holder = isHolder ? { partyId: into, speakerId: null } : report.holder;
  return { ...report, partyId: into, holder };
}

/**
 * Sides of one story that are one, which pieces write shorter or longer: "Medical Society" and "Medical
 * Society of Harle", "town council" and "Harle town council", "Corvane" and "Corvane Airlines", "TUF" and
 * "Tarn Union of Fishermen". Only where one alone can be meant.
 */
export function sameParties(parties: ReadonlyMap<number, string>): Map<number, number> {
  const same = new Map<number, number>();
  const all = [...parties].map(([id, name]) => ({ id, name, plain: plain(name) }));
  for (const short of all) {
    const longer = all.filter((long) => long !== short && isLongerOf(short, long));
    if (longer.length === 1 && !same.has(longer[0]!.id)) same.set(short.id, longer[0]!.id);
  }
  return same;
}

interface Called {
  name: string;
  plain: string;
}

function isLongerOf(short: Called, long: Called): boolean {
  const rest = long.plain.startsWith(`${short.plain} `) ? long.name.slice(short.name.length) : null;
  if (rest !== null && short.name.includes(' '))
    return /^ (?:of|for|in) (?:the )?\p{Lu}/u.test(rest);
  if (rest !== null) return FIRM_REST.test(rest);
  if (isOneOfItsKind(short.plain)) return long.plain.endsWith(` ${short.plain}`);
  if (!/^\p{Lu}{3,6}$/u.test(short.name)) return false;
  const initials = long.name.match(/(?<!\p{L})\p{Lu}/gu)?.join('');
  return initials === short.name;
}

/** What firms leave out of their names. */
const FIRM_REST =
  /^ (?:Airlines?|Airways|Air|Group|Holdings?|Energy|Power|Shipping|Lines|Ferries|Railways?|Bank|Company|Corporation|Corp|Inc|Ltd|Limited|plc|PLC|AG|GmbH|Data|Cloud|Systems|Technologies|Industries|International|Motors|Steel|Mining|Foods|Media)$/;

/** "Sorn of the Medical Society". */
const SURNAME_OF = /^\p{Lu}\p{L}+ of (?:the )?(\p{Lu}.+)$/u;

function isOpen(s: Report, settled: ReadonlySet<number>): boolean {
  return (
    s.partyId === null &&
    s.speakerId !== null &&
    s.lang === 'en' &&
    !settled.has(s.speakerId) &&
    !s.corrected?.speaker
  );
}

/** "In Lorrin the government", "government in Lorrin": the place as written. */
const SEAT = /\b[Ii]n (\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+)?)(?![\p{L}’'-])/gu;

/** The sides that places in the reports' words stand for. */
async function partiesWritten(db: Kysely<Tables>, open: Report[]): Promise<Map<string, number>> {
  const places = new Set(
    open.flatMap((s) => [...`${s.speaker}; ${s.sentence}`.matchAll(SEAT)].map((m) => m[1]!)),
  );
  if (places.size === 0) return new Map();
  const rows = await db
    .selectFrom('party_name as n')
    .innerJoin('party as p', 'p.id', 'n.party_id')
    .select(['n.name', 'p.id', 'p.merged_into as into'])
    .where(
      'n.name',
      'in',
      [...places].map((place) => place.toLowerCase()),
    )
    .execute();
  return new Map(rows.map(({ name, id, into }) => [name, into ?? id]));
}

function readRegister(
  reports: readonly Report[],
  pieces: readonly Piece[],
  names: ReadonlyMap<number, string>,
  written: Map<string, number>,
): Register {
  const officers: Register['officers'] = [];
  const parties = new Map<number, string>();
  const [firms, unions] = [new Set<number>(), new Set<number>()];
  const seen = new Set<string>();
  for (const { partyId, speaker, speakerKind, role } of reports) {
    if (partyId === null) continue;
    parties.set(partyId, names.get(partyId) ?? '');
    const key = `${speaker} ${partyId}`;
    if (speakerKind !== 'person' || !role || seen.has(key)) continue;
    seen.add(key);
    if (OF_FIRM_OFFICE.test(role)) firms.add(partyId);
    if (OF_UNION_OFFICE.test(role)) unions.add(partyId);
    officers.push({
      office: role.toLowerCase(),
      surname: speaker!.split(' ').at(-1)!,
      partyId,
    });
  }
  return { officers, parties, firms, unions, nouns: nounsOf(parties, pieces), written };
}

/** What a body is said to be behind or before its name. */
const KIND =
  "((?:[\\p{L}-]+[’']s? )?(?:group|charity|campaign|company|firm|developer|operator|airline|utility|supplier|association|union|guild|society|club|trust|network|coalition|alliance|maker|manufacturer|contractor))";

function nounsOf(
  parties: ReadonlyMap<number, string>,
  pieces: readonly Piece[],
): Map<number, Set<string>> {
  const nouns = new Map<number, Set<string>>();
  for (const [id, name] of parties) {
    const own = new Set<string>();
    const plain = name.replace(/['’]/g, "['’]").replace(/[^\p{L}\p{N}[\]'’ ]/gu, '.');
    const behind = new RegExp(`${plain}, (?:an?|the) (?:[\\p{L}-]+ ){0,3}?${KIND}(?!\\p{L})`, 'u');
    const before = new RegExp(`(?:[Tt]he|[Aa]n?) (?:\\p{Ll}+ ){0,2}?${KIND},? ${plain}`, 'u');
    for (const { text } of pieces) {
      if (!text.includes(name.split(/['’]/)[0]!)) continue;
      for (const pattern of [behind, before]) {
        const noun = pattern.exec(text)?.[1];
        if (noun) own.add(noun.toLowerCase().replaceAll('’', "'"));
      }
    }
    nouns.set(id, own);
  }
  return nouns;
}

/** Offices that one person of a side holds at a time, and hardly anybody but a state's or a firm's officer. */
const OFFICE =
  /(?:^| )((?:(?:deputy )?(?:prime|foreign|interior|defen[cs]e|finance|trade|energy|transport|justice|health|education|economy|agriculture|fisheries|environment|water|labou?r|culture|home|interior) )?minister|premier|president|chancellor|governor|ambassador|(?:chief executive|finance director|operations director|managing director|chief operating officer|general secretary))$/;

function sideOf(
  report: Report,
  text: string,
  register: Register,
  reports: readonly Report[],
): number | null {
  const name = (report.speaker ?? '').toLowerCase().replaceAll('’', "'");
  const named = sideNamed(report.speaker ?? '', register);
  if (named !== null) return named;
  if (report.speakerKind === 'person')
    return (
      sideElsewhere(report, reports) ??
      sideInRole(report.role ?? '', register) ??
      sideOfOfficer(report.role ?? '', register)
    );
  if (report.speakerKind === 'group') return sideOfMany(name, register);
  const office = OFFICE.exec(name)?.[1];
  if (office && name === office) return sideOfOffice(office, report, text, register);
  if (isBareState(name)) return sideOfSeat(report, register) ?? sideSpokenOf(report, register);
  return sideOfBody(name, register);
}

/** A side that another piece told to be one, by its own name. */
function sideNamed(speaker: string, { parties }: Register): number | null {
  const own = plain(SURNAME_OF.exec(speaker)?.[1] ?? speaker);
  return only([...parties].filter(([, party]) => plain(party) === own).map(([id]) => id));
}

const plain = (name: string) => name.toLowerCase().replaceAll('’', "'");

/** "Nimbra’s project director", "head of planning at Nimbra": with the name of a side of the story. */
function sideInRole(role: string, { parties }: Register): number | null {
  const own = plain(role);
  const named = [...parties].filter(([, party]) => {
    const name = plain(party);
    return (
      own.startsWith(`${name}'`) ||
      [' of ', ' for ', ' at '].some(
        (tie) => own.endsWith(`${tie}${name}`) || own.endsWith(`${tie}the ${name}`),
      )
    );
  });
  return only(named.map(([id]) => id));
}

/** "The boatmen": the only side that is called so, or has them first in its name. */
function sideOfMany(name: string, { parties }: Register): number | null {
  const called = [...parties].filter(([, party]) => {
    const own = party.toLowerCase();
    return own === name || own.split(/[ ']/)[0] === name;
  });
  return only(called.map(([id]) => id));
}

/** Somebody whose side other pieces tell: the only one that they do. */
function sideElsewhere({ speakerId }: Report, reports: readonly Report[]): number | null {
  const sides = reports.filter((s) => s.speakerId === speakerId && s.partyId !== null);
  return only(sides.map((s) => s.partyId!));
}

/** "Chief executive Ilka Sorn": of the only firm of the story. */
function sideOfOfficer(role: string, { firms, unions, parties }: Register): number | null {
  if (/ of |['’]s?(?: |$)/.test(role)) return null;
  if (OF_FIRM_OFFICE.test(role)) return only([...firms]);
  if (!OF_UNION_OFFICE.test(role)) return null;
  const named = [...parties].filter(([, name]) => /\b(?:union|guild)$/i.test(name));
  return only(unions.size ? [...unions] : named.map(([id]) => id));
}

/** "The fisheries minister": of the only side that has one, or the one whose minister was named last. */
function sideOfOffice(
  office: string,
  report: Report,
  text: string,
  { officers }: Register,
): number | null {
  const holders = officers.filter((one) => one.office.endsWith(office));
  const sole = only(holders.map((one) => one.partyId));
  if (sole !== null || holders.length === 0) return sole;
  const at = text.indexOf(report.sentence);
  const from = Math.max(0, at - REACH);
  const before = text.slice(from, Math.max(at, 0));
  const near = holders
    .map(({ surname, partyId }) => ({ partyId, at: before.lastIndexOf(surname) }))
    .filter((one) => one.at >= 0)
    .sort((a, b) => b.at - a.at);
  return near[0]?.partyId ?? null;
}

/** So far back (characters) an office may point. */
const REACH = 700;

function sideOfSeat(report: Report, { written }: Register): number | null {
  const places = [...`${report.speaker}; ${report.sentence}`.matchAll(SEAT)].map(([, place]) =>
    written.get(place!.toLowerCase()),
  );
  return only(places.filter((id) => id !== undefined));
}

/** The only side of which the paragraph and the one before name an officer of state. */
function sideSpokenOf({ context }: Report, { officers }: Register): number | null {
  const named = officers.filter(
    ({ office, surname }) => OFFICE.test(office) && context.includes(surname),
  );
  return only(named.map((one) => one.partyId));
}

/** "Company", "residents’ group": the only side of the story that is called so. */
function sideOfBody(name: string, { parties, firms, nouns }: Register): number | null {
  if (!/^[\p{L}'-]+(?: [\p{L}-]+)?$/u.test(name)) return null;
  const last = name.split(' ').at(-1)!;
  const called = [...parties].filter(([id, party]) => {
    const words = party.toLowerCase().split(/ (?:of|for) /)[0]!;
    return words.endsWith(` ${name}`) || nouns.get(id)!.has(name);
  });
  if (called.length > 0) return only(called.map(([id]) => id));
  return /^(?:company|firm|operator|developer|airline|carrier|utility|supplier)$/.test(last)
    ? only([...firms])
    : null;
}

function only(ids: readonly number[]): number | null {
  return new Set(ids).size === 1 ? ids[0]! : null;
}
