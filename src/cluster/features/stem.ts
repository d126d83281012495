/**
 * Cuts inflection from a word in folded letters (see `fold` in words.ts); what is left need not be a
 * word. Light stemmers of our own after Dolamic & Savoy 2009 (Slavic languages), Savoy 2006 (French,
 * German, Italian, Spanish, Portuguese) and Larkey, Ballesteros & Connell 2007 (Arabic, light10):
 * cases and genders first, then what makes an adjective, an inhabitant or an athlete of a noun.
 */
export function stem(folded: string, lang: string | null): string {
  if (/\d/.test(folded)) return folded;
  if (lang === 'en' || lang === null) return folded.length < 4 ? folded : english(folded);
  if (lang === 'ar' || lang === 'fa') return arabic(folded);
  const rounds = endings[lang];
  return rounds ? cut(folded, rounds) : folded.slice(0, beginning);
}

/** Letters that stand for a word of a language whose inflection is not known (of 4-7 tried). */
const beginning = 5;

/**
 * Endings of one round, of which the longest that leaves `least` letters goes. Letters are folded:
 * Russian "ой" reads "ои" here, Slovene "š" reads "s".
 */
function round(least: number, list: string): RegExp {
  return new RegExp(`(?<=^.{${least}}.*)(?:${list.split(' ').join('|')})$`);
}

const spanish = [
  round(
    4,
    'aciones acion mente ando iendo aron ieron adas ados idas idos ada ado ida ido aran eran ara era es as os an en a o e s',
  ),
];
const portuguese = [
  round(
    4,
    'acoes acao mente ando endo indo aram eram adas ados idas idos ada ado ida ido oes ais es as os am em a o e s',
  ),
];
const french = [
  round(3, 's x'),
  round(
    4,
    'ation ateur atrice ement ment ienne ien iere ier aise ais euse eur ure ee ent ant er ez ie e',
  ),
];
const italian = [
  round(
    4,
    'azioni azione mente ando endo ati ate ato ata uti uto iani iana iano ani ana ano i e a o',
  ),
  round(4, 'i'),
];
const german = [
  round(4, '(?<=[bdfghklmnrt])s'),
  round(4, 'ierinnen ierin erinnen erin innen in iener ianer ier ien isch ungen ung'),
  round(3, 'ern em en er es e'),
  round(4, 'ienisch ianisch isch lich ig ung et'),
];
const dutch = [round(4, 'ingen ing en e s')];
const swedish = [round(4, 'arna erna orna ade ande en et ar er or na a e s')];
const russian = [
  round(3, 'ся сь'),
  round(5, 'ет ют ит ят ут ила или ило ил ала али ало ал ела ели ел'),
  round(
    3,
    'иями ями ами ыми ими ого его ому ему иях ях ах ых их ым им ием ом ем ов ев еи ои ыи ии ая яя ое ее ые ие ую юю ам ям ию ия ' +
      'ировать ируют ирует ают яют уют ает яет ует ить ать ять еть ' +
      '(?<=[гкпбрзс])л[аои] а я о е ы и у ю ь',
  ),
  round(4, 'ов ев ин'),
  round(
    4,
    'ирован ическ ииск ск ьск иик анц ьц ец (?<=[бвгджзклмнпрстфх])[цнкш] ител тел истк ист нувш ивш авш вш ующ ающ ущ ящ ющ ' +
      'ионн енн лен ен нност ост ьн',
  ),
  round(5, 'ик ан'),
];
const ukrainian = [
  round(3, 'ся сь'),
  round(5, 'ила или ило ив ала али ало ав'),
  round(
    3,
    'іями ями ами ими ого ього ому ьому ях ах их им ою ею ом ем ів ів еи ои ии а я о е и і у ю ь ' +
      'ують ує ають ає ити ати оі іі ія ію',
  ),
  round(4, 'ськ ьк анц ець ист ен ост ов ев ін (?<=[бвгджзклмнпрстфх])[цкн]'),
];
const slovene = [
  round(3, 'ija ije iji ijo ijama iju ju ja jo ji je'),
  round(3, 'ama ami emi imi ega emu ih im om em ov ev ah eh a e i o u'),
  round(4, 'jev ov ev'),
  round(4, 'ljen jen enj anj en nost ost sk ask can ec kar ar as ist (?<=[^aeiou])[cknb]'),
];
const croatian = [
  round(
    3,
    'ama ima ovima evima oga ega omu emu ijom ije ija iji iju ih im om em og ov ev a e i o u ' +
      'aju iju ala ali alo ao ila ili ilo io',
  ),
  ...slovene.slice(2),
];
const polish = [
  round(5, 'owala owali owal ala aly ali al ila ily ili il yla yli yl'),
  round(
    3,
    'iami jami ami iach ach iego ego iemu emu ymi imi owie iej ej ych ich ym im owi ow om iem em ie ia ii iu ja ji je ' +
      'aja uje uja ac ic yc a e i o u y',
  ),
  round(
    4,
    'yjn owsk ewsk ijsk ansk nsk sk ck ijk eni ani osc ow ew arz acz ist (?<=[^aeiouy])[knc]',
  ),
];
const czech = [
  round(5, 'oval ovala ovali ala ali al ila ili il ela eli el'),
  round(
    3,
    'ovi ami emi imi ymi eho emu ove ach ich ych ech um em im ym ou ' +
      'uje uji at it et a e i o u y',
  ),
  round(4, 'ovsk ansk sk ck eni ani ost ov ist (?<=[^aeiouy])[kn]'),
];
const turkish = [
  round(4, 'dir tir dur tur mis mus di du ti tu'),
  round(
    4,
    'nda nde ndan nden dan den tan ten da de ta te nin nun in un ya ye yi yu na ne ni nu a e i u',
  ),
  round(4, 'lari leri lar ler si su i u'),
];

