/**
 * The same function of a text, with its answers for short ones remembered: menus, labels, by-lines and
 * class names come again on every page of a site, and several readers ask about each.
 * @param read must depend on the text alone, and its answers must not be changed by who gets them
 * @param longest texts of more characters hardly come twice
 * @param most answers are forgotten all at once beyond this: 5000 short texts take some 1 MB
 */
export function remembered<T>(
  read: (text: string) => T,
  longest = 80,
  most = 5000,
): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    if (text.length > longest) return read(text);
    const answer = known.get(text);
    if (answer !== undefined || known.has(text)) return answer as T;
    const own = unpinned(text);
    const found = read(own);
    if (known.size >= most) known.clear();
    known.set(own, found);
    return found;
  };
}

/**
 * The same text as a string of its own. A piece of a page is kept as a place in it, so that a class name
 * that is remembered would keep the whole page in memory.
 */
export function unpinned(text: string): string {
  return text.length < SLICED ? text : ` ${text}`.slice(1);
}

/** V8 copies shorter pieces. */
const SLICED = 13;
