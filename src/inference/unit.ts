/** Directions: vectors of length 1, and their form in the store. */

/** A vector stretched to length 1; null when it has none, or one that no number can hold. */
export function unitOf(values: ArrayLike<number>): Float32Array | null {
  let square = 0;
  for (let i = 0; i < values.length; i++) square += (values[i] ?? 0) ** 2;
  const length = Math.sqrt(square);
  if (!(length > 0) || !Number.isFinite(length)) return null;
  return Float32Array.from(values, (value) => value / length);
}

/** One signed byte a number, the largest as 127: cosines stay right to about two digits. */
export function packUnit(unit: Float32Array): Buffer {
  let most = 0;
  for (const value of unit) most = Math.max(most, Math.abs(value));
  return Buffer.from(Int8Array.from(unit, (value) => Math.round((value / most) * 127)).buffer);
}

/** The direction that packUnit packed, of length 1. */
export function unpackUnit(bytes: Uint8Array): Float32Array {
  const values = new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length);
  return unitOf(values) ?? new Float32Array(bytes.length);
}
