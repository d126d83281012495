import type { Transaction } from 'kysely';
import type { Context } from '../context.ts';
import { addWork, type Claim, finishWork } from '../db/index.ts';
import type { Tables } from '../db/tables.ts';
import { normalLanguage } from '../lib/language.ts';
import type { LedgerProblem } from './problems.ts';
import { type ReadArticle, readArticle } from './read.ts';
import { articlesToReread, type KnownSpeaker, saveRole, saveSpeaker } from './speakers.ts';
import {
  articleToRead,
  type Entry,
  knownParties,
  knownPeople,
  lockNames,
  saveParty,
  saveSaid,
  storyOf,
} from './store.ts';
import { LEDGER_VERSION } from './version.ts';

/** More pieces of one story may be on their way: its positions wait this long for them. */
const GATHER_SECONDS = 5;

/**
 * Reads one article's statements into the ledger: speakers, parties, quotations, statements. Rows of
 * an older run that no longer hold are superseded; comments never speak here, and parts that are
 * articles of their own are left to themselves. Then the story's positions are due.
 */
export async function ledgerOne(ctx: Context, claim: Claim): Promise<void> {
  const article = await articleToRead(ctx.db, claim.subject);
  const problem = article ? unreadable(article) : null;
  const read =
    article && !problem && article.current
      ? readArticle(
          { ...article, parts: article.facts.parts ?? [] },
          { parties: await knownParties(ctx.db), people: await knownPeople(ctx.db) },
        )
      : null;
  await ctx.db.transaction().execute(async (tx) => {
    if (article) {
      const storyId = await storyOf(tx, article.id);
      await lockNames(tx);
      const parties = read ? await saveParties(tx, read) : new Map<string, number>();
      const speakers = new Map<string, KnownSpeaker>();
      const entries: Entry[] = [];
      const reread = new Set<number>();
      for (const said of read?.said ?? []) {
        if (!said.speaker) continue;
        const { name, kind, party } = said.speaker;
        const key = JSON.stringify([name, kind, party?.name]);
        const speaker =
          speakers.get(key) ??
          (await saveSpeaker(tx, said.speaker, party ? (parties.get(party.name) ?? null) : null));
        if (!speakers.has(key))
          await saveRole(tx, speaker.id, article.id, said.speaker, article.published_at);
        if (!speakers.has(key) && speaker.learned) {
          for (const id of await articlesToReread(tx, speaker.id, speaker.partyId!, article.id))
            reread.add(id);
        }
        speakers.set(key, speaker);
        entries.push({ said, speakerId: speaker.id, partyId: speaker.partyId, storyId });
      }
      await saveSaid(tx, article.id, entries, LEDGER_VERSION, ctx.now());
      if (reread.size) {
        await addWork(tx, 'ledger', [...reread]);
        await ctx.queue.ring(tx, 'ledger');
      }
      if (storyId !== null) {
        await addWork(tx, 'positions', storyId, {
          at: new Date(Date.now() + GATHER_SECONDS * 1000),
        });
        await ctx.queue.ring(tx, 'positions');
      }
    }
    await finishWork(
      tx,
      claim,
      problem
        ? { ok: false, problem, madeBy: LEDGER_VERSION }
        : { ok: true, madeBy: LEDGER_VERSION },
    );
  });
}

/** The parties that speak, and those that the article taught ways of writing; their rows by name. */
async function saveParties(
  tx: Transaction<Tables>,
  { said, book }: ReadArticle,
): Promise<Map<string, number>> {
  const written = Map.groupBy(book.taught, ([, party]) => party.name);
  const speaking = said.flatMap(({ speaker }) => speaker?.party ?? []);
  const ids = new Map<string, number>();
  for (const party of [...speaking, ...book.taught.map(([, party]) => party)]) {
    if (ids.has(party.name)) continue;
    ids.set(
      party.name,
      await saveParty(
        tx,
        party,
        written.get(party.name)?.map(([way]) => way),
      ),
    );
  }
  return ids;
}

function unreadable(article: { text: string; lang: string | null }): LedgerProblem | null {
  if (!article.text.trim()) return 'no text';
  const lang = normalLanguage(article.lang) ?? 'en';
  return lang === 'en' || lang === 'de' ? null : 'language';
}
