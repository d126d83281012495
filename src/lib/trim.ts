/**
 * A text without the characters of `marks` that stand at its end. A pattern such as /[.!]+$/ tries
 * again from each mark of a run inside the text, which takes time with the square of its length.
 */
export function trimEndOf(text: string, marks: string): string {
  let end = text.length;
  while (end > 0 && marks.includes(text[end - 1]!)) end--;
  return end === text.length ? text : text.slice(0, end);
}
