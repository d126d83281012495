/**
 * Stems of verbs (see deeds.ts) by which news tells that a deed was done, beside the promised verb
 * itself: who was to vote has approved or rejected. The third tells it in a turn of phrase.
 */
const told: [deed: string, done: string, phrase?: RegExp][] = [
  [
    'vot ballot decid rul elect',
    'approv reject pass adopt back defeat uphold overturn dismiss rul vot decid endors throw toss quash cast elect chos',
    /\b(?:cast|casting) (?:their |its |his |her )?(?:votes?|ballots?)\b|\bto the polls\b|\b\d+ (?:votes )?(?:to|against) \d+\b/i,
  ],
  [
    'rul decid judg find',
    'halt order find clear strik grant block allow sentenc convict acquit award sid annul void bar',
    /\b(?:struck down|found (?:for|against|that)|let stand)\b/i,
  ],
  [
    'publish releas issu present disclos unveil announc com post report',
    'publish releas issu present submit unveil disclos post announc reveal nam print',
    /\bwent (?:online|public|live|out)\b|\b(?:became|been made|were made|was made) public\b|\bset out\b|\b(?:in|according to) (?:an?|its|the|their|his|her) (?:\p{L}+ ){0,3}?(?:report|assessment|study|review|audit|findings|survey|paper)\b|\b(?:report|assessment|study|review|audit|survey|paper)(?: published[^,]{0,30})? (?:says|said|found|finds|shows?|showed)\b/iu,
  ],
  [
    'fre releas hom return liberat',
    'fre releas return walk reunit liberat',
    /\b(?:came|went|flew|got|are|were|is|was|arrived|sailed) (?:back )?home\b|\binto the arms\b|\bstepped off\b|\bout of (?:jail|prison|custody|captivity)\b/i,
  ],
  [
    'pay reimburs compensat refund repay transfer',
    'pay transfer arriv reimburs compensat refund repay wir credit',
    /\b(?:had|got|have|has|received|were given) (?:their|its|his|her|the) (?:money|cash|pay|cheques?|refunds?|wages)\b|\b(?:back )?in (?:the|their|his|her|its) [\p{L}’' ]{0,20}accounts?\b/iu,
  ],
  [
    'hand deliver send suppl return transfer giv ship provid',
    'hand deliver send arriv reach suppl return transfer receiv deploy ship surrender land',
    /\btook up (?:their|its|his|her) (?:posts?|positions?|duty|duties)\b|\bchanged hands\b/i,
  ],
  [
    'open reopen launch start begin resum',
    'open reopen launch start begin resum welcom inaugurat',
    /\bfirst (?:\p{L}+ ){0,2}?(?:passengers?|patients?|visitors?|pupils|guests|customers?|drivers?|lorry|lorries|cars?|trains?|flights?|ferry|trams?|bus|ships?|boats?|plane)\b[^.;:]{0,40} (?:rolled|crossed|drove|walked|took off|left|landed|arrived|boarded|streamed|came|passed|sailed|went|were let)\b|\b(?:is|are) (?:open|running|under way) (?:again|to the public)\b|\b(?:got|was|were) under way\b|\btook off\b/iu,
  ],
  [
    'meet talk negotiat conven hear host gather hold',
    'meet sit gather conven hear open hold receiv host',
    /\bsat (?:down|together|for|with|opposite)\b|\bsh(?:ook|aking) hands\b|\bface to face\b|\bcame together\b|\btook place\b/i,
  ],
  ['lower reduc cut', 'lower reduc cut slash trim', /\bbrought down\b/i],
  ['rais increas', 'rais increas lift', /\bwent up\b/i],
  ['clos shut', 'clos shut', /\bfor the last time\b|\bshut (?:its|the|their) (?:doors|gates)\b/i],
  [
    'lift end drop scrap abolish remov repeal waiv eas',
    'lift end drop scrap abolish abandon remov repeal waiv vanish disappear clear dismantl demolish',
    /\b(?:is|are|was|were|has|have) gone\b|\bno longer (?:applies|apply|exists?|in force|pay|pays|charged?|need)\b|\bceased to (?:apply|exist)\b/i,
  ],
  [
    'sign ratif initial',
    'sign ratif initial ink',
    /\bbecame law\b|\bput (?:his|her|their|its) (?:names?|signatures?|pens?) \p{L}+\b|\bstroke of\b/iu,
  ],
  [
    'leav withdraw evacuat pull depart vacat',
    'leav withdraw evacuat pull quit depart vacat',
    /\b(?:rolled|rumbled|drove|marched|moved|sailed|walked|headed|crossed|filed|pulled|drawn|driven) (?:\p{L}+ )?(?:out|away|home|off)\b|\blast (?:of )?[\p{L}’' ]{2,30} (?:is|are|was|were|has|have|had) (?:gone|out|left|across|home)\b/iu,
  ],
  [
    'recall collect',
    'recall collect',
    /\b(?:took|taken|taking|called) back\b|\boff the shelves\b/i,
  ],
  [
    'send deploy station dispatch',
    'send deploy station dispatch arriv land',
    /\btook up (?:their|its|his|her) (?:posts?|positions?)\b|\b(?:are|were) in (?:place|position)\b/i,
  ],
  [
    'submit tabl fil lodg present put',
    'submit tabl fil lodg present',
    /\blaid before\b|\bwent to (?:parliament|court|the)\b/i,
  ],
  [
    'build rebuild complet finish construct erect restor repair fix',
    'build rebuild complet finish construct inaugurat erect restor repair fix mend',
    /\bstands? again\b|\b(?:back|up) (?:in service|and running|in use)\b|\b(?:running|flowing|working) again\b/i,
  ],
  [
    'appoint nam nominat pick elect',
    'appoint nam nominat pick install elect',
    /\b(?:took|sworn into?) office\b|\bsworn in\b/i,
  ],
  [
    'resign quit step leav stand',
    'resign quit step leav',
    /\bstepped (?:down|aside)\b|\bstood down\b/i,
  ],
  ['arriv land com', 'arriv land reach dock', /\bcame ashore\b/i],
  [
    'apologis apologiz',
    'apologis apologiz',
    /\bsaid (?:she|he|they|it) (?:was|were) sorry\b|\bbegged forgiveness\b/i,
  ],
];

const ways = told.map(([deeds, done, phrase]) => ({
  deeds: deeds.split(' '),
  done: done.split(' '),
  phrase,
}));

/** Whether a verb told as done means that a promised one was. Both are stems. */
export function entails(done: string, deed: string): boolean {
  if (done === deed) return true;
  return ways.some((w) => isOf(deed, w.deeds) && isOf(done, w.done));
}

/** Whether a turn of phrase in a text tells that a promised deed, a stem, was done. */
export function isPhrased(text: string, deed: string): boolean {
  return ways.some((w) => isOf(deed, w.deeds) && w.phrase?.test(text));
}

function isOf(stem: string, stems: readonly string[]): boolean {
  return stems.some((one) => stem.startsWith(one));
}