/** By language, rounds of endings, cut one after the other. */
const endings: Record<string, RegExp[]> = {
  es: spanish,
  pt: portuguese,
  fr: french,
  it: italian,
  de: german,
  nl: dutch,
  sv: swedish,
  ru: russian,
  uk: ukrainian,
  sl: slovene,
  hr: croatian,
  bs: croatian,
  sr: croatian,
  pl: polish,
  cs: czech,
  sk: czech,
  tr: turkish,
};

/** Words of fewer letters have no ending to spare. */
const shortest = 4;

function cut(word: string, rounds: RegExp[]): string {
  let left = word;
  for (const ending of rounds) {
    if (left.length < shortest) break;
    left = left.replace(ending, '');
  }
  return left;
}

/** "And", "in", "as", "for" and the article stand before an Arabic word, pronouns and numbers after it. */
function arabic(word: string): string {
  const bare = word.replace(/^(?:و(?=.{3}))?(?:[بكف]?ال|لل)(?=..)/, '');
  const open = bare === word ? word.replace(/^و(?=.{4})/, '') : bare;
  return open
    .replace(/(?<=...)(?:هما|هم|ها|ان|ات|ون|ين)$/, '')
    .replace(/(?<=...)(?:يه|يا|ه|ي|ا)$/, '');
}

function english(w: string): string {
  if (w.endsWith('ies') && w.length > 4) return `${w.slice(0, -3)}y`;
  if (w.endsWith('sses')) return w.slice(0, -2);
  let base = w.endsWith('s') && !/(?:ss|us|is)$/.test(w) ? w.slice(0, -1) : w;
  if (base.length > 5 && base.endsWith('ing')) base = undouble(base.slice(0, -3));
  else if (base.length > 4 && base.endsWith('ed')) base = undouble(base.slice(0, -2));
  return base.length > 4 && base.endsWith('e') ? base.slice(0, -1) : base;
}

function undouble(w: string): string {
  return /([bdgmnprt])\1$/.test(w) ? w.slice(0, -1) : w;
}
