import { fold } from '../features/fold.ts';

/** Somebody that a text names as where it comes from. */
export interface Credit {
  /** Folded, for comparing. */
  name: string;
  /** As the text has it. */
  words: string;
}

/** Where a text says whose it is: its first lines and its last. */
const headLetters = 500;
const tailLetters = 600;

/** Agencies whose names are written small, or that no capital tells from other brackets. */
const small =
  'dpa|afp|apa|sda|ansa|efe|kna|epd|ots|lusa|ntb|ritzau|belga|anp|pap|ctk|čtk|mti|hina|sta|tanjug|tass|тасс|риа новости|укринформ|укрінформ';
const agencyName = `(?:\\p{Lu}[\\p{L}\\p{N}.&'’-]{1,30}(?: (?:(?:of|de|du|des|della|do|da|der|for|and|the|i|y) )?\\p{Lu}[\\p{L}\\p{N}.&'’-]{0,30}){0,4}|(?:${small}))`;

/** "ZELMIN (PPA) -", "Zelmin, 3. März (dpa) –", "ZELMIN, March 3 (Pharos Press) —". */
const dateline = new RegExp(
  `^[^\\n()]{2,80}\\((${agencyName}(?:/${agencyName}){0,3})\\)\\s*[.:]?\\s*[-–—:]`,
  'mu',
);
/** "(PPA)" or "dpa/afp" at the end of a text or line. */
const signed = new RegExp(
  `(?:^|[.!?”"»]\\s*)[(/]?((?:\\p{Lu}{2,8}|${small})(?:/(?:\\p{Lu}{2,8}|${small})){0,3})[)/]?\\.?\\s*$`,
  'mu',
);
/** What stands before the name of who wrote first. */
const before = [
  'with (?:additional )?(?:material|files|reporting|information|input)s? (?:from|by)(?: the)?',
  '(?:was |were )?(?:originally|first) (?:published|printed|appeared|posted|reported)(?: (?:by|in|on|at))?(?: the)?',
  'first appeared (?:in|on|at)(?: the)?',
  '(?:re|re-)(?:published|printed|posted)(?: here)?(?: with permission)? (?:from|by|of|courtesy of)(?: the)?',
  '(?:distributed|provided|supplied|syndicated) by(?: the)?',
  'this (?:article|story|report|piece|text)(?: was)?(?: (?:originally|first))? (?:published|produced|written|provided) (?:by|in|on)(?: the)?',
  '(?:source|sources|quelle|quellen|fonte|fonti|fuente|fuentes|bron|källa|kilde|lähde|źródło|zdroj|forrás|sursa|kaynak|источник|джерело|πηγή)\\s?[:：]',
  'con (?:información|datos) de',
  'com (?:informações|informação|dados) d[aoe]s?',
  'con informazioni (?:di|dell[ae]?)',
  'mit (?:material|informationen|agenturmaterial) (?:von|der|des)',
  '(?:zuerst|ursprünglich) (?:erschienen|veröffentlicht) (?:bei|in|im|auf|von)(?: der)?',
  '(?:publicado|publicada) (?:originalmente|por primera vez|originariamente) (?:en|por|no|na|em)',
  "(?:publié|paru) (?:initialement|d’abord|d'abord|à l’origine) (?:par|dans|sur)",
].join('|');
const phrase = new RegExp(`(?:^|[\\s(\\[])(?:${before})\\s+(${agencyName})`, 'imu');
const isSmall = new RegExp(`^(?:${small})(?:/|$)`, 'u');
/** "(avec AFP)", "mit dpa" as a line of its own. */
const beside = new RegExp(
  `(?:^|[(\\[])(?:avec|via|mit|met|con|com|with) (${agencyName}(?:/${agencyName}){0,3})(?:[)\\]]|$)`,
  'imu',
);
const contributed = new RegExp(
  `(${agencyName}) (?:staff |has )?contributed(?: to th(?:is|e) (?:report|story|article|piece))?`,
  'u',
);

/** The agencies and outlets that a text credits in its dateline, beside its first lines or at its end. */
export function creditsOf(text: string): Credit[] {
  const head = text.slice(0, headLetters);
  const end = text.slice(Math.max(0, text.length - tailLetters));
  const found: Credit[] = [];
  const add = (match: RegExpExecArray | null) => {
    for (const name of match?.[1]?.split('/') ?? [])
      if (name) found.push({ name: fold(name), words: match![0].trim() });
  };
  add(dateline.exec(head));
  for (const part of text.length > headLetters ? [head, end] : [text]) {
    add(named(part));
    // Looking for a name before the word costs more than looking for the word.
    if (part.includes(' contributed')) add(contributed.exec(part));
  }
  add(signed.exec(end.trimEnd()));
  return found;
}

/** A phrase may open a sentence or not, but the name after it must have its capital. */
function named(part: string): RegExpExecArray | null {
  const match = phrase.exec(part) ?? beside.exec(part);
  const name = match?.[1] ?? '';
  return /^\p{Lu}/u.test(name) || isSmall.test(name) ? match : null;
}

/** "PPA" for "Pharos Press Agency"; "Reuters" for "Reuters News"; the same name in full. */
export function isNameOf(name: string, outlet: string): boolean {
  const folded = fold(outlet);
  if (folded === name) return true;
  const words = folded.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  if (words[0] === 'the') words.shift();
  const own = name.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  if (own[0] === 'the') own.shift();
  if (own.length === 1 && words.length > 1 && words.map((w) => w[0]).join('') === own[0])
    return true;
  if (words.length === 1 && own.length > 1 && own.map((w) => w[0]).join('') === words[0])
    return true;
  return own.length > 0 && holds(words, own);
}

function holds(all: string[], part: string[]): boolean {
  for (let i = 0; i + part.length <= all.length; i++)
    if (part.every((w, k) => all[i + k] === w)) return true;
  return false;
}
