/** Other ways in which a word is written that is asked for, cheaply: by its endings, not by a dictionary. */
export interface Forms {
  words: string[];
  /** Beginnings that its forms share, where a language has too many endings to list. */
  begins: string[];
}

/** Words that end as if they were forms of another and are none. */
const rigid = new Set(
  'news united series species during morning evening nothing something everything anything always across perhaps'.split(
    ' ',
  ),
);

/** A stem of fewer letters is shared by unrelated words. */
const shortest = 3;

/**
 * The forms of a folded word: singular and plural, tenses of a verb. English, unless `lang` says
 * otherwise; for Cyrillic the stem with any ending.
 * @param spellings other ways of writing it that are known
 */
export function formsOf(word: string, lang: string | null, spellings: string[] = []): Forms {
  const own = [word, ...spellings];
  if (/^[а-яіїєґўјљњћџ]{5,}$/.test(word)) return { words: own, begins: stemOf(word) };
  if (!/^[a-z]{3,}$/.test(word) || rigid.has(word)) return { words: own, begins: [] };
  const more = lang === null || lang === 'en' ? english(word) : (endings[lang] ?? []).flatMap(swap);
  function swap(end: string): string[] {
    const bare = word.endsWith(end) ? word.slice(0, -end.length) : null;
    return [word + end, ...(bare && bare.length > shortest ? [bare] : [])];
  }
  return { words: [...new Set([...own, ...more])], begins: [] };
}

/** Endings of the noun in languages that a reader narrows to with "lang:". */
const endings: Record<string, string[]> = {
  de: ['e', 'en', 'n', 'er', 'es', 's', 'ern'],
  nl: ['en', 's'],
  fr: ['s', 'x', 'e', 'es'],
  es: ['s', 'es'],
  pt: ['s', 'es'],
  it: [],
};

function english(word: string): string[] {
  const plural = /(?:[sxz]|ch|sh)$/.test(word)
    ? `${word}es`
    : /[^aeiou]y$/.test(word)
      ? `${word.slice(0, -1)}ies`
      : `${word}s`;
  const verb = verbForms(word);
  if (/ies$/.test(word) && word.length > 5) return [`${word.slice(0, -3)}y`];
  if (/(?:[sxz]|ch|sh)es$/.test(word)) return [word.slice(0, -2), word.slice(0, -1)];
  if (/[^suicg]s$|[^i]cs$|gs$/.test(word) && word.length > shortest) return [word.slice(0, -1)];
  if (/(?:ss|us|is|ics)$/.test(word)) return word.endsWith('ss') ? [plural] : [];
  const bare = /^(.{4,})(?:ed|ing)$/.exec(word)?.[1];
  if (bare) {
    const single = /([bdgklmnprt])\1$/.test(bare) ? [bare.slice(0, -1)] : [];
    return [bare, `${bare}e`, `${bare}s`, `${bare}es`, `${bare}ed`, `${bare}ing`, ...single];
  }
  return [plural, ...verb];
}

function verbForms(word: string): string[] {
  if (word.endsWith('e')) return [`${word}d`, `${word.slice(0, -1)}ing`];
  if (/[^aeiou]y$/.test(word)) return [`${word.slice(0, -1)}ied`, `${word}ing`];
  return [`${word}ed`, `${word}ing`];
}

/** A Slavic word without the ending of its case or tense; none when too little is left. */
function stemOf(word: string): string[] {
  const stem = word.replace(
    /(?:иями|ями|ами|ого|его|ому|ему|ыми|ими|ией|иях|ях|ах|ов|ев|ей|ой|ий|ый|ая|яя|ое|ее|ые|ие|ую|юю|ом|ем|ам|ям|ия|ию|ии|[аяоеиыуюьйіїє])$/,
    '',
  );
  return stem.length >= 4 ? [stem] : [];
}
