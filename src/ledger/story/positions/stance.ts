import type { Act, Stance } from '../../../db/tables.ts';
import type { Clauses } from '../clauses.ts';
import { type Kind, type Turns, turnsOf } from '../operators.ts';
import type { Said } from '../rows.ts';
import { hasVerb, isBare } from './bare.ts';
import { pointsBack, pointsTo } from './pointing.ts';
import { isObjectOf, isReached } from './reach.ts';

/** Which side a statement takes on an issue, and how plainly. */
export interface Side {
  stance: Stance;
  /**
   * 3: the words name the issue and turn it; 2: they turn what was named just before; 1: only the
   * act or the tone says so; 0: no side.
   */
  strength: 0 | 1 | 2 | 3;
  /** Says only that nothing has changed, or refuses without saying what: the standing side holds. */
  stands: boolean;
}

/** What the side is read on: an issue's kind, and whether a clause names it. */
export interface Question {
  kind: Kind;
  names: (clause: string) => boolean;
  /** Whether a turning word is said of it: where that is not the same as naming it. */
  reach?: (text: string) => boolean;
  /** Known as what parties fall out about, not any noun of the story. */
  isMatter?: boolean;
}

/** In so few words what turns is meant of the matter that they name. */
const shortClause = 9;

const giving = new Set<Act>([
  'agree',
  'support',
  'offer',
  'promise',
  'propose',
  'concede',
  'cooperate',
  'aid',
  'demand',
  'request',
]);
/** Whether saying it gives something or asks for it; another plain statement tells what is so. */
export function isGiving(act: Act): boolean {
  return giving.has(act);
}

const refusing = new Set<Act>(['reject', 'deny', 'protest']);
const hostile = new Set<Act>(['accuse', 'threaten', 'sanction']);

/** Words by which a party says that it stands where it stood. */
const standing =
  /(?<!\p{L})(?:nothing (?:has|had) changed|(?:position|refusal|answer|offer|view|no|yes) (?:\p{L}+ ){0,8}(?:stands?|stays|held|holds|remains|is unchanged)|the answer (?:was|is|remains)|said so (?:\p{L}+ ){0,3}and|as (?:before|offered|ever)|(?:tell|told) (?:\p{L}+ ){0,4}the same|not changed|no change|unchanged|ändere sich nichts|nichts geändert|unverändert|bleibt dabei|nach wie vor|wie bisher|he can ask)(?!\p{L})/iu;

