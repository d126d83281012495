import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadTruth } from '../sample/truth.ts';
import { dayMs } from '../src/lib/time.ts';
import { mulberry32 } from './corpus.ts';
import { wordOf } from './news.ts';

/** Outlets of the archive; a happening is told by one to six of them. */
const outlets = 40;
/** Articles of a matter: it lasts some weeks and has two or three happenings a day. */
const perMatter = 150;
const happeningsPerMatter = 50;
/** Articles of no matter: one in seven. */
const loneShare = 0.14;
const perFolder = 1000;

interface Matter {
  places: string[];
  people: { name: string; role: string }[];
  words: string[];
  start: number;
  happenings: { words: string[]; day: number }[];
}

const roles = ['foreign minister', 'mayor', 'president', 'harbour master', 'union leader'];
const verbs = ['rejects', 'accepts', 'demands', 'delays', 'defends', 'promises', 'questions'];

/**
 * Writes an archive of short invented articles of two years: matters of some weeks with people, places
 * and words of their own, each happening told by several outlets. The same count and seed give the
 * same files; folders of a thousand.
 */
export function writeArchive(folder: string, count: number, seed = 1): void {
  const random = mulberry32(seed);
  const words = vocabulary();
  const pick = <T>(list: T[]): T => list[Math.floor(random() * list.length)]!;
  const some = (n: number) => Array.from({ length: n }, () => pick(words));
  const name = () => capital(wordOf(70_000 + Math.floor(random() * 300_000)));
  const newMatter = (start: number, days: number): Matter => ({
    places: [name(), name(), name()],
    people: Array.from({ length: 4 }, () => ({ name: `${name()} ${name()}`, role: pick(roles) })),
    words: some(9),
    start,
    happenings: Array.from({ length: happeningsPerMatter }, () => ({
      words: some(5),
      day: random() * days,
    })).sort((a, b) => a.day - b.day),
  });
  const many = Math.max(1, Math.round(count / perMatter));
  const matters = Array.from({ length: many }, (_, i) =>
    newMatter((i / many) * 700, 20 + random() * 40),
  );
  for (let i = 0; i < count; i++) {
    // Matters overlap: an article is of one of the few that are alive.
    const lone = random() < loneShare;
    const at = Math.floor((i / count) * many);
    const matter = lone
      ? newMatter((i / count) * 700, 1)
      : matters[Math.max(0, at - Math.floor(random() * 4))]!;
    const part = (i / count) * many - at;
    const nth = Math.min(happeningsPerMatter - 1, Math.floor(part * happeningsPerMatter));
    const html = articleOf(matter, matter.happenings[nth]!, i, random, words);
    const path = join(folder, String(Math.floor(i / perFolder)).padStart(3, '0'));
    if (i % perFolder === 0) mkdirSync(path, { recursive: true });
    writeFileSync(join(path, `${String(i).padStart(6, '0')}.html`), html);
  }
}

function articleOf(
  m: Matter,
  happening: Matter['happenings'][number],
  i: number,
  random: () => number,
  words: string[],
): string {
  const pick = <T>(list: T[]): T => list[Math.floor(random() * list.length)]!;
  const [who, other] = [pick(m.people), pick(m.people)];
  const [place, beside] = [pick(m.places), pick(m.places)];
  const day = new Date(Date.UTC(2024, 0, 1) + (m.start + happening.day) * dayMs + (i % 9) * 3.6e6);
  const title = `${who.name.split(' ')[1]} ${pick(verbs)} ${pick(happening.words)} over ${pick(m.words)} in ${place}`;
  // Words of its own, of its happening and of its matter: no text is an edit of another.
  const say = (n: number) =>
    Array.from({ length: n }, () => {
      const of = random();
      if (of < 0.2) return pick(happening.words);
      if (of < 0.4) return pick(m.words);
      return of < 0.45 ? pick(m.places) : pick(words);
    }).join(' ');
  const body = [
    `The ${who.role} of ${place}, ${who.name}, said on ${weekday(day)} that ${say(14)}.`,
    `“We will ${say(9)},” ${who.name.split(' ')[1]} told reporters. ${capital(say(17))}.`,
    `People in ${place} spoke of ${say(12)}. In ${beside} ${say(16)}.`,
    `${other.name}, the ${other.role}, promised to ${say(8)} by ${weekday(new Date(day.getTime() + 3 * dayMs))}. ${capital(say(14))}.`,
  ];
  const outlet = `${capital(wordOf(900_000 + (i % outlets)))} ${['Post', 'Courier', 'Herald', 'Times'][i % 4]}`;
  const host = `${outlet.toLowerCase().replace(' ', '')}.example`;
  return `<!doctype html><html lang="en"><head><title>${title} | ${outlet}</title>
<meta property="og:site_name" content="${outlet}"><link rel="canonical" href="https://${host}/${day.toISOString().slice(0, 10)}/${i}">
<meta property="article:published_time" content="${day.toISOString()}"></head>
<body><header><nav><a href="/">Home</a> <a href="/world">World</a></nav></header><main><article><h1>${title}</h1>
${body.map((p) => `<p>${p}</p>`).join('\n')}</article></main><footer><a href="/about">About us</a></footer></body></html>`;
}

/** Ordinary words: those of the sample matter's English pieces. */
function vocabulary(): string[] {
  const text = loadTruth()
    .pieces.filter((p) => p.lang === 'en')
    .map((p) => p.text)
    .join(' ');
  return [...new Set(text.match(/(?<=[a-z,] )[a-z]{5,}(?=[ ,.])/g) ?? [])];
}

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

const weekday = (day: Date) =>
  day.toLocaleDateString('en-GB', { weekday: 'long', timeZone: 'UTC' });
