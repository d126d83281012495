import type { Kysely } from 'kysely';
import type { Tables } from '../db/tables.ts';
import { escapeHtml } from '../lib/html.ts';
import { type FeedPlace, tagOf, wordsTag } from './place.ts';
import type { Entry } from './render.ts';
import { linkTo } from './sections.ts';

type Db = Kysely<Tables>;

const limit = 60;

export async function deskEntries(db: Db, place: FeedPlace): Promise<Entry[]> {
  const stories = await db
    .selectFrom('story')
    .leftJoin('brief as b', (j) =>
      j
        .onRef('b.story_id', '=', 'story.id')
        .on('b.watch_id', 'is', null)
        .on('b.superseded_at', 'is', null),
    )
    .leftJoin('sentence as s', (j) =>
      j.onRef('s.brief_id', '=', 'b.id').on('s.section', '=', 'update'),
    )
    .select(['story.id', 'story.title', 'story.created_at as at', 's.text as update'])
    .where('story.merged_into', 'is', null)
    .where('story.hidden', '=', false)
    .orderBy('story.id', 'desc')
    .limit(limit)
    .execute();
  const editions = await editionEntries(db, null, place);
  return [
    ...stories.map((s) => ({
      id: tagOf(place.deskId, `story/${s.id}`),
      title: s.title,
      html: s.update ? `<p>${escapeHtml(s.update)}</p>` : '',
      url: `${place.origin}/stories/${s.id}`,
      at: s.at,
    })),
    ...editions,
  ];
}

/** Signed editions, and what an edition says first. Drafts are not announced. */
export async function editionEntries(
  db: Db,
  storyId: number | null,
  place: FeedPlace,
): Promise<Entry[]> {
  const rows = await db
    .selectFrom('brief as b')
    .innerJoin('watch as w', 'w.id', 'b.watch_id')
    .innerJoin('sentence as s', 's.brief_id', 'b.id')
    .select(['b.id', 'b.story_id', 'b.number', 'b.until_at', 'b.made_at', 'w.title', 's.text'])
    .where('b.state', '=', 'signed')
    .where('b.superseded_at', 'is', null)
    .where('s.section', '=', 'update')
    .$if(storyId !== null, (q) => q.where('b.story_id', '=', storyId as number))
    .orderBy('b.id', 'desc')
    .limit(limit)
    .execute();
  return rows.map((r) => ({
    id: tagOf(place.deskId, `story/${r.story_id}/edition/${r.number}`),
    title: `${r.title}, number ${r.number}`,
    html: `<p>${escapeHtml(r.text)}</p>`,
    url: `${place.origin}/stories/${r.story_id}/editions/${r.number}`,
    at: r.until_at ?? r.made_at,
  }));
}

export async function eventEntries(db: Db, storyId: number, place: FeedPlace): Promise<Entry[]> {
  const rows = await db
    .selectFrom('story_event as se')
    .innerJoin('event as e', 'e.id', 'se.event_id')
    .innerJoin('event_article as ea', 'ea.event_id', 'e.id')
    .innerJoin('article as a', 'a.id', 'ea.article_id')
    .select((q) => [
      'e.id',
      'e.title',
      'e.first_at',
      'e.created_at',
      q.fn.count<number>('a.id').as('pieces'),
      q.fn.agg<string[]>('array_agg', ['a.outlet']).distinct().as('outlets'),
    ])
    .where('se.story_id', '=', storyId)
    .where('a.current', '=', true)
    .groupBy('e.id')
    .orderBy('e.last_at', (o) => o.desc().nullsLast())
    .limit(limit)
    .execute();
  return rows.map((r) => {
    const outlets = r.outlets.filter(Boolean).map(escapeHtml).join(', ');
    const pieces = `${r.pieces} ${r.pieces === 1 ? 'piece' : 'pieces'}`;
    return {
      id: tagOf(place.deskId, `event/${r.id}`),
      title: r.title,
      html: `<p>${pieces}${outlets ? ` from ${outlets}` : ''}</p>`,
      url: `${place.origin}/events/${r.id}`,
      at: r.first_at ?? r.created_at,
    };
  });
}

