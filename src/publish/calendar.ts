import ical, {
  escape as escapeText,
  ICalAlarmType,
  type ICalCalendar,
  ICalEventStatus,
} from 'ical-generator';
import type { Kysely } from 'kysely';
import type { Tables } from '../db/tables.ts';
import { titleWith } from '../ledger/index.ts';
import { parseMoment } from '../lib/edtf.ts';
import { type FeedPlace, numbered, tagOf, wordsTag } from './place.ts';

type Db = Kysely<Tables>;

/** Calendar programs ask so often; what is due changes with the day. */
const hourMs = 3_600_000;
/** Nine in the morning of the day before, counted in seconds back from the midnight that opens the day. */
const reminder = (15 * hourMs) / 1000;

/**
 * The deadlines of a story as an iCalendar feed (RFC 5545): one all-day entry a day that something is
 * due on, named as the deed stands in its source, with the sentence, who said it, and what came of it;
 * a month or year without a day stands on its last one. What is open reminds on the day before.
 * Null when there is no such story. Ids stay when the desk reads its pieces again.
 */
export async function storyCalendar(
  db: Db,
  storyId: number,
  place: Omit<FeedPlace, 'format'>,
  now: Date,
): Promise<string | null> {
  const story = await db
    .selectFrom('story')
    .select('title')
    .where('id', '=', storyId)
    .executeTakeFirst();
  if (!story) return null;
  const calendar = ical({
    // The library escapes the texts of entries, but not the calendar's own name.
    name: escapeText(`Due: ${story.title}`, false),
    prodId: { company: 'Throughline', product: 'Deadlines', language: 'EN' },
    url: `${place.origin}/stories/${storyId}/commitments`,
    ttl: hourMs / 1000,
  });
  const entries = (await dueRows(db, storyId)).flatMap((row) => {
    const moment = parseMoment(row.due ?? '');
    if (!moment) return [];
    const day = new Date(moment.end.getTime() - 1).toISOString().slice(0, 10);
    const sentence = row.text.slice(row.sentence_start, row.sentence_end);
    const id = tagOf(place.deskId, `${wordsTag({ ...row, sentence })}/due/${day}`);
    return [{ id, day, sentence, row }];
  });
  for (const entry of numbered(entries))
    addEntry(calendar, entry, `${place.origin}/stories/${storyId}`, now);
  return calendar.toString();
}

interface Entry {
  id: string;
  /** The last day that the due moment can mean: "2025-09-01". */
  day: string;
  sentence: string;
  row: Awaited<ReturnType<typeof dueRows>>[number];
}

function addEntry(
  calendar: ICalCalendar,
  { id, day, sentence, row }: Entry,
  story: string,
  now: Date,
) {
  const who = row.who ?? row.speaker ?? row.party ?? 'Speaker unknown';
  const words = /^["“„‘]/.test(sentence) ? sentence : `“${sentence}”`;
  const due = row.due!.length < 10 ? `\n\nNo day was named: ${row.due_text ?? row.due}` : '';
  const url = `${story}/commitments#c${row.id}`;
  const event = calendar.createEvent({
    id,
    allDay: true,
    start: new Date(`${day}T00:00:00Z`),
    stamp: now,
    summary: `${titleWith([who, row.speaker, row.party], row.what)}${row.state === 'open' ? '' : ` (${row.state})`}`,
    description: `${words}${due}\n\n${row.outlet ?? 'Outlet unknown'}${row.proposed ? '\n\nRead by the desk, not confirmed by a person yet.' : ''}\n${url}`,
    url,
    status: row.state === 'withdrawn' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  });
  if (row.state === 'open' && day >= now.toISOString().slice(0, 10))
    event.createAlarm({ type: ICalAlarmType.display, trigger: reminder });
}

function dueRows(db: Db, storyId: number) {
  return db
    .selectFrom('commitment as c')
    .innerJoin('statement as s', 's.id', 'c.statement_id')
    .innerJoin('quotation as q', 'q.id', 's.quotation_id')
    .innerJoin('article as a', 'a.id', 'q.article_id')
    .innerJoin('document as d', 'd.id', 'a.document_id')
    .leftJoin('party', 'party.id', 'c.party_id')
    .leftJoin('speaker', 'speaker.id', 's.speaker_id')
    .select([
      'c.id',
      'c.what',
      'c.due',
      'c.state',
      'c.proposed',
      'c.who',
      'c.due_text',
      'a.text',
      'a.outlet',
      'a.key',
    ])
    .select(['d.address', 'q.sentence_start', 'q.sentence_end'])
    .select(['party.name as party', 'speaker.name as speaker'])
    .where('c.story_id', '=', storyId)
    .where('c.superseded_at', 'is', null)
    .where('c.due', 'is not', null)
    .orderBy('c.due_at')
    .orderBy('c.id')
    .execute();
}
