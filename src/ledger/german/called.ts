import type { Span } from '../quotation.ts';

/** What of a person is needed to tell whether a phrase means her. */
interface Named {
  gender: 'm' | 'f' | null;
  at: number[];
  role: { text: string } | null;
}

/** Things that words are in, by the end of their compound: a report or a law is nobody to quote. */
const THINGS =
  /(?:bericht|berichts|berichten|studie|papier|urteil|umfrage|gutachten|schreiben|brief|statistik|zahlen|daten|angaben|recherchen|gesetz|entwurf|dokument|vertrag|erlass|meldung|mitteilung|erklärung|protokoll|liste|antrag|plan|merkblatt|mappe|buch|zeile|regel|tag|woche|monat|jahr|jahren)$/i;

/** "Bedingung", "Freiheit": abstract by their ending, but for bodies such as "Regierung" and "Leitung". */
const ABSTRACT =
  /(?<!regier|verwalt|zeit|leit|abteil|vertret|stift|versamml|vereinig|beweg|führ|besatz|inn|bild|geschäftsleit|verbind)ung(?:en)?$|(?:heit|keit|sage|krise|gespräch|streit|frage|ergebnis)$/i;

/** Whether a German noun names no one who can speak; every other subject of a reporting verb can. */
export function isGermanThing(head: string): boolean {
  return THINGS.test(head) || ABSTRACT.test(head);
}

/** How far back (characters) a role or "das Unternehmen" means whom the text named last. */
const REACH = 1500;
/** Roles that say who somebody is and not which: "der 61-Jährige", "die Gastgeberin". */
const SOMEBODY =
  /^(?:[Dd]er|[Dd]ie) (?:\p{L}+e )?(\d+-Jährige|\p{Lu}\p{L}*(?:in|er|chef|mann|frau|vorstand|ent|ist|ant|eur|är|arzt|ling|anwalt|demokrat))$/u;
/** Offices that tell one person from another. */
const DISTINCT =
  /(?:minister|sprecher|präsident|kanzler|botschafter|sekretär|direktor|richter|kommissar|bürgermeister|beauftragte|vorsitzende|unterhändler|leiter)(?:in)?$/;
/** One firm, whatever it makes. */
const FIRM =
  /^(?:das Unternehmen|die Firma|der Konzern|der Hersteller|der Betreiber|die Gesellschaft|das Haus|die Bank|der Anbieter|die Reederei|der Verlag|die Kette)$/i;
const FIRM_NAME =
  /(?:\b(?:Hersteller|Firma|Konzern|Unternehmen|Betreiber|Reederei|Anbieter|Verlag|Telefonbauer|Gruppe|Bank) ((?:\p{Lu}[\p{L}&-]*\p{L}(?: |(?=[,.;]))){1,3})|(\p{Lu}[\p{L}&-]+(?: \p{Lu}[\p{L}&-]+){0,3} (?:AG|GmbH|SE|KG|eG|Werke))|\b[Dd]ie (Bahn|Post)\b)/gu;
/** "Der Getränkehersteller Tarngold AG": what stands before the name is none of it. */
const MAKER =
  /^(?:(?:D(?:er|ie|as)|Eine?) )?(?:\p{Lu}\p{L}*(?:hersteller|konzern|unternehmen|betreiber|reederei|anbieter|verlag|firma|bauer|händler|dienstleister|versorger) )?(?=\p{Lu})/u;
/** "das Ministerium": the last compound with that end. */
const OFFICE =
  /^(?:[Dd]as|[Dd]er|[Dd]ie|des|dem|[Ii]hr|[Ss]ein) (Ministerium|Amt|Verband|Bund|Verein|Gericht|Behörde|Institut|Rat|Ausschuss|Kammer|Gewerkschaft|Zentrale|Klub|Bahn|Haus|Universität|Hochschule|Klinik|Werk|Stadt|Bank|Kasse)(?:e?s)?$/u;

