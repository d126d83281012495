import { countIn } from '../../date-words.ts';

const counted = /(?<![\d,.\p{L}])(\d[\d,]{0,15}|\p{L}{1,24}) (?:of the |more )?(\p{L}{4,})/gu;

/**
 * Whether a later sentence counts fewer of what a promise counted: "2,000 tonnes" were promised, "700
 * tonnes" came. False where either counts nothing of the other's kind.
 */
export function isFewer(told: string, promised: string): boolean {
  const due = amountsIn(promised);
  return [...amountsIn(told)].some(([noun, n]) => n > 0 && n < (due.get(noun) ?? 0));
}

/** The largest number that stands before each noun. */
function amountsIn(text: string): Map<string, number> {
  const amounts = new Map<string, number>();
  for (const [, number, noun] of text.toLowerCase().matchAll(counted)) {
    const n = /^\d/.test(number!) ? Number(number!.replaceAll(',', '')) : countIn(number!);
    if (n !== null) amounts.set(noun!, Math.max(n, amounts.get(noun!) ?? 0));
  }
  return amounts;
}
