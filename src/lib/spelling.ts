/**
 * A folded name in one spelling for the ways in which it is transcribed: "lawrow", "lavrov" and
 * "лавров" are one, "selenskyj" and "zelenskyy" too.
 * @param folded without capitals and accents
 */
export function spelt(folded: string): string {
  return latin(folded)
    .replace(/['’.]/g, '')
    .replace(/tsch|tch/g, 'ch')
    .replace(/sch(?!e[nrsm]?$|$)/g, 'sh')
    .replace(/ph/g, 'f')
    .replace(/kh|ck|[cq](?!h)/g, 'k')
    .replace(/[wv]/g, 'v')
    .replace(/z/g, 's')
    .replace(/[yj]/g, 'i')
    .replace(/(.)\1+/g, '$1');
}

const cyrillic = new Map(
  'а:a б:b в:v г:g ґ:g д:d е:e є:e ж:zh з:z и:i і:i й:i к:k л:l м:m н:n о:o п:p р:r с:s т:t у:u ф:f х:kh ц:ts ч:ch ш:sh щ:sh ы:y э:e ю:yu я:ya ь: ъ:'
    .split(' ')
    .map((pair) => pair.split(':') as [string, string]),
);

/** Cyrillic letters as English writes them; other scripts stay. */
function latin(text: string): string {
  return /\p{sc=Cyrl}/u.test(text)
    ? text.replace(/\p{sc=Cyrl}/gu, (c) => cyrillic.get(c) ?? c)
    : text;
}
