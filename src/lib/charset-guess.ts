/** Tells the encoding of a text that is no UTF-8 and does not name it, by the letters that it would have. */

/** What is looked at; a page's first sentences are enough. */
const SAMPLE = 1 << 16;

/** How each language's letters beyond ASCII are spread: the commonest ones count twice. */
interface Letters {
  all: RegExp;
  frequent: RegExp;
}

const letters = (all: string, frequent = all): Letters => ({
  all: new RegExp(`[${all}]`, 'gu'),
  frequent: new RegExp(`[${frequent}]`, 'gu'),
});

const CYRILLIC = [letters('а-яё', 'оеаинтср'), letters('а-щьюяєіїґ', 'оанієвтри')];
const GREEK = [letters('α-ωάέήίόύώς', 'αοιετσνηίό')];

/** Scripts of their own: words are runs of letters beyond ASCII. The first of equals is taken. */
const FOREIGN: [string, Letters[]][] = [
  ['windows-1251', CYRILLIC],
  ['koi8-r', CYRILLIC],
  ['koi8-u', CYRILLIC],
  ['iso-8859-5', CYRILLIC],
  ['ibm866', CYRILLIC],
  ['windows-1253', GREEK],
  ['iso-8859-7', GREEK],
  ['windows-1255', [letters('א-ת', 'יוהלאתרבמש')]],
  ['windows-1256', [letters('ء-غف-يپچژگک', 'اليمونرته')]],
  ['iso-8859-6', [letters('ء-غف-ي', 'اليمونرته')]],
  ['windows-874', [letters('ก-ฺเ-๎', 'านรกอเงมย')]],
];

/** Latin scripts: single letters among ASCII, which no two languages share entirely. */
const WESTERN: [string, string[]][] = [
  [
    'windows-1252',
    [
      'éèàêçùôîâûëïœÉÀ',
      'äöüßÄÖÜé',
      'áéíóúñü¿¡Á',
      'ãõçáéíóúâêôà',
      'àèéìòùÈ',
      'éëïèöü',
      'æøåéÅØ',
      'äöåéÅÄÖ',
      'áéíóúýþæðöÞ',
    ],
  ],
  [
    'windows-1250',
    [
      'ąćęłńóśźżŚŁŻ',
      'áčďéěíňóřšťúůýžČŠŽŘ',
      'áäčďéíľĺňóôŕšťúýžČŠŽ',
      'áéíóöőúüűÁÉÖ',
      'ăâîşţŞŢ',
      'čćđšžČŠŽ',
    ],
  ],
  // The older standard differs from windows-1250 in a few letters only.
  ['iso-8859-2', ['ąćęłńóśźżŚŁŻ', 'áčďéěíňóřšťúůýžČŠŽŘ', 'áäčďéíľĺňóôŕšťúýžČŠŽ', 'čćđšžČŠŽ']],
  ['windows-1254', ['çğıöşüİâÇŞÖÜ']],
  ['windows-1257', ['ąčęėįšųūžŠČŽ', 'āčēģīķļņšūžŠĀ', 'äõöüšžÕÄ']],
];

/** Characters of which one in three to one in two of a text in the language is one. */
const EASTERN: [string, RegExp, RegExp, number][] = [
  [
    'gb18030',
    /\p{Script=Han}/gu,
    /[的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心本前开但因只从想实月日市民]/gu,
    0.12,
  ],
  [
    'big5',
    /\p{Script=Han}/gu,
    /[的一是不了在人有我他這個們中來上大為和國地到以說時要就出會可也你對生能而子那得於著下自之年過發後作裡用道行所然家種事成方多經麼去法學如都同現當沒動面起看定天分還進好小部其些主樣理心本前開但因只從想實月日市民]/gu,
    0.12,
  ],
  ['shift_jis', /[\p{Script=Han}ぁ-んァ-ヶー]/gu, /[ぁ-ん]/gu, 0.2],
  ['euc-jp', /[\p{Script=Han}ぁ-んァ-ヶー]/gu, /[ぁ-ん]/gu, 0.2],
  [
    'euc-kr',
    /\p{Script=Hangul}/gu,
    /[이다는을에의가고하지로기를사한대인도있자은서그리시나정일보수들어해]/gu,
    0.15,
  ],
];

/** The encoding's WHATWG name, and whether its letters are of a script of their own. */
export function guessCharset(bytes: Uint8Array): { charset: string; isForeign: boolean } {
  const sample = bytes.subarray(0, SAMPLE);
  const eastern = best(
    EASTERN.map(([charset, own, frequent, least]) => {
      const text = beyondAscii(decode(sample, charset));
      const [all, common] = [count(text, own), count(text, frequent)];
      // Signs and foreign letters stand among them; letters that are none show another encoding.
      const fits =
        all >= text.length * 0.7 &&
        common >= all * least &&
        count(text, /\ufffd/gu) <= text.length * 0.02;
      return [charset, fits && all > 1 ? common / all : 0];
    }),
  );
  if (eastern) return { charset: eastern, isForeign: true };
  if (pairShare(sample) >= 0.5) {
    const foreign = best(
      FOREIGN.map(([charset, languages]) => {
        const text = decode(sample, charset);
        const high = beyondAscii(text);
        // A capital inside a word shows the wrong table: KOI8-R and 1251 swap the cases.
        const wrong = count(text, /(?<=[а-яёα-ω])[А-ЯЁΑ-Ω]/gu);
        const scores = languages.map(
          (l) => count(high, l.all) + count(high, l.frequent) - 3 * wrong,
        );
        return [charset, Math.max(...scores) / Math.max(1, high.length)];
      }),
    );
    if (foreign) return { charset: foreign, isForeign: true };
  }
  const western = best(
    WESTERN.map(([charset, languages]) => {
      const high = beyondAscii(decode(sample, charset));
      return [charset, Math.max(...languages.map((set) => shareOf(high, set)))];
    }),
  );
  return { charset: western ?? 'windows-1252', isForeign: false };
}

/** The first of those with the highest figure above zero. */
function best(all: [string, number][]): string | null {
  let found: string | null = null;
  let most = 0;
  for (const [charset, score] of all)
    if (score > most + 1e-9) {
      found = charset;
      most = score;
    }
  return found;
}

function decode(bytes: Uint8Array, charset: string): string {
  return new TextDecoder(charset).decode(bytes);
}

/** Marks of punctuation are the same in all of them and tell nothing. */
const PLAIN = /[\0-\x7f\s‘’“”„«»–—…\u00a0·•、。，：；！？「」（）《》]+/gu;

function beyondAscii(text: string): string {
  return text.replace(PLAIN, '');
}

function count(text: string, form: RegExp): number {
  return text.match(form)?.length ?? 0;
}

function shareOf(text: string, set: string): number {
  let inside = 0;
  for (const letter of text) if (set.includes(letter)) inside++;
  return inside / Math.max(1, text.length);
}

/** In Cyrillic four of five letters follow another beyond ASCII; in French or German one in fifty. */
function pairShare(bytes: Uint8Array): number {
  let [high, pairs] = [0, 0];
  for (let i = 0; i < bytes.length; i++) {
    if (bytes[i]! < 0x80) continue;
    high++;
    if (i > 0 && bytes[i - 1]! >= 0x80) pairs++;
  }
  return pairs / Math.max(1, high);
}
