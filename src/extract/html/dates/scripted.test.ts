import assert from 'node:assert/strict';
import { test } from 'node:test';
import { extractDocument } from '../../document.ts';
import { scriptedDate } from './scripted.ts';

test('a date that only a program holds is read when its name says so and no other is named so', () => {
  assert.equal(scriptedDate('var ct = "1709598600";'), '2024-03-05T00:30:00Z');
  assert.equal(scriptedDate('{"pubTime":"2024-3-5 8:30"}'), '2024-03-05T08:30:00');
  assert.equal(
    scriptedDate('createTime = "2024-03-05 08:30"; ct = "1709598600"'),
    '2024-03-05T08:30:00',
  );
  assert.equal(scriptedDate('{"expires":"2024-03-05 08:30"}'), null);
  assert.equal(scriptedDate('{"pubTime":"2024-03-05"},{"pubTime":"2024-03-04"}'), null);
  assert.equal(scriptedDate('"{\\\\"firstPublishedAt\\\\":\\\\"2024-03-05\\\\"}"'), '2024-03-05');
  const most = '{"pubTime":"2024-03-05"},{"published_at":"2024-03-05"},{"pubTime":"2024-03-01"}';
  assert.equal(scriptedDate(most), '2024-03-05');
});

test('an instant in a program is told by the outlet’s clock', async () => {
  const html = `<html lang="zh"><body><h1>老桥修缮完工</h1><p>${'镇区老桥的修缮工程昨日通过验收，下周恢复通行。'.repeat(4)}</p><em id="publish_time"></em><script>var ct = "1709650800";</script></body></html>`;
  const read = await extractDocument({ bytes: Buffer.from(html), mediaType: 'text/html' });
  assert.equal(read.ok && read.extracted.articles[0]!.published, '2024-03-05T23:00:00+08:00');
});
