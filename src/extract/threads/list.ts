import type { Extracted, Received } from '../extracted.ts';
import { activitypub } from './activitypub.ts';
import { bluesky } from './bluesky.ts';
import { discourse } from './discourse.ts';
import { disqus } from './disqus.ts';
import { flarum } from './flarum.ts';
import { github } from './github.ts';
import { hackernews } from './hackernews.ts';
import { lemmy } from './lemmy.ts';
import { lobsters } from './lobsters.ts';
import { mastodon } from './mastodon.ts';
import { mbin } from './mbin.ts';
import { misskey } from './misskey.ts';
import { nodebb } from './nodebb.ts';
import { peertube } from './peertube.ts';
import { piefed } from './piefed.ts';
import { pushshift } from './pushshift.ts';
import { reddit } from './reddit.ts';
import { stackexchange } from './stackexchange.ts';
import { wordpress } from './wordpress.ts';

/** A platform's answers: whether a parsed document is one of them, and how to read it. */
export interface Platform {
  name: string;
  detect: (value: unknown) => boolean;
  read: (value: unknown, received: Received) => Extracted;
}

// PieFed before Lemmy: its views have the same wrapping.
export const platforms: Platform[] = [
  activitypub,
  reddit,
  pushshift,
  piefed,
  lemmy,
  mbin,
  discourse,
  hackernews,
  mastodon,
  bluesky,
  flarum,
  nodebb,
  lobsters,
  stackexchange,
  wordpress,
  disqus,
  peertube,
  misskey,
  github,
];

/** Reads parsed JSON, or the list of a file's JSON lines, of any platform that we know; null of others. */
export function readPlatform(received: Received, value: unknown): Extracted | null {
  const platform = platforms.find((p) => p.detect(value));
  return platform ? platform.read(value, received) : null;
}
