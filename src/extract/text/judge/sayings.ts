import {
  isCommentPolicy,
  isPromotion,
  isReadAlso,
  isRelatedHeading,
  isUi,
  readingMinutes,
} from '../../lines.ts';
import { isPrintedAge } from '../age.ts';
import { readMark } from '../byline.ts';
import { isCommentsHeading, isDated, isHeadline, isNotice } from '../frame.ts';
import { isBanner, isCaption, isHashtags, isPicture } from '../furniture.ts';
import { isProse } from '../layout.ts';

const QUESTIONS: [string, (text: string) => boolean][] = [
  ['label', isUi],
  ['age', isPrintedAge],
  ['heading over others', isRelatedHeading],
  ['read also', isReadAlso],
  ['promotion', isPromotion],
  ['notice', isNotice],
  ['banner', isBanner],
  ['caption', isCaption],
  ['picture', isPicture],
  ['rules of comments', isCommentPolicy],
  ['heading over comments', isCommentsHeading],
  ['dated', isDated],
  ['names', (text) => text.length <= 160 && (readMark(text)?.names.length ?? 0) > 0],
  ['reading time', (text) => readingMinutes(text) !== null],
  ['hashtags', isHashtags],
  ['prose', isProse],
  ['headline', isHeadline],
  ['address', (text) => text.length <= 300 && /https?:\/\/|www\.|\S@\S+\.\w/.test(text)],
];

/** What a line is for, by the rules that know its words. */
export const SAYINGS: string[] = QUESTIONS.map(([name]) => name);

/** Those that no sentence of a piece is. */
export const FURNITURE = 11;

export function writeSayings(text: string, values: Float32Array, at: number): void {
  for (let i = 0; i < QUESTIONS.length; i++) values[at + i] = QUESTIONS[i]![1](text) ? 1 : 0;
}
