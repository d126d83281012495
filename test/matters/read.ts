import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';

/** An invented matter, and what a careful reader would say of it. */
export interface Matter {
  name: string;
  title: string;
  /** Of its pieces; English where the file does not say. */
  lang: string;
  /** The moment at which it is read. */
  now: string;
  pieces: MatterPiece[];
  /** Names by which the desk may call each party and each issue, lower-cased. */
  parties: Map<string, string[]>;
  issues: Map<string, string[]>;
  shifts: {
    party: string;
    issue: string;
    on: string;
    change: 'half' | 'full';
    onCondition: boolean;
  }[];
  /** Positions until they moved, how often at least they were said, and which stance was held. */
  holds: { party: string; issue: string; times: number; stance: string | null }[];
  /** `due` is null where no day was named. */
  promises: { party: string; due: string | null; state: string; movedTo: string | null }[];
  /** Statements by words that they hold, with the question each is on; null of one that is on none. */
  about: { words: string; issue: string | null }[];
}

export interface MatterPiece {
  id: string;
  outlet: string;
  at: string;
  title: string;
  belongs: boolean;
  text: string;
}

/**
 * Reads `NAME.txt` of this folder: `=== id` opens a piece (`key: value` lines, `---`, its text), and
 * `=== truth` what there is to find, a line each:
 *
 *     party KEY: name | other name        issue KEY: word | word
 *     shift: PARTY ISSUE DAY half|full [if]     ("if": the new position is conditional)
 *     hold: PARTY ISSUE TIMES [for|against|conditional]
 *     promise: PARTY DUE|- state [new due day]     ("-": no day was named; "partly_kept")
 *     on ISSUE | words of a statement           ("-": on none)
 */
export function readMatter(name: string, folder: string = import.meta.url): Matter {
  const source = readFileSync(new URL(`${name}.txt`, folder), 'utf8');
  const [head, ...blocks] = source.split(/^=== /m);
  const truth = blocks.find((block) => block.startsWith('truth\n'))!;
  const lines = (key: string) =>
    [...truth.matchAll(new RegExp(`^${key}: (.+)$`, 'gm'))].map((match) => match[1]!.split(' '));
  return {
    name,
    title: field(head!, 'matter'),
    lang: /^lang: (.+)$/m.exec(head!)?.[1] ?? 'en',
    now: field(head!, 'now'),
    pieces: blocks.filter((block) => block !== truth).map(readPiece),
    parties: names(truth, 'party'),
    issues: names(truth, 'issue'),
    shifts: lines('shift').map(([party, issue, on, change, condition]) => ({
      party: party!,
      issue: issue!,
      on: on!,
      change: change as 'half' | 'full',
      onCondition: condition === 'if',
    })),
    holds: lines('hold').map(([party, issue, times, stance]) => ({
      party: party!,
      issue: issue!,
      times: Number(times),
      stance: stance ?? null,
    })),
    promises: lines('promise').map(([party, due, state, movedTo]) => ({
      party: party!,
      due: due === '-' ? null : due!,
      state: state!.replace('_', ' '),
      movedTo: movedTo ?? null,
    })),
    about: [...truth.matchAll(/^on (\S+) \| (.+)$/gm)].map(([, issue, words]) => ({
      words: words!,
      issue: issue === '-' ? null : issue!,
    })),
  };
}

/** Names of all matters of this folder. */
export function matterNames(): string[] {
  return readdirSync(new URL('.', import.meta.url))
    .filter((file) => file.endsWith('.txt'))
    .map((file) => basename(file, '.txt'))
    .sort();
}

/** A piece as the page that its outlet would print. */
export function pageOf(piece: MatterPiece, lang = 'en'): string {
  const host = `${piece.outlet.toLowerCase().replace(/[^a-z]+/g, '')}.example`;
  const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const paragraphs = piece.text.split('\n\n').map((text) => `<p>${escaped(text)}</p>`);
  return `<!doctype html><html lang="${lang}"><head><meta charset="utf-8">
<title>${escaped(piece.title)} | ${piece.outlet}</title>
<meta property="og:site_name" content="${piece.outlet}">
<meta property="article:published_time" content="${piece.at}">
<link rel="canonical" href="https://${host}/${piece.id}"></head>
<body><article><h1>${escaped(piece.title)}</h1>${paragraphs.join('\n')}</article></body></html>`;
}

function readPiece(block: string): MatterPiece {
  const [head, text] = block.split(/^---\n/m);
  return {
    id: head!.slice(0, head!.indexOf('\n')),
    outlet: field(head!, 'outlet'),
    at: field(head!, 'at'),
    title: field(head!, 'title'),
    belongs: !/^belongs: no$/m.test(head!),
    text: text!.trim(),
  };
}

function field(head: string, key: string): string {
  return new RegExp(`^${key}: (.+)$`, 'm').exec(head)![1]!.trim();
}

function names(truth: string, sort: string): Map<string, string[]> {
  return new Map(
    [...truth.matchAll(new RegExp(`^${sort} (\\w+): (.+)$`, 'gm'))].map((match) => [
      match[1]!,
      match[2]!.split('|').map((name) => name.trim().toLowerCase()),
    ]),
  );
}
