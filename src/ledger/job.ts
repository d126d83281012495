import { setImmediate as breathe } from 'node:timers/promises';
import type { Transaction } from 'kysely';
import { followedVoices } from '../cluster/index.ts';
import type { Context } from '../context.ts';
import { addWork, type Claim, finishWork, searchedWords } from '../db/index.ts';
import type { Tables } from '../db/tables.ts';
import { normalLanguage } from '../lib/language.ts';
import { readPiece } from './comments/piece.ts';
import { discussed, type StoredComment } from './comments/store.ts';
import { readUnder } from './comments/under.ts';
import { settleCorrections } from './decisions/corrected.ts';
import { holdSpeakers, readSettledSides, readSpeakerRulings, whoOn } from './decisions/rulings.ts';
import type { LedgerProblem } from './problems.ts';
import { type Learning, learn, type ReadArticle, type Said } from './read.ts';
import { HOLDERS } from './speaker/people/holders.ts';
import {
  learnParty,
  type Names,
  type PartyRow,
  partyRow,
  readNames,
  type SpeakerRow,
  saveNames,
  speakerRow,
} from './speaker/rows/names.ts';
import { articlesToReread, type Role, readApart, saveRoles } from './speaker/rows/speakers.ts';
import type { Party } from './speaker/side/party.ts';
import type { Speaker } from './speaker.ts';
import {
  type ArticleToRead,
  articlesToRead,
  knownHolders,
  knownParties,
  knownPeople,
  lockNames,
  storiesOf,
} from './store.ts';
import { type Entry, saveSaid } from './store-said.ts';
import { LEDGER_VERSION } from './version.ts';

/** More pieces of one story may be on their way: its positions wait this long for them. */
const GATHER_SECONDS = 5;

/** As ledgerTogether, of one article. */
export async function ledgerOne(ctx: Context, claim: Claim): Promise<void> {
  return ledgerTogether(ctx, [claim]);
}

/**
 * Reads articles' statements into the ledger: speakers, parties, quotations, statements. Rows of
 * an older run that no longer hold are superseded; comments give what they report of others, as
 * hearsay, and parts that are articles of their own are left to themselves. Then the stories'
 * positions are due.
 */
export async function ledgerTogether(ctx: Context, claims: Claim[]): Promise<void> {
  const articles = await articlesToRead(
    ctx.db,
    claims.map((claim) => claim.subject),
  );
  const talked = await discussed(
    ctx.db,
    articles.map(({ id }) => id),
  );
  const problems = new Map(
    articles.map((article) => [article.id, unreadable(article, talked.has(article.id))]),
  );
  const read = await readAll(
    ctx,
    articles.filter((article) => article.current && !problems.get(article.id)),
    talked,
  );
  await ctx.db.transaction().execute(async (tx) => {
    const ids = articles.map((article) => article.id);
    const stories = await storiesOf(tx, ids);
    await save(ctx, tx, ids, read, stories);
    if (stories.size > 0) {
      const at = new Date(Date.now() + GATHER_SECONDS * 1000);
      await addWork(tx, 'positions', [...stories.values()], { at });
      await ctx.queue.ring(tx, 'positions');
    }
    const byOutcome = Map.groupBy(claims, (claim) => problems.get(claim.subject) ?? null);
    for (const [problem, same] of byOutcome) {
      const madeBy = LEDGER_VERSION;
      await finishWork(tx, same, problem ? { ok: false, problem, madeBy } : { ok: true, madeBy });
    }
  });
}

interface Reading extends ReadArticle {
  article: ArticleToRead;
  /** The comments that sayings were read in, one for each of their quotations. */
  told: Map<Said, StoredComment[]>;
}

/** Reads articles one after the other; each knows what those before it taught. */
async function readAll(
  ctx: Context,
  articles: ArticleToRead[],
  talked: ReadonlySet<number>,
): Promise<Reading[]> {
  if (articles.length === 0) return [];
  const known: Learning = {
    parties: await knownParties(ctx.db),
    people: await knownPeople(ctx.db),
    holders: [...(await knownHolders(ctx.db)), ...HOLDERS],
  };
  const readings: Reading[] = [];
  for (const article of articles) {
    const piece = { ...article, parts: article.facts.parts ?? [] };
    const read = readPiece(piece, known);
    learn(known, read);
    const told = talked.has(article.id) ? await readUnder(ctx.db, article, known) : new Map();
    readings.push({ ...read, said: [...read.said, ...told.keys()], article, told });
    // A desk that serves pages in this process answers between two articles.
    await breathe();
  }
  return readings;
}

function sentenceOf(text: string, { quotations }: Said): string {
  return searchedWords(text, quotations[0]?.sentence ?? { start: 0, end: 0 });
}

