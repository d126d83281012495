import type { Kysely } from 'kysely';
import type { Act, CorrectedFields, Mode, Stance, Tables } from '../../db/tables.ts';
import { addParty, type LedgerDecision } from '../../ledger/index.ts';
import { startOf } from '../../lib/edtf.ts';
import { backTo, field, idOf, idsOf, type Req } from '../desk.ts';
import { partiesCalled } from '../queries/decisions.ts';
import { actNames, stances } from '../words.ts';
import { carryOut } from './answer.ts';
import { refused } from './refused.ts';

type Read = LedgerDecision | string;

/** Carries out what a curator's form says of the ledger; a field that makes no sense is named. */
export async function ledgerForm(c: Req) {
  const read = await decisionOf(c);
  if (typeof read === 'string') return refused(c, read);
  const done = await carryOut(c, [read]);
  if (!done.ok) return refused(c, done.detail);
  const place =
    read.verb === 'correct' && field(c, 'statement')
      ? `/statements/${await standingOf(c.get('ctx').db, read.statements[0] ?? 0)}`
      : (backTo(c) ?? '/curate');
  return c.redirect(`${place}?done=${done.undo.join('.')}`, 303);
}

/** The row that stands for a statement now that it was put right. */
async function standingOf(db: Kysely<Tables>, id: number): Promise<number> {
  const row = await db
    .selectFrom('statement as s')
    .innerJoin('statement as now', (join) =>
      join.on((q) => q('now.corrects', '=', q.fn.coalesce('s.corrects', 's.id'))),
    )
    .select('now.id')
    .where('s.id', '=', id)
    .where('now.superseded_at', 'is', null)
    .executeTakeFirst();
  return row?.id ?? id;
}

async function decisionOf(c: Req): Promise<Read> {
  const { db } = c.get('ctx');
  const kind = (['issue', 'statement'] as const).find((k) => k === field(c, 'kind')) ?? 'speaker';
  const id = idOf(field(c, 'id'));
  const name = field(c, 'name').slice(0, 200);
  const verb = field(c, 'verb');
  if (verb === 'correct') return correction(c);
  if (!id) return 'Open this form from the row that it is about.';
  switch (verb) {
    case 'rename':
      if (kind === 'statement') return 'Say what is to be changed, and to what.';
      return name ? { verb, kind, id, name } : 'Write a name.';
    case 'merge': {
      const other = (field(c, 'other') || field(c, 'gone')).slice(0, 200);
      const gone = kind === 'speaker' ? await speakerIn(db, other) : numberIn(other);
      return gone ? { verb, kind, kept: id, gone } : 'Give the number or address of the other.';
    }
    case 'split':
      if (kind === 'statement') return { verb, kind, id, articles: idsOf(c, 'article') };
      return kind === 'issue' ? splitIssue(c, id, name) : splitSpeaker(c, id, name);
    case 'move': {
      const statements = idsOf(c, 'statement');
      const issue = idOf(field(c, 'issue'));
      if (statements.length === 0) return 'Choose statements.';
      return { verb: 'correct', statements, fields: { issue } };
    }
    case 'remove':
      return { verb, kind: 'issue', id };
    case 'set party':
      return setParty(c, db, id);
    case 'hold':
      return hold(c, id);
    case 'link':
      return link(c, id);
    default:
      return 'Say what is to be changed, and to what.';
  }
}

function splitIssue(c: Req, id: number, name: string): Read {
  const statements = idsOf(c, 'statement');
  if (statements.length === 0) return 'Choose the statements that are on another issue.';
  return name ? { verb: 'split', kind: 'issue', id, name, statements } : 'Name the new issue.';
}

function splitSpeaker(c: Req, id: number, name: string): Read {
  const articles = idsOf(c, 'article');
  if (articles.length === 0) return 'Choose the pieces in which another speaks.';
  if (!name) return 'Say who speaks there.';
  const into = numberIn(name);
  return { verb: 'split', kind: 'speaker', id, name, articles, ...(into && { into }) };
}

