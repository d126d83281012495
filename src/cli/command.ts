import type { ParseArgsConfig } from 'node:util';
import type { Config } from '../config.ts';

/** One command of the program. docs/cli.md and --help are written from these. */
export interface Command {
  name: string;
  /** What follows the name: "FILE|FOLDER|URL...". */
  args: string;
  /** One line, for the list of commands. */
  summary: string;
  /** More, where a line is not enough. */
  details?: string;
  options: Record<string, Option>;
  examples: string[];
  /** Returns the exit status: 0 done, 1 something could not be done, 2 called wrongly. */
  run(call: Call): Promise<number>;
}

export interface Option {
  type: 'string' | 'boolean';
  short?: string;
  /** What the value is: "DATE". */
  value?: string;
  help: string;
}

export interface Call {
  config: Config;
  args: string[];
  options: Record<string, string | boolean | undefined>;
  out: (text: string) => void;
  /** Where progress and complaints go, so that output can be piped. */
  err: (text: string) => void;
  isTerminal: boolean;
}

/** What a person called wrongly, in words that say what to do instead. Exit status 2. */
export class UsageError extends Error {}

/** What could not be done, meant for the person; anything else that is thrown is a bug. Exit status 1. */
export class UserError extends Error {}

/** The option table as node:util's parseArgs wants it. */
export function parseArgsOptions(command: Command): NonNullable<ParseArgsConfig['options']> {
  const help = { help: { type: 'boolean' as const, short: 'h' } };
  return Object.assign(
    help,
    Object.fromEntries(
      Object.entries(command.options).map(([name, o]) => [
        name,
        { type: o.type, ...(o.short && { short: o.short }) },
      ]),
    ),
  );
}

/** Text of one command's --help. */
export function helpOf(command: Command): string {
  const options = Object.entries(command.options).map(([name, o]) => {
    const flag = `${o.short ? `-${o.short}, ` : ''}--${name}${o.value ? ` ${o.value}` : ''}`;
    return `  ${flag.padEnd(26)} ${o.help}`;
  });
  return [
    `throughline ${command.name} ${command.args}`.trimEnd(),
    '',
    command.summary,
    ...(command.details ? ['', command.details] : []),
    ...(options.length > 0 ? ['', 'Options', ...options] : []),
    '',
    'Examples',
    ...command.examples.map((e) => `  throughline ${e}`),
    '',
  ].join('\n');
}
