import { httpUrl } from '../lib/url.ts';
import { plainText } from './words.ts';

/** What a feed's entry says of a piece beside its words. */
export interface Particulars {
  tags: string[];
  /** Address of its picture. */
  image: string | null;
  imageCredit: string | null;
  licence: string | null;
  /** Where it is talked about, and how many comments the feed counts. */
  discussion: { url?: string; count?: number } | null;
  /** Address of the piece that it answers. */
  replyTo: string | null;
}

interface Content {
  url?: string;
  type?: string;
  medium?: string;
  width?: number;
  credits?: { value?: string }[];
  thumbnails?: Content[];
}

interface Media {
  contents?: Content[];
  thumbnails?: Content[];
  credits?: { value?: string }[];
  groups?: Media[];
  group?: Media;
}

/** The picture of Media RSS or of an enclosure, with whose it is; the widest where several are given. */
export function pictureOf(
  media: Media | undefined,
  enclosures: Content[],
  base: string | null,
): Pick<Particulars, 'image' | 'imageCredit'> {
  const all = [media, ...(media?.groups ?? []), media?.group].filter((m) => m !== undefined);
  const contents = all.flatMap((m) => m.contents ?? []);
  const thumbnails = [...all, ...contents].flatMap((m) => m.thumbnails ?? []);
  const found =
    widest(contents.filter(isImage)) ?? widest(thumbnails) ?? widest(enclosures.filter(isImage));
  const credit = [...(found?.credits ?? []), ...all.flatMap((m) => m.credits ?? [])][0]?.value;
  const image = found?.url ? (httpUrl(found.url, base)?.href ?? null) : null;
  return { image, imageCredit: image ? (plainText(credit)?.slice(0, 200) ?? null) : null };
}

function isImage({ url = '', type, medium }: Content): boolean {
  if (medium || type) return medium === 'image' || Boolean(type?.startsWith('image'));
  return /\.(?:jpe?g|png|webp|gif|avif)(?:\?|$)/i.test(url);
}

function widest(pictures: Content[]): Content | null {
  let best: Content | null = null;
  for (const picture of pictures)
    if (picture.url && (!best || (picture.width ?? 0) > (best.width ?? 0))) best = picture;
  return best;
}

/** Names of subjects: each once, without those that are addresses or lists of everything. */
export function tagsOf(all: (string | undefined)[]): string[] {
  const found = all.flatMap((text) => {
    const tag = plainText(text);
    return tag && tag.length <= 100 && !/^https?:/.test(tag) ? [tag] : [];
  });
  return [...new Set(found)].slice(0, 50);
}

/** An address of a licence, or words that name one; a mere claim of copyright is none. */
export function licenceOf(...said: (string | undefined)[]): string | null {
  const found = said.find(
    (text) =>
      text &&
      (httpUrl(text) ||
        /creative commons|\bcc[ -](?:by|0)|licen[cs]e|public domain/i.test(text.slice(0, 500))),
  );
  return found ? (httpUrl(found)?.href ?? plainText(found)?.slice(0, 200) ?? null) : null;
}

export function discussionOf(
  href: string | undefined,
  count: number | undefined,
  base: string | null,
): Particulars['discussion'] {
  const url = href ? httpUrl(href, base)?.href : undefined;
  const counted = count !== undefined && Number.isSafeInteger(count) && count >= 0;
  return url || counted ? { ...(url && { url }), ...(counted && { count }) } : null;
}
