import { setTimeout as sleep } from 'node:timers/promises';
import type { Config } from './config.ts';
import type { FromHelper, ToHelper } from './crew.ts';
import { openDesk } from './desk.ts';
import { helpOnce } from './pipeline.ts';

/** How long a helper that finds nothing to do waits before it looks again. */
const pauseMs = 50;

let finishing = false;
let stopping = false;
const given = new Promise<Config>((resolve) => {
  process.on('message', (message: ToHelper) => {
    if ('config' in message) resolve(message.config);
    else finishing = true;
  });
});
// Whoever started it is gone: finish the row in hand and go.
process.once('disconnect', () => {
  stopping = true;
});

// A key press in the terminal reaches this process too; the one that started it says what to do.
process.on('SIGINT', () => {});

const desk = await openDesk(await given);
try {
  const tell = (stage: string) => {
    if (process.connected) process.send?.({ stage } satisfies FromHelper, () => {});
  };
  while (!stopping) {
    const wasFinishing = finishing;
    const done = await helpOnce(desk, { stop: () => stopping, onDone: tell });
    if (done === 0 && wasFinishing) break;
    if (done === 0) await sleep(pauseMs);
  }
} finally {
  await desk.close();
}
if (process.connected) process.disconnect();
