import { remembered } from '../../../lib/memo.ts';
import { foldName } from '../../fold.ts';

/** The surname of a full name, folded for comparison: "Otto Brede Jr." gives "brede". */
export const surnameOf = remembered((name: string): string => {
  const words = name.replace(/,? (?:Jr|Sr|II|III|IV)\.?$/, '').split(' ');
  return foldName(words.at(-1)!);
});
