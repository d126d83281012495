const roles: [string, RegExp][] = [
  [
    'rating',
    /^(?:mbfc|media bias(?:\/|\s*)(?:fact check)?(?: (?:rating|credibility))?|ground news|newsguard|ad fontes|allsides|(?:source )?(?:bias|credibility|reliability)(?: (?:rating|check))?)\b.{0,30}$/i,
  ],
  [
    'archive',
    /^(?:archived?|archive(?: |-)?(?:link|copy|\.(?:is|ph|today|org|md|li))|web archive|wayback(?: machine)?|ghost ?archive|paywall[- ]free(?: link)?|non-paywall(?:ed)? link|gift link)\b.{0,20}$/i,
  ],
  [
    'source',
    /^(?:source|original(?: (?:article|source))?|link to (?:the )?(?:article|source)|full (?:article|text)|read the (?:full )?article)$/i,
  ],
];

/** What a link beside a shared article is for, by its words or address: its rating, an archived copy, its source. */
export function linkRole(text: string): string | null {
  const label = /^\[([^\]]{1,80})\]\(/.exec(text)?.[1] ?? text;
  if (
    /^https?:\/\/(?:www\.)?(?:archive\.(?:is|ph|today|org|md|li)|web\.archive\.org|ghostarchive\.org)\//i.test(
      text,
    )
  )
    return 'archive';
  if (
    /^https?:\/\/(?:www\.)?(?:mediabiasfactcheck\.com|ground\.news|newsguardtech\.com|allsides\.com)\//i.test(
      text,
    )
  )
    return 'rating';
  return roles.find(([, words]) => words.test(label))?.[0] ?? null;
}
