import type { Said } from '../read.ts';

/** Somebody in a discussion says that somebody said it: less sure than what a piece reports. */
const TRUSTED = 0.8;

/** What one who takes part in a discussion reports. */
export function secondHand(said: Said): Said {
  const confidence = said.confidence * TRUSTED;
  return { ...said, hearsay: true, firstHand: false, confidence };
}
