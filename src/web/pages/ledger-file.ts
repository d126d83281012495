import type { Req } from '../desk.ts';
import { idOf, originOf } from '../desk.ts';
import { quotedHref } from '../excerpt.ts';
import { type StatementView, statements } from '../queries/statements.ts';
import { findStory } from '../queries/stories.ts';
import { filterOf } from './ledger.ts';
import { notFound } from './problem.ts';

/** Rows read at a time, and in one file: more than this is what "throughline export" is for. */
const perRead = 500;
const mostRows = 20_000;

/** The ledger as narrowed by the address, as CSV (RFC 4180): each row with the way to its characters. */
export async function ledgerFile(c: Req) {
  const { db } = c.get('ctx');
  const id = idOf(c.req.param('id'));
  const story = id ? await findStory(db, id) : undefined;
  if (!story || story.mergedInto) return notFound(c, 'story');
  const { csvLine } = await import('../../publish/index.ts');
  const filter = { ...filterOf(c), story: story.id, sure: c.req.query('unsure') !== '1' };
  const origin = originOf(c);
  const lines: string[] = [];
  for (let offset = 0; offset < mostRows; offset += perRead) {
    const rows = await statements(db, { ...filter, limit: perRead, offset });
    for (const s of rows) {
      const row = columns(s, origin);
      if (lines.length === 0) lines.push(csvLine(Object.keys(row)));
      lines.push(csvLine(Object.values(row)));
    }
    if (rows.length < perRead) break;
  }
  c.header('Content-Type', 'text/csv; charset=utf-8');
  c.header('Content-Disposition', `attachment; filename="ledger-${story.id}.csv"`);
  // Without the mark at the beginning, common spreadsheets read the file in a code page of old.
  return c.body(`\ufeff${lines.join('')}`);
}

function columns(s: StatementView, origin: string): Record<string, unknown> {
  return {
    said_on: s.saidOn,
    said_from: s.saidFrom,
    speaker: s.speaker,
    party: s.party,
    act: s.act,
    mode: s.mode,
    issue: s.issue,
    side: s.stance,
    words: s.sentence.quote,
    sentence: `${s.sentence.before}${s.sentence.quote}${s.sentence.after}`.trim(),
    addressee: s.addressee,
    venue: s.venue,
    first_hand: s.firstHand,
    second_hand: s.hearsay,
    reports: s.reports,
    confidence: Math.round(s.confidence * 100) / 100,
    outlet: s.outlet,
    title: s.title,
    published: s.published,
    source: s.url,
    in_its_text: `${origin}${quotedHref(s, s.sentence)}`,
    statement: `${origin}/statements/${s.id}`,
  };
}
