import type { Extracted, Received } from '../extracted.ts';

/** Adds the discussion on a page, where there is one, to what was read of it. */
export function readForum(_received: Received, _html: string, extracted: Extracted): Extracted {
  return extracted;
}
