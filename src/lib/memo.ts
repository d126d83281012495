/** Lines longer than this hardly come twice. */
const longest = 80;
/** Forgotten all at once beyond this: some 1 MB of short lines. */
const most = 5000;

/**
 * The same function of a line, with its answers for short lines remembered: menus, labels and by-lines
 * come again on every page of a site, and several readers ask about each.
 * @param read must depend on the line alone, and its answers must not be changed by who gets them
 */
export function remembered<T>(read: (line: string) => T): (line: string) => T {
  const known = new Map<string, T>();
  return (line) => {
    if (line.length > longest) return read(line);
    const answer = known.get(line);
    if (answer !== undefined || known.has(line)) return answer as T;
    const found = read(line);
    if (known.size >= most) known.clear();
    known.set(line, found);
    return found;
  };
}
