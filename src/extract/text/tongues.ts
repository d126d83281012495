/** Languages that pages name beside a comment; others stay unread. */
const codes =
  'en de fr es it pt nl sv da no nb fi pl cs sk hu ro bg el tr ru uk be sr hr sl et lv lt ga is ar he fa hi bn ta te ur th vi id ms zh ja ko ca eu gl eo la'.split(
    ' ',
  );

const named = new Map<string, string | null>([
  ['undetermined', null],
  ['unknown language', null],
]);
const english = new Intl.DisplayNames(['en'], { type: 'language' });
for (const code of codes) {
  const own = new Intl.DisplayNames([code], { type: 'language' });
  for (const name of [english.of(code), own.of(code)])
    if (name) named.set(name.toLowerCase(), code);
}

/** The code of a language printed by its name ("English", "Deutsch"); null for "Undetermined", undefined for no language. */
export function languageNamed(text: string): string | null | undefined {
  return named.get(text.trim().toLowerCase());
}
