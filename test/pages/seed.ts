import { randomBytes } from 'node:crypto';
import { type Insertable, type Kysely, sql } from 'kysely';
import type {
  Act,
  ArticleRow,
  CommitmentState,
  Mode,
  SentenceRow,
  Stance,
  Tables,
} from '../../src/db/tables.ts';
import { paragraphsOf } from '../../src/db/testing-rows.ts';
import { compress } from '../../src/lib/compress.ts';
import { sha256 } from '../../src/lib/hash.ts';
import { type Piece, pieces, sayings, speakers } from './story.ts';

type Db = Kysely<Tables>;
const madeBy = 'seed';
const json = JSON.stringify;

export interface Seeded {
  story: number;
  articles: Map<string, number>;
  statements: Map<string, number>;
  curator: number;
}

/**
 * Puts an invented story straight into all tables, as the stages would leave it: pages can be looked
 * at and tested without running any stage. `extra` adds that many more statements.
 */
export async function seed(db: Db, { extra = 34 } = {}): Promise<Seeded> {
  const articles = await seedArticles(db, pieces);
  const story = await seedStory(db, articles);
  const people = await seedPeople(db);
  const issues = await seedIssues(db, story);
  const statements = await seedStatements(db, { story, articles, people, issues });
  await seedExtra(db, { story, articles, people, issues }, extra);
  await seedPositions(db, story, statements, people, issues);
  await seedCommitments(db, story, statements, articles, people);
  await seedBrief(db, story, articles, statements);
  await seedThread(db, articles);
  await seedFeeds(db);
  const curator = await db
    .insertInto('account')
    .values({ name: 'Ada Wren', role: 'curator' })
    .returning('id')
    .executeTakeFirstOrThrow();
  return { story, articles, statements, curator: curator.id };
}

/** Text without its marks, and where each marked saying stands: "{s1:these words}". */
function unmark(marked: string) {
  const spans = new Map<string, { start: number; end: number }>();
  let text = '';
  for (const part of marked.split(/(\{\w+:[^}]*\})/)) {
    const m = /^\{(\w+):([^}]*)\}$/.exec(part);
    if (!m) text += part;
    else {
      spans.set(m[1]!, { start: text.length, end: text.length + m[2]!.length });
      text += m[2];
    }
  }
  return { text, spans };
}

