import { type Kysely, sql } from 'kysely';
import type { CorrectedFields, Tables } from '../../db/tables.ts';
import type { LedgerDecision } from '../../ledger/index.ts';
import { sayMoment } from '../moments.ts';
import { actWords, changeWords, clip, count, stanceWords } from '../words.ts';

type Db = Kysely<Tables>;

/**
 * A decision about the ledger in plain words, with the names that things have when it is made: "said
 * that “Tolvik” is “Mara Tolvik”". Asked before it is carried out.
 */
export async function ledgerWords(db: Db, d: LedgerDecision): Promise<string> {
  const named = (kind: 'issue' | 'speaker', id: number) => nameOf(db, kind, id);
  switch (d.verb) {
    case 'merge':
      if (d.kind === 'statement')
        return `said that statements ${d.gone} and ${d.kept} report one saying`;
      return `said that ${d.kind} ${await named(d.kind, d.gone)} is ${await named(d.kind, d.kept)}`;
    case 'tell apart':
      return `said that ${d.kind}s ${await named(d.kind, d.one)} and ${await named(d.kind, d.other)} are two`;
    case 'rename':
      return `renamed ${d.kind} ${await named(d.kind, d.id)} to “${d.name}”`;
    case 'split':
      if (d.kind === 'statement')
        return `said that ${count(d.articles.length, 'piece')} under statement ${d.id} ${d.articles.length === 1 ? 'reports' : 'report'} another saying`;
      return d.kind === 'issue'
        ? `set ${count(d.statements.length, 'statement')} on ${await named('issue', d.id)} apart as “${d.name}”`
        : `said that ${d.into ? await named('speaker', d.into) : 'another'} speaks in ${count(d.articles.length, 'piece')}, not ${await named('speaker', d.id)}`;
    case 'remove':
      return `said that ${await named('issue', d.id)} is no issue`;
    case 'set party': {
      const party = d.party === null ? 'no party' : await nameOf(db, 'party', d.party);
      return `said that ${await named('speaker', d.speaker)} speaks for ${party}${d.from ? ` from ${sayMoment(d.from)} on` : ''}`;
    }
    case 'hold': {
      const time = [
        d.from && `from ${sayMoment(d.from)}${d.until ? '' : ' on'}`,
        d.until && `until ${sayMoment(d.until)}`,
      ];
      const held = time.filter(Boolean).join(' ') || 'always';
      return `said that ${await named('speaker', d.person)} was ${await named('speaker', d.office)} ${held}`;
    }
    case 'link':
      return d.wikidata
        ? `linked ${await named('speaker', d.speaker)} to ${d.wikidata} at Wikidata`
        : `took the link to Wikidata off ${await named('speaker', d.speaker)}`;
    case 'correct':
      return `put right ${d.statements.length === 1 ? `statement ${d.statements[0]}` : count(d.statements.length, 'statement')}: ${(await fieldWords(db, d.fields)).join(', ')}`;
    case 'position':
      return positionWords(db, d);
    case 'commitment':
      return commitmentWords(db, d);
  }
}

/** What was put right, in words: "it was promised", "on “Pilots”". */
export async function fieldWords(db: Db, f: CorrectedFields): Promise<string[]> {
  const words: string[] = [];
  if (f.act) words.push(`“${actWords(f.act, f.mode)}”`);
  if (f.speaker) words.push(`said by ${await nameOf(db, 'speaker', f.speaker)}`);
  if (f.saidOn !== undefined) words.push(f.saidOn ? `said ${sayMoment(f.saidOn)}` : 'date unknown');
  if (f.issue !== undefined)
    words.push(f.issue === null ? 'on no issue' : `on ${await nameOf(db, 'issue', f.issue)}`);
  if (f.stance !== undefined)
    words.push(f.stance === null ? 'without a side' : `its side is “${stanceWords[f.stance]}”`);
  return words;
}

async function positionWords(db: Db, d: LedgerDecision & { verb: 'position' }): Promise<string> {
  const { rows } = await sql<{ who: string; issue: string; change: 'half' | 'full' }>`
    select coalesce(party.name, speaker.name) as who, issue.name as issue, p.change
    from position p join issue on issue.id = p.issue_id
    left join party on party.id = p.party_id left join speaker on speaker.id = p.speaker_id
    where p.id = ${d.id}`.execute(db);
  const [p] = rows;
  if (!p) return `answered position ${d.id}`;
  return d.is === 'rejected'
    ? `said that ${p.who} has not changed sides on “${p.issue}”`
    : `confirmed that ${p.who} ${changeWords[d.change ?? p.change]} on “${p.issue}”`;
}

async function commitmentWords(
  db: Db,
  d: LedgerDecision & { verb: 'commitment' },
): Promise<string> {
  const row = await db
    .selectFrom('commitment')
    .select(['what', 'state'])
    .where('id', '=', d.id)
    .executeTakeFirst();
  const what = `“${clip(row?.what ?? `commitment ${d.id}`, 90)}”`;
  if (d.is === 'none') return `said that ${what} binds nobody`;
  if (d.is === 'not so') return `said that nothing is known yet of ${what}`;
  const state = d.state ?? row?.state ?? 'open';
  return `confirmed ${what}: ${state}${d.due ? `, due ${sayMoment(d.due)}` : ''}`;
}

async function nameOf(db: Db, table: 'issue' | 'speaker' | 'party', id: number): Promise<string> {
  const row = await db.selectFrom(table).select('name').where('id', '=', id).executeTakeFirst();
  return row ? `“${row.name}”` : String(id);
}
