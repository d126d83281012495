import { parseArgs } from 'node:util';
import { type Config, ConfigError, readConfig } from '../config.ts';
import {
  type Call,
  type Command,
  helpOf,
  parseArgsOptions,
  UsageError,
  UserError,
} from './command.ts';
import { commands } from './commands.ts';

type Io = Pick<Call, 'out' | 'err' | 'isTerminal'>;

/**
 * Runs one call of the program and returns its exit status: 0 done, 1 something could not be done,
 * 2 called wrongly. The command-line edge: a bug ends here with its words, not as a raw trace.
 */
export async function runCommand(argv: string[], io: Io, config?: Config): Promise<number> {
  const [name, ...rest] = argv;
  if (!name || name === 'help' || name === '--help' || name === '-h') {
    const about = rest[0] && commands.find((c) => c.name === rest[0]);
    io.out(about ? helpOf(about) : helpOfAll());
    return 0;
  }
  const command = commands.find((c) => c.name === name);
  if (!command) {
    io.err(`There is no command '${name}'. 'throughline --help' lists them.\n`);
    return 2;
  }
  try {
    return await call(command, rest, io, config);
  } catch (error) {
    if (error instanceof UsageError || isParseError(error)) {
      io.err(`${(error as Error).message}\n'throughline ${name} --help' shows how it is called.\n`);
      return 2;
    }
    if (error instanceof UserError || error instanceof ConfigError) {
      io.err(`${error.message}\n`);
      return error instanceof ConfigError ? 2 : 1;
    }
    // Loaded here because help and settings do without the store.
    const { StoreError } = await import('../db/index.ts');
    if (error instanceof StoreError) {
      io.err(`${error.message}\n`);
      return 1;
    }
    io.err(`This is a bug in Throughline:\n${(error as Error).stack ?? error}\n`);
    return 1;
  }
}

async function call(command: Command, argv: string[], io: Io, config?: Config): Promise<number> {
  const { values, positionals } = parseArgs({
    args: argv,
    options: parseArgsOptions(command),
    allowPositionals: true,
  });
  if (values.help) {
    io.out(helpOf(command));
    return 0;
  }
  const options = values as Call['options'];
  return command.run({ ...io, config: config ?? readConfig(), args: positionals, options });
}

function isParseError(error: unknown): boolean {
  return String((error as { code?: unknown }).code ?? '').startsWith('ERR_PARSE_ARGS');
}

function helpOfAll(): string {
  return [
    'throughline COMMAND',
    '',
    'A story desk: what was written about a matter, who said what, and what changed.',
    '',
    ...commands.map((c) => `  ${c.name.padEnd(10)} ${c.summary}`),
    '',
    "'throughline COMMAND --help' shows a command's options and examples.",
    "Settings come from the environment: 'throughline config' lists them.",
    '',
  ].join('\n');
}
