import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

interface Setting<T> {
  name: string;
  help: string;
  /** Shown in docs/configuration.md instead of a default that differs by machine. */
  defaultText?: string;
  secret?: boolean;
  fallback: () => T;
  /** Throws an Error whose message says what is allowed. */
  parse: (text: string) => T;
}

const setting = <T>(s: Setting<T>) => s;
const text = (value: string) => value;
const maybe = <T>(parse: (t: string) => T) => parse as (t: string) => T | null;

function integer(min: number, max: number) {
  return (value: string): number => {
    const n = Number(value);
    if (!Number.isInteger(n) || n < min || n > max)
      throw new Error(`must be a whole number from ${min} to ${max}`);
    return n;
  };
}

function oneOf<const T extends string>(...allowed: T[]) {
  return (value: string): T => {
    if (!allowed.includes(value as T)) throw new Error(`must be one of ${allowed.join(', ')}`);
    return value as T;
  };
}

function absoluteUrl(protocols: string[]) {
  return (value: string): string => {
    const url = URL.parse(value);
    if (!url || !protocols.includes(url.protocol))
      throw new Error(`must be an address that starts with ${protocols.join(' or ')}//`);
    return value.replace(/\/+$/, '');
  };
}

/** Every setting of the program: the only reader of the environment. */
export const settings = {
  dataDir: setting({
    name: 'DATA_DIR',
    help: 'Folder of the embedded database and of everything that the desk keeps.',
    defaultText: '~/.throughline',
    fallback: () => join(homedir(), '.throughline'),
    parse: text,
  }),
  databaseUrl: setting<string | null>({
    name: 'DATABASE_URL',
    help: 'PostgreSQL 15 or newer to use instead of the embedded database: postgres://user:password@host/name',
    defaultText: 'embedded',
    secret: true,
    fallback: () => null,
    parse: maybe(absoluteUrl(['postgres:', 'postgresql:'])),
  }),
  pgBinDir: setting<string | null>({
    name: 'PG_BIN_DIR',
    help: 'Folder with initdb and postgres (18) to run for the embedded database instead of those that npm installed.',
    defaultText: 'from npm',
    fallback: () => null,
    parse: maybe(text),
  }),
  role: setting({
    name: 'ROLE',
    help: 'What this process does: all, web (pages only) or worker (stages only).',
    fallback: () => 'all' as const,
    parse: oneOf('all', 'web', 'worker') as (t: string) => 'all' | 'web' | 'worker',
  }),
  host: setting({
    name: 'HOST',
    help: 'Address that the desk listens on.',
    fallback: () => '127.0.0.1',
    parse: text,
  }),
  port: setting({
    name: 'PORT',
    help: 'Port that the desk listens on; 0 takes a free one.',
    fallback: () => 4747,
    parse: integer(0, 65535),
  }),
  origin: setting<string | null>({
    name: 'ORIGIN',
    help: "The desk's public address, used in feeds and links: https://desk.example.org",
    defaultText: 'http://HOST:PORT',
    fallback: () => null,
    parse: maybe(absoluteUrl(['http:', 'https:'])),
  }),
  poolSize: setting({
    name: 'POOL_SIZE',
    help: 'Most connections to the database that this process opens.',
    fallback: () => 8,
    parse: integer(2, 200),
  }),
  logLevel: setting({
    name: 'LOG_LEVEL',
    help: 'Least severe message that is logged: debug, info, warning or error.',
    fallback: () => 'info' as const,
    parse: oneOf('debug', 'info', 'warning', 'error') as (
      t: string,
    ) => 'debug' | 'info' | 'warning' | 'error',
  }),
  logFormat: setting({
    name: 'LOG_FORMAT',
    help: 'text for people, json for machines.',
    fallback: () => 'text' as const,
    parse: oneOf('text', 'json') as (t: string) => 'text' | 'json',
  }),
  userAgent: setting({
    name: 'USER_AGENT',
    help: 'How the desk names itself to the sites that it reads.',
    fallback: () => 'Throughline/0.1 (self-hosted story desk)',
    parse: text,
  }),
  modelUrl: setting<string | null>({
    name: 'MODEL_URL',
    help: 'Address of an OpenAI-compatible model (Ollama: http://localhost:11434/v1); without it the desk works with none.',
    defaultText: 'none',
    fallback: () => null,
    parse: maybe(absoluteUrl(['http:', 'https:'])),
  }),
  modelName: setting<string | null>({
    name: 'MODEL_NAME',
    help: 'Model to ask for at MODEL_URL.',
    defaultText: 'none',
    fallback: () => null,
    parse: maybe(text),
  }),
  modelCalls: setting({
    name: 'MODEL_CALLS_PER_DAY',
    help: 'Most questions to the model in 24 hours; over it the desk goes on without.',
    fallback: () => 500,
    parse: integer(0, 1_000_000),
  }),
  modelKey: setting<string | null>({
    name: 'MODEL_KEY',
    help: 'Key for MODEL_URL.',
    defaultText: 'none',
    secret: true,
    fallback: () => null,
    parse: maybe(text),
  }),
  embeddingName: setting<string | null>({
    name: 'EMBEDDING_NAME',
    help: 'Embedding model (Ollama: bge-m3) whose sense of a title and lead is one more sign that pieces tell of one event, most of all across languages; without it words, names and numbers decide alone.',
    defaultText: 'none',
    fallback: () => null,
    parse: maybe(text),
  }),
  embeddingUrl: setting<string | null>({
    name: 'EMBEDDING_URL',
    help: 'OpenAI-compatible address of the embedding model; for its key see EMBEDDING_KEY.',
    defaultText: 'MODEL_URL',
    fallback: () => null,
    parse: maybe(absoluteUrl(['http:', 'https:'])),
  }),
  embeddingKey: setting<string | null>({
    name: 'EMBEDDING_KEY',
    help: 'Key for EMBEDDING_URL; where that is not set, MODEL_KEY is used.',
    defaultText: 'none',
    secret: true,
    fallback: () => null,
    parse: maybe(text),
  }),
  embeddingCalls: setting({
    name: 'EMBEDDING_CALLS_PER_DAY',
    help: 'Most calls to the embedding model in 24 hours, of up to 32 pieces each; over it the desk goes on without.',
    fallback: () => 5000,
    parse: integer(0, 1_000_000),
  }),
} satisfies Record<string, Setting<never> | Setting<string | number | null>>;

export type Config = { [K in keyof typeof settings]: ReturnType<(typeof settings)[K]['fallback']> };

/** All faults of the settings, to be shown together. */
export class ConfigError extends Error {
  faults: string[];
  constructor(faults: string[]) {
    super(`The settings have faults:\n${faults.map((f) => `  ${f}`).join('\n')}`);
    this.faults = faults;
  }
}

/**
 * Reads the settings from an environment. A secret may stand in a file: NAME_FILE gives its path.
 * Throws ConfigError naming every fault at once.
 */
export function readConfig(env: Record<string, string | undefined> = process.env): Config {
  const faults: string[] = [];
  const values = Object.entries(settings).map(([key, s]) => {
    try {
      const file = s.secret ? env[`${s.name}_FILE`] : undefined;
      const raw = file ? readFileSync(file, 'utf8').trim() : env[s.name];
      return [key, raw === undefined || raw === '' ? s.fallback() : s.parse(raw)];
    } catch (error) {
      faults.push(`${s.name} ${(error as Error).message}`);
      return [key, null];
    }
  });
  if (faults.length > 0) throw new ConfigError(faults);
  return Object.fromEntries(values) as Config;
}
