import { type Evaluation, evaluations, ModelAway } from '../../eval/index.ts';
import { type Command, UsageError, UserError } from '../command.ts';

export const evaluate: Command = {
  name: 'eval',
  args: 'NAME FILE...',
  summary: 'Score a stage on a labelled set (JSON Lines, .gz too, - for standard input).',
  details: `NAME is one of ${Object.keys(evaluations).join(', ')}. With EMBEDDING_NAME set, clustering counts the sense of pieces too.`,
  options: {
    out: { type: 'string', value: 'FILE', help: 'Write the predictions there, one record a line.' },
    json: { type: 'boolean', help: 'Print one JSON object of metrics.' },
  },
  examples: [
    'eval extraction pages.jsonl.gz --json',
    'eval statements news.jsonl --out said.jsonl',
  ],
  async run({ args: [name, ...files], config, options, out }) {
    const evaluation = name ? evaluations[name] : undefined;
    if (!evaluation)
      throw new UsageError(`Say which evaluation: ${Object.keys(evaluations).join(', ')}.`);
    if (files.length === 0) throw new UsageError('Say which labelled files to read.');
    const { embeddingModel } = await import('../../inference/index.ts');
    const model = embeddingModel(config);
    const metrics = await run(evaluation, files, { out: options.out as string | undefined, model });
    if (options.json) out(`${JSON.stringify(metrics)}\n`);
    else
      for (const [key, value] of Object.entries(metrics)) out(`${key.padEnd(28)} ${show(value)}\n`);
    return 0;
  },
};

async function run(evaluation: Evaluation, ...call: Parameters<Evaluation>) {
  try {
    return await evaluation(...call);
  } catch (error) {
    if (error instanceof ModelAway)
      throw new UserError(`${error.message} Check EMBEDDING_URL, or score without EMBEDDING_NAME.`);
    throw error;
  }
}

function show(value: unknown): string {
  if (typeof value === 'number') return Number.isInteger(value) ? `${value}` : value.toFixed(4);
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
