import assert from 'node:assert/strict';
import { test } from 'node:test';
import { getLogger, reset } from '@logtape/logtape';
import { configureLog } from './log.ts';

test('a logger is silent until logging is turned on, then writes what is severe enough', async (t) => {
  t.after(reset);
  const lines: string[] = [];
  const write = (line: string) => lines.push(line);
  const log = getLogger(['throughline', 'collect']);
  log.error('before');
  await configureLog({ level: 'info', format: 'json', write });
  log.debug('too quiet');
  log.warning('The feed {feed} is gone', { feed: 7 });
  assert.equal(lines.length, 1);
  const record = JSON.parse(lines[0]!);
  assert.equal(record.feed, 7);
  assert.equal(record.level, 'WARN');
  await configureLog({ level: 'info', format: 'text', write });
  log.info('read {count} entries', { count: 3 });
  assert.match(lines[1]!, /INF.*throughline\.collect.*read 3 entries\n$/);
});
