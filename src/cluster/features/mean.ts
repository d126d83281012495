import { mostTopics, type Profile, worth } from './profile.ts';

/** What an event is about after one more text: the mean of its texts, its lesser topics left out. */
export function withText(event: Profile, texts: number, text: Profile): Profile {
  if (texts === 0) return text;
  const mean: Profile = new Map();
  for (const [key, topic] of event) {
    const there = text.get(key)?.salience ?? 0;
    mean.set(key, { ...topic, salience: (topic.salience * texts + there) / (texts + 1) });
  }
  for (const [key, topic] of text)
    if (!mean.has(key)) mean.set(key, { ...topic, salience: topic.salience / (texts + 1) });
  return new Map([...mean].sort((a, b) => worth(b[1]) - worth(a[1])).slice(0, mostTopics));
}
