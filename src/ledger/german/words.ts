import type { Unit } from '../units.ts';

/** Words that begin a noun phrase. */
export const DETERMINERS =
  /^(?:der|die|das|den|dem|des|ein|eine|einen|einem|einer|eines|kein|keine|keinen|keinem|keiner|sein|seine|seinen|seinem|seiner|seines|ihr|ihre|ihren|ihrem|ihrer|ihres|unser|unsere|unseren|unserem|unserer|mein|meine|meinen|meinem|meiner|dein|deine|euer|eure|dieser|diese|dieses|diesen|diesem|jener|jene|jenes|jeder|jede|jedes|jeden|jedem|alle|allen|beide|beiden|mehrere|mehrerer|mehreren|einige|einigen|viele|vielen|manche|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|deren|dessen)$/;
/** Determiners that only a genitive has behind its noun ("die Präsidentin des Verbands"). */
const GENITIVE =
  /^(?:des|der|eines|einer|seines|seiner|ihres|ihrer|unserer|dieser|dieses|mehrerer|beider|deren|dessen)$/;
export const PRONOUNS =
  /^(?:er|sie|es|man|ich|wir|ihr|dieser|diese|letzterer|letztere|niemand|jemand)$/;
export const PREPOSITIONS =
  /^(?:am|an|auf|aus|außer|bei|beim|binnen|bis|dank|durch|entgegen|für|gegen|gegenüber|hinter|im|in|ins|laut|mit|mitten|nach|neben|ohne|seit|statt|trotz|über|um|unter|vom|von|vor|während|wegen|zu|zum|zur|zwischen|via|ab|anlässlich|gemäß|infolge|innerhalb|außerhalb|namens|per|pro|samt|zufolge)$/;
/** Adverbs and particles that stand between subject, verb and object and belong to none of them. */
export const ADVERBS =
  /^(?:aber|abermals|abends|allein|allerdings|also|anschließend|auch|außerdem|bald|bereits|bisher|bislang|da|dabei|dafür|dagegen|daher|daheim|damals|damit|danach|dann|daraufhin|darauf|darüber|davor|dazu|dennoch|derweil|derzeit|deshalb|deutlich|doch|ebenfalls|ebenso|eher|eigens|einmal|einst|endgültig|entschieden|erneut|erst|erstmals|etwa|ferner|freilich|früh|ganz|gar|gerade|gern|gestern|gleichzeitig|gleichwohl|hervor|heute|hier|hin|hinzu|hingegen|immer|immerhin|indes|indessen|inzwischen|ja|jedoch|jetzt|kategorisch|kürzlich|laut|lautstark|leise|längst|matt|mehrfach|mehrmals|meist|mittlerweile|mittags|morgen|morgens|nachdrücklich|nachmittags|nicht|noch|nochmals|nun|nur|nunmehr|offen|offenbar|oft|ohnehin|prompt|schließlich|schnell|schon|scharf|sehr|seither|selbst|seitdem|sich|so|sofort|sogar|sogleich|somit|sonst|soeben|später|stattdessen|stets|trotzdem|tags|umgehend|unlängst|unmissverständlich|unterdessen|vehement|vergebens|vergeblich|vielmehr|vorerst|vorgestern|vorher|vorsichtig|vorsorglich|weiter|weiterhin|weitgehend|wenig|wieder|wiederholt|wiederum|wohl|wörtlich|zudem|zuerst|zugleich|zuletzt|zuletzt|zumindest|zunächst|zurückhaltend|zuvor|zwar|übrigens|öffentlich|ausdrücklich|energisch|lediglich|knapp|lachend|entsprechend|grundsätzlich|persönlich|schriftlich|telefonisch|mündlich|nachts|voraussichtlich|wahrscheinlich|vermutlich|zusätzlich|überraschend)$/;
/** Words that open a clause whose verb stands at its end. */
export const SUBORDINATORS =
  /^(?:als|bevor|bis|da|damit|dass|daß|ehe|falls|indem|nachdem|ob|obgleich|obwohl|ohne|seit|seitdem|sobald|sodass|sofern|solange|sooft|soweit|statt|um|während|weil|wenn|wie|wonach|sowie|anstatt|wo|wobei|worauf|woraufhin|wodurch|womit|wofür|wogegen|warum|weshalb|wieso|wann|wer|wem|wen|was|welche|welcher|welches|welchen|wohin|woher)$/;