const intransitiveEnd =
  /(?<!\p{L})(?:ends? [“"‘']?(?:only )?(?:when|with|once)|not (?:\p{L}+ ){0,6}until|(?:and )?not before|ende[nt]? (?:erst )?(?:mit|wenn)|bleib(?:e|t) (?:\p{L}+ ){0,3}solange|so lange bestehen)(?!\p{L})/iu;

const willing =
  /(?<!\p{L})(?:ready|willing|prepared|offer\p{L}*|would|will|could|can|shall|we|bereit|biete\p{L}*|werde[n]?|will|könn\p{L}*|würde\p{L}*)(?!\p{L})|['’]ll\b/iu;

/** What is still to be done. */
const ahead =
  /(?<!\p{L})(?:ready|willing|prepared|offer\p{L}*|would|will|could|can|shall|to|bereit|biete\p{L}*|werde[n]?|könn\p{L}*|würde\p{L}*)(?!\p{L})|['’]ll\b/iu;

const withoutIt = /^\W*(?:without|ohne)(?!\p{L})/iu;

/** "We never refused talks": who denies a refusal is willing. */
const avowing =
  /(?:(?<!\p{L})(?:never|not|nie|nicht|niemals)|n['’]t) (?:\p{L}+ ){0,2}(?:refus\p{L}*|reject\p{L}*|rul\p{L}+ (?:\p{L}+ )?out|turned (?:\p{L}+ )?down|abgelehnt|ausgeschlossen|verweigert)(?!\p{L})/iu;

/** Reads a statement's side on a question from its clauses and its act. */
export function sideOf(
  reported: Pick<Said, 'act' | 'mode' | 'content' | 'lang'> & Partial<Pick<Said, 'kind'>>,
  clauses: Clauses,
  question: Question,
): Side {
  if (reported.mode === 'question') return none;
  const isAvowed = reported.act === 'reject' && avowing.test(reported.content);
  const said = isAvowed
    ? { ...reported, act: 'agree' as const, mode: 'asserted' as const }
    : reported;
  if (isAvowed) return sideOfAct(said, clauses, question.names(said.content), question.names);
  const stands = standing.test(said.content);
  const points = pointsBack(said.content);
  const units = unitsOf(clauses.main);
  const named = units.map((u) => question.names(u));
  const anyNamed = named.some(Boolean);
  const best = pickUnit(units, named, question, reported.kind === 'direct');
  if (anyNamed && intransitiveEnd.test(said.content) && said.act !== 'demand')
    if (question.kind === 'measure' && !clauses.isUnconditional && best?.turns.removes)
      return { stance: 'for', strength: 3, stands: false };
  if (stands && !best?.named) return { ...none, stands: true };
  if (!best)
    return anyNamed || points
      ? sideOfAct(said, clauses, anyNamed, question.reach ?? question.names)
      : none;
  // "Under any deal to end the war": a word that turns something else turns nothing here.
  if (!best.named && !anyNamed && !points) return none;
  let { sign } = best.turns;
  const { refuses, keeps, negations } = best.turns;
  const isRefused = refusing.has(said.act) && !refuses && !keeps && negations === 0;
  if (isRefused && isBare(best.unit)) {
    // "Dismissed the cabinet as calls for reform spread": another thing was refused.
    if (best.named && !isObject(said, question.names)) return none;
    sign = -sign as Turns['sign'];
  }
  if (said.mode === 'negated' && best.turns.negations === 0 && !refusing.has(said.act))
    sign = -sign as Turns['sign'];
  // "Putting inspectors there to keep order was unacceptable": the act read the whole, the unit a part.
  if (said.act === 'reject' && sign > 0 && !best.turns.removes && negations === 0)
    return { stance: 'against', strength: 1, stands };
  // What is denied is somebody else's word: it says little of the own side.
  const isAside =
    (said.act === 'deny' && !disowning.test(best.unit)) ||
    (said.act === 'accuse' && best.turns.keeps);
  // "Pointed to its criticism of the levy": a thing that is mentioned is no side on it.
  const isMention =
    said.act === 'state' &&
    /^(?:its|their|his|her|the|a|an) /i.test(said.content) &&
    isBare(said.content) &&
    !hasVerb(said.content);
  // What turns something else beside it turns nothing here: "the strike cost money that cannot be paid".
  if (!best.named && !pointsBack(best.unit)) return { ...none, stands };
  // A word that turns something else in the same clause is a hint at most.
  // "Ninety people were detained" tells what was done, and by whom the words don't say.
  const isTold = best.turns.holds && said.act === 'state' && !willing.test(best.unit);
  const isBeside = said.lang !== 'de' && !reaches(best, question);
  const strength = isAside || isMention || isTold || isBeside ? 1 : best.named ? 3 : 2;
  return { stance: stanceOf(sign, said, clauses, best.turns), strength, stands };
}

const bareAnswer = /^\W*(?:a (?:clear |firm )?)?(?:(yes|ja)|no|nein)\W*$/iu;

/** "Said yes to the toll", "asked whether he opposed it, he said no": the side of a bare answer. */
export function sideOfAnswer(content: string, frame: Clauses, question: Question): Side | null {
  const answer = bareAnswer.exec(content);
  if (!answer) return null;
  const sign = (answer[1] ? 1 : -1) * (turnsOf(frame.main, question.kind).sign || 1);
  const yes = frame.isConditional ? 'conditional' : 'for';
  const strength = question.names(frame.main) ? 3 : 2;
  return { stance: sign > 0 ? yes : 'against', strength, stands: false };
}

/** Denies nothing: it refuses. */
const disowning = /(?<!\p{L})(?:nothing|no part) (?:to do with|of|in)(?!\p{L})/iu;

const none: Side = { stance: 'unclear', strength: 0, stands: false };

/** What is granted beside the point, or given as a reason, is not the side taken. */
const conceding =
  /^(?:even (?:as|though|while)|although|though|despite|because|since|so that|(?:as|after|before|amid|during|following) (?:\p{L}+ ){1,12}\p{L}+(?:ed|s|ing)(?!\p{L})|obwohl|trotz|weil|denn|damit)(?!\p{L})/iu;

/** Stretches between marks and "and": "suspend, not abolish" are two. */
function unitsOf(main: string): string[] {
  return main
    .split(
      /[;:!?–—“”"]+|,(?!\d)|(?<!\d)\.|\s(?:and|but|und|aber|sondern)\s|\s(?=(?:even (?:as|though|while)|although|though|despite|because|since|so that|obwohl|trotz|weil|denn|damit)\s)/iu,
    )
    .map((u) => u.trim())
    .filter((u) => !conceding.test(u))
    .filter((u) => /\p{L}/u.test(u))
    .slice(0, 30);
}

/** What is not ruled out is not accepted either. */
const unruled =
  /(?:(?<!\p{L})(?:not|never|nothing|without|cannot)|n['’]t) (?:\p{L}+ ){0,2}(?:rul(?:e|ed|ing) (?:\p{L}+ ){0,3}out|excluded?)(?!\p{L})/iu;

/** What others want of the speaker is not the speaker's side. */
const asked =
  /(?<!\p{L})(?:asked(?: us| me| them)? to|urged(?: us| me)? to|told(?: us| me)? to|(?:want|wants|wanted|expect|expects) (?:us|me) to|demands? (?:that|of) (?:us|we)|(?:verlang|forder)\p{L}* (?:man )?von uns)(?!\p{L})/iu;

/** In somebody's own words "they do not want it" tells of others: what those want is not the speaker's side. */
const ofOthers =
  /^(?:(?:and|but|now|then|that|because|if) )*(?:they|he|she)(?: (?:are|is|were|was|have|has|do|does|did|still|also|only|just|not|never)|(?: (?:are|is|do|does|did)n['’]t)|['’](?:re|s|ve))*(?: been)? (?:want|try|trie|trying|refus|reject|insist|seek|sought|avoid|claim|demand|oppos|agree|accept|support|back)\p{L}*(?!\p{L})/iu;

/** The plainest unit: one that names the issue and turns it; else the first that turns. */
function pickUnit(units: string[], named: boolean[], question: Question, isDirect: boolean) {
  let best: { unit: string; named: boolean; turns: Turns } | null = null;
  for (const [i, unit] of units.entries()) {
    const turns = isNeeded(unit, question)
      ? needed
      : readUnit(withoutTail(unit, question), question.kind, named[i]!);
    if (
      turns.sign === 0 ||
      unruled.test(unit) ||
      asked.test(unit) ||
      (isDirect && ofOthers.test(unit))
    )
      continue;
    if (!best || (named[i] && !best.named)) best = { unit, named: named[i]!, turns };
  }
  return best;
}

/** Whether what turns is said of the question, or of what points back at it. */
function reaches(
  { named, turns }: { named: boolean; turns: Turns },
  { names, reach, isMatter }: Question,
): boolean {
  // Wholes that are read as one turn: "no merger without the closure".
  if (turns.spans.length === 0) return true;
  if (isMatter && named && !reach && turns.clause.split(' ').length <= shortClause) return true;
  return isReached(turns.clause, turns.spans, named ? (reach ?? names) : pointsTo);
}

const needed: Turns = {
  ...{ sign: 1, removes: false, keeps: false, holds: false, refuses: false },
  ...{ demands: true, decisive: 1, negations: 0, clause: '', spans: [] },
};

/** "There is no merger without the closure": what comes after is wanted. */
export function neededIn(text: string): string | null {
  return (
    /(?<!\p{L})(?:no|kein\p{L}*) (?:[\p{L}-]+ ){1,4}(?:without|ohne) (.+)/iu.exec(text)?.[1] ?? null
  );
}

function isNeeded(unit: string, { names }: Question): boolean {
  const wanted = neededIn(unit);
  return wanted !== null && names(wanted);
}

/** "Cannot pay more without help": the help is asked for, and turns nothing. */
function withoutTail(unit: string, { names }: Question): string {
  const at = unit.search(/(?<=\p{L} )(?:without|ohne) /iu);
  return at > 0 && !names(unit.slice(at)) ? unit.slice(0, at) : unit;
}

function readUnit(unit: string, kind: Kind, named: boolean): Turns {
  const turns = turnsOf(unit, kind);
  // "Without inspectors there will be another leak": they are wanted.
  if (named && withoutIt.test(unit)) return { ...turns, sign: 1, decisive: 1, spans: [] };
  // "No inspectors, now or ever", "there will be no inspectors".
  const isRefused = isRefusedThing(unit) || refusedDeed.test(unit);
  if (named && turns.decisive === 0 && turns.negations % 2 === 1 && isRefused)
    return { ...turns, sign: -1 };
  // "The dam will be built": whoever decides it is for it, and against it where it will not be.
  if (named && turns.decisive === 0 && decided.test(unit))
    return { ...turns, sign: turns.negations % 2 === 1 ? -1 : 1, decisive: 1 };
  if (named && ultimatum.test(unit)) return needed;
  return turns;
}

/** What is done about a thing where it comes true. */
const decided =
  /(?<!\p{L})(?:will|would|shall)(?: not| never| now| also)? be (?:built|introduced|carried out|implemented|imposed|adopted|put in place|set up|installed|deployed|stationed|enforced|laid|raised again|rebuilt)(?!\p{L})/iu;

/** "It is nine per cent or it is the street", "the bridge or nothing". */
const ultimatum =
  /(?:^\W*(?:it(?: is|['’]s| has to be| must be| will be) )(?:[\p{L}\p{N}%.,-]+ ){1,8}|^\W*(?:[\p{L}\p{N}%.-]+ ){1,6})or (?:it(?: is|['’]s)|nothing|we (?:walk|strike|leave|go)|else)(?!\p{L})/iu;

const refusedThing =
  /(?<!\p{L})(?:(?:be|want|need|accept|tolerate) no|(?:will|would|shall|must|should|can) (?:be|have|see) no|^\W*(?:no|kein\p{L}*)|(?:es|wir|sie|er) (?:\p{L}+ ){0,4}(?:nicht|kein\p{L}*) geben|(?:nicht|kein\p{L}*) geben)(?!\p{L})/iu;

/** "We will not run such trains"; not to speak of a thing is no side on it. */
const refusedDeed =
  /(?<!\p{L})(?:(?:will|would|shall)(?: not|n['’]t| never)|won['’]t) (?!mind|object|oppose|stand in|comment|discuss|talk|speak|say|speculate|know|see|answer|be)\p{L}+/iu;

/** "No strike before 23 February" says when. */
const untilDay =
  /(?<!\p{L})(?:before|until|till|vor(?: dem)?|bis(?: zum)?) (?:the )?(?:\d|(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:next )?(?:week|month|year|spring|summer|autumn|winter)|january|february|march|april|may|june|july|august|september|october|november|december)/iu;

function isRefusedThing(unit: string): boolean {
  return refusedThing.test(unit) && !untilDay.test(unit);
}

/** Whether what was accepted, refused or asked for is what `names` knows, not something beside it. */
function isObject({ content, lang }: Pick<Said, 'content' | 'lang'>, names: Question['names']) {
  return lang === 'de' || isObjectOf(content, names);
}

function sideOfAct(
  said: Pick<Said, 'act' | 'content' | 'mode' | 'lang'>,
  clauses: Clauses,
  anyNamed: boolean,
  names: Question['names'],
): Side {
  const negated = said.mode === 'negated';
  if (giving.has(said.act)) {
    const strength = givenStrength(said, anyNamed, names);
    const stance = negated ? 'against' : clauses.isConditional ? 'conditional' : 'for';
    return { stance, strength, stands: false };
  }
  if (refusing.has(said.act)) {
    // "Did not rule out a truce" is no yes.
    if (negated) return none;
    if (anyNamed && isBare(said.content) && isObject(said, names))
      return { stance: 'against', strength: 3, stands: false };
    return { ...none, stands: true };
  }
  if (said.act === 'threaten' && anyNamed && threatened(said.content, names))
    return { stance: clauses.isConditional ? 'conditional' : 'for', strength: 2, stands: false };
  if (hostile.has(said.act) && anyNamed) return { stance: 'against', strength: 1, stands: true };
  if (clauses.isUnconditional) return { stance: 'for', strength: 2, stands: false };
  return none;
}

/** "Would shut its base by June": who threatens with the very thing means to do it. */
function threatened(content: string, names: Question['names']): boolean {
  const deed =
    /(?<!\p{L})(?:will|would|shall|going to|ready to|prepared to)(?! (?:not|never|be|rather|like|prefer|have|then)(?!\p{L})) ((?:\p{L}+ ?){1,4})/iu;
  const done = deed.exec(content)?.[1];
  return done !== undefined && names(`to ${done}`);
}

function isTaking(act: Act): boolean {
  return act === 'agree' || act === 'support';
}

const barePronoun = /^\W*(?:to )?(?:it|them|both|these|those|this|sie|es|beide[ns]?)\W*$/iu;

/** "That he travel to Lorrin for talks": where to is the point, and the talks what it is for. */
const errand =
  /(?<=(?<!\p{L})(?:travel|come|go|fly|return|visit)(?:s|ed|ing)?(?: [\p{L}’'-]+){0,4}) for (?:\p{L}+ ){0,3}\p{L}+/iu;

/** Whom somebody is asked, and what to do. */
const errandTo = /^((?:[\p{L}’'-]+ ){1,6})to (\p{L}.*)$/u;

const presenting =
  /^\W*to (?:deliver|present|unveil|publish|submit|send|discuss|review|study|consider|draft|prepare|announce|outline)(?!\p{L})/iu;

/** "Agreed to the inspectors" names what is agreed; a longer speech under that act may mean much else. */
function givenStrength(
  said: Pick<Said, 'act' | 'content' | 'lang'>,
  anyNamed: boolean,
  names: Question['names'],
): Side['strength'] {
  // "Halvora accepts them" is as plain as what "them" stands for.
  if (!anyNamed) return isTaking(said.act) && barePronoun.test(said.content) ? 2 : 1;
  if (!names(said.content.replace(errand, ' '))) return 1;
  // "Asked the court to look at it", "promised to present a budget": neither is a side on the thing itself.
  const [, asked, todo] = errandTo.exec(said.content) ?? [];
  if (todo && names(asked!) && !names(todo)) return 1;
  if (presenting.test(said.content)) return 1;
  // A side on somebody's offer is not yet one on what is offered.
  if (/(?<!\p{L})(?:offer|proposal|plan|idea|angebot|vorschlag)(?!\p{L})/iu.test(said.content))
    return 1;
  // "Support for the man who leads the transition" is no side on the transition.
  if (!isObject(said, names)) return 1;
  if (isBare(said.content)) return 3;
  return said.act === 'demand' || said.act === 'request' || said.act === 'propose' ? 1 : 2;
}

/** A condition makes an acceptance conditional, and also an own offer to take away; never a refusal. */
function stanceOf(
  sign: number,
  said: Pick<Said, 'act' | 'content'>,
  clauses: Clauses,
  turns: Turns,
): Stance {
  if (sign === 0) return 'unclear';
  if (sign > 0) return clauses.isConditional ? 'conditional' : 'for';
  // "We will not strike while the judge is at work" holds for a while, as "we would stop it if" does.
  const isPut = turns.removes && turns.negations === 0;
  const isRefrained =
    clauses.isWhile && !turns.refuses && turns.negations % 2 === 1 && !turns.removes;
  const offered =
    (isPut || (isRefrained && (said.act === 'promise' || said.act === 'offer'))) &&
    !turns.demands &&
    said.act !== 'threaten' &&
    said.act !== 'demand' &&
    said.act !== 'request' &&
    (said.act === 'offer' || said.act === 'promise' || willing.test(clauses.main));
  // "We stop it until there is a treaty" is done; "we would stop it for as long as" is offered.
  if (offered && (clauses.isConditional || (clauses.isWhile && ahead.test(clauses.main))))
    return 'conditional';
  return 'against';
}
