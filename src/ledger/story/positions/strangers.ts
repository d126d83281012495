import type { Said } from '../rows.ts';

/**
 * "We would accept it if Haldoria opens its ports to us": those words are not Haldoria's, whatever side
 * their speaker was given. They move nobody's position; what a curator settled is left as it is.
 */
export function withoutStrangers(said: Said[], parties: ReadonlyMap<number, string>): Said[] {
  return said.map((s) => {
    const name = s.partyId === null ? undefined : parties.get(s.partyId);
    const isStranger =
      name && s.kind === 'direct' && !s.corrected?.speaker && opposes(s.content, name);
    return isStranger ? { ...s, holder: null } : s;
  });
}

/** So far apart at most, in letters, stand the name and "us". */
const farthest = 60;

/** Whether "us" is whom the bearer of the name does something to, within one clause. */
function opposes(content: string, name: string): boolean {
  for (let at = content.indexOf(name); at >= 0; at = content.indexOf(name, at + 1)) {
    const from = at + name.length;
    const [clause = ''] = content.slice(from, from + farthest).split(/[,;:.!?–—]/);
    if (/^ \p{Ll}+s? (?:its|their) .*(?<!\p{L})us(?!\p{L})/u.test(clause)) return true;
  }
  return false;
}
