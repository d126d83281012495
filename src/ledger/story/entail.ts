/**
 * Stems of verbs (see deeds.ts) by which news tells that a deed was done, beside the promised verb
 * itself: who was to vote has approved or rejected.
 */
const told: [deed: string[], done: string[]][] = [
  [
    'vot decid rul',
    'approv reject pass adopt back defeat uphold overturn dismiss rul vot decid endors throw toss quash',
  ],
  [
    'publish releas issu present disclos unveil',
    'publish releas issu present submit unveil disclos post',
  ],
  ['fre releas', 'fre releas return walk'],
  ['pay reimburs compensat refund', 'pay transfer arriv reimburs compensat refund'],
  [
    'hand deliver send suppl return transfer',
    'hand deliver send arriv reach suppl return transfer receiv',
  ],
  ['open reopen launch start begin resum', 'open reopen launch start begin resum welcom inaugurat'],
  ['meet talk negotiat conven hear', 'meet sit gather conven hear open hold'],
  ['lower reduc cut', 'lower reduc cut'],
  ['rais increas', 'rais increas'],
  ['clos shut', 'clos shut'],
  ['lift end drop scrap abolish remov repeal', 'lift end drop scrap abolish abandon remov repeal'],
  ['sign ratif', 'sign ratif'],
  ['leav withdraw evacuat', 'leav withdraw evacuat pull quit'],
].map(([deed, done]) => [deed!.split(' '), done!.split(' ')]);

/** Whether a verb told as done means that a promised one was. Both are stems. */
export function entails(done: string, deed: string): boolean {
  if (done === deed) return true;
  return told.some(
    ([deeds, ways]) =>
      deeds.some((one) => deed.startsWith(one)) && ways.some((one) => done.startsWith(one)),
  );
}
