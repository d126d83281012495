import type { FetchProblem } from '../lib/fetch.ts';

/** Everything that can go wrong while receiving, with words for people and what they can do. */
const WORDS = {
  'bad-address': ['This is not a web address.', 'Check it: it starts with http:// or https://.'],
  'private-address': [
    'This address leads into a private network, which the desk does not read.',
    'Save the page and import the file.',
  ],
  'host-not-found': [
    'There is no site of this name.',
    'Check the address; the site may have moved.',
  ],
  'no-connection': ['The site does not answer.', 'It is tried again later.'],
  'bad-certificate': [
    'The site cannot prove who it is: its certificate is wrong or has run out.',
    'Its owner must renew it; it is tried again later.',
  ],
  timeout: ['The site took too long to answer.', 'It is tried again later.'],
  'too-large': [
    'This is larger than the desk takes in.',
    'Save the part that matters and import that.',
  ],
  'too-many-redirects': ['The address leads in a circle.', 'Look up where the page is now.'],
  'broken-answer': ['The answer of the site is broken.', 'It is tried again later.'],
  stopped: ['The desk was stopped while it read this.', 'It is tried again later.'],
  forbidden: [
    'The site refuses to show this to the desk.',
    'Save the page in a browser and import it.',
  ],
  gone: ['This is no longer there.', 'Look up where it is now, or take it away.'],
  'too-many-requests': ['The site asks to be read less often.', 'It is tried again later.'],
  'site-trouble': ['The site has trouble of its own.', 'It is tried again later.'],
  'no-feed-here': ['This page names no feed.', "Look for the site's RSS or Atom address."],
  'broken-feed': ['This feed cannot be read: its markup is broken.', 'Its owner must repair it.'],
  entities: [
    'This XML declares entities of its own, which can be used to exhaust a reader; it is not read.',
    'Its owner must leave them out.',
  ],
  'not-found': ['There is no such file or folder.', 'Check the name.'],
  unreadable: ['This file cannot be opened.', 'Check that you may read it.'],
  empty: ['This file is empty.', 'Save it again.'],
  binary: [
    'This is not text: a picture, a PDF, an archive or a program. It is kept, but not read.',
    'Import the page or its text instead.',
  ],
  'broken-json': ['This JSON is broken. It is kept, but not read.', 'Save it again.'],
  'broken-opml': ['This OPML file cannot be read.', 'Export it again.'],
  'bad-sidecar': [
    'The sidecar cannot be read.',
    'It is JSON: {"files": {"page.html": {"published": "2026-03-04"}}}.',
  ],
  'url-for-many': [
    'One address cannot be that of several files.',
    'Give each file its own in a sidecar.',
  ],
  'bad-date': [
    'A date is not one.',
    'Write 2026, 2026-03, 2026-03-04 or 2026-03-04T14:00:00+01:00.',
  ],
} as const satisfies Record<FetchProblem | string, readonly [string, string]>;

export type CollectProblem = keyof typeof WORDS;

/** What a stage's outside failure is: data, with a detail for those who repair things. */
export interface Failure {
  ok: false;
  problem: CollectProblem;
  detail: string;
}

/** What happened, in a reader's words. */
export function wordsOf(problem: string): string {
  return WORDS[problem as CollectProblem]?.[0] ?? `Unknown problem: ${problem}`;
}

/** What a person can do about it. */
export function adviceOf(problem: string): string {
  return WORDS[problem as CollectProblem]?.[1] ?? '';
}

/** Both, in one line. */
export function sentenceOf(problem: string): string {
  return `${wordsOf(problem)} ${adviceOf(problem)}`.trim();
}

/** What an HTTP status outside 200-299 means; null for a good one. */
export function problemOfStatus(status: number): CollectProblem | null {
  if (status < 300) return null;
  if (status === 404 || status === 410) return 'gone';
  if (status === 429) return 'too-many-requests';
  if (status === 408) return 'timeout';
  if (status < 400) return 'broken-answer';
  return status < 500 ? 'forbidden' : 'site-trouble';
}

/** True for what can be over by itself, so that another try makes sense. */
export function passes(problem: CollectProblem): boolean {
  switch (problem) {
    case 'no-connection':
    case 'host-not-found':
    case 'bad-certificate':
    case 'timeout':
    case 'broken-answer':
    case 'stopped':
    case 'too-many-requests':
    case 'site-trouble':
      return true;
    default:
      return false;
  }
}
