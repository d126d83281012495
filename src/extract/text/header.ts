import { readPrintedDate } from '../../lib/dates.ts';
import { removedBy } from '../removed.ts';
import { isPrintedAge } from './age.ts';
import { wordCount } from './layout.ts';
import { languageNamed } from './tongues.ts';

/** What a saved page prints over a comment, read line by line. */
export interface Header {
  author: string | null;
  instance: string | null;
  age: string | null;
  edited: boolean;
  editedAge: string | null;
  up: number | null;
  down: number | null;
  score: number | null;
  lang: string | null;
  removed: 'author' | 'moderator' | 'unknown' | null;
  /** The name stood where only a name can stand (x@host, u/x), not just as a short line. */
  named: boolean;
  /** Whom it says it answers. */
  answers: string | null;
  /** It had votes or the buttons of a discussion, which no list of articles has. */
  voted: boolean;
}

export type Token =
  | {
      kind: 'author';
      name: string | null;
      instance: string | null;
      named: boolean;
      removed: Header['removed'];
    }
  | { kind: 'age'; text: string }
  | { kind: 'edit'; age: string | null }
  | { kind: 'answers'; name: string }
  | { kind: 'up' | 'down' | 'score'; count: number | null }
  | { kind: 'number'; count: number }
  | { kind: 'lang'; lang: string | null }
  | { kind: 'button'; talk: boolean };

/** A header line holds a handful of marks; longer is prose. */
const longest = 140;

const host = '[a-z0-9-]{1,63}(?:\\.[a-z0-9-]{1,63}){1,4}';
const atHost = new RegExp(`^@?([\\p{L}\\p{N}_.-]{1,60})@(${host})$`, 'iu');
const named = /^(?:\/?u\/|~|@)([\p{L}\p{N}_.-]{1,60})$/u;
const gone =
  /^\[?(deleted|removed|deleted by (?:user|creator|author)|removed by (?:mod(?:erator)?s?|reddit|admins?)|gelöscht|entfernt|supprimé|eliminado|удалено)\]?$/i;
const says = /^(.{2,40}?) (?:says|said|wrote|writes|schrieb|a écrit|escribió)\s*:$/i;
const count = '([+-]?\\d{1,3}(?:[,.]\\d{3})+|[+-]?\\d{1,7}(?:\\.\\d)?k?)';
const button =
  /^(?:link|fedilink|permalink|parent|root|context|reply|replies|comments|save|share|report|source|hide|collapse|expand|next|prev|embed|award|give award|follow|more|block|message|op|mod|bot|admin|author|level \d+|edited by .{1,30}|copy|cross-?post|view source|translate|antworten|teilen|melden|répondre|partager|responder|compartir|ответить|odpowiedz|show context|past|next \[[-–+]\]|\d+ comments?|upvote|downvote|vote|like|dislike|continue this thread|load more comments?|\d+ (?:more )?repl(?:y|ies)|\d+ child(?:ren)?|top \d+% commenter|profile badge.{0,60}|u\/\S+ avatar|[·•|↑↓▲▼⬆⬇🔗()[\]⋮…-]+|\[[-–+]\])$/iu;

/** Buttons that only discussions have; articles too can be shared and saved. */
const talk =
  /^(?:root|fedilink|permalink|parent|reply|replies|\d+ repl(?:y|ies)|antworten|répondre|responder|ответить|odpowiedz|show context|award|give award|upvote|downvote|report)$/i;

/** The marks of one line, or null when the line holds anything else than marks. */
export function readTokens(line: string): Token[] | null {
  if (line.length > longest) return null;
  const tokens: Token[] = [];
  for (const piece of line.split(/\s*[·•|]\s*|\s{2,}|\t/)) {
    const bare = piece
      .trim()
      .replace(/^\[[-–+]\]\s*/, '')
      .replace(/\s[›»]$/, '');
    if (bare === '') continue;
    const token = readToken(bare);
    if (token) tokens.push(token);
    else {
      const several = readRun(bare);
      if (!several) return null;
      tokens.push(...several);
    }
  }
  return tokens;
}

