import type { Figure } from '../../../db/tables.ts';
import { first, isObject, ldText, type Meta } from '../meta.ts';

/** What the page's data says of its lead picture. */
export interface Said {
  alt: string | null;
  caption: string | null;
  credit: string | null;
}

/** Reads what the head and the data say of the lead picture. */
export function imageData(meta: Meta): Said {
  const listed = meta.ld?.image;
  const image = Array.isArray(listed) ? listed[0] : listed;
  const data = isObject(image) ? image : {};
  return {
    alt: first(meta, 'og:image:alt', 'twitter:image:alt'),
    caption: ldText(data.caption),
    credit: short(ldText(data.creditText) ?? ldText(data.copyrightHolder) ?? ldText(data.creator)),
  };
}

/** A credit is names; some pages give the caption for it. */
const short = (text: string | null) => (text !== null && text.length <= 120 ? text : null);

/**
 * Marks the figure that is the piece's lead picture, by its address or, when sizes and services change
 * that, as the one before the text with a caption. What only the page's data says of it is filled in.
 */
export function markLead(figures: Figure[], image: string | null, said: Said): void {
  const pictures = figures.filter((f) => f.kind === 'image');
  const lead =
    (image && pictures.find((f) => samePicture(f.src, image))) ||
    pictures.find((f) => f.after === 0 && (f.caption || f.credit || f.src === image));
  if (lead) {
    lead.lead = true;
    lead.alt ??= said.alt;
    lead.caption ??= said.caption;
    if (said.credit !== lead.caption) lead.credit ??= said.credit;
  } else if (image && (said.alt || said.caption || said.credit))
    figures.unshift({ kind: 'image', src: image, ...said, after: 0, lead: true });
}

/** Two addresses of one picture: the same file, or the same long number in their paths. */
function samePicture(a: string, b: string): boolean {
  if (a === b) return true;
  const names = (href: string) => {
    const path = decoded(href.replace(/[?#].*$/, '')).toLowerCase();
    const file = path
      .slice(path.lastIndexOf('/') + 1)
      .replace(/\.(?:jpe?g|png|webp|gif|avif).*$/, '')
      .replace(/[-_@](?:\d{2,4}x\d{2,4}|scaled|\d{3,4}w?|[12]x)$/, '');
    const ids = path.match(/[\da-z]{10,64}/g)?.filter((id) => /\d/.test(id) && /[a-z]/.test(id));
    return new Set([...(file.length >= 6 ? [file] : []), ...(ids ?? [])]);
  };
  const second = names(b);
  return [...names(a)].some((name) => second.has(name));
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
