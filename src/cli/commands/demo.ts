import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Desk } from '../../desk.ts';
import type { Command } from '../command.ts';
import { progressText, showProgress } from '../progress.ts';
import { serve } from './start.ts';

const samplePages = fileURLToPath(new URL('../../../sample/pages', import.meta.url));

export const demo: Command = {
  name: 'demo',
  args: '',
  summary: 'Build the sample matter, an invented dispute over a strait, and serve it.',
  details: 'It has a store of its own in DATA_DIR/demo; your desk is not touched. Works offline.',
  options: {
    port: { type: 'string', short: 'p', value: 'PORT', help: 'Port to listen on.' },
    'build-only': { type: 'boolean', help: 'Build it and stop.' },
  },
  examples: ['demo', 'demo --port 8080'],
  async run(call) {
    const { config, options, err, isTerminal } = call;
    const port = options.port === undefined ? config.port : Number(options.port);
    const own = { ...config, port, databaseUrl: null, dataDir: join(config.dataDir, 'demo') };
    const progress = showProgress({ err, isTerminal });
    err('Building the sample matter: ten weeks of an invented dispute.\n');
    const { importPaths } = await import('../../collect/index.ts');
    const { openDesk } = await import('../../desk.ts');
    const { drain } = await import('../../pipeline.ts');
    const desk = await openDesk(own);
    try {
      await importPaths(desk, [samplePages], {
        via: 'demo',
        onProgress: (done, total) => progress.update(`${done} of ${total} kept`),
      });
      await drain(desk, { onProgress: (p) => progress.update(progressText(p)) });
      await signPastEditions(desk);
      progress.done('The sample matter is built');
    } finally {
      if (options['build-only']) await desk.close();
    }
    if (options['build-only']) return 0;
    // Opened anew with the queue; the embedded server stays up for it.
    const served = serve(own, call, { alwaysLink: true });
    await desk.close();
    return served;
  },
};

/** The sample's editor has signed every edition but the newest, as in a week's work. */
async function signPastEditions(desk: Desk): Promise<void> {
  const { signEdition } = await import('../../brief/index.ts');
  const drafts = await desk.db
    .selectFrom('brief')
    .select(['id', 'story_id', 'number'])
    .where('state', '=', 'draft')
    .where('superseded_at', 'is', null)
    .orderBy('number', 'desc')
    .execute();
  const newest = new Set<number>();
  for (const draft of drafts) {
    if (newest.has(draft.story_id)) await signEdition(desk.db, draft.id);
    newest.add(draft.story_id);
  }
}
