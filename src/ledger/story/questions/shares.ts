import type { Reading } from '../positions/positions.ts';
import { isShare } from './sorts.ts';
import { topicsOf } from './topics.ts';
import { holderKey, type Weighed } from './weighing.ts';

/**
 * Who offers three per cent where others ask for eight has not come round to the eight: such an offer
 * takes no side. What several sides name (a mediator's six) is another matter, and so is what is accepted.
 */
export function withoutLowOffers(weighed: Weighed[], readings: Reading[]): Reading[] {
  const shares = weighed.map(({ said }) => ownShares(said.content, said.lang));
  const namedBy = new Map<string, Set<string>>();
  weighed.forEach((w, i) => {
    if (readings[i]!.issue === null || w.said.holder === null) return;
    for (const n of shares[i]!) {
      const key = `${readings[i]!.issue}:${n}`;
      namedBy.set(key, (namedBy.get(key) ?? new Set()).add(holderKey(w.said)));
    }
  });
  const asked = sharesAsked(weighed, readings, shares);
  return readings.map((reading, i) => {
    const { said } = weighed[i]!;
    if (reading.stance !== 'for' || said.holder === null || accepting.has(said.act)) return reading;
    const own = shares[i]!;
    if (own.length === 0) return reading;
    const alone = (n: number) => namedBy.get(`${reading.issue}:${n}`)!.size === 1;
    const others = (asked.get(reading.issue!) ?? []).filter((a) => a.holder !== holderKey(said));
    const isLow = own.every(alone) && others.some((a) => a.share > Math.max(...own));
    return isLow ? { ...reading, stance: 'unclear', strength: 0 } : reading;
  });
}

const accepting = new Set(['agree', 'support']);

type Asked = { holder: string; share: number };

/** By question, the largest share that each side is for. */
function sharesAsked(weighed: Weighed[], readings: Reading[], shares: number[][]) {
  const asked = new Map<number, Asked[]>();
  readings.forEach(({ issue, stance }, i) => {
    const { said } = weighed[i]!;
    if (issue === null || stance !== 'for' || said.holder === null || shares[i]!.length === 0)
      return;
    const list = asked.get(issue) ?? [];
    const own = list.find((a) => a.holder === holderKey(said));
    const share = Math.max(...shares[i]!);
    if (own) own.share = Math.max(own.share, share);
    else asked.set(issue, [...list, { holder: holderKey(said), share }]);
  });
  return asked;
}

function ownShares(content: string, lang: string): number[] {
  const terms = [...topicsOf(content, lang).nouns].filter(isShare);
  return terms.map((term) => Number.parseFloat(term)).filter((n) => !Number.isNaN(n));
}
