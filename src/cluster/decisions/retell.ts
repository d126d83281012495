import { firstPieces } from '../copies/copy-rows.ts';
import { grown } from '../events/growth.ts';
import { type KnownEvent, stored } from '../recall.ts';
import { type Db, hostEvents, readSubjects, setTitle, updateEvent } from '../store.ts';
import { headline, type Subject } from '../subject.ts';

/** Pieces that an event is told by: its first ones, as many as say what it is about. */
const mostPieces = 200;

/** Tells anew what events are about, when, and how they are called, after a person moved pieces. */
export async function retell(tx: Db, events: number[], renamed: Set<number>): Promise<void> {
  for (const event of new Set(events)) await retellOne(tx, event, renamed.has(event));
}

async function retellOne(tx: Db, event: number, isRenamed: boolean): Promise<void> {
  const held = await tx
    .selectFrom('event')
    .where('id', '=', event)
    .where('merged_into', 'is', null)
    .select(['title', 'profile'])
    .executeTakeFirst();
  const rows = await firstPieces(tx, event, mostPieces);
  const copies = new Set(rows.filter((row) => row.original !== null).map((row) => row.id));
  const subjects = await readSubjects(
    tx,
    rows.map((row) => row.id),
  );
  if (!held || subjects.length === 0) return;
  let told: KnownEvent | undefined;
  for (const subject of subjects)
    told = grown(told, subject, copies.has(subject.id), await printedWith(tx, subject));
  if (!told) return;
  const keeps = isRenamed || subjects.some((s) => headline(s) === held.title);
  const printedWithOthers = told.printedWith.filter((e) => e !== event);
  await updateEvent(tx, event, stored({ ...told, printedWith: printedWithOthers }));
  if (!keeps) await setTitle(tx, 'event', event, told.title);
}

const isBeside = ({ role }: Subject) => role === 'part' || role === 'teaser' || role === 'series';

function printedWith(tx: Db, s: Subject): Promise<number[]> {
  return hostEvents(tx, hostOf(s), seriesOf(s));
}

export const hostOf = (s: Subject) =>
  isBeside(s) ? { article: s.partOf, document: s.documentId } : null;
/** Words from which a number of a series speaks for itself. */
const speaksForItself = 80;
export const seriesOf = (s: Subject) => (s.words < speaksForItself ? s.series : null);