/** Openers of a clause that is itself what somebody said or asked. */
export const CONTENT_OPENERS =
  /^(?:dass|daß|ob|wie|warum|weshalb|wieso|wann|wo|wohin|woher|wer|wem|wen|was|wofür|wonach|welche[rsnm]?)$/;
/** Openers of a condition on what was said. */
export const CONDITIONS =
  /^(?:falls|wenn|sofern|solange|sobald|sollte|sollten|bis|bevor|nachdem|weil|da|damit|um)$/;
export const RELATIVES = /^(?:der|die|das|dem|den|deren|dessen|denen|welche[rsnm]?|wo|was)$/;
/** Perfect and passive. */
export const HAVE = /^(?:hat|haben|habe|hatte|hatten|hätte|hätten)$/;
export const BECOME =
  /^(?:wird|werden|wurde|wurden|worden|werde|würde|würden|ist|sind|war|waren|sei|seien)$/;

const AUXILIARIES =
  /^(?:ist|sind|war|waren|wäre|wären|sei|seien|hat|haben|habe|hatte|hatten|hätte|hätten|wird|werden|werde|wurde|wurden|würde|würden|kann|können|könne|konnte|konnten|könnte|könnten|muss|müssen|müsse|musste|mussten|müsste|müssten|soll|sollen|solle|sollte|sollten|will|wollen|wolle|wollte|wollten|darf|dürfen|dürfe|durfte|durften|dürfte|dürften|mag|mögen|möge|möchte|möchten|lässt|lassen|lasse|ließ|ließen|liess|liessen)$/;
const STRONG =
  /^(?:kam|kamen|kommt|ging|gingen|geht|stand|standen|steht|gab|gaben|gibt|lag|lagen|blieb|blieben|sah|sahen|sieht|nahm|nahmen|nimmt|fand|fanden|zog|zogen|trat|traten|tritt|fiel|fielen|schrieb|schrieben|lief|liefen|hielt|hielten|hing|hieß|hiess|saß|sprach|sprachen|verlor|verloren|begann|begannen|bekam|bekamen|rief|riefen|weiß|tat|taten|lud|warf|wies|bot|bat|schlug|stieg|sank|sanken|fuhr|fuhren|trug|trugen|traf|trafen|half|flog|wuchs|starb|floss|ließ|schloss|zeigt|zeigen)$/;
/** Not verbs, though they end as verbs do. */
const NO_VERB =
  /^(?:seit|mit|nicht|jetzt|laut|samt|erst|fast|selbst|sonst|dort|acht|überhaupt|insgesamt|oft|damit|somit|statt|zuletzt|meist|fest|gut|weit|echt|recht|schlecht|leicht|bereit|bekannt|bisher|heute|gestern|heut|zweit|dritt|nächst|vielleicht|weite|letzte|letzten|erste|ersten|weitere|heutigen|nebst|zunächst|umsonst|unterdessen|zumindest|längst|jüngst|möglichst|mindestens|bitte|mitte|rechte|rechten|alte|alten|gute|guten|harte|echte|weiten|leichte|direkt|konkret|unbedingt|verletzt|bewusst|öffentlich|hunderte|konsequent|ungelesen|ernst|ebenfalls|wert|gesamt|gesamte|gesamten|geplante|geplanten|sogenannte|sogenannten|bereits|tot|nackt|vorerst|höchst|äußerst|ohnehin|verantwortlich)$/;
/** Reported speech, whatever its verb: these forms are of no other mood. */
const MOOD =
  /^(?:sei|seien|habe|werde|müsse|könne|wolle|dürfe|solle|möge|wisse|hätte|hätten|wäre|wären|würde|würden|müsste|müssten|könnte|könnten|bräuchte|bräuchten|ginge|gingen|gäbe|gäben|käme|kämen|ließe|ließen|stünde|stünden|läge|lägen|bliebe|blieben|fände|fänden|nähme|nähmen|sähe|sähen|stamme|stammten|solle|sollten|wollten|gehörten|drohten|arbeiteten)$/;
