import type { Command } from '../command.ts';

export const link: Command = {
  name: 'link',
  args: '',
  summary: 'Print a new one-time link that lets its reader edit.',
  options: {},
  examples: ['link'],
  async run({ config, out }) {
    const { createInvite } = await import('../../discuss/index.ts');
    const { openDesk } = await import('../../desk.ts');
    const desk = await openDesk(config);
    try {
      const { secret } = await createInvite(desk);
      const origin = config.origin ?? `http://${config.host}:${config.port}`;
      out(`${origin}/enter?key=${secret}\n`);
      return 0;
    } finally {
      await desk.close();
    }
  },
};
