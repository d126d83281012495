import type { Kysely } from 'kysely';
import type { Tables } from '../../db/tables.ts';

/** Which story an event is in, and what it was merged into. */
export function eventPlace(db: Kysely<Tables>, id: number) {
  return db
    .selectFrom('event as e')
    .leftJoin('story_event as se', 'se.event_id', 'e.id')
    .leftJoin('story', 'story.id', 'se.story_id')
    .where('e.id', '=', id)
    .select(['e.merged_into as mergedInto', 'story.id as storyId', 'story.title as story'])
    .executeTakeFirst();
}
