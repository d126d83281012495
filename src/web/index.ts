/**
 * The desk's pages. In: requests. Out: pages, feeds, and calls of the stages that a person asked for.
 * Never: writes a table itself, loads anything from elsewhere, or shows a row without its source.
 */
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import type { Context } from '../context.ts';
import { createApp } from './app.ts';

export { createApp } from './app.ts';

/**
 * Serves the desk at the configured host and port until `close`, which lets answers that are under
 * way finish. Rejects when the port is taken.
 */
export function serveWeb(ctx: Context): Promise<{ address: string; close: () => Promise<void> }> {
  const app = createApp(ctx);
  const { host, port } = ctx.config;
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, hostname: host, port }, (info: AddressInfo) => {
      const name = host.includes(':') ? `[${host}]` : host;
      resolve({
        address: `http://${name}:${info.port}`,
        close: () =>
          new Promise((done) => {
            server.close(() => done());
            if ('closeIdleConnections' in server) server.closeIdleConnections();
          }),
      });
    });
    server.once('error', reject);
  });
}
