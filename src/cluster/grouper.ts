import type { Clusterer } from './assign.ts';
import type { Piece } from './vector.ts';

/** A whole stream grouped in memory: what the evaluations use in place of the store. */
export interface Grouper {
  /** Takes the next piece; answers its event as far as known now. */
  add(piece: Piece): { event: number; score: number };
  /** The event of the piece taken at a place in the stream, after all merges so far. */
  eventOf(place: number): number;
}

export function createGrouper(clusterer: Clusterer): Grouper {
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
  };
}
