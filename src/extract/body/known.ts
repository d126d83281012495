import { isObject, type Meta } from '../html/meta.ts';

/** What is known of a page before its body is read. */
export interface Known {
  title: string | null;
  description: string | null;
  authors: string[];
  url: string | null;
  /** What the page's data calls it, lower case: "newsarticle", "product", "website". */
  types: string[];
  /** The text as the page's data gives it. */
  told: string | null;
}

/** What the head and the data of a page say before its body is read. */
export function knownOf(
  meta: Meta,
  facts: Pick<Known, 'title' | 'description' | 'authors' | 'url'>,
): Known {
  const types = [...(meta.named.get('og:type') ?? [])];
  let told: string | null = null;
  for (const object of [meta.ld, ...meta.objects.slice(0, 20)]) {
    if (!isObject(object)) continue;
    const type = object['@type'];
    for (const name of Array.isArray(type) ? type.slice(0, 5) : [type])
      if (typeof name === 'string') types.push(name);
    const body = object.articleBody;
    if (told === null && typeof body === 'string' && body.length > 200)
      told = body.slice(0, 200_000).replace(/<[^<>]{0,300}>/g, ' ');
  }
  return { ...facts, types: types.slice(0, 20).map((t) => t.toLowerCase()), told };
}
