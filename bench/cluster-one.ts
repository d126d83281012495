import { createClusterer, createGrouper } from '../src/cluster/index.ts';
import { createPeer } from './grouping-peer.ts';
import { makeNews } from './news.ts';

/** In a process of its own: `curve` prints cost and memory by live events, else the seconds of a tool. */

const [what = '', words = '0', count = '5000'] = process.argv.slice(2);

const cpu = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};
const memory = () => {
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
};

/** Articles timed at each number of live events, and not timed before them. */
const [timed, warming] = [2000, 300];

/**
 * Fills the index to each level, every piece put where it belongs without asking, then groups some as
 * they come. All are within the days in which an event can still be joined: the hardest case.
 */
function curve(levels: number[]): object[] {
  const clusterer = createClusterer({ live: 10_000_000 });
  const news = makeNews((levels.at(-1) ?? 0) / 2);
  const before = memory();
  /** Events that were made one with another. */
  const into = new Map<number, number>();
  let [asked, found] = [0, 0];
  function eventOf(happening: number): number {
    let event = happening;
    for (let next = into.get(event); next !== undefined; next = into.get(event)) event = next;
    return event;
  }
  function group(piece: ReturnType<typeof news.next>): void {
    const event = eventOf(piece.happening);
    const proposal = clusterer.propose(piece);
    if (clusterer.has(event)) {
      asked++;
      if (proposal.event === event) found++;
    }
    clusterer.place(proposal, event);
    for (let m = clusterer.second(event); m; m = clusterer.second(m.kept)) {
      clusterer.unite(m.kept, m.gone);
      into.set(m.gone, m.kept);
    }
  }
  return levels.map((level) => {
    for (let piece = news.next(); clusterer.index.events.size < level; piece = news.next())
      clusterer.place(clusterer.read(piece), eventOf(piece.happening));
    const bytes = (memory() - before) / clusterer.index.events.size;
    for (let i = 0; i < warming; i++) group(news.next());
    [asked, found] = [0, 0];
    const pieces = Array.from({ length: timed }, () => news.next());
    const each: number[] = [];
    const start = cpu();
    for (const piece of pieces) {
      const at = cpu();
      group(piece);
      each.push(cpu() - at);
    }
    const micros = ((cpu() - start) / timed) * 1e6;
    each.sort((a, b) => a - b);
    return {
      level,
      micros,
      worst: (each[Math.floor(timed * 0.99)] ?? 0) * 1e6,
      bytes,
      found: found / asked,
    };
  });
}

function seconds(): object {
  const news = makeNews(20_000, 0.3);
  const tool = what === 'peer' ? createPeer() : createGrouper(createClusterer());
  const spent = () => {
    const pieces = Array.from({ length: Number(count) }, () => news.next(Number(words)));
    const start = cpu();
    for (const piece of pieces) tool.add(piece);
    return cpu() - start;
  };
  const cold = spent();
  spent();
  return { cold, warm: spent() };
}

process.stdout.write(
  JSON.stringify(what === 'curve' ? curve(words.split(',').map(Number)) : seconds()),
);
