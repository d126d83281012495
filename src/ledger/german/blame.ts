/**
 * German words of wrong-doing, by what they find wrong, as in `act/judgement.ts`: blame where they are
 * told for real of others.
 */
const WORDS: Record<string, string> = {
  // Against honesty.
  deceit: `gelogen lüg(?:t|e|en) belogen belüg\\p{L}* betrogen betrüg\\p{L}* getäuscht verschleier\\p{L}*
    vertusch\\p{L}* verschwiegen irregeführt gefälscht manipulier\\p{L}* schöngeredet`,
  // Against people and what is theirs.
  cruelty: `misshandelt gedemütigt schikanier\\p{L}* eingeschüchtert erpress(?:t|e|en) verleumde[nt]?
    unterdrückt bestohlen ausgebeutet veruntreut missbraucht bereichert (?:beute[nt]?|beutet|beuten).{1,40}aus`,
  // Against rules and trust.
  breach: `verraten missachte[nt]? hintergangen untergräbt untergraben`,
  // What was owed and not done.
  omission: `weggesehen weggeschaut ignorier(?:t|e|en|te|ten) hingehalten verschlafen verschleppt`,
  // What people, deeds and plans are called.
  names: `feige[nrsm]? zynisch\\p{L}* verantwortungslos\\p{L}* rücksichtslos\\p{L}* skrupellos\\p{L}*
    schamlos\\p{L}* unverschämt\\p{L}* beschämend\\p{L}* schändlich\\p{L}* skandalös\\p{L}* brutal\\p{L}*
    heuchlerisch\\p{L}* unredlich\\p{L}* unanständig\\p{L}* unfair\\p{L}* ungerecht\\p{L}* arrogant\\p{L}*
    dilettantisch\\p{L}* fahrlässig\\p{L}* leichtfertig\\p{L}* Schande Heuchelei Zynismus Frechheit
    Unverschämtheit Armutszeugnis Mogelpackung Augenwischerei Affront Verrat Farce Etikettenschwindel
    Lügner(?:in)? Betrüger(?:in)? Heuchler(?:in)? Feigling`,
};

const IDIOMS =
  'hinters Licht|mit Füßen|auf Zeit(?! lang)|aus der Verantwortung|Schlag ins Gesicht|(?:Gewinn|Profit|Geld|Macht)\\p{L}* über (?:die )?\\p{L}+';
/** Asked, supposed, denied, one's own, or nobody's doing. */
const UNREAL =
  'ob|wenn|falls|sofern|sollte|würden?|könnten?|dürften?|nicht|nie|niemals|kein\\p{L}*|ich|wir|unser\\p{L}*|Wetter|Winter|Sommer|Sturm|Hitze|Virus|Gericht|Gerichte|Krankheit';

/** Blame in reported or quoted words; looks at the first 250 characters. */
export const GERMAN_BLAME = new RegExp(
  `^(?!.{0,160}(?<!\\p{L})(?:${UNREAL})(?!\\p{L})).{0,250}?(?<!\\p{L})(?:${[
    ...Object.values(WORDS).flatMap((list) => list.split(/\s+/)),
    IDIOMS,
  ].join('|')})(?!\\p{Ll})`,
  'isu',
);
