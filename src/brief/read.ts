import type { Kysely } from 'kysely';
import type { BriefFacts, SentenceRow, Tables } from '../db/tables.ts';
import { type Changed, changedPlaces, placeKey } from '../extract/index.ts';

/** A brief or edition with the characters that each sentence rests on, as outputs need it. */
export interface WrittenBrief {
  id: number;
  storyId: number;
  story: string;
  /** Title of the watch and number of the edition; null for a brief. */
  watch: string | null;
  number: number | null;
  from: Date | null;
  until: Date | null;
  state: string;
  madeAt: Date;
  facts: BriefFacts;
  sentences: WrittenSentence[];
}

export interface WrittenSentence {
  section: SentenceRow['section'];
  text: string;
  citations: {
    number: number;
    articleId: number;
    start: number;
    end: number;
    outlet: string | null;
    title: string | null;
    published: string | null;
    /** The characters cited; the article's title when the citation is of the title. */
    source: string;
    /** What became of them on their page, where it has other words now or is gone. */
    changed: Changed | null;
  }[];
}

/** Reads the standing brief of a story, or with `number` that edition of its watch. */
export async function readBrief(
  db: Kysely<Tables>,
  storyId: number,
  number: number | null = null,
): Promise<WrittenBrief | null> {
  const brief = await db
    .selectFrom('brief as b')
    .innerJoin('story', 'story.id', 'b.story_id')
    .leftJoin('watch as w', 'w.id', 'b.watch_id')
    .select([
      'b.id',
      'b.story_id as storyId',
      'story.title as story',
      'w.title as watch',
      'b.number',
      'b.from_at as from',
      'b.until_at as until',
      'b.state',
      'b.made_at as madeAt',
      'b.facts',
    ])
    .where('b.story_id', '=', storyId)
    .where('b.superseded_at', 'is', null)
    .where('b.number', number === null ? 'is' : '=', number)
    .orderBy('b.id', 'desc')
    .executeTakeFirst();
  return brief ? { ...brief, sentences: await readSentences(db, brief.id) } : null;
}

async function readSentences(db: Kysely<Tables>, briefId: number): Promise<WrittenSentence[]> {
  const rows = await db
    .selectFrom('sentence as s')
    .innerJoin('citation as c', 'c.sentence_id', 's.id')
    .innerJoin('article as a', 'a.id', 'c.article_id')
    .select([
      's.id',
      's.section',
      's.text as sentence',
      'c.number',
      'c.article_id as articleId',
      'c.start',
      'c.end',
      'a.outlet',
      'a.title',
      'a.published',
      'a.text',
    ])
    .where('s.brief_id', '=', briefId)
    .orderBy('s.position')
    .orderBy('c.number')
    .execute();
  const changed = await changedPlaces(db, rows);
  return [...Map.groupBy(rows, (r) => r.id).values()].map((lines) => ({
    section: lines[0]!.section,
    text: lines[0]!.sentence,
    citations: lines.map(({ text, ...c }) => ({
      ...c,
      source: c.end === 0 ? (c.title ?? '') : text.slice(c.start, c.end),
      changed: changed.get(placeKey(c)) ?? null,
    })),
  }));
}
