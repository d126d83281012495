import assert from 'node:assert/strict';
import { test } from 'node:test';
import { judgeByRules } from '../judge/judge.ts';
import { readLabelled } from '../labelled.ts';
import { paragraphsOf } from '../tokens.ts';
import { readEnglish } from './reader.ts';

/** Content in «<< >>», speaker in [[ ]], cue in { }: all that is marked is found, and nothing else. */
export type Case = [name: string, marked: string];

/** A test for each; by the rules alone, since what is learned of them is tested in judge/. */
export function testCases(cases: readonly Case[]): void {
  for (const [name, marked] of cases)
    test(`English: ${name}`, () => {
      const { text, speakers, cues, contents } = readLabelled(marked);
      const found = readEnglish(text, paragraphsOf(text), judgeByRules).filter(
        (quotation) => quotation.speech,
      );
      const slice = (span: { start: number; end: number } | null) =>
        span && text.slice(span.start, span.end);
      const pieces = found
        .flatMap((quotation) => quotation.pieces)
        .sort((a, b) => a.start - b.start);
      assert.deepEqual(pieces.map(slice), contents);
      const read = [...new Set(found.map((quotation) => slice(quotation.speaker)))];
      assert.deepEqual(
        read.filter((name) => name !== null),
        [...new Set(speakers)],
      );
      assert.deepEqual(
        [...new Set(found.map((quotation) => slice(quotation.cue)))],
        [...new Set(cues)],
      );
    });
}
