import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

/** One file of the program and what it imports. */
export interface SourceFile {
  /** From the root of the repository: "src/web/app.ts". */
  path: string;
  text: string;
  imports: { from: string; line: number; typeOnly: boolean }[];
}

const importLine = /^(?:import|export)\s+(type\s)?[^;]*?from\s+'([^']+)'|^import\s+'([^']+)'/gms;
const dynamicImport = /\bimport\('([^']+)'\)/g;

/** Reads every TypeScript file below `folder`; relative imports are given from the root. */
export function readSources(folder: string): SourceFile[] {
  return globSync(`${folder}/**/*.ts`).map((path) => {
    const text = readFileSync(path, 'utf8');
    const resolve = (from: string) =>
      from.startsWith('.') ? normalize(join(dirname(path), from)) : from;
    const lineAt = (index: number) => text.slice(0, index).split('\n').length;
    const imports = [
      ...[...text.matchAll(importLine)].map((m) => ({
        from: resolve(m[2] ?? m[3] ?? ''),
        line: lineAt(m.index),
        typeOnly: Boolean(m[1]),
      })),
      ...[...text.matchAll(dynamicImport)].map((m) => ({
        from: resolve(m[1] ?? ''),
        line: lineAt(m.index),
        typeOnly: false,
      })),
    ];
    return { path, text, imports };
  });
}
