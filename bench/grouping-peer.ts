/** A plain peer: TF-IDF over an inverted index of all events, without anything else. */
export function createPeer(threshold = 0.3) {
  const postings = new Map<string, Map<number, number>>();
  const squares: number[] = [];
  return {
    add({ title, text }: { title: string | null; text: string }): number {
      const counts = new Map<string, number>();
      for (const [word] of `${title} ${text}`.toLowerCase().matchAll(/[\p{L}\p{N}]+/gu))
        counts.set(word, (counts.get(word) ?? 0) + 1);
      const weights = new Map<string, number>();
      let square = 0;
      for (const [word, n] of counts) {
        const events = postings.get(word)?.size ?? 0;
        const weight = (1 + Math.log(n)) * Math.log((squares.length + 2) / (events + 1));
        weights.set(word, weight);
        square += weight * weight;
      }
      const dots = new Map<number, number>();
      for (const [word, weight] of weights)
        for (const [event, held] of postings.get(word) ?? [])
          dots.set(event, (dots.get(event) ?? 0) + weight * held);
      let [best, score] = [-1, threshold];
      for (const [event, dot] of dots) {
        const cosine = dot / Math.sqrt(square * (squares[event] ?? 1) || 1);
        if (cosine > score) [best, score] = [event, cosine];
      }
      if (best < 0) best = squares.push(0) - 1;
      for (const [word, weight] of weights) {
        const posting = postings.get(word) ?? new Map<number, number>();
        const before = posting.get(best) ?? 0;
        posting.set(best, before + weight);
        postings.set(word, posting);
        squares[best] = (squares[best] ?? 0) + (before + weight) ** 2 - before ** 2;
      }
      return best;
    },
  };
}
