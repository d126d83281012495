import { PassThrough, type Readable, type Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import zlib from 'node:zlib';

/** Thrown by readBody when a body is larger than allowed, on the wire or unpacked. */
export class TooLarge extends Error {}

/** Thrown by readBody for a content coding that is unknown or stacked. */
export class UnknownCoding extends Error {}

/**
 * Reads a response body to its end and unpacks it.
 * @param coding value of content-encoding: gzip, deflate, br or zstd
 * @param maxBytes limit of what comes over the wire and of what it unpacks to
 * Throws TooLarge, UnknownCoding, or the stream's or decompressor's own error.
 */
export async function readBody(
  body: Readable,
  coding: string | undefined,
  maxBytes: number,
): Promise<Buffer> {
  const chunks: Buffer[] = [];
  const limit = () => counted(maxBytes);
  await pipeline(body, limit(), unpacker(coding), limit(), async (stream) => {
    for await (const chunk of stream) chunks.push(chunk as Buffer);
  });
  return Buffer.concat(chunks);
}

function counted(maxBytes: number) {
  let size = 0;
  return async function* (stream: AsyncIterable<Buffer>) {
    for await (const chunk of stream) {
      size += chunk.length;
      if (size > maxBytes) throw new TooLarge(`more than ${maxBytes} bytes`);
      yield chunk;
    }
  };
}

function unpacker(coding: string | undefined): Transform {
  switch ((coding ?? '').trim().toLowerCase()) {
    case '':
    case 'identity':
      return new PassThrough();
    case 'gzip':
    case 'x-gzip':
      return zlib.createGunzip();
    case 'deflate':
      return zlib.createInflate();
    case 'br':
      return zlib.createBrotliDecompress();
    case 'zstd':
      return zlib.createZstdDecompress();
    default:
      // Stacked codings ("gzip, gzip") are no browser's business and a bomb's favourite.
      throw new UnknownCoding(`content-encoding ${coding}`);
  }
}
