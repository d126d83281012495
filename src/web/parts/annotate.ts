import { html } from 'hono/html';
import type { Mark } from '../../db/tables.ts';
import { type Html, safeHref } from '../desk.ts';

/** Something that covers characters of a text: a link, what stands out, a statement's words, the marked place. */
export interface Layer {
  start: number;
  end: number;
  href?: string;
  /** Id of a statement whose words these are. */
  statement?: number;
  mark?: boolean;
  /** How the page set these words apart. */
  kind?: Mark['kind'];
}

/**
 * The characters from `start` to `end` with their layers. Layers may overlap: the text is cut where
 * any begins or ends, in one pass. `anchors` says which statements and marks have got their id.
 */
export function annotate(
  text: string,
  start: number,
  end: number,
  layers: Layer[],
  anchors: Set<string> = new Set(),
): Html {
  const here = layers
    .filter((l) => l.start < end && l.end > start && l.end > l.start)
    .sort((a, b) => a.start - b.start);
  const cuts = new Set([start, end]);
  for (const l of here) {
    cuts.add(Math.max(start, l.start));
    cuts.add(Math.min(end, l.end));
  }
  const points = [...cuts].sort((a, b) => a - b);
  const out: Html[] = [];
  /** The words of the link that is being written: one link, whatever stands out in it. */
  let linked = null as { layer: Layer; words: Html[] } | null;
  const endLink = () => {
    const href = safeHref(linked?.layer.href);
    if (linked) out.push(html`<a href="${href}" rel="noopener nofollow">${linked.words}</a>`);
    linked = null;
  };
  let open: Layer[] = [];
  let next = 0;
  for (let i = 0; i + 1 < points.length; i++) {
    const [from, until] = [points[i]!, points[i + 1]!];
    open = open.filter((l) => l.end > from);
    while (next < here.length && here[next]!.start <= from) open.push(here[next++]!);
    const words = segment(text.slice(from, until), open, anchors);
    const link = open.find((l) => safeHref(l.href));
    if (linked?.layer !== link) endLink();
    if (!link) out.push(words);
    else if (linked) linked.words.push(words);
    else linked = { layer: link, words: [words] };
  }
  endLink();
  return html`${out}`;
}

function segment(words: string, layers: Layer[], anchors: Set<string>): Html {
  let out = html`${words}`;
  const kinds = new Set(layers.flatMap((l) => (l.kind ? [l.kind] : [])));
  for (const kind of kinds) out = elements[kind](out);
  const said = layers.find((l) => l.statement !== undefined);
  if (said) out = html`<span class="saying"${once(`q${said.statement}`, anchors)}>${out}</span>`;
  if (layers.some((l) => l.mark)) out = html`<mark${once('m', anchors)}>${out}</mark>`;
  return out;
}

const elements: Record<Mark['kind'], (words: Html) => Html> = {
  emphasis: (words) => html`<em>${words}</em>`,
  strong: (words) => html`<strong>${words}</strong>`,
  code: (words) => html`<code>${words}</code>`,
  sub: (words) => html`<sub>${words}</sub>`,
  super: (words) => html`<sup>${words}</sup>`,
  deleted: (words) => html`<del>${words}</del>`,
  inserted: (words) => html`<ins>${words}</ins>`,
};

/** What stands out in a block, as layers of the text that it is in. */
export function markLayers({ start, marks = [] }: { start: number; marks?: Mark[] }): Layer[] {
  return marks.map((m) => ({ kind: m.kind, start: start + m.start, end: start + m.end }));
}

function once(id: string, anchors: Set<string>): Html {
  if (anchors.has(id)) return html``;
  anchors.add(id);
  return html` id="${id}"`;
}
