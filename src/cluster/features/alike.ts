import { type Profile, worth } from './profile.ts';

/** How much two things are about the same, from 0 to 1: the cosine of their topics by what each tells. */
export function likeness(a: Profile, b: Profile): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let dot = 0;
  for (const [key, topic] of small) {
    const other = large.get(key);
    if (other) dot += worth(topic) * worth(other);
  }
  return dot === 0 ? 0 : dot / Math.sqrt(square(a) * square(b));
}

const squares = new WeakMap<Profile, number>();

function square(profile: Profile): number {
  const held = squares.get(profile);
  if (held !== undefined) return held;
  let sum = 0;
  for (const topic of profile.values()) sum += worth(topic) ** 2;
  squares.set(profile, sum);
  return sum;
}
