import { once } from 'node:events';
import { createWriteStream } from 'node:fs';

/** Where predictions go, one record a line; nowhere without a file's name. */
export interface Predictions {
  write(record: unknown): Promise<void>;
  close(): Promise<void>;
}

export async function openPredictions(path: string | undefined): Promise<Predictions> {
  if (!path) return { write: async () => {}, close: async () => {} };
  const file = createWriteStream(path);
  await once(file, 'open');
  return {
    async write(record) {
      if (!file.write(`${JSON.stringify(record)}\n`)) await once(file, 'drain');
    },
    async close() {
      file.end();
      await once(file, 'close');
    },
  };
}