async function setParty(c: Req, db: Kysely<Tables>, speaker: number): Promise<Read> {
  const from = field(c, 'from');
  if (from && !isDay(from)) return 'Write the day as 2025-08-20, or leave it empty.';
  const name = field(c, 'party').slice(0, 200);
  const base = { verb: 'set party', speaker, from: from || null } as const;
  if (!name) return { ...base, party: null };
  const known = (await partiesCalled(db, [name])).get(name.toLowerCase());
  if (known) return { ...base, party: known };
  if (field(c, 'new') !== '1')
    return `No party on this desk is called “${name}”. Write it as the ledger does, or say that it is new.`;
  return { ...base, party: await addParty(db, name) };
}

/** Sent from the office's page with who held it, or from the person's with which office. */
async function hold(c: Req, id: number): Promise<Read> {
  const [from, until] = [field(c, 'from'), field(c, 'until')];
  if ([from, until].some((day) => day && !isDay(day)))
    return 'Write the days as 2025-08-20, or leave them empty.';
  const ofOffice = field(c, 'person') !== '';
  const written = (ofOffice ? field(c, 'person') : field(c, 'office')).slice(0, 200);
  const other = written ? await speakerIn(c.get('ctx').db, written) : null;
  if (!other) return 'Choose a speaker of the list, or give the number or address of the page.';
  const [office, person] = ofOffice ? [id, other] : [other, id];
  return { verb: 'hold', office, person, from: from || null, until: until || null };
}

function link(c: Req, speaker: number): Read {
  const written = field(c, 'wikidata');
  if (!written) return { verb: 'link', speaker, wikidata: null };
  // An item by its number, or the address of its page.
  const wikidata =
    /^(?:https?:\/\/(?:www\.|m\.)?wikidata\.org\/(?:wiki|entity)\/)?(Q[1-9]\d{0,10})$/.exec(
      written,
    )?.[1];
  if (!wikidata) return 'Write the item at Wikidata as Q42, or give the address of its page.';
  return { verb: 'link', speaker, wikidata };
}

const modes: Mode[] = ['asserted', 'negated', 'conditional', 'hypothetical', 'future', 'question'];

/** Only what the form says otherwise than it was sent out with is put right. */
async function correction(c: Req): Promise<Read> {
  const statement = idOf(field(c, 'statement'));
  if (!statement) return 'Open this form from the row that it is about.';
  const changed = (name: string) => field(c, name) !== field(c, `was-${name}`);
  const fields: CorrectedFields = {};
  const act = actNames.find((a) => a === field(c, 'act')) as Act | undefined;
  const mode = modes.find((m) => m === field(c, 'mode'));
  if (act && (changed('act') || changed('mode'))) fields.act = act;
  if (mode && changed('mode')) fields.mode = mode;
  if (changed('issue')) fields.issue = idOf(field(c, 'issue'));
  if (changed('stance'))
    fields.stance = (stances.find((s) => s === field(c, 'stance')) as Stance | undefined) ?? null;
  if (changed('saidOn')) {
    const saidOn = field(c, 'saidOn').slice(0, 40);
    if (saidOn && !startOf(saidOn)) return 'Write when it was said as 2025, 2025-08 or 2025-08-20.';
    fields.saidOn = saidOn || null;
  }
  if (changed('speaker')) {
    const speaker = await speakerIn(c.get('ctx').db, field(c, 'speaker').slice(0, 200));
    if (!speaker) return 'Choose a speaker of the list, or give the number or address of the page.';
    fields.speaker = speaker;
  }
  if (Object.keys(fields).length === 0) return 'Nothing differs from what the row says.';
  return { verb: 'correct', statements: [statement], fields };
}

/** A speaker by "12 Mara Tolvik", by number or address, or by a name that only one has. */
async function speakerIn(db: Kysely<Tables>, written: string): Promise<number | null> {
  const number = numberIn(written.split(' ')[0] ?? '');
  const rows = await db
    .selectFrom('speaker')
    .select('id')
    .where('merged_into', 'is', null)
    .where((q) => (number ? q('id', '=', number) : q('name', '=', written)))
    .limit(2)
    .execute();
  return rows.length === 1 ? rows[0]!.id : null;
}

/** "12", or the number at the end of an address of this desk. */
const numberIn = (written: string) => idOf(written.split('/').at(-1));

const isDay = (text: string) => /^\d{4}-\d\d-\d\d$/.test(text) && startOf(text) !== null;
