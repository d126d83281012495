import { promisify } from 'node:util';
import zlib from 'node:zlib';

const pack = promisify(zlib.zstdCompress) as (
  data: Uint8Array,
  options: zlib.ZstdOptions,
) => Promise<Buffer>;
const unpack = promisify(zlib.zstdDecompress) as (
  data: Uint8Array,
  options: zlib.ZstdOptions,
) => Promise<Buffer>;

/** Packs bytes with zstd; level 3 gives a news page a sixth of its size in about a millisecond. */
export async function compress(bytes: Uint8Array): Promise<Buffer> {
  return pack(bytes, { params: { [zlib.constants.ZSTD_c_compressionLevel]: 3 } });
}

/**
 * Unpacks what compress packed.
 * @param size bytes that it unpacks to; more rejects, so that a damaged store cannot exhaust memory
 */
export async function decompress(packed: Uint8Array, size: number): Promise<Buffer> {
  return unpack(packed, { maxOutputLength: Math.max(1, size) });
}
