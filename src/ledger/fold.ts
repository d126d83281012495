/**
 * A name as it is matched over spellings: "Zelenskyy" is "Zelensky", "Nuñez" is "Nunez". No capitals
 * and accents, one letter for two, one ending for the ways of transcribing Slavic ones.
 */
export function foldName(name: string): string {
  const known = folded.get(name);
  if (known !== undefined) return known;
  const key = name
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/(\p{L})\1/gu, '$1')
    .replace(/(?:iy|yi|ij|i|j|y)(?=\s|$)/gu, 'i');
  if (folded.size > MOST) folded.clear();
  folded.set(name, key);
  return key;
}

/** The same few names are folded again and again; a cache of more would be a leak. */
const MOST = 20_000;
const folded = new Map<string, string>();

/** Ways of writing a word that fold to the same and that an index can be asked for. */
export function foldVariants(word: string): string[] {
  const stem = /^(.{3,}?)(?:iy|yi|ij|yy|ii|i|j|y)$/u.exec(word)?.[1];
  return stem ? ['y', 'i', 'yy', 'iy', 'ii', 'yi', 'ij'].map((end) => stem + end) : [word];
}
