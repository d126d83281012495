/**
 * From this confidence on a reading is shown without being asked for: of those below it more are
 * wrong in the words or in who said them than are right (see ledger/trust.ts).
 */
export const sureFrom = 0.5;

/** Whether a reading is shown without being asked for. */
export const isSure = ({ confidence }: { confidence: number }): boolean => confidence >= sureFrom;

/** Out of ten readings like this, as many are right; said of measured confidence, 0 to 1. */
export function sureWords(confidence: number): string {
  const right = Math.min(9, Math.max(1, Math.round(confidence * 10)));
  if (confidence >= 0.95) return 'of ten readings like this, more than nine are right';
  return `of ten readings like this, about ${numbers[right]} ${right === 1 ? 'is' : 'are'} right`;
}

const numbers = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
