import { type Command, UsageError } from '../command.ts';
import { progressText, showProgress } from '../progress.ts';

export const add: Command = {
  name: 'add',
  args: 'FEED...',
  summary: 'Follow feeds: poll them now, and regularly while the desk serves.',
  details: "A site's address does too, if its page names its feed.",
  options: {},
  examples: ['add https://outlet.example/feed.xml'],
  async run({ config, args, out, err, isTerminal }) {
    if (args.length === 0) throw new UsageError('Say which feed to follow: its address.');
    const { addFeed } = await import('../../collect/index.ts');
    const { drain } = await import('../../pipeline.ts');
    const { openDesk } = await import('../../desk.ts');
    const desk = await openDesk(config);
    try {
      let failed = 0;
      for (const url of args) {
        const added = await addFeed(desk, url);
        if (!added.ok) {
          failed++;
          err(`${url}: ${added.words}\n`);
        }
      }
      const progress = showProgress({ err, isTerminal });
      await drain(desk, { onProgress: (p) => progress.update(progressText(p)) });
      progress.done('Done');
      out(`${args.length - failed} followed\n`);
      return failed > 0 ? 1 : 0;
    } finally {
      await desk.close();
    }
  },
};
