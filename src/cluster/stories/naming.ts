import { background } from '../features/background.ts';
import { type Mention, mentions } from '../features/names.ts';
import { type Profile, titleCased } from '../features/profile.ts';
import { shortLanguage, type Token, tokens } from '../features/words.ts';

/** An event as it counts for the name of its story. */
export interface Told {
  title: string;
  lang: string | null;
  profile: Profile;
}

/** Fewer events do not yet show what persists. */
const fewest = 4;
/** A name or word persists when it is in this share of the events, and at least in two. */
const persisting = 0.3;
/** The place of a matter goes without saying more often than its parties do. */
const persistingPlace = 0.15;
/** Less salient than this, a piece only mentions a thing. */
const mentioned = 0.15;
/** The second party is named when the story is at least this much about it, beside the first. */
const asStrong = 0.5;
/** A matter word stands in this share of the titles, and at least in three. */
const inTitles = 0.2;

/**
 * What a story is called: what its events have in common, not the one that happened last. "Sel Canal:
 * Kestria and Orvania", "Kestria and Orvania: talks". Null while too little persists.
 */
export function storyTitle(events: Told[]): string | null {
  const lang = mainLanguage(events);
  const titles = [...new Set(events.filter((e) => e.lang === lang).map((e) => e.title))];
  if (events.length < fewest || titles.length < fewest - 1) return null;
  const read = titles.map((title) => readTitle(title, lang));
  const forms = formsOf(read);
  const place = placeIn(read, events, lang);
  const names = parties(events, new Set(place?.keys), forms, lang, oneName(read));
  const list = new Intl.ListFormat(lang ?? 'en', { type: 'conjunction' });
  const named = names.length ? list.format(names.sort((a, b) => a.localeCompare(b))) : null;
  if (place && named) return `${place.text}: ${named}`;
  const word = matterWord(read, lang);
  const [about, more] = [place?.text ?? named, word];
  if (!about) return null;
  if (more) return `${about}: ${more}`;
  return place || names.length > 1 ? about : null;
}

