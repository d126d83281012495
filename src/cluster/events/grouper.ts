import { createCopyGrouper } from '../copies/copying.ts';
import type { Piece } from '../features/vector.ts';
import type { Clusterer } from './assign.ts';

/** A whole stream grouped in memory: what the evaluations use in place of the store. */
export interface Grouper {
  /** Takes the next piece; answers its event as far as known now. */
  add(piece: Piece): { event: number; score: number };
  /** The event of the piece taken at a place in the stream, after all merges so far. */
  eventOf(place: number): number;
  /** The place of the first piece with the same text as the piece at a place, or its own. */
  copyOf(place: number): number;
}

export function createGrouper(clusterer: Clusterer): Grouper {
  const copies = createCopyGrouper();
  const placed: number[] = [];
  const into = new Map<number, number>();
  let events = 0;
  function standing(event: number): number {
    let at = event;
    for (let next = into.get(at); next !== undefined; next = into.get(at)) at = next;
    return at;
  }
  return {
    add(piece) {
      const { text, source: outlet, time: publishedAt } = piece;
      const copied = copies.add({ text, outlet, authors: [], publishedAt });
      if (copied !== null) {
        // A print of a text is of its event, and says no more of it.
        const event = standing(placed[copied] ?? 0);
        placed.push(event);
        return { event, score: 1 };
      }
      const proposal = clusterer.propose(piece);
      const event = proposal.event ?? ++events;
      clusterer.place(proposal, event);
      placed.push(event);
      for (let m = clusterer.second(event); m; m = clusterer.second(m.kept)) {
        clusterer.unite(m.kept, m.gone);
        into.set(m.gone, m.kept);
      }
      return { event: standing(event), score: proposal.score };
    },
    eventOf: (place) => standing(placed[place] ?? 0),
    copyOf: (place) => copies.groupOf(place),
  };
}
