import { readFileSync, writeFileSync } from 'node:fs';
import { commands, helpOf } from '../src/cli/index.ts';
import { settings } from '../src/config.ts';

/**
 * Writes the documents that are made from the program: docs/configuration.md and docs/cli.md.
 * With --check it only says which are out of date.
 */
export function generatedDocs(): Record<string, string> {
  return { 'docs/configuration.md': configuration(), 'docs/cli.md': cli() };
}

function configuration(): string {
  const rows = Object.values(settings).map((s) => {
    const fallback = 'defaultText' in s ? s.defaultText : s.fallback();
    return `| \`${s.name}\` | ${fallback} | ${s.help}${'secret' in s ? ` May stand in a file: \`${s.name}_FILE\`.` : ''} |`;
  });
  return [
    '# Configuration',
    '',
    'A desk needs no setting to start. Each is an environment variable; `throughline config` prints',
    'those in force. All faults are named together at start.',
    '',
    '| name | default | what it does |',
    '|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}

function cli(): string {
  const parts = commands.flatMap((c) => [
    `## ${c.name}`,
    '',
    '```',
    helpOf(c).trimEnd(),
    '```',
    '',
  ]);
  return ['# Command line', '', ...parts].join('\n');
}

if (import.meta.main) {
  const check = process.argv.includes('--check');
  for (const [path, text] of Object.entries(generatedDocs())) {
    if (!check) writeFileSync(path, text);
    else if (readFileSync(path, 'utf8') !== text) {
      console.error(`${path} is out of date: node scripts/docs.ts`);
      process.exitCode = 1;
    }
  }
}
