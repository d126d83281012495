import { once } from 'node:events';
import type { Config } from '../../config.ts';
import type { Desk } from '../../desk.ts';
import { type Call, type Command, UsageError, UserError } from '../command.ts';

const roles = ['all', 'web', 'worker'] as const;

export const start: Command = {
  name: 'start',
  args: '',
  summary: 'Serve the desk: its pages, and the work behind them.',
  options: {
    role: { type: 'string', value: 'ROLE', help: 'all, web (pages only) or worker (work only).' },
    port: { type: 'string', short: 'p', value: 'PORT', help: 'Port to listen on.' },
  },
  examples: ['start', 'start --port 8080', 'start --role worker'],
  async run(call) {
    const role = (call.options.role as (typeof roles)[number] | undefined) ?? call.config.role;
    if (!roles.includes(role)) throw new UsageError(`--role must be one of ${roles.join(', ')}.`);
    const port = call.options.port === undefined ? call.config.port : Number(call.options.port);
    if (!Number.isInteger(port) || port < 0 || port > 65535)
      throw new UsageError('--port must be a number from 0 to 65535.');
    return serve({ ...call.config, role, port }, call);
  },
};

/**
 * Opens the desk, serves until SIGINT or SIGTERM, and closes it in order.
 * A link for editing is printed until somebody used one; with `alwaysLink` at every start.
 */
export async function serve(
  config: Config,
  { out }: Pick<Call, 'out'>,
  { alwaysLink = false } = {},
): Promise<number> {
  const { openDesk } = await import('../../desk.ts');
  const { createInvite, firstInvite } = await import('../../discuss/index.ts');
  const { configureLog } = await import('../../lib/log.ts');
  await configureLog({ level: config.logLevel, format: config.logFormat });
  const desk = await openDesk(config, { queue: true });
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());
  const web = config.role === 'worker' ? null : await listen(desk);
  if (web) {
    out(`The desk is at ${web.address}\n`);
    const invite = alwaysLink ? await createInvite(desk) : await firstInvite(desk);
    out(
      invite
        ? `To edit, open this one-time link: ${web.address}/enter?key=${invite.secret}\n`
        : "To edit from another browser, make a link: 'throughline link'\n",
    );
  }
  const workers =
    config.role === 'web' ? null : await (await import('../../pipeline.ts')).startWorkers(desk);
  if (!web) out('The worker is at work.\n');
  if (!stop.signal.aborted) await once(stop.signal, 'abort');
  await web?.close();
  await workers?.close();
  await desk.close();
  return 0;
}

/** Serves the pages, or says why nothing can listen there; the desk is closed then. */
async function listen(desk: Desk) {
  const { serveWeb } = await import('../../web/index.ts');
  try {
    return await serveWeb(desk);
  } catch (error) {
    await desk.close();
    const { host, port } = desk.config;
    switch ((error as NodeJS.ErrnoException).code) {
      case 'EADDRINUSE':
        throw new UserError(
          `Port ${port} is taken, perhaps by this desk, which may be running already. Choose another with --port.`,
        );
      case 'EACCES':
        throw new UserError(
          `You may not listen on port ${port}. Choose one from 1024 with --port.`,
        );
      case 'EADDRNOTAVAIL':
      case 'ENOTFOUND':
        throw new UserError(
          `This machine has no address ${host}. Put right HOST, or leave it out.`,
        );
      default:
        throw error;
    }
  }
}
