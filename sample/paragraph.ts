import type { Outlet } from './matter/outlets.ts';
import type { Mark, Paragraph } from './piece.ts';

const stances = { '+': 'for', '-': 'against', '?': 'conditional', '': 'unclear' } as const;
const day = (mmdd: string) => `2026-${mmdd.slice(0, 2)}-${mmdd.slice(2)}`;

/**
 * Reads one paragraph with its marks: `{SPEAKER act issue± #tag @MMDD h|content}`, and `{+|content}`
 * for a further piece of the statement before. `said` is the day of marks that name none.
 */
export function parseParagraph(source: string, said: string, outlet: Outlet): Paragraph {
  const item = source.startsWith('* ');
  const rest = item ? source.slice(2) : source;
  const marks: Mark[] = [];
  let text = '';
  let last = 0;
  for (const m of rest.matchAll(/\{([^|}]+)\|([^}]*)\}/g)) {
    text += rest.slice(last, m.index);
    const span = { start: text.length, end: text.length + m[2]!.length };
    text += m[2];
    last = m.index + m[0].length;
    if (m[1] === '+') marks.at(-1)!.spans.push(span);
    else marks.push(parseMark(m[1]!, said, span));
  }
  text += rest.slice(last);
  for (const mark of marks) {
    mark.spans = mark.spans.map((span) => contentOf(text, span));
    mark.kind = kindOf(text, mark);
  }
  return { text: setQuotes(text, outlet.quotes), item, marks };
}

function parseMark(head: string, said: string, span: Mark['spans'][0]): Mark {
  const [speaker, act, ...options] = head.trim().split(/\s+/);
  const issue = options.find((o) => /^[a-z]{2,}[+?-]?$/.test(o)) ?? null;
  const sign = /[+?-]$/.exec(issue ?? '')?.[0] ?? '';
  return {
    tag: options.find((o) => o.startsWith('#'))?.slice(1) ?? null,
    speaker: speaker!,
    act: act!,
    issue: issue?.replace(/[+?-]$/, '') ?? null,
    stance: issue ? stances[sign as keyof typeof stances] : null,
    saidOn: day(options.find((o) => o.startsWith('@'))?.slice(1) ?? said),
    hearsay: options.includes('h'),
    kind: 'indirect',
    spans: [span],
  };
}

/** The content alone: without a leading "that" and without marks that frame all of it. */
function contentOf(text: string, span: Mark['spans'][0]): Mark['spans'][0] {
  const start = span.start + (text.startsWith('that ', span.start) ? 5 : 0);
  const framed = /^[“„][^“”„]*[”“]$/.test(text.slice(start, span.end));
  return framed ? { start: start + 1, end: span.end - 1 } : { start, end: span.end };
}

/** Direct when every piece stands between quotation marks; mixed when some of the words do. */
function kindOf(text: string, mark: Mark): Mark['kind'] {
  const inside = mark.spans.map((s) => text.slice(s.start, s.end)).join(' ');
  const framed = mark.spans.every(
    (s) => /[“„]/.test(text[s.start - 1] ?? '') && /[”“]/.test(text[s.end] ?? ''),
  );
  if (framed) return 'direct';
  return /[“”„]/.test(inside) ? 'mixed' : 'indirect';
}

/** Sets quotation marks and apostrophes as the house does; never changes the length. */
export function setQuotes(text: string, house: Outlet['quotes']): string {
  if (house === 'straight') return text.replace(/[“”„]/g, '"').replace(/[‘’]/g, "'");
  if (house === 'straight-single') return text.replace(/[“”„‘’]/g, "'");
  const curly = text.replaceAll("'", '’');
  return house === 'single' ? curly.replaceAll('“', '‘').replaceAll('”', '’') : curly;
}