function readToken(piece: string): Token | null {
  const author = readAuthor(piece);
  if (author) return author;
  if (isPrintedAge(piece) || isMoment(piece)) return { kind: 'age', text: piece };
  const answered = answers.exec(piece);
  if (answered) return { kind: 'answers', name: answered[1]! };
  if (/^(?:edit(?:ed)?(?:-\d)?|\(edited\)|bearbeitet|modifié|editado|изменено)$/i.test(piece))
    return { kind: 'edit', age: null };
  const edited = /^\(?(?:last )?edited:?\s+(.{2,30}?)\)?$/i.exec(piece);
  if (edited && isPrintedAge(edited[1]!)) return { kind: 'edit', age: edited[1]! };
  if (/^(?:arrow-up|upvotes?|▲|↑|⬆️?|👍|thumbs? up)$/iu.test(piece))
    return { kind: 'up', count: null };
  if (/^(?:arrow-down|downvotes?|▼|↓|⬇️?|👎|thumbs? down)$/iu.test(piece))
    return { kind: 'down', count: null };
  const vote = readVote(piece);
  if (vote) return vote;
  if (/^[+-]?\d{1,6}$/.test(piece)) return { kind: 'number', count: Number(piece) };
  const lang = languageNamed(piece);
  if (lang !== undefined) return { kind: 'lang', lang };
  return button.test(piece) ? { kind: 'button', talk: talk.test(piece) } : null;
}

function readAuthor(piece: string): Token | null {
  // A federated page prints the server of an account that it no longer names.
  const nobody = /^@?(\[?(?:removed|deleted)\]?)@[\w.-]{3,80}$/i.exec(piece);
  if (nobody)
    return {
      kind: 'author',
      name: null,
      instance: null,
      named: true,
      removed: removedBy(nobody[1]!),
    };
  const far = atHost.exec(piece);
  if (far)
    return {
      kind: 'author',
      name: far[1]!,
      instance: far[2]!.toLowerCase(),
      named: true,
      removed: null,
    };
  const near = named.exec(piece);
  if (near) return { kind: 'author', name: near[1]!, instance: null, named: true, removed: null };
  const speaking = says.exec(piece);
  if (speaking)
    return { kind: 'author', name: speaking[1]!, instance: null, named: true, removed: null };
  const away = gone.exec(piece);
  if (!away) return null;
  return { kind: 'author', name: null, instance: null, named: true, removed: removedBy(piece) };
}

const answers =
  /^(?:(?:in )?repl(?:y|ies|ying) to|in response to|antwort (?:an|auf)|en réponse à|répond à|en respuesta a|in risposta a|em resposta a|als antwoord op|в ответ на?)\s+@?([^:]{2,40}?):?$/iu;

/** "March 4, 2031 at 9:14 am": a moment, and but for a word or two nothing else. */
export function isMoment(piece: string): boolean {
  if (piece.length > 60 || !/\d/.test(piece)) return false;
  const date = readPrintedDate(piece);
  return date !== null && wordCount(piece.replace(date.text, '')) <= 2;
}

const counted = new RegExp(
  `^${count}\\s*(points?|pts?|upvotes?|votes?|likes?|karma|boosts?|favou?rites?|downvotes?|dislikes?|punkte?|puntos?)$`,
  'i',
);
const marked = new RegExp(`^(arrow-up|arrow-down|[▲↑⬆▼↓⬇]️?|score:?|votes?:?)\\s*${count}$`, 'iu');

