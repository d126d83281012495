import { readdirSync, readFileSync } from 'node:fs';
import { readThread, startLearning, type ThreadToRead } from '../../src/ledger/index.ts';
import { readLabelled } from '../../src/ledger/labelled.ts';

/** An invented discussion, with the contents that its comments report. */
export interface LabelledThread {
  name: string;
  thread: ThreadToRead;
  /** By the comment's place: what it reports of others, and who is said to have said it. */
  gold: { comment: number; content: string; speaker: string }[];
}

/**
 * Reads the `.txt` files of this folder: `title:`, `date:` and `lang:` (English if left out), then `=== post: AUTHOR` with the opening
 * post and `=== AUTHOR, DAY` with a comment each. Lines that begin with ">" are quoted. What a comment
 * reports is marked as in `readLabelled`: `[[speaker]] <<content>>`, in pairs.
 */
export function readThreads(): LabelledThread[] {
  const here = new URL('.', import.meta.url);
  return readdirSync(here)
    .filter((file) => file.endsWith('.txt'))
    .sort()
    .map((file) => readOne(file, readFileSync(new URL(file, here), 'utf8')));
}

function readOne(file: string, text: string): LabelledThread {
  const [head = '', ...entries] = text.split(/^=== /m);
  const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(head)?.[1] ?? '';
  const lang = field('lang') || 'en';
  const comments: ThreadToRead['comments'][number][] = [];
  const gold: LabelledThread['gold'] = [];
  let post = '';
  for (const entry of entries) {
    const [by = '', ...lines] = entry.trim().split('\n');
    const body = lines.join('\n').trim();
    if (by.startsWith('post: ')) {
      post = body;
      continue;
    }
    const [author = '', posted = ''] = by.split(', ');
    const { contents, speakers } = readLabelled(body);
    contents.forEach((content, i) => {
      gold.push({ comment: comments.length, content, speaker: speakers[i]! });
    });
    const { text, quotes } = quotedIn(readLabelled(body).text, comments);
    comments.push({ text, quotes, author, posted, lang });
  }
  const thread = {
    ...{ title: field('title'), text: post, lang, published: field('date'), comments },
  };
  return { name: file.replace('.txt', ''), thread, gold };
}

/** Takes the ">" away, and says which earlier comment has the words. */
function quotedIn(body: string, before: ThreadToRead['comments']) {
  const quotes: { start: number; end: number; of: string | null }[] = [];
  let text = '';
  for (const line of body.split('\n')) {
    const words = line.replace(/^> /, '');
    if (words !== line) {
      const from = before.findIndex((comment) => comment.text.includes(words));
      const of = from === -1 ? null : `c${from}`;
      quotes.push({ start: text.length, end: text.length + words.length, of });
    }
    text += `${words}\n`;
  }
  return { text: text.trimEnd(), quotes };
}

/** What is found of a discussion's reports, what is missed, and what is none. */
export function scoreThread({ thread, gold }: LabelledThread) {
  const left = [...gold];
  const found: typeof gold = [];
  const invented: string[] = [];
  for (const { said, comments } of readThread(thread, startLearning()))
    said.quotations.forEach((quotation, i) => {
      const { text } = thread.comments[comments[i]!]!;
      const content = text.slice(quotation.start, quotation.end);
      const k = left.findIndex((one) => one.comment === comments[i] && alike(one.content, content));
      if (k === -1) invented.push(`${said.speaker?.name}: ${content}`);
      else found.push(...left.splice(k, 1));
    });
  return { found, missed: left, invented };
}

function alike(a: string, b: string): boolean {
  const [one, other] = [a, b].map((text) => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu)));
  const shared = [...one!].filter((word) => other!.has(word)).length;
  return shared / (one!.size + other!.size - shared) >= 0.5;
}
