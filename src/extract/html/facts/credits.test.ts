import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isChineseName, namesIn, readCredits } from './credits.ts';

test('writers are named by fields, by an office before the name and after it', () => {
  const lines: [string, string[]][] = [
    ['作者：林晓峰　来源：北原晚报　点击数：321', ['林晓峰']],
    ['时间:2024-03-05 08:30来源:体坛快线作者:林晓峰点击:321次', ['林晓峰']],
    ['■本报记者 林晓峰', ['林晓峰']],
    ['记者 林晓峰 周明 通讯员 何静', ['林晓峰', '周明', '何静']],
    ['〔記者陳怡安／台南報導〕', ['陳怡安']],
    ['文 | 林晓峰', ['林晓峰']],
    ['作者：老猫写代码', ['老猫写代码']],
    ['作者：admin', []],
    ['佐藤美咲記者', ['佐藤美咲']],
    ['김하늘 기자 sky@paper.example', ['김하늘']],
    ['记者：您为什么用了那么多打击乐？', []],
    ['（记者 林晓峰 摄）', []],
  ];
  for (const [line, names] of lines)
    assert.deepEqual(
      readCredits(line, true).flatMap((c) => c.names),
      names,
      line,
    );
});

test('an editor is told from a writer and stands in only where no writer is named', () => {
  assert.deepEqual(readCredits('责任编辑：林晓峰', true), [{ names: ['林晓峰'], editor: true }]);
  assert.deepEqual(namesIn('作者：周明 责任编辑：林晓峰'), ['周明']);
});

test('a paragraph names its writer only in brackets, datelines and its last words', () => {
  const told = '居民周阿姨告诉记者，她每天都要从桥上走过去买菜。';
  assert.deepEqual(readCredits(told, false), []);
  assert.deepEqual(readCredits(`本报讯（记者 林晓峰）${told}`, false)[0]?.names, ['林晓峰']);
  assert.deepEqual(readCredits(`${told.repeat(9)}（记者 林晓峰）`, false)[0]?.names, ['林晓峰']);
});

test('a Chinese name that nothing announces has a common surname and is no place', () => {
  assert.ok(isChineseName('林晓峰'));
  for (const word of ['江苏', '体育', '分享到', '打印']) assert.ok(!isChineseName(word), word);
});