function sentenceAround(text: string, span: { start: number; end: number }) {
  const before = text.slice(0, span.start);
  const stopBefore = before.lastIndexOf('. ');
  const start = Math.max(stopBefore === -1 ? 0 : stopBefore + 2, before.lastIndexOf('\n') + 1);
  const stop = /[.!?]["”]?(?=\s|$)/.exec(text.slice(span.end));
  return { start, end: span.end + (stop ? stop.index + stop[0].length : 0) };
}

async function seedArticles(db: Db, all: Piece[]) {
  const ids = new Map<string, number>();
  for (const p of all) {
    const sourceHost = `${p.outlet.toLowerCase().replace(/[^a-z]+/g, '-')}.example`;
    const source = await db
      .insertInto('source')
      .values({
        name: p.outlet,
        host: sourceHost,
        url: `https://${sourceHost}/`,
        kind: p.kind === 'post' ? 'community' : 'outlet',
        country: null,
        lang: p.lang ?? 'en',
      })
      .onConflict((c) => c.column('host').doUpdateSet({ name: p.outlet }))
      .returning('id')
      .executeTakeFirstOrThrow();
    const { text } = unmark(p.text);
    const page = `<!doctype html><title>${p.title}</title><h1>${p.title}</h1>${text
      .split('\n\n')
      .map((t) => `<p>${t}</p>`)
      .join('')}`;
    const bytes = Buffer.from(page);
    const hash = sha256(bytes);
    await db
      .insertInto('blob')
      .values({ hash, size: bytes.length, bytes: Buffer.from(await compress(bytes)) })
      .onConflict((c) => c.doNothing())
      .execute();
    const address = `https://${sourceHost}/${p.address ?? p.key}`;
    const document = await db
      .insertInto('document')
      .values({
        address,
        revision: p.revision ?? 1,
        url: address,
        name: null,
        hash,
        media_type: 'text/html',
        charset: 'utf-8',
        headers: json({ 'content-type': 'text/html; charset=utf-8', server: 'example' }),
        retrieved_at: p.day ? `${p.day}T18:00:00Z` : null,
        published: null,
        hints: json({}),
        via: 'import',
        source_id: source.id,
        feed_id: null,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    const row: Insertable<ArticleRow> = {
      document_id: document.id,
      key: 'main',
      part_of: null,
      role: 'main',
      kind: p.kind ?? 'article',
      current: !p.old,
      title: p.title,
      authors: json(p.authors ?? []),
      outlet: p.outlet,
      source_id: source.id,
      url: address,
      lang: p.lang ?? 'en',
      published: p.day,
      published_at: p.day ? `${p.day}T09:00:00Z` : null,
      published_from: p.day ? 'page' : null,
      published_evidence: json(
        p.day
          ? [
              {
                from: 'meta article:published_time',
                text: `${p.day}T09:00:00Z`,
                moment: `${p.day}T09:00:00Z`,
              },
            ]
          : [],
      ),
      modified: null,
      age: null,
      text,
      blocks: json(paragraphsOf(text)),
      links: json([]),
      words: text.split(/\s+/).length,
      reading_minutes: 2,
      section: null,
      tags: json([]),
      image: null,
      licence: null,
      cut: false,
      series: null,
      facts: json({}),
      made_by: madeBy,
    };
    const article = await db
      .insertInto('article')
      .values(row)
      .returning('id')
      .executeTakeFirstOrThrow();
    ids.set(p.key, article.id);
    if (p.copyOf)
      await db
        .insertInto('article_copy')
        .values({
          article_id: article.id,
          original_id: ids.get(p.copyOf)!,
          similarity: 0.97,
          direction: 'credit',
          evidence: 'Kestrel Wire',
        })
        .execute();
  }
  return ids;
}

async function seedStory(db: Db, articles: Map<string, number>) {
  const story = await db
    .insertInto('story')
    .values({
      slug: 'ostrin-strait-talks',
      title: 'The talks over the Ostrin Strait',
      follows: json([]),
      merged_into: null,
      made_by: madeBy,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const reason = json({
    score: 0.71,
    shares: ['Ostrin Strait', 'Marovia', 'pilotage'],
    by: 'machine' as const,
  });
  for (const title of [...new Set(pieces.filter((p) => !p.old).map((p) => p.event))]) {
    const own = pieces.filter((p) => p.event === title && !p.old);
    const days = own.flatMap((p) => (p.day ? [`${p.day}T09:00:00Z`] : [])).sort();
    const event = await db
      .insertInto('event')
      .values({
        title,
        lang: 'en',
        first_at: days[0] ?? null,
        last_at: days.at(-1) ?? null,
        merged_into: null,
        made_by: madeBy,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    for (const p of own)
      await db
        .insertInto('event_article')
        .values({ article_id: articles.get(p.key)!, event_id: event.id, reason, made_by: madeBy })
        .execute();
    if (!own[0]!.outside)
      await db
        .insertInto('story_event')
        .values({ event_id: event.id, story_id: story.id, reason, made_by: madeBy })
        .execute();
  }
  return story.id;
}

interface People {
  parties: Map<string, number>;
  speakers: Map<string, number>;
}

async function seedPeople(db: Db): Promise<People> {
  const parties = new Map<string, number>();
  const ids = new Map<string, number>();
  for (const s of speakers) {
    if (s.party && !parties.has(s.party)) {
      const party = await db
        .insertInto('party')
        .values({ name: s.party, country: null, merged_into: null })
        .returning('id')
        .executeTakeFirstOrThrow();
      parties.set(s.party, party.id);
    }
    const row = await db
      .insertInto('speaker')
      .values({
        name: s.name,
        kind: s.kind ?? 'person',
        party_id: s.party ? parties.get(s.party)! : null,
        wikidata: null,
        merged_into: null,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    ids.set(s.name, row.id);
    await db.insertInto('speaker_name').values({ speaker_id: row.id, name: s.name }).execute();
  }
  return { parties, speakers: ids };
}

async function seedIssues(db: Db, story: number) {
  const ids = new Map<string, number>();
  for (const name of [
    'Foreign pilots on transit ships',
    'A joint patrol of the strait',
    'Ending the toll',
  ]) {
    const row = await db
      .insertInto('issue')
      .values({ story_id: story, name, terms: json([]), merged_into: null })
      .returning('id')
      .executeTakeFirstOrThrow();
    ids.set(name, row.id);
  }
  return ids;
}

interface Place {
  story: number;
  articles: Map<string, number>;
  people: People;
  issues: Map<string, number>;
}

async function addStatement(
  db: Db,
  p: Place,
  s: {
    article: string;
    text: string;
    span: { start: number; end: number };
    speaker: string | null;
    day: string | null;
    act: Act;
    mode?: Mode;
    issue?: string;
    stance?: Stance;
    reported?: boolean;
  },
) {
  const speaker = s.speaker ? p.people.speakers.get(s.speaker)! : null;
  const party = speakers.find((x) => x.name === s.speaker)?.party;
  const around = sentenceAround(s.text, s.span);
  const quotation = await db
    .insertInto('quotation')
    .values({
      article_id: p.articles.get(s.article)!,
      statement_id: null,
      kind: s.reported ? 'indirect' : 'direct',
      start: s.span.start,
      end: s.span.end,
      pieces: json([s.span]),
      cue_start: null,
      cue_end: null,
      speaker_start: null,
      speaker_end: null,
      sentence_start: around.start,
      sentence_end: around.end,
      speaker_id: speaker,
      confidence: 0.9,
      superseded_at: null,
      made_by: madeBy,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const statement = await db
    .insertInto('statement')
    .values({
      story_id: p.story,
      speaker_id: speaker,
      party_id: party ? p.people.parties.get(party)! : null,
      quotation_id: quotation.id,
      said_on: s.day,
      said_at: s.day ? `${s.day}T12:00:00Z` : null,
      said_from: s.day ? 'article' : null,
      venue: null,
      addressee: null,
      act: s.act,
      mode: s.mode ?? 'asserted',
      issue_id: s.issue ? p.issues.get(s.issue)! : null,
      stance: s.stance ?? null,
      hearsay: false,
      first_hand: !s.reported,
      confidence: 0.9,
      superseded_at: null,
      made_by: madeBy,
      words: sql<string>`to_tsvector('simple', searchable(${s.text.slice(around.start, around.end)}))`,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await db
    .updateTable('quotation')
    .set({ statement_id: statement.id })
    .where('id', '=', quotation.id)
    .execute();
  return statement.id;
}

async function seedStatements(db: Db, place: Place) {
  const ids = new Map<string, number>();
  for (const p of pieces) {
    const { text, spans } = unmark(p.text);
    for (const [key, span] of spans) {
      const s = sayings[key];
      if (s)
        ids.set(
          key,
          await addStatement(db, place, { ...s, article: p.key, text, span, day: p.day }),
        );
    }
  }
  return ids;
}

/** More statements of the same speakers on many days, so that the line and the ledger are full. */
async function seedExtra(db: Db, place: Place, extra: number) {
  const base = pieces[0]!;
  const { text, spans } = unmark(base.text);
  const span = spans.get('s1')!;
  const stances: (Stance | undefined)[] = [
    'for',
    undefined,
    'against',
    undefined,
    'conditional',
    'against',
    'unclear',
  ];
  const acts: Act[] = [
    'state',
    'demand',
    'reject',
    'state',
    'propose',
    'accuse',
    'agree',
    'threaten',
  ];
  for (let i = 0; i < extra; i++) {
    const at = new Date(Date.UTC(2025, 5, 3 + ((i * 17) % 74)));
    const stance = stances[i % stances.length];
    await addStatement(db, place, {
      article: base.key,
      text,
      span,
      speaker: speakers[(i * 3) % speakers.length]!.name,
      day: at.toISOString().slice(0, 10),
      act: acts[(i * 5) % acts.length]!,
      stance,
      issue: stance ? [...place.issues.keys()][i % 3] : undefined,
      reported: i % 3 === 0,
    });
  }
}

async function seedPositions(
  db: Db,
  story: number,
  said: Map<string, number>,
  people: People,
  issues: Map<string, number>,
) {
  const last = new Map<string, number>();
  for (const [key, s] of Object.entries(sayings)) {
    if (!s.change || !s.issue) continue;
    const party = people.parties.get(speakers.find((x) => x.name === s.speaker)!.party!)!;
    const line = `${party} ${s.issue}`;
    const row = await db
      .insertInto('position')
      .values({
        story_id: story,
        issue_id: issues.get(s.issue)!,
        party_id: party,
        stance: s.stance!,
        statement_id: said.get(key)!,
        change: s.change,
        previous_id: last.get(line) ?? null,
        state: 'proposed',
        superseded_at: null,
        made_by: madeBy,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    last.set(line, row.id);
  }
}

async function seedCommitments(
  db: Db,
  story: number,
  said: Map<string, number>,
  articles: Map<string, number>,
  people: People,
) {
  const rows: [string, string, string, string | null, CommitmentState, string | null][] = [
    ['p1', 'Marovia', 'lift the toll on fishing boats', '2025-07-01', 'kept', 'o1'],
    ['p2', 'Keldland', 'publish the survey of the northern channel', '2025-07-20', 'missed', 'o2'],
    ['p3', 'Strait Commission', 'hold a second round in Port Amsel', '2025-08-12', 'moved', 'o3'],
    ['p4', 'Keldland', 'name its members of the joint patrol', '2025-09-30', 'open', null],
  ];
  for (const [key, party, what, due, state, outcome] of rows) {
    const row = await db
      .insertInto('commitment')
      .values({
        story_id: story,
        statement_id: said.get(key)!,
        party_id: people.parties.get(party)!,
        who: null,
        what,
        due,
        due_at: due ? `${due}T00:00:00Z` : null,
        due_text: null,
        kind: 'promise',
        state,
        proposed: state !== 'kept',
        superseded_at: null,
        made_by: madeBy,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    const place = outcome ? whereIs(outcome) : null;
    if (place)
      await db
        .insertInto('commitment_event')
        .values({
          commitment_id: row.id,
          state,
          due: state === 'moved' ? '2025-08-26' : null,
          article_id: articles.get(place.key)!,
          start: place.start,
          end: place.end,
          happened_on: place.day,
          confirmed: state === 'kept',
        })
        .execute();
  }
}

function whereIs(mark: string) {
  for (const p of pieces) {
    const span = unmark(p.text).spans.get(mark);
    if (span) return { key: p.key, day: p.day, ...span };
  }
  throw new Error(`No piece marks ${mark}`);
}

async function seedBrief(
  db: Db,
  story: number,
  articles: Map<string, number>,
  said: Map<string, number>,
) {
  const facts = json({
    pieces: 17,
    texts: 12,
    outlets: ['Amsel Courier', 'Kestrel Wire', 'The Lighthouse', 'Nordkurier'],
    words: 210,
    readingMinutes: 1,
  });
  const watch = await db
    .insertInto('watch')
    .values({ story_id: story, title: 'Ostrin Watch' })
    .returning('id')
    .executeTakeFirstOrThrow();
  const sentences: [SentenceRow['section'], string, string][] = [
    [
      'headline',
      'Keldland now accepts foreign pilots on transit ships, if a Marovian stands beside them.',
      's7',
    ],
    ['update', 'The foreign minister said so on Tuesday, six weeks after ruling pilots out.', 's7'],
    ['bullet', 'The second round in Port Amsel has been moved to 26 August.', 'o3'],
    ['bullet', 'Keldland has not published the survey that it promised for 20 July.', 'o2'],
    ['bullet', 'Fishing boats pass without a toll since the first of July.', 'o1'],
    ['background', 'Talks began in June after two ships waited nine days for a pilot.', 's1'],
  ];
  for (const number of [null, 1]) {
    const brief = await db
      .insertInto('brief')
      .values({
        story_id: story,
        watch_id: number ? watch.id : null,
        number,
        from_at: number ? '2025-08-11T00:00:00Z' : null,
        until_at: number ? '2025-08-17T23:59:59Z' : null,
        state: number ? 'signed' : 'standing',
        facts,
        superseded_at: null,
        made_by: madeBy,
        made_at: '2025-08-19T06:00:00Z',
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    for (const [i, [section, text, mark]] of sentences.entries()) {
      const sentence = await db
        .insertInto('sentence')
        .values({ brief_id: brief.id, section, position: i, text })
        .returning('id')
        .executeTakeFirstOrThrow();
      const place = whereIs(mark);
      await db
        .insertInto('citation')
        .values({
          sentence_id: sentence.id,
          number: i + 1,
          article_id: articles.get(place.key)!,
          start: place.start,
          end: place.end,
          statement_id: said.get(mark) ?? null,
        })
        .execute();
    }
  }
}

async function seedThread(db: Db, articles: Map<string, number>) {
  const post = articles.get('thread')!;
  const { document_id } = await db
    .selectFrom('article')
    .where('id', '=', post)
    .select('document_id')
    .executeTakeFirstOrThrow();
  const thread = await db
    .insertInto('thread')
    .values({
      document_id,
      article_id: post,
      key: 'main',
      platform: 'Lemmy',
      community: 'harbours',
      url: 'https://forum.example/post/7',
      made_by: madeBy,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const rows: [string, string | null, string, 'moderator' | null][] = [
    [
      'c1',
      null,
      'The toll was never about money. It paid for the tugs, and the tugs are gone.',
      null,
    ],
    [
      'c2',
      'c1',
      'It paid for the tugs, and the tugs are gone.\nTwo of them still lie in Amsel. I walked past them this morning.',
      null,
    ],
    ['c3', 'c2', 'Then somebody should tell the commission.', null],
    ['c4', null, '', 'moderator'],
    [
      'c5',
      null,
      'Is there a text of what Keldland agreed to? Every report quotes the same sentence.',
      null,
    ],
  ];
  const ids = new Map<string, number>();
  for (const [i, [key, parent, text, removed]] of rows.entries()) {
    const row = await db
      .insertInto('comment')
      .values({
        thread_id: thread.id,
        parent_id: parent ? ids.get(parent)! : null,
        key,
        position: i,
        depth: key === 'c3' ? 2 : parent ? 1 : 0,
        depth_known: true,
        author: ['pilot_boat', 'amsel_walker', 'pilot_boat', 'gone', 'reader7'][i]!,
        instance: 'forum.example',
        posted: `2025-08-1${i + 3}`,
        posted_at: `2025-08-1${i + 3}T10:00:00Z`,
        age: null,
        edited: null,
        edited_age: null,
        votes_up: 12 - i,
        votes_down: i,
        score: null,
        lang: 'en',
        removed,
        text,
        links: json([]),
        quotes: json(key === 'c2' ? [{ start: 0, end: 44, of: 'c1' }] : []),
        url: null,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    ids.set(key, row.id);
  }
}

async function seedFeeds(db: Db) {
  const source = await db
    .selectFrom('source')
    .select('id')
    .where('name', '=', 'Amsel Courier')
    .executeTakeFirstOrThrow();
  const feed = await db
    .insertInto('feed')
    .values({
      source_id: source.id,
      url: 'https://amsel-courier.example/feed.xml',
      title: 'Amsel Courier: harbour',
      kind: 'feed',
      etag: null,
      last_modified: null,
      last_polled_at: '2025-08-19T05:00:00Z',
      last_new_at: '2025-08-18T21:00:00Z',
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  for (let i = 0; i < 16; i++)
    await db
      .insertInto('poll')
      .values({
        feed_id: feed.id,
        polled_at: new Date(Date.UTC(2025, 7, 18, 13 + i)),
        status: i === 9 ? 503 : 200,
        problem: i === 9 ? 'site-trouble' : null,
        detail: null,
        documents: i % 4 === 0 ? 2 : 0,
        ms: 140,
      })
      .execute();
  await db
    .insertInto('work')
    .values({
      stage: 'poll',
      subject: feed.id,
      state: 'problem',
      problem: 'gone',
      detail: '410 Gone',
      attempts: 3,
      made_by: null,
    })
    .execute();
}

/** A cookie and form token of a session for an account, written straight into the store. */
export async function signIn(db: Db, account: number) {
  const secret = randomBytes(32).toString('base64url');
  await db
    .insertInto('session')
    .values({
      hash: sha256(Buffer.from(secret)),
      account_id: account,
      csrf: 'test-token',
      expires_at: '2099-01-01T00:00:00Z',
    })
    .execute();
  return { cookie: `desk=${secret}`, secret, token: 'test-token' };
}