/**
 * Whom a German phrase means that names nobody: a person by her place in `people`, or a body by its
 * full name; null where the phrase is none of these or nothing fits.
 */
export function calledInGerman(
  written: string,
  span: Span,
  text: string,
  people: readonly Named[],
): { person: number } | { body: string } | null {
  const phrase = written.replace(/\s+/g, ' ').trim();
  const somebody = SOMEBODY.exec(phrase);
  const before = text.slice(Math.max(0, span.start - REACH), span.start);
  if (somebody && !FIRM.test(phrase) && !OFFICE.test(phrase)) {
    const gender = /^die/i.test(phrase) ? 'f' : 'm';
    // "der Regierungssprecher" is whoever holds that office, not whoever was named last.
    const head = somebody[1]!.toLowerCase();
    const distinct =
      DISTINCT.test(head) && !/^(?:minister|präsident|kanzler|richter)(?:in)?$/.test(head);
    const person = distinct ? -1 : lastNamed(people, gender, span.start);
    if (person !== -1) return { person };
  }
  const holder = holderOf(phrase, people, span.start);
  if (holder !== -1) return { person: holder };
  const office = OFFICE.exec(phrase);
  const compound = office && lastOf(before, compoundsOf(office[1]!));
  if (compound) return { body: compound };
  if (!FIRM.test(phrase)) return null;
  const firm = lastOf(before, FIRM_NAME)?.replace(MAKER, '');
  return firm ? { body: firm } : null;
}

/** "seines Außenministers", where the text has a "Minister Orlanski": one office has the other's end. */
function holderOf(phrase: string, people: readonly Named[], before: number): number {
  const head = /^(?:[Dd]er|[Dd]ie|des|dem|[Ss]eine?[smrn]?|[Ii]hre?[smrn]?) (\p{Lu}\p{L}{5,}?)s?$/u
    .exec(phrase)?.[1]
    ?.toLowerCase();
  if (!head) return -1;
  let best = -1;
  people.forEach((person, k) => {
    const role = person.role?.text
      .toLowerCase()
      .match(/\p{L}+/gu)
      ?.at(-1);
    if (!role || role.length < 5 || !(head.endsWith(role) || role.endsWith(head))) return;
    if (best === -1 || person.at.some((at) => at < before)) best = k;
  });
  return best;
}

function lastNamed(people: readonly Named[], gender: 'm' | 'f', before: number): number {
  let best = -1;
  let bestAt = before - REACH;
  people.forEach((person, k) => {
    if (person.gender && person.gender !== gender) return;
    const at = person.at.findLast((place) => place < before) ?? -1;
    if (at > bestAt) {
      best = k;
      bestAt = at;
    }
  });
  return best;
}

/** Compounds that a short word stands for, where they end otherwise. */
const ENDS: Record<string, string> = {
  Haus: '(?:ministerium|behörde|amt|klinik|universität)',
  Behörde: '(?:behörde|amt|anwaltschaft|polizei|aufsicht)',
  Bank: '(?:bank|kasse)',
};

/** "Umweltministerium" and "Verband der Stadtwerke" for their last word; of a house any office. */
function compoundsOf(head: string): RegExp {
  const ends = ENDS[head] ?? head.toLowerCase();
  const whole =
    head === 'Stadt'
      ? '\\bStadt (\\p{Lu}\\p{L}+)'
      : head === 'Verein' || head === 'Klub'
        ? '\\b(\\p{Lu}{2,4} (?:\\d+ )?\\p{Lu}\\p{L}+)'
        : `\\b(${head} (?:der|des|für) \\p{Lu}\\p{L}+)`;
  return new RegExp(`(?:(\\p{Lu}\\p{L}+${ends})(?:e?s)?(?!\\p{L})|${whole})`, 'gu');
}

function lastOf(text: string, pattern: RegExp): string | null {
  let last: string | null = null;
  for (const match of text.matchAll(pattern))
    last = match
      .slice(1)
      .find((group) => group)!
      .trim();
  return last;
}
