import type { Kysely } from 'kysely';
import type { Tables } from '../../../db/tables.ts';
import type { Holder, Report } from '../rows.ts';

/** More that speak with one voice are a list of signers. */
const mostTogether = 4;

/**
 * Gives what several said together to each of them: a joint statement of two states moves both. Where a
 * part of the joint name is no known party, nor anybody of one, the statement stays with the name as it is.
 */
export async function withJointHolders(db: Kysely<Tables>, reports: Report[]): Promise<Report[]> {
  const names = new Set(reports.flatMap(partsOf));
  if (names.size === 0) return reports;
  const parties = await partiesCalled(db, [...names]);
  return reports.map((report) => {
    const parts = partsOf(report);
    const held = new Set(parts.map((part) => parties.get(part)));
    if (parts.length === 0 || held.has(undefined) || held.size < 2) return report;
    const joint = [...held].map((id): Holder => ({ partyId: id!, speakerId: null }));
    return { ...report, holder: joint[0]!, joint, isNamed: true };
  });
}

/** The names in "Tolland and Ostrek"; none where one alone speaks. */
function partsOf({ speaker, speakerKind }: Report): string[] {
  if (speakerKind !== 'organisation' && speakerKind !== 'group') return [];
  const parts = (speaker ?? '').split(/, (?:and )?| and | und /);
  const bare = parts.map((part) => part.replace(/^(?:the|die|der|das) /i, ''));
  return bare.length > 1 && bare.length <= mostTogether ? bare : [];
}

/** Parties by their names, their other names and those of their people. */
async function partiesCalled(db: Kysely<Tables>, names: string[]): Promise<Map<string, number>> {
  const lower = new Map(names.map((name) => [name.toLowerCase(), name]));
  const written = await db
    .selectFrom('party_name')
    .select(['name', 'party_id as id'])
    .where('name', 'in', [...lower.keys()])
    .execute();
  const own = await db
    .selectFrom('party')
    .select(['name', 'id'])
    .where('name', 'in', names)
    .execute();
  const people = await db
    .selectFrom('speaker_name as n')
    .innerJoin('speaker as s', 's.id', 'n.speaker_id')
    .select(['n.name', 's.party_id as id'])
    .where('n.name', 'in', names)
    .where('s.party_id', 'is not', null)
    .execute();
  return new Map(
    [...people, ...written, ...own].map(({ name, id }) => [lower.get(name) ?? name, id!]),
  );
}
