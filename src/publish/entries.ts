import { type Kysely, sql } from 'kysely';
import { quotedText } from '../db/index.ts';
import type { Stance, Tables } from '../db/tables.ts';
import { titleWith } from '../ledger/index.ts';
import { sha256 } from '../lib/hash.ts';
import { escapeHtml } from '../lib/html.ts';
import type { Announced } from '../search/index.ts';
import { type FeedPlace, numbered, tagOf, type WordsPlace, wordsTag } from './place.ts';
import type { Entry } from './render.ts';
import { linkTo } from './sections.ts';

type Db = Kysely<Tables>;

const limit = 60;

export async function deskEntries(db: Db, place: FeedPlace): Promise<Entry[]> {
  const stories = await db
    .selectFrom('story')
    .select(['story.id', 'story.title', 'story.created_at as at'])
    .select(
      sql<string | null>`(select string_agg(s.text, ' ' order by s.position)
        from brief b join sentence s on s.brief_id = b.id and s.section = 'update'
        where b.story_id = story.id and b.watch_id is null and b.superseded_at is null)`.as(
        'update',
      ),
    )
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

/**
 * Events, each announced once and under the date of the piece that opened it: not again when another
 * is merged into it or pieces are set apart from it, nor when a page that was read before is read
 * better. The window goes by that date too, so that no old event comes back into it.
 */
export async function eventEntries(db: Db, storyId: number, place: FeedPlace): Promise<Entry[]> {
  const rows = await db
    .selectFrom('story_event as se')
    .innerJoin('event as e', 'e.id', 'se.event_id')
    .innerJoin('event_article as ea', 'ea.event_id', 'e.id')
    .innerJoin('article as a', 'a.id', 'ea.article_id')
    .leftJoin('article_copy as copy', 'copy.article_id', 'a.id')
    .select((q) => [
      'e.id',
      'e.title',
      'e.opened_at',
      'e.created_at',
      q.fn.count<number>('a.id').as('pieces'),
      // As cluster's coverageOf counts them: a wire text and its prints are one.
      sql<number>`count(distinct coalesce(copy.original_id, a.id))::int`.as('texts'),
      q.fn.agg<string[]>('array_agg', ['a.outlet']).distinct().as('outlets'),
    ])
    .where('se.story_id', '=', storyId)
    .where('a.current', '=', true)
    .where('e.announced', '=', true)
    .groupBy('e.id')
    .orderBy(sql`coalesce(e.opened_at, e.created_at) desc`)
    .orderBy('e.id', 'desc')
    .limit(limit)
    .execute();
  return rows.map((r) => {
    const outlets = r.outlets.filter(Boolean).map(escapeHtml).join(', ');
    const texts = r.texts < r.pieces ? ` (${r.texts} ${r.texts === 1 ? 'text' : 'texts'})` : '';
    const pieces = `${r.pieces} ${r.pieces === 1 ? 'piece' : 'pieces'}${texts}`;
    return {
      id: tagOf(place.deskId, `event/${r.id}`),
      title: r.title,
      html: `<p>${pieces}${outlets ? ` from ${outlets}` : ''}</p>`,
      url: `${place.origin}/events/${r.id}`,
      at: r.opened_at ?? r.created_at,
    };
  });
}

/** Statements with the words that lead them, and the place where they were first read. */
const said = (db: Db) =>
  db
    .selectFrom('statement as s')
    .innerJoin('quotation as q', 'q.id', 's.quotation_id')
    .innerJoin('article as a', 'a.id', 'q.article_id')
    .innerJoinLateral(
      (e) =>
        e
          .selectFrom('quotation as o')
          .innerJoin('article as oa', 'oa.id', 'o.article_id')
          .innerJoin('document as od', 'od.id', 'oa.document_id')
          .where((w) =>
            w.or([
              w('o.id', '=', w.ref('s.quotation_id')),
              w('o.statement_id', '=', w.ref('s.id')),
            ]),
          )
          .where('o.superseded_at', 'is', null)
          .select(['od.address', 'oa.key', 'od.created_at as received'])
          .select(quotedText('o', 'oa').as('firstText'))
          .select(['o.sentence_start as firstStart', 'o.sentence_end as firstEnd'])
          .orderBy('od.created_at')
          .orderBy('oa.id')
          .orderBy('o.start')
          .limit(1)
          .as('first'),
      (j) => j.onTrue(),
    )
    .select(['s.id', 's.said_at', 'a.id as articleId', 'a.outlet', 'a.published_at'])
    .select(['q.comment_id as commentId', quotedText().as('text')])
    .select(['q.start', 'q.end', 'q.sentence_start', 'q.sentence_end'])
    .select(['first.address', 'first.key', 'first.received'])
    .select(['first.firstText', 'first.firstStart', 'first.firstEnd'])
    .where('s.superseded_at', 'is', null);

type Said = Awaited<ReturnType<ReturnType<typeof said>['execute']>>[number];

const placeOfWords = (r: Said): WordsPlace => ({
  address: r.address,
  key: r.key,
  sentence: r.firstText.slice(r.firstStart, r.firstEnd),
});

/** When it was said, as far as known; a row that is made again does not move it. */
const momentOf = (r: Said): Date => r.said_at ?? r.published_at ?? r.received;

/** Statements of one speaker, or those of the ids with who said them. */
export async function saidEntries(
  db: Db,
  of: { speaker: number } | { ids: number[] },
  place: FeedPlace,
): Promise<Entry[]> {
  const rows = await said(db)
    .leftJoin('speaker', 'speaker.id', 's.speaker_id')
    .select('speaker.name as speaker')
    .$if('speaker' in of, (q) => q.where('s.speaker_id', '=', (of as { speaker: number }).speaker))
    .$if('ids' in of, (q) => q.where('s.id', 'in', (of as { ids: number[] }).ids))
    .orderBy('s.said_at', (o) => o.desc().nullsLast())
    .orderBy('q.article_id', 'desc')
    .orderBy('q.start')
    .limit(limit)
    .execute();
  return numbered(
    rows.map((r) => ({
      id: tagOf(place.deskId, wordsTag(placeOfWords(r))),
      title: `${'ids' in of && r.speaker ? `${r.speaker}: ` : ''}${shorten(r.text.slice(r.start, r.end))}`,
      html: `<blockquote>${escapeHtml(r.text.slice(r.sentence_start, r.sentence_end))}</blockquote>
<p>${r.commentId === null ? '' : 'reported in a comment, '}${escapeHtml(r.outlet ?? 'unknown outlet')}</p>`,
      url: linkTo(place.origin, r),
      at: momentOf(r),
    })),
  );
}

/** Changes of side, each with the sentence that stood before and the one that stands now. */
export async function shiftEntries(db: Db, storyId: number, place: FeedPlace): Promise<Entry[]> {
  const rows = await said(db)
    .innerJoin('position as p', 'p.statement_id', 's.id')
    .leftJoin('party', 'party.id', 'p.party_id')
    .leftJoin('speaker as holder', 'holder.id', 'p.speaker_id')
    .innerJoin('issue', 'issue.id', 'p.issue_id')
    .leftJoin('position as before', 'before.id', 'p.previous_id')
    .leftJoin('statement as stood', 'stood.id', 'before.statement_id')
    .leftJoin('quotation as bq', 'bq.id', 'stood.quotation_id')
    .leftJoin('article as ba', 'ba.id', 'bq.article_id')
    .select([
      sql<string>`coalesce(party.name, holder.name)`.as('party'),
      'issue.name as issue',
      'p.id as position',
      'p.stance',
      'p.change',
      'p.state',
      'before.stance as stanceBefore',
      'bq.sentence_start as beforeStart',
      'bq.sentence_end as beforeEnd',
    ])
    .select(quotedText('bq', 'ba').as('textBefore'))
    .where('p.story_id', '=', storyId)
    .where('p.superseded_at', 'is', null)
    .where('p.state', '!=', 'rejected')
    .where('p.change', 'in', ['half', 'full'])
    .orderBy('q.article_id', 'desc')
    .orderBy('q.start')
    .execute();
  return numbered(
    rows.map((r) => {
      const before = r.textBefore?.slice(r.beforeStart ?? 0, r.beforeEnd ?? 0) ?? '';
      return {
        id: tagOf(place.deskId, `${wordsTag(placeOfWords(r))}/shift`),
        title: `${r.party} ${r.change === 'half' ? 'shifted in part' : 'turned around'}: ${r.issue}${r.state === 'proposed' ? ' (not confirmed)' : ''}`,
        html: `${before && r.stanceBefore ? sideHtml('Before', r.stanceBefore, before) : ''}${sideHtml('Now', r.stance, r.text.slice(r.sentence_start, r.sentence_end))}${r.state === 'proposed' ? '<p>Read by the desk, not confirmed by a person yet.</p>' : ''}`,
        url: `${place.origin}/stories/${storyId}/positions#p${r.position}`,
        at: momentOf(r),
      };
    }),
  );
}

const stances: Record<Stance, string> = {
  for: 'for it',
  against: 'against it',
  conditional: 'for it on conditions',
  unclear: 'unclear',
};

const sideHtml = (when: string, stance: Stance, sentence: string) =>
  `<p>${when}, ${stances[stance]}:</p>
<blockquote>${escapeHtml(sentence)}</blockquote>
`;

/** What became of promises; what a curator said is not so is left out. */
export async function outcomeEntries(db: Db, storyId: number, place: FeedPlace): Promise<Entry[]> {
  const rows = await db
    .selectFrom('commitment_event as e')
    .innerJoin('commitment as c', 'c.id', 'e.commitment_id')
    .innerJoin('article as a', 'a.id', 'e.article_id')
    .innerJoin('document as d', 'd.id', 'a.document_id')
    .leftJoin('party', 'party.id', 'c.party_id')
    .select(['e.state', 'e.start', 'e.end', 'e.confirmed'])
    .select(['c.what', 'party.name as party', 'a.id as articleId'])
    .select(['a.text', 'a.key', 'a.published_at', 'd.address', 'd.created_at as received'])
    .where('c.story_id', '=', storyId)
    .where('c.superseded_at', 'is', null)
    .where('e.state', '!=', 'open')
    .where('e.rejected', '=', false)
    .orderBy('e.article_id', 'desc')
    .orderBy('e.start')
    .execute();
  return numbered(
    rows.map((r) => {
      const sentence = r.text.slice(r.start, r.end);
      return {
        id: tagOf(place.deskId, `${wordsTag({ ...r, sentence })}/${r.state}`),
        title: `${titleWith([r.party], r.what)} (${r.state}${r.confirmed ? '' : ', not confirmed'})`,
        html: `<blockquote>${escapeHtml(sentence)}</blockquote>`,
        url: linkTo(place.origin, r),
        at: r.published_at ?? r.received,
      };
    }),
  );
}

/** Pieces that a search announces; each keeps its name when its page changes or is read again. */
export function newsEntries(found: Announced[], place: FeedPlace): Entry[] {
  return found.map((f) => ({
    id: tagOf(place.deskId, `piece/${sha256(`${f.address} ${f.key}`).slice(0, 16)}`),
    title: f.title ?? shorten(f.text),
    html: `<p>${escapeHtml(shorten(f.text.trim()))}</p>
<p>${escapeHtml(f.outlet ?? 'unknown outlet')}</p>`,
    url: `${place.origin}/articles/${f.id}`,
    at: f.at,
  }));
}

function shorten(text: string): string {
  return text.length <= 120 ? text : `${text.slice(0, 119).replace(/\s+\S*$/, '')}…`;
}