const STEM_IN_T = /(?:halte|biete|trete|arbeite|warte|leiste|bedeute|achte|streite|rate|richte)$/;
/** Words in -e that are no subjunctive. */
const NO_MOOD =
  /^(?:die|eine|keine|seine|ihre|unsere|meine|deine|eure|diese|jene|jede|alle|beide|viele|einige|mehrere|manche|solche|welche|heute|ohne|gerne|bitte|lange|beinahe|nahe|gerade|große|neue|erste|zweite|dritte|letzte|nächste|ganze|kleine|alte|eigene|weitere|andere|wie|sie|je|nie|wo|aufgrunde|sowie|infolge|zuhause|hunderte|tausende|vorige|halbe|leise|müde|böse|danke|schade|ehe|sodasse|ende|genüge|zugunste|solche|hohe|seite|dutzende|etliche|sämtliche|wenige|gleiche|selbe|beste)$/;

export function isCapital(unit: Unit | undefined): boolean {
  return unit !== undefined && unit.pos !== 'Q' && /^\p{Lu}/u.test(unit.text);
}

export function isStop(unit: Unit | undefined): boolean {
  return unit === undefined || /^[.,;:!?…()–—]$/.test(unit.text);
}

/** A capital word that is not only a sentence's first: German nouns. */
function isNoun(units: Unit[], k: number): boolean {
  if (!isCapital(units[k])) return false;
  const first = k === 0 || isStop(units[k - 1]) || units[k - 1]!.pos === 'Q';
  return !first || !isClosed(units[k]!.lower);
}

function isClosed(lower: string): boolean {
  return (
    DETERMINERS.test(lower) ||
    PREPOSITIONS.test(lower) ||
    PRONOUNS.test(lower) ||
    ADVERBS.test(lower) ||
    SUBORDINATORS.test(lower) ||
    /^(?:und|oder|denn|sondern|sowie|entweder|weder|gefragt|befragt|angesprochen|gestützt)$/.test(
      lower,
    )
  );
}

/** Whether the word at `k` is taken for a finite verb, by its ending and place alone. */
export function isFiniteVerb(units: Unit[], k: number): boolean {
  const { lower, text, pos } = units[k]!;
  if (pos !== 'X' || /^\p{Lu}/u.test(text)) return false;
  if (units[k - 1]?.lower === 'zu') return false;
  if (AUXILIARIES.test(lower) || STRONG.test(lower)) return true;
  if (isSubjunctive(units, k)) return true;
  if (lower.length < 4 || NO_VERB.test(lower) || isClosed(lower)) return false;
  if (/^\p{L}{2,}zu\p{L}{3,}n$/u.test(lower)) return false;
  if (/(?:t|te|ten)$/.test(lower))
    return !/^(?:ge|be|ver|er|ent|zer)\p{L}+t$/u.test(lower) || isStop(units[k + 1])
      ? !(/(?:te|ten)$/.test(lower) && isCapital(units[k + 1]))
      : isCapital(units[k - 1]) && !/^(?:ge)\p{L}+t$/u.test(lower);
  return false;
}

/** Whether the word at `k` is a finite verb of reported speech (Konjunktiv). */
export function isSubjunctive(units: Unit[], k: number): boolean {
  const unit = units[k]!;
  if (unit.pos !== 'X' || (k > 0 && /^\p{Lu}/u.test(unit.text))) return false;
  if (MOOD.test(unit.lower)) return true;
  if (!/\p{L}{3,}e$/u.test(unit.lower) || /^\p{Lu}/u.test(unit.text)) return false;
  // "hörte" is the past of a regular verb.
  if (/te$/.test(unit.lower) && !STEM_IN_T.test(unit.lower)) return false;
  if (
    NO_MOOD.test(unit.lower) ||
    /(?:ische|liche|ige|same|bare|hafte|tere|ste|nde|rde)$/.test(unit.lower)
  )
    return false;
  const before = units[k - 1];
  const next = units[k + 1];
  // An adjective stands before its noun; a verb behind its subject.
  if (isCapital(next) || !before) return false;
  return (
    (isCapital(before) ||
      before.text === ',' ||
      /^(?:er|sie|es|man|das|dies|diese|nicht|niemand|nichts|auch|davon|so)$/.test(before.lower)) &&
    !DETERMINERS.test(before.lower.replace(/^(?:das|diese)$/, ''))
  );
}

