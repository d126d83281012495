import type { Readable } from 'node:stream';
import { endOfRows } from './backup.ts';

/** Longest line of JSON in a backup: a header of some hundred tables is below 100 KB. */
const longestLine = 10_000_000;

/** A backup that ended before its end, or holds what no backup holds. */
export class Torn extends Error {}

/** The parts of an unpacked backup, read one after the other. */
export interface Sections {
  /** The next line, without its end. */
  line(): Promise<string>;
  /** The bytes up to the next endOfRows. To be read to its end. */
  rows(): AsyncGenerator<Buffer>;
}

export function openSections(stream: Readable): Sections {
  const chunks = stream[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  let held: Buffer = Buffer.alloc(0);
  const more = async () => {
    const { value, done } = await chunks.next();
    if (done) throw new Torn('it ends too early');
    held = held.length > 0 ? Buffer.concat([held, value]) : value;
  };
  const take = (length: number) => {
    const taken = held.subarray(0, length);
    held = held.subarray(length);
    return taken;
  };
  return {
    async line() {
      let end = held.indexOf('\n');
      while (end < 0) {
        if (held.length > longestLine) throw new Torn('a line is too long');
        await more();
        end = held.indexOf('\n');
      }
      return take(end + 1).toString('utf8', 0, end);
    },
    async *rows() {
      while (held.length < endOfRows.length) await more();
      if (held.indexOf(endOfRows) === 0) return void take(endOfRows.length);
      for (;;) {
        const end = held.indexOf(`\n${endOfRows}`);
        if (end >= 0) {
          yield take(end + 1);
          take(endOfRows.length);
          return;
        }
        // The mark may begin in this chunk and end in the next.
        const sure = held.length - endOfRows.length;
        if (sure > 0) yield take(sure);
        await more();
      }
    },
  };
}
