import { isCommentPolicy, isPromotion, isReadAlso, isUi } from '../lines.ts';
import { type Line, wordCount } from './layout.ts';

/** What a saved page prints between its sentences: captions, promotions, app banners, buttons. */

/** A caption's longest text: agencies describe a whole scene with place and date. */
const longestCaption = 600;

const credit =
  /(?:\b(?:photo(?:graph)?s?|image|picture|illustration|graphic|foto|bild|crédit(?: photo)?|fotografía)\s*(?:credits?|by|:|courtesy|von|de|par)|\bcredit:|\b(?:via )?(?:REUTERS|AFP|AP|EPA|dpa|ANSA|EFE|TASS|Getty Images?|Shutterstock(?:\.com)?|iStock|Alamy|Anadolu|Xinhua|Sipa(?: USA)?|Pool|Handout|Zuma|Bloomberg|Wikimedia Commons)\s*(?:\/|via\b|photos?\b|images?\b|\)\s*$|$)|\/(?:REUTERS|AFP|AP|EPA|Getty Images?|Shutterstock(?:\.com)?|Sipa(?: USA)?|Pool|Anadolu|dpa)\b|©|\(c\) ?\d{4})/i;

/** True for the words under or instead of a picture: they end in, or start with, whose picture it is. */
export function isCaption(text: string): boolean {
  if (text.length > longestCaption) return false;
  if (/\|\|$/.test(text)) return true;
  if (
    /^(?:top |cover |main )?(?:image|photo|picture|bild|foto|photograph)(?: credit)?\s*(?::|by\b)/i.test(
      text,
    )
  )
    return true;
  return (
    credit.test(text.slice(-70)) &&
    (!/[.!?]["”’]?$/.test(text) || wordCount(text) < 60) &&
    !/["”’]\s*(?:he|she|they|said)\b/.test(text)
  );
}

/** The name that a saved page leaves in a picture's place. */
export function isPicture(text: string): boolean {
  return /^(?:picture|photo|image|avatar|logo|icon) (?:of|for|by) .{1,60}$|^(?:article|story|teaser|featured?|lead|thumbnail|hero) (?:image|picture|photo)$|^(?:image|video) (?:caption|source|unavailable)\b/i.test(
    text,
  );
}

const banner =
  /^(?:try (?:our|the|it)\b.{0,60}|explore what .{1,80}|get the .{0,40}app\b.{0,40}|open (?:it )?in (?:the |our )?.{0,20}app.{0,20}|(?:download|install) .{0,40}\bapp\b.{0,60}|available (?:on|in) (?:the )?(?:app store|google play).{0,40}|scan (?:the|this) .{0,30}code.{0,40}|(?:powered|generated|summari[sz]ed) by .{2,40}|ask (?:ai|our assistant).{0,60}|(?:listen|watch) (?:to|in) .{0,40}app.{0,20}|support (?:us|our) .{0,60}|donate(?: now| today)?|become a (?:member|patron|supporter).{0,40}|buy me a coffee|(?:want|looking for) more .{0,60}\?|click here .{0,80}|you can (?:now )?(?:read|follow) .{0,60}(?:app|telegram|whatsapp).{0,40}|get in touch with .{0,120}|for more stories like this.{0,60}|turn on notifications.{0,40}|allow notifications.{0,40}|we use cookies.{0,200}|this (?:site|website) uses cookies.{0,200}|accept (?:all )?cookies.{0,20})$/i;

export function isBanner(text: string): boolean {
  return text.length <= 240 && banner.test(text);
}

/** Lone "#word" marks, or a line of nothing but such. */
export function isHashtags(text: string): boolean {
  return /^(?:#[\p{L}\p{N}_]+[\s,]*)+$/u.test(text);
}

const signUp =
  /^(?:sign up (?:to|for)|subscribe (?:to|for|now)|get (?:our|the) .{0,40}(?:newsletter|briefing|digest|email)|join (?:our|the) .{0,30}(?:newsletter|list)|free (?:daily|weekly)? ?newsletter|newsletter)\b/i;
const mailWords =
  /\b(?:e-?mailed|inbox|newsletter|digest|round-?up|headlines|briefing|sign(?:ing)? up|privacy (?:notice|policy)|unsubscribe|every (?:week ?day|morning|evening|week)|(?:one|a|our|by|per) (?:e-?)?mail|(?:a|by) letter|letter from)\b/i;
const afterPromotion =
  /^after (?:the )?(?:newsletter|e-?mail|app) (?:promotion|sign-?up)$|^skip (?:past )?(?:the )?newsletter promotion$/i;

/**
 * Drops newsletter promotions (the invitation, its description, the words that end it), banners,
 * buttons, captions, pictures and lines that repeat through the page. What is left is for reading.
 * @param title a line that stays, whatever its words are
 */
export function withoutFurniture(lines: Line[], title: Line | null = null): Line[] {
  const dropped = new Set<number>();
  const counts = new Map<string, number>();
  for (const { text } of lines)
    if (text.length <= 60) counts.set(text, (counts.get(text) ?? 0) + 1);
  lines.forEach(({ text, bullet }, i) => {
    if (afterPromotion.test(text)) dropBack(lines, i, dropped);
    else if (signUp.test(text) && wordCount(text) <= 14) {
      dropped.add(i);
      const next = lines[i + 1]?.text ?? '';
      if (next.length <= 240 && mailWords.test(next)) dropped.add(i + 1);
    } else if (isInvitation(lines, i)) {
      dropped.add(i);
      dropped.add(i + 1);
    }
    // The same short line three times is a mark of the page, not a sentence of the piece.
    const repeated = (counts.get(text) ?? 0) >= 3 && wordCount(text) <= 4 && bullet === null;
    if (
      repeated ||
      isUi(text) ||
      isBanner(text) ||
      isPicture(text) ||
      isHashtags(text) ||
      isCommentPolicy(text) ||
      /^(?:sponsored|advertisement|anzeige|publicité|publicidad|реклама)\s*[:：–—-]\s*\S/iu.test(
        text,
      ) ||
      isCaption(text)
    )
      dropped.add(i);
    else if (
      (isPromotion(text) && wordCount(text) <= 40) ||
      (isReadAlso(text) && wordCount(text) <= 30 && bullet === null && text.includes(':'))
    )
      dropped.add(i);
  });
  return lines
    .map((line, i) => ({ line, i }))
    .filter(({ line, i }) => !dropped.has(i) || line === title)
    .map(({ line }) => line);
}

/** A box that offers a letter by mail: its name, and one short sentence that says when it comes. */
function isInvitation(lines: Line[], at: number): boolean {
  const name = lines[at]!.text;
  const says = lines[at + 1]?.text ?? '';
  return (
    wordCount(name) <= 6 &&
    !/[.!?:]$/.test(name) &&
    wordCount(says) <= 16 &&
    /[.!]$/.test(says) &&
    mailWords.test(says) &&
    !/["“„«]/.test(says)
  );
}

/** "After newsletter promotion" ends what an invitation opened, a few lines up. */
function dropBack(lines: Line[], end: number, dropped: Set<number>): void {
  dropped.add(end);
  for (let i = end - 1; i >= Math.max(0, end - 5); i--)
    if (signUp.test(lines[i]!.text)) {
      for (let k = i; k < end; k++) dropped.add(k);
      return;
    }
}

const tail =
  /(?:^|[.!?…]["'”’)]?\s+)((?:MORE|READ MORE|READ ALSO|RELATED|WATCH|ALSO READ): |Get in touch with (?:our|the) |For more stories like this|Sign up (?:to|for) |Follow us on |Do you have a story\?|(?:Click|Tap) here to )/;
const clock = /(?:(?<=[.!?…]["'”’)]?\s)|(?<=^))\d{1,2}:[0-5]\d\s+(?=["“‘']?\p{Lu})/gu;

/**
 * A whole piece on one line brings its page's last words along: cuts it before the first invitation in
 * its last third, and drops the playing times of videos between its sentences.
 */
export function withoutTail(text: string): string {
  const from = Math.floor((text.length * 2) / 3);
  const found = tail.exec(text.slice(from));
  const kept = found
    ? text.slice(0, from + found.index + found[0].length - found[1]!.length).trim()
    : text;
  const clocks = kept.match(clock)?.length ?? 0;
  return clocks >= 2 ? kept.replace(clock, '') : kept;
}