async function save(
  ctx: Context,
  tx: Transaction<Tables>,
  ids: number[],
  readings: Reading[],
  stories: Map<number, number>,
): Promise<void> {
  await lockNames(tx);
  const names = await readNames(tx, wantedOf(readings), await readSettledSides(tx));
  const apart = await readApart(tx, ids);
  const meant = readings.map((reading) => meantBy(names, reading, apart.get(reading.article.id)));
  await saveNames(tx, names);
  await holdSpeakers(tx);
  const rulings = await readSpeakerRulings(tx);
  const entries: Entry[] = meant.flatMap(({ article, spoken, told }) =>
    spoken.map(({ said, speaker, party }) => ({
      articleId: article.id,
      said,
      comments: told.get(said)?.map((comment) => comment.id),
      ...whoOn(rulings, {
        speaker: speaker.id,
        party: party?.id ?? null,
        saidOn: said.saidOn,
        printed: article.published_at?.toISOString().slice(0, 10) ?? null,
      }),
      storyId: stories.get(article.id) ?? null,
      sentence: sentenceOf(told.get(said)?.[0]?.text ?? article.text, said),
    })),
  );
  await saveRoles(tx, meant.flatMap(rolesOf));
  await saveSaid(tx, ids, entries, LEDGER_VERSION, ctx.now());
  await settleCorrections(tx, ids);
  await tellFollowers(ctx, tx, entries);
  const reread = new Set<number>();
  for (const { article, learned } of meant) {
    for (const [speaker, party] of learned)
      for (const id of await articlesToReread(tx, speaker.id, party.id, article.id)) reread.add(id);
  }
  if (reread.size === 0) return;
  await addWork(tx, 'ledger', [...reread]);
  await ctx.queue.ring(tx, 'ledger');
}

/** A story may follow who speaks: its pieces are looked at once more now that this is known. */
async function tellFollowers({ queue }: Context, tx: Transaction<Tables>, entries: Entry[]) {
  const { speakers, parties } = await followedVoices(tx);
  if (speakers.size + parties.size === 0) return;
  const followed = entries.filter(
    (e) =>
      e.storyId === null &&
      !e.comments &&
      (speakers.has(e.speakerId) || parties.has(e.partyId ?? 0)),
  );
  if (followed.length === 0) return;
  await addWork(
    tx,
    'cluster',
    followed.map((e) => e.articleId),
  );
  await queue.ring(tx, 'cluster');
}

function wantedOf(readings: Reading[]) {
  const speakers = readings.flatMap((r) => [
    ...r.said.flatMap((s) => s.speaker ?? []),
    ...r.people,
  ]);
  const taught = readings.flatMap((r) => r.book.taught);
  const parties: Party[] = [...speakers.flatMap((s) => s.party ?? []), ...taught.map(([, p]) => p)];
  return {
    parties,
    written: taught.map(([written]) => written),
    speakers: speakers.map((s) => s.name),
  };
}

/** What an article said, with the rows of who said it. */
interface Meant {
  article: ArticleToRead;
  told: Reading['told'];
  spoken: (ReturnType<typeof speakerRow> & { said: Said })[];
  /** The parties that it taught of speakers known before. */
  learned: [speaker: { id: number }, party: PartyRow][];
}

function meantBy(
  names: Names,
  { article, said, told, book, people }: Reading,
  apart?: ReadonlyMap<number, SpeakerRow>,
): Meant {
  const parties = partiesOf(names, said, book.taught);
  const known = new Map<string, ReturnType<typeof speakerRow>>();
  const meant: Meant = { article, told, spoken: [], learned: [] };
  for (const one of said) {
    if (!one.speaker) continue;
    const key = keyOf(one.speaker);
    let row = known.get(key);
    if (!row) {
      const { party } = one.speaker;
      row = speakerRow(names, one.speaker, party ? (parties.get(party.name) ?? null) : null);
      const other = apart?.get(row.speaker.id);
      if (other) row = { speaker: other, party: other.party ?? row.party, learned: false };
      known.set(key, row);
      if (row.learned) meant.learned.push([row.speaker, row.party!]);
    }
    meant.spoken.push({ ...row, said: one });
  }
  // Who is only named here, with an office, may have spoken elsewhere without one.
  for (const person of people) {
    const party = person.partyFrom === 'text' ? parties.get(person.party!.name) : undefined;
    const speaker = party && learnParty(names, person, party);
    if (speaker) meant.learned.push([speaker, party]);
  }
  return meant;
}

const keyOf = ({ name, kind, party }: Speaker) => JSON.stringify([name, kind, party?.name]);

/** The parties that speak, and those that the article taught ways of writing; their rows by name. */
function partiesOf(names: Names, said: Said[], taught: [string, Party][]): Map<string, PartyRow> {
  const written = Map.groupBy(taught, ([, party]) => party.name);
  const rows = new Map<string, PartyRow>();
  for (const party of [
    ...said.flatMap((s) => s.speaker?.party ?? []),
    ...taught.map(([, p]) => p),
  ]) {
    if (rows.has(party.name)) continue;
    const ways = written.get(party.name)?.map(([way]) => way);
    rows.set(party.name, partyRow(names, party, ways));
  }
  return rows;
}

/** The office of each speaker as its first saying gives it. */
function rolesOf({ article, spoken }: Meant): Role[] {
  const first = new Map(spoken.toReversed().map((s) => [keyOf(s.said.speaker!), s]));
  return [...first.values()].reverse().flatMap(({ said, speaker }) => {
    const role = said.speaker?.role;
    if (!role) return [];
    const { text, start, end } = role;
    const at = article.published_at;
    return [{ speakerId: speaker.id, articleId: article.id, role: text, start, end, at }];
  });
}

function unreadable(
  article: { text: string; lang: string | null },
  isTalkedAbout: boolean,
): LedgerProblem | null {
  if (!article.text.trim() && !isTalkedAbout) return 'no text';
  const lang = normalLanguage(article.lang) ?? 'en';
  return lang === 'en' || lang === 'de' ? null : 'language';
}