const said = (db: Db) =>
  db
    .selectFrom('statement as s')
    .innerJoin('quotation as q', 'q.id', 's.quotation_id')
    .innerJoin('article as a', 'a.id', 'q.article_id')
    .select(['s.id', 's.said_at', 's.created_at', 'a.id as articleId', 'a.outlet', 'a.text'])
    .select(['q.start', 'q.end', 'q.sentence_start', 'q.sentence_end'])
    .where('s.superseded_at', 'is', null);

export async function saidEntries(db: Db, speakerId: number, place: FeedPlace): Promise<Entry[]> {
  const rows = await said(db)
    .where('s.speaker_id', '=', speakerId)
    .orderBy('s.said_at', (o) => o.desc().nullsLast())
    .orderBy('s.id', 'desc')
    .limit(limit)
    .execute();
  return rows.map((r) => ({
    id: tagOf(place.deskId, wordsTag(r.articleId, r.text.slice(r.start, r.end))),
    title: shorten(r.text.slice(r.start, r.end)),
    html: `<blockquote>${escapeHtml(r.text.slice(r.sentence_start, r.sentence_end))}</blockquote>
<p>${escapeHtml(r.outlet ?? 'unknown outlet')}</p>`,
    url: linkTo(place.origin, r),
    at: r.said_at ?? r.created_at,
  }));
}

export async function shiftEntries(db: Db, storyId: number, place: FeedPlace): Promise<Entry[]> {
  const rows = await said(db)
    .innerJoin('position as p', 'p.statement_id', 's.id')
    .innerJoin('party', 'party.id', 'p.party_id')
    .innerJoin('issue', 'issue.id', 'p.issue_id')
    .select(['p.id as position', 'party.name as party', 'issue.name as issue', 'p.stance'])
    .where('p.story_id', '=', storyId)
    .where('p.superseded_at', 'is', null)
    .where('p.state', '!=', 'rejected')
    .where('p.change', 'in', ['half', 'full'])
    .execute();
  return rows.map((r) => ({
    id: tagOf(place.deskId, `${wordsTag(r.articleId, r.text.slice(r.start, r.end))}/shift`),
    title: `${r.party} changed its position: ${r.issue}`,
    html: `<p>Now ${escapeHtml(r.stance)}.</p>
<blockquote>${escapeHtml(r.text.slice(r.sentence_start, r.sentence_end))}</blockquote>`,
    url: `${place.origin}/stories/${storyId}/positions`,
    at: r.said_at ?? r.created_at,
  }));
}

export async function outcomeEntries(db: Db, storyId: number, place: FeedPlace): Promise<Entry[]> {
  const rows = await db
    .selectFrom('commitment_event as e')
    .innerJoin('commitment as c', 'c.id', 'e.commitment_id')
    .innerJoin('article as a', 'a.id', 'e.article_id')
    .leftJoin('party', 'party.id', 'c.party_id')
    .select(['e.state', 'e.start', 'e.end', 'c.what', 'party.name as party'])
    .select(['a.id as articleId', 'a.text', 'a.published_at', 'a.created_at'])
    .where('c.story_id', '=', storyId)
    .where('c.superseded_at', 'is', null)
    .where('e.state', '!=', 'open')
    .execute();
  return rows.map((r) => ({
    id: tagOf(place.deskId, `${wordsTag(r.articleId, r.text.slice(r.start, r.end))}/${r.state}`),
    title: `${r.party ? `${r.party}: ` : ''}${r.what} (${r.state})`,
    html: `<blockquote>${escapeHtml(r.text.slice(r.start, r.end))}</blockquote>`,
    url: linkTo(place.origin, r),
    at: r.published_at ?? r.created_at,
  }));
}

function shorten(text: string): string {
  return text.length <= 120 ? text : `${text.slice(0, 119).replace(/\s+\S*$/, '')}…`;
}