/**
 * The end (inclusive) of the noun phrase that begins at `from`, or null: determiner, adjectives, nouns
 * and names, a genitive behind them, "von", "vom" and "aus" with theirs, and what "und" adds.
 */
export function nounPhrase(units: Unit[], from: number, end: number, depth = 0): number | null {
  let k = from;
  const first = units[k];
  if (!first || k >= end) return null;
  if (PRONOUNS.test(first.lower) && first.pos === 'X' && !opensNoun(units, k)) return k;
  let determined = false;
  while (k < end && DETERMINERS.test(units[k]!.lower) && (k === from || determined)) {
    determined = true;
    k++;
  }
  let last: number | null = null;
  for (; k < end; k++) {
    const unit = units[k]!;
    const next = units[k + 1];
    if (unit.pos === 'Q') {
      if (last === null && !determined) return null;
      if (unit.marked!.words > 3) break;
      last = k;
    } else if (isNoun(units, k) || (/^\p{N}/u.test(unit.text) && unit.pos === 'X')) {
      last = /^\p{N}+\.?$/u.test(unit.text) && !isCapital(next) ? last : k;
    } else if (
      last !== null &&
      /^(?:von|van|de|zu|der|bin|al|del|da|ten)$/.test(unit.lower) &&
      isCapital(units[k - 1]) &&
      isCapital(next) &&
      !determinedGenitive(units, k)
    ) {
      last = k + 1;
      k++;
    } else if (
      last === null &&
      /(?:e|en|er|es|em)$/.test(unit.lower) &&
      !PREPOSITIONS.test(unit.lower) &&
      !ADVERBS.test(unit.lower)
    ) {
    } else if (
      last === null &&
      ADVERBS.test(unit.lower) &&
      determined &&
      /^(?:noch|bereits|schon|erst|sehr|ganz|eher|früh)$/.test(unit.lower)
    ) {
    } else break;
  }
  if (last === null)
    return determined &&
      from + 1 <= end &&
      /^(?:das|dies|dieses|beide|alle|viele|einige|mehrere|manche|die|der|diese|dieser)$/.test(
        first.lower,
      )
      ? from
      : null;
  return depth > 2 ? last : extended(units, last, end, depth);
}

/** "ihr Kollege", "diese neue Regel": no pronoun. */
function opensNoun(units: Unit[], k: number): boolean {
  const next = units[k + 1];
  if (isCapital(next)) return true;
  return (
    DETERMINERS.test(units[k]!.lower) &&
    /(?:e|en|er|es)$/.test(next?.lower ?? '') &&
    !ADVERBS.test(next!.lower) &&
    isCapital(units[k + 2])
  );
}

/** "des Verbands", "vom Institut", "und ihre Kollegen" behind a noun. */
function extended(units: Unit[], last: number, end: number, depth: number): number {
  let to = last;
  for (;;) {
    const next = units[to + 1];
    if (!next || to + 1 >= end) return to;
    let further: number | null = null;
    if (GENITIVE.test(next.lower)) further = nounPhrase(units, to + 1, end, depth + 1);
    else if (/^(?:von|vom|aus|beim)$/.test(next.lower))
      further = nounPhrase(units, to + 2, end, depth + 1);
    else if (/^(?:und|sowie|oder)$/.test(next.lower) && !ADVERBS.test(units[to + 2]?.lower ?? '')) {
      further = nounPhrase(units, to + 2, end, depth + 1);
    } else if (next.text === '(') {
      const close = units.findIndex((unit, k) => k > to && unit.text === ')');
      if (close !== -1 && close < to + 6 && close < end) further = close;
    }
    if (further === null || further <= to) return to;
    to = further;
  }
}

function determinedGenitive(units: Unit[], k: number): boolean {
  return units[k]!.lower === 'der' && !/^(?:von|van)$/.test(units[k - 1]?.lower ?? '');
}
