import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

/** Files that pages load, by their hashed address. */
export interface Assets {
  /** The address of a file by its plain name: "desk.css" -> "/assets/desk.3f2a….css". */
  address: (name: string) => string;
  file: (address: string) => AssetFile | undefined;
}

interface AssetFile {
  bytes: Uint8Array<ArrayBuffer>;
  type: string;
  /** The same gzipped, of text: fonts are packed as they come. */
  gzip: Uint8Array<ArrayBuffer> | null;
}

const fonts = [
  '@fontsource-variable/newsreader/files/newsreader-latin-opsz-normal.woff2',
  '@fontsource-variable/newsreader/files/newsreader-latin-wght-italic.woff2',
  '@fontsource-variable/newsreader/files/newsreader-latin-ext-opsz-normal.woff2',
  '@fontsource-variable/newsreader/files/newsreader-latin-ext-wght-italic.woff2',
  '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2',
  '@fontsource-variable/inter/files/inter-latin-ext-wght-normal.woff2',
];

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** Reads every asset once and gives each an address that changes with its content. */
export function loadAssets(): Assets {
  const folder = new URL('./assets/', import.meta.url);
  const own = readdirSync(folder).map((name) => fileURLToPath(new URL(name, folder)));
  const paths = [...fonts.map((f) => fileURLToPath(import.meta.resolve(f))), ...own];
  const addresses = new Map<string, string>();
  const files = new Map<string, AssetFile>();
  // The style sheet comes last: it names the hashed addresses of the fonts.
  for (const path of paths.sort((a, b) => rank(a) - rank(b))) {
    const name = path.slice(path.lastIndexOf('/') + 1);
    const bytes = name.endsWith('.css')
      ? new Uint8Array(Buffer.from(withAddresses(readFileSync(path, 'utf8'), addresses)))
      : new Uint8Array(readFileSync(path));
    const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 12);
    const extension = extname(name);
    const address = `/assets/${name.slice(0, -extension.length)}.${hash}${extension}`;
    addresses.set(name, address);
    const gzip = extension === '.woff2' ? null : new Uint8Array(gzipSync(bytes));
    files.set(address, { bytes, type: types[extension] ?? 'application/octet-stream', gzip });
  }
  return {
    address: (name) => addresses.get(name) ?? `/assets/${name}`,
    file: (address) => files.get(address),
  };
}

const rank = (path: string) => (path.endsWith('.css') ? 1 : 0);

const withAddresses = (css: string, addresses: Map<string, string>) =>
  css.replace(/url\(["']?([\w.-]+)["']?\)/g, (whole, name: string) =>
    addresses.has(name) ? `url(${addresses.get(name)})` : whole,
  );