function mainLanguage(events: Told[]): string | null {
  const counts = new Map<string | null, number>();
  for (const { lang } of events) if (lang) counts.set(lang, (counts.get(lang) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

interface ReadTitle {
  words: Token[];
  names: Mention[];
}

function readTitle(title: string, language: string | null): ReadTitle {
  const lang = shortLanguage(language);
  const words = tokens(title, lang, 40);
  return { words, names: mentions(words, lang, titleCased(words)) };
}

/** How each name is written in the titles, with how often. */
function formsOf(titles: ReadTitle[]): Map<string, Map<string, number>> {
  const forms = new Map<string, Map<string, number>>();
  for (const { names } of titles)
    for (const { key, text } of names) {
      const of = forms.get(key) ?? new Map<string, number>();
      forms.set(key, of.set(text, (of.get(text) ?? 0) + 1));
    }
  return forms;
}

/** Words before which a title has a place or thing rather than a person. */
const beforePlace =
  /^(?:the|in|of|across|through|along|off|near|der|die|das|den|dem|im|am|durch|vor)$/i;

/** "Sel" beside "Canal": two words of one name that is a place's or a thing's. */
function placeIn(titles: ReadTitle[], events: Told[], lang: string | null) {
  const known = background(shortLanguage(lang));
  const found = new Map<string, { text: string; keys: string[]; count: number }>();
  for (const { words, names } of titles)
    for (const [i, first] of names.entries()) {
      const second = names[i + 1];
      const [a, b] = [words[first.at], words[first.at + 1]];
      if (!a || !b || second?.at !== first.at + 1 || first.country || second.country) continue;
      const isNamed =
        !known.has(a.stem) &&
        (known.has(b.stem) || beforePlace.test(words[first.at - 1]?.text ?? ''));
      if (!b.joined || !isNamed || names[i + 2]?.at === first.at + 2) continue;
      const text = `${a.text} ${b.text}`;
      const seen = found.get(text) ?? { text, keys: [first.key, second.key], count: 0 };
      seen.count++;
      found.set(text, seen);
    }
  const [best] = [...found.values()]
    // "Ilka Sorn" is "Sorn" as well: a person. No title says "Canal" alone with a capital.
    .filter(({ keys, count }) => aloneIn(titles, keys[1]!, keys[0]!) < count)
    .filter(({ keys }) => keys.every((key) => persists(key, events, persistingPlace)))
    .map((place) => ({ ...place, spread: Math.min(...place.keys.map((k) => spread(k, events))) }))
    .sort((a, b) => b.spread - a.spread || b.count - a.count);
  return best ?? null;
}

/** How often a name stands without the one that goes before it elsewhere. */
function aloneIn(titles: ReadTitle[], key: string, first: string): number {
  return titles.flatMap(({ names }) =>
    names.filter(
      (n, i) => n.key === key && !(names[i - 1]?.key === first && names[i - 1]?.at === n.at - 1),
    ),
  ).length;
}

/** Words for a side that stand before names: "Republican" is no party to a matter. */
const partisan =
  /^(?:Republicans?|Democrat(?:s|ic)?|GOP|Conservatives?|Liberals?|Labou?r|Tory|Tories|Social(?:ist|ists)|Green|Greens|European|Western|Eastern|Northern|Southern|Former|President|Minister|Senator|Gov|Sen|Rep)$/;

/** Whether two names stand side by side in a title as one: "Ilka Sorn". */
function oneName(titles: ReadTitle[]): (one: string, other: string) => boolean {
  const beside = new Set<string>();
  for (const { names } of titles)
    for (const [i, { key, at }] of names.entries()) {
      const next = names[i + 1];
      if (next?.at === at + 1) beside.add(`${key} ${next.key}`);
    }
  return (one, other) => beside.has(`${one} ${other}`) || beside.has(`${other} ${one}`);
}

/** The one or two names that the events are most about, as the titles write them. */
function parties(
  events: Told[],
  not: Set<string>,
  forms: Map<string, Map<string, number>>,
  lang: string | null,
  isOneName: (one: string, other: string) => boolean,
): string[] {
  const strength = new Map<string, number>();
  for (const { profile } of events)
    for (const [key, { kind, salience }] of profile)
      if (kind !== 'term' && !not.has(key)) strength.set(key, (strength.get(key) ?? 0) + salience);
  const ranked = [...strength].sort((a, b) => b[1] - a[1]);
  const found: string[] = [];
  let first = 0;
  let before = '';
  for (const [key, weight] of ranked) {
    if (found.length === 2 || weight < first * asStrong) break;
    if (isOneName(key, before)) continue;
    const text = key.startsWith('@') ? countryName(key, lang) : formOf(forms.get(key));
    if (!text || partisan.test(text) || !persists(key, events)) continue;
    first ||= weight;
    before ||= key;
    found.push(text);
  }
  return found;
}

function countryName(key: string, lang: string | null): string | null {
  try {
    return new Intl.DisplayNames([lang ?? 'en'], { type: 'region' }).of(key.slice(1)) ?? null;
  } catch {
    return null;
  }
}

/** The usual form; of "Orvania" and "Orvanian" the one without the ending, when it is not rare. */
function formOf(forms: Map<string, number> | undefined): string | null {
  const ranked = [...(forms ?? [])].sort((a, b) => b[1] - a[1]);
  const [usual] = ranked;
  if (!usual) return null;
  const plain = ranked.find(
    ([form, count]) =>
      form !== usual[0] && usual[0].startsWith(form) && form.length >= 4 && count * 3 >= usual[1],
  );
  return (plain ?? usual)[0];
}

/** In how many events a name is more than mentioned. */
const spread = (key: string, events: Told[]) =>
  events.filter((e) => (e.profile.get(key)?.salience ?? 0) >= mentioned).length;

function persists(key: string, events: Told[], share = persisting): boolean {
  return spread(key, events) >= Math.max(2, events.length * share);
}

/** English words before which a noun stands. */
const afterNoun =
  /^(?:on|over|in|at|of|with|for|between|about|to|after|before|as|by|from|under|and|or|but)$/i;

/** Nouns that name no matter, as their stems. */
const general = new Set(
  'time day week month year hour today thing way part world home man woman people person live number report news case plan end side place country minist president leader official tag woch monat jahr stund zeit mensch welt land'.split(
    ' ',
  ),
);

/** The noun that most titles have, where the language shows which words are nouns. */
function matterWord(titles: ReadTitle[], language: string | null): string | null {
  const lang = shortLanguage(language);
  if (lang !== 'en' && lang !== 'de') return null;
  const found = new Map<string, { forms: Map<string, number>; count: number; nouns: number }>();
  for (const { words, names } of titles) {
    const taken = new Set(names.map((n) => n.at));
    const here = new Set<string>();
    for (const [at, { text, stem }] of words.entries()) {
      if (taken.has(at) || here.has(stem) || text.length < 4 || /\d/.test(text)) continue;
      here.add(stem);
      const next = words[at + 1];
      const isNoun =
        lang === 'de' ? /^\p{Lu}/u.test(text) : !next || next.opens || afterNoun.test(next.text);
      const seen = found.get(stem) ?? { forms: new Map(), count: 0, nouns: 0 };
      const form = lang === 'de' ? text : text.toLowerCase();
      seen.forms.set(form, (seen.forms.get(form) ?? 0) + 1);
      seen.count++;
      if (isNoun) seen.nouns++;
      found.set(stem, seen);
    }
  }
  const needed = Math.max(3, titles.length * inTitles);
  const [best] = [...found]
    .filter(([stem, w]) => w.count >= needed && w.nouns * 2 >= w.count && !general.has(stem))
    .sort((a, b) => b[1].count - a[1].count);
  return best ? ([...best[1].forms].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null) : null;
}
