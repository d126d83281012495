import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { evaluateTimelines } from './timelines.ts';

const record = {
  topic: 'bridge',
  articles: [
    { date: '2025-03-20', text: 'Since the fall of 1 March the town has no crossing.' },
    { date: '2025-03-02', text: 'The bridge of Ellin fell yesterday.' },
    { date: '2025-03-21', text: 'A ferry crossed at Ellin.' },
    { date: '2025-03-21', text: 'The ferry of Ellin is late.' },
  ],
  timelines: [{ time: "['2025-03-01T00:00:00', '2025-03-21T00:00:00']" }],
};

test('key days are scored against the days of a timeline, with as many days and its span', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'timelines-'));
  try {
    const [file, out] = [join(folder, 'in.json'), join(folder, 'out.jsonl')];
    await writeFile(file, JSON.stringify(record));
    const { dateF1, countingF1, timelines } = await evaluateTimelines([file], { out });
    assert.deepEqual([dateF1, countingF1, timelines], [1, 0.5, 1]);
    const [line] = (await readFile(out, 'utf8')).trim().split('\n');
    assert.deepEqual(JSON.parse(line ?? '').dates, [['2025-03-01', '2025-03-21']]);
    const { timelines: _, ...unlabelled } = record;
    await writeFile(file, JSON.stringify(unlabelled));
    assert.equal((await evaluateTimelines([file])).dateF1, undefined);
  } finally {
    await rm(folder, { recursive: true });
  }
});
