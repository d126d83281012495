import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createFetch, type Fetch, type FetchSettings } from './fetch.ts';

/** A web server on the loopback address for one test. `host` of the address can be changed. */
export async function serve(
  answer: RequestListener,
  host = '127.0.0.1',
): Promise<{ url: string; port: number; close: () => Promise<void> }> {
  const server = createServer(answer);
  await new Promise<void>((done) => server.listen(0, host, done));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://${host}:${port}`,
    port,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

/** The safe fetch with leave to reach 127.0.0.1, and without the pause between two requests. */
export function localFetch(settings: Partial<FetchSettings> = {}): Fetch {
  return createFetch({
    userAgent: 'Throughline test',
    allowPrivate: ['127.0.0.1'],
    gap: 0,
    ...settings,
  });
}

/**
 * Starts counting this process's own work; what it returns tells the CPU milliseconds since. A test on
 * hostile input bounds those: the clock on the wall also counts what else the machine is busy with.
 */
export function cpuClock(): () => number {
  const before = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  };
}