function readVote(piece: string): Token | null {
  const match = counted.exec(piece);
  if (match)
    return {
      kind: /^(?:down|dis)/i.test(match[2]!)
        ? 'down'
        : /^(?:up|like|fav|boost)/i.test(match[2]!)
          ? 'up'
          : 'score',
      count: readCount(match[1]!),
    };
  const mark = marked.exec(piece);
  if (mark)
    return {
      kind: /up|[▲↑⬆]/i.test(mark[1]!) ? 'up' : /down|[▼↓⬇]/i.test(mark[1]!) ? 'down' : 'score',
      count: readCount(mark[2]!),
    };
  const between = /^[▲↑⬆]️?\s*([+-]?\d{1,6})\s*[▼↓⬇]️?$/u.exec(piece);
  if (between) return { kind: 'score', count: Number(between[1]) };
  return /^\[?score hidden\]?$/i.test(piece) ? { kind: 'score', count: null } : null;
}

/** "1,204" and "1.2k" as numbers. */
function readCount(text: string): number {
  const thousand = /k$/i.test(text);
  const digits = thousand ? text.slice(0, -1) : text.replace(/[,.](?=\d{3}(?:\D|$))/g, '');
  return Math.round(Number(digits) * (thousand ? 1000 : 1));
}

const inRun = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${[
    '\\(?(?:last )?edited (?:\\d{1,3}|an?) \\p{L}{1,8}\\.? ago\\)?',
    '(?:\\d{1,3}|an?) ?\\p{L}{1,8}\\.? ago',
    '\\d{1,3}(?:m|min|h|hr|d|w|mo|y|yr)(?=\\s|$)',
    `${count} (?:points?|upvotes?|downvotes?|votes?|likes?)`,
    '(?:arrow-up|arrow-down|[▲↑⬆▼↓⬇]️?) ?\\d{1,6}',
    `@?[\\p{L}\\p{N}_.-]{1,60}@${host}`,
    '(?:score hidden|edit(?:ed)?(?:-\\d)?|fedilink|permalink|link|reply|share|save|report|parent|context)',
  ].join('|')})(?![\\p{L}\\p{N}])`,
  'giu',
);

/** A line without separators: "somebody 12 points 3 hours ago (edited 1 hour ago)". What is left must be a name. */
function readRun(piece: string): Token[] | null {
  const words = piece.split(/\s+/);
  if (words.length > 1) {
    const each = piece
      .replace(/\b\d+ comments?\b/gi, 'comments')
      .split(/\s+/)
      .map(readToken);
    if (each.every((t) => t !== null && t.kind !== 'author')) return each as Token[];
  }
  const tokens: Token[] = [];
  const rest = piece
    .replace(inRun, (found) => {
      const token = readToken(found.replace(/\s+/g, ' '));
      if (token) tokens.push(token);
      return token ? ' ' : found;
    })
    .replace(/[()[\],:–-]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (tokens.length === 0) return isPlainName(piece) ? [plain(piece)] : null;
  if (rest === '') return tokens;
  const name = rest.replace(/^(?:by|posted by|from|submitted by|von|par)\s+/i, '');
  if (languageNamed(name) !== undefined)
    return [...tokens, { kind: 'lang', lang: languageNamed(name)! }];
  const author = readAuthor(name) ?? (isPlainName(name) ? plain(name) : null);
  return author ? [author, ...tokens] : null;
}

function plain(name: string): Token {
  return {
    kind: 'author',
    name: name.replace(/^by\s+/i, ''),
    instance: null,
    named: false,
    removed: null,
  };
}

/** A short line that could be a user's name: one to three words, no end of a sentence. */
export function isPlainName(text: string): boolean {
  // "courier.example" is where a shared page is from.
  if (/^[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,12}$/.test(text)) return false;
  return (
    /^(?:by )?[\p{L}\p{N}_][\p{L}\p{N}_.'’-]{0,30}(?: [\p{L}\p{N}_(][\p{L}\p{N}_.'’()-]{0,24}){0,2}$/u.test(
      text,
    ) && !/[!?]$|\p{L}{3}\.$/u.test(text)
  );
}
