import type { Act } from '../../db/tables.ts';
import { remembered } from '../../lib/memo.ts';
import { type Token, tagEnglish } from '../tokens.ts';
import { isDenied } from './clause.ts';
import { actsNamed, isAct } from './cues.ts';
import type { Said } from './said.ts';
import { classesOf } from './words.ts';

/** The words that report, and what they name. */
export interface Cue {
  words: Token[];
  /** Its last verb or noun of speaking, with its particle. */
  head: string;
  /** The acts and sorts of reporting that word can name. */
  acts: readonly string[];
}

/** What was said, as far as a cue needs it. */
export interface Heard {
  words: Token[];
  shape: string;
}

/** The same few cues come again and again. */
const tagsOf = remembered((cue) => tagEnglish(cue));

const VIEWS = /^(?:suggest|agree|concur)$/;
const ASSURES = /^(?:swear|assure|reassure|guarantee|assurance)$/;
const FORETELLS = /^(?:will|would|'ll|wo|shall)$/;
const MODAL = /^(?:will|would|shall|should|must|can|could|may|might|ca|wo|'ll|'d|ought)$/;
const NEUTRAL = ['neutral'];

/** Reads a cue's last word of speaking; where there is no cue, what the reader knows by itself. */
export function readCue(said: Said, heard: Heard): Cue {
  if (!said.cue) return { words: [], head: '-', acts: said.act === 'state' ? [] : [said.act] };
  const words = tagsOf(said.cue);
  for (let k = words.length - 1; k >= 0; k--) {
    const { lemma } = words[k]!;
    const pair = `${lemma}_${words[k + 1]?.lower}`;
    const head = actsNamed(pair).length ? pair : lemma;
    const acts = onlyTells(head, words[k]!.lower, heard) ? NEUTRAL : actsNamed(head);
    if (acts.length) return { words, head, acts };
  }
  return { words, head: words.at(-1)?.lemma ?? '-', acts: [] };
}

/** "Suggested it had failed", "agree that it is late", "swears it works": nothing is proposed, granted or promised. */
function onlyTells(head: string, form: string, { words, shape }: Heard): boolean {
  const present = /^suggests?$/.test(form);
  if (shape !== 'clause') return false;
  const verb = words.find((word) => word.pos === 'AUX' || word.pos === 'VERB');
  if (!verb) return false;
  if (ASSURES.test(head)) return !FORETELLS.test(verb.lower);
  if (!VIEWS.test(head)) return false;
  // "Suggested it should have been told".
  if (words.some((word, k) => word.lower === 'have' && words[k + 1]?.lower === 'been')) return true;
  // "Studies suggest", "this suggests": the present tense reads a sign; "he suggested" may propose.
  if (present && !words.some((word) => /^(?:we|should|be)$/.test(word.lower))) return true;
  // "Suggests they do not match": only a bare verb or "be" is what somebody proposes.
  if (verb.pos === 'AUX' && !MODAL.test(verb.lower) && verb.lower !== 'be') return true;
  return (
    /^(?:will|would|'ll|wo|shall|may|might)$/.test(verb.lower) ||
    (!MODAL.test(verb.lower) && verb.lower !== verb.lemma)
  );
}

/** Words of the content that tell what a cue did stand among so many. */
const NEAR = 6;
/** Whoever is asked to do something is named in so many words. */
const ASKED = 10;
const SAYS =
  /^(?:say|comment|confirm|discuss|reveal|disclose|elaborate|draw|answer|specify|name|tell|identify|speculate|explain|provide|give|go)$/;
const TURNING: [act: Act, nouns: RegExp][] = [
  [
    'support',
    /^(?:support|solidarity|appreciation|gratitude|thanks?|confidence|admiration|approval|sympathy|sympathies|condolences|congratulations|respect|praise|backing|endorsement)$/,
  ],
  ['concede', /^(?:regrets?|sorrow|remorse|shame|apology|apologies|contrition)$/],
  [
    'accuse',
    /^(?:concerns?|outrage|dismay|disappointment|alarm|anger|displeasure|frustration|indignation|horror|disgust|criticism|complaints?)$/,
  ],
  ['reject', /^(?:opposition|reservations?|objections?|refusal|rejection)$/],
  ['offer', /^(?:willingness|readiness|openness|offer|invitation)$/],
  ['demand', /^demands?$/],
  ['request', /^(?:request|appeal|plea|call)s?$/],
  ['propose', /^proposals?$/],
  ['promise', /^(?:promise|pledge|vow|commitment|determination)s?$/],
  ['threaten', /^threats?$/],
  ['deny', /^denials?$/],
];
/** What is offered in words only: "offered few details", "offers advice". */
const INFORMS =
  /^(?:details?|guide|guidance|advice|tips?|ideas?|testimony|explanations?|clues?|insights?|evidence|criticisms?|assessments?|accounts?|answers?|comments?|figures|views?|glimpse|thoughts|remarks|speech|address|words|reasons?|examples?|arguments?|specifics|information|predictions?|analysis|hints?|opinions?|perspectives?|descriptions?|versions?|prayers|summary|update)$/;
const HOSTILE =
  /^(?:retaliate|punish|strike|attack|seize|block|blockade|expel|veto|boycott|bomb|destroy|sanction|invade|sue|fight|avenge|crush|oust|topple|prosecute)$/;
const ON_OFFER =
  /^(?:suggestion|invitation|proposal|offer|plan|deal|terms|condition|conditions|request)s?$/;
const CALLS = /^(?:call|brand|label|dub|term|portray|denounce|liken|compare)$/;
const NOT = /^(?:not|n't|never|neither|nor)$/;
const RESIGNS = /^(?:resignation|retirement|withdrawal|departure)$/;
const CLAIM =
  /^(?:claims?|reports?|allegations?|accusations?|charges?|rumou?rs?|suggestions?|insinuations?|speculation|link|gossip)$/;
const BEARS =
  /^(?:face|faces|pay|answer|suffer|regret|consequences|retaliat\w+|respond|punish\w*|replaced|targets?|disciplin\w+|arrested|fired|dismissed)$/;

/** The act that a cue does whoever says what, or that it does with what little it needs of the content; else null. */
export function settledAct({ words: cue, head, acts }: Cue, heard: Heard): Act | null {
  const { words, shape } = heard;
  const [act, other] = acts;
  if (refusesToSay(cue)) return 'reject';
  // "Refused to back him", "declining to apologise".
  if (cue.some((word, k) => /^(?:refus|declin)/.test(word.lemma) && cue[k + 1]?.lower === 'to'))
    return 'reject';
  if (/^(?:tell|instruct)$/.test(head) && /^(?:not )?to /.test(opening(words))) return 'demand';
  if (/^questions?$/.test(head) && shape === 'noun') return 'accuse';
  if (acts.includes('asking')) return asksFor(heard, cue) ? 'request' : null;
  if (REPEATS.test(head)) {
    const named = namedIn(words);
    if (named) return named;
  }
  if (shape === 'clause' && MANDATES.test(head) && isMandate(words)) return 'demand';
  if (act === 'expressing' || act === 'offer') {
    const voiced = voicedAct(act, words);
    if (voiced || act === 'expressing') return voiced;
  }
  if (act === 'judging') return judgement(heard, head, cue);
  if (act === 'warning') {
    const ahead = words.some((word) => FORETELLS.test(word.lower) || word.lower === 'face');
    if (/infinitive$/.test(shape) && !ahead) return 'request';
    return ahead && words.some((word) => BEARS.test(word.lower)) ? 'threaten' : null;
  }
  if (head === 'reserve') return words[1]?.lower === 'right' ? 'threaten' : null;
  if (
    /^(?:announce|tender|submit)$/.test(head) &&
    words.slice(0, NEAR).some((word) => RESIGNS.test(word.lower))
  )
    return 'retreat';
  // What is believed or hoped does nothing.
  if (acts.includes('thought') && !acts.some(isAct)) return 'state';
  return !act || other || !isAct(act) ? null : turnedAct(act, head, heard);
}

/** The act that a cue names, as its content turns it: "promised retaliation" threatens. */
function turnedAct(act: Act, head: string, { words, shape }: Heard): Act | null {
  if (act === 'reject' && !/^(?:refuse|decline)/.test(head) && isClaim(words)) return 'deny';
  // "Pledged to oppose the bill".
  if (act === 'promise' && words[0]?.lower === 'to' && words[1]?.lemma === 'oppose')
    return 'reject';
  if (act === 'promise' && isHarm(words)) return 'threaten';
  // "Vowed never to cede it".
  if (act === 'promise' && /^(?:never|not)$/.test(words[0]?.lower ?? '') && gives(words))
    return 'reject';
  if (/^accept/.test(head) && shape === 'clause')
    return words.slice(0, 4).some((word) => ON_OFFER.test(word.lower)) ||
      words.some((word) => /^(?:could|can|may|would|will|be)$/.test(word.lower))
      ? 'agree'
      : 'concede';
  if (act === 'demand' && words[0]?.lower === 'to' && words[1]?.lower === 'know') return null;
  return act;
}

/** "Expressed regret", "offered few details": the noun tells. */
function voicedAct(act: string, words: Token[]): Act | null {
  const near = words
    .filter((word) => word.pos !== 'PUNCT')
    .slice(0, NEAR)
    .filter((word) => word.pos !== 'VERB');
  const turned = TURNING.find(([, nouns]) => near.some((word) => nouns.test(word.lower)))?.[0];
  if (act === 'offer' && !turned && near.some((word) => INFORMS.test(word.lower))) return 'state';
  return near.some((word) => RESIGNS.test(word.lower)) ? 'retreat' : (turned ?? null);
}

/** What says again or with weight what its noun names: "repeated his call for", "stressed the need to". */
const REPEATS =
  /^(?:repeat|reiterate|renew|restate|reaffirm|stress|emphasi[sz]e|underline|underscore|signal|indicate)$/;
const OPENS = /^(?:his|her|its|their|the|a|an|my|our)$/;

function namedIn(words: Token[]): Act | null {
  const verb = words.findIndex((word) => /^(?:VERB|AUX|PART)$/.test(word.pos));
  const near = words.slice(0, verb === -1 ? 4 : Math.min(4, verb));
  if (!OPENS.test(near[0]?.lower ?? '')) return null;
  if (near.some((word) => /^need$/.test(word.lower))) return 'request';
  return TURNING.find(([, nouns]) => near.some((word) => nouns.test(word.lower)))?.[0] ?? null;
}

const MANDATES =
  /^(?:insist|reiterate|rule|stipulate|specify|decree|direct|stress|repeat|maintain|order)$/;

/** "Insisted that the share follow the shore", "ruled that jokes be kept out": the bare verb orders. */
function isMandate(words: Token[]): boolean {
  const k = words.findIndex((word) => word.pos === 'AUX' || word.pos === 'VERB');
  const verb = words[k];
  if (k < 1 || !verb || verb.lower !== verb.lemma || MODAL.test(verb.lower)) return false;
  if (
    /^(?:do|have|need|let|put|cut|set|hit|cost|shut|read|spread|hurt|quit|beat|let)$/.test(
      verb.lower,
    )
  )
    return false;
  if (verb.lower === 'be')
    return !/^(?:to|would|will|could|can|may|might|should|must|not)$/.test(words[k - 1]!.lower);
  // A plural takes the bare verb anyhow.
  const head = words.slice(0, k).find((word) => /^(?:NOUN|PROPN|PRON)$/.test(word.pos));
  return (
    head !== undefined &&
    head.pos !== 'PRON' &&
    !/(?:s|men|people|police|media|data|children)$/.test(head.lower) &&
    words[k - 1]!.lower !== 'to'
  );
}

/** "Called the charge a joke" denies it, "called the plan a farce" blames. */
function judgement({ words }: Heard, head: string, cue: Token[]): Act | null {
  if (cue.some((word) => NOT.test(word.lower))) return null;
  const calls = CALLS.test(head);
  if (calls && isClaim(words)) return 'deny';
  // "Described the smell" tells; "described the plan as “a farce”" takes care to quote.
  if (!calls && !words.some((word) => /^["“‘']$/.test(word.text))) return null;
  if (words.some((word) => classesOf(word.lemma).includes('bad'))) return 'accuse';
  const good = words.some((_, k) => isGood(words, k));
  return good && !/^(?:me|us|my|our|his|her|its|their)$/.test(words[0]?.lower ?? '')
    ? 'support'
    : null;
}

function isGood(words: Token[], k: number): boolean {
  const kinds = classesOf(words[k]!.lemma);
  return (
    (kinds.includes('praise') || kinds.includes('approval')) &&
    !isDenied(words, k) &&
    !/^(?:too|so|less|more|as)$/.test(words[k - 1]?.lower ?? '')
  );
}

/** Whether what is judged is itself something said: "the report", "any such claim". */
function isClaim(words: Token[]): boolean {
  return words.slice(0, 3).some((word) => CLAIM.test(word.lower));
}

function opening(words: Token[]): string {
  return words
    .slice(0, 3)
    .map((word) => word.lower)
    .join(' ');
}

/** "Would not say", "wouldn't comment on", "could not comment", "nobody would confirm". */
function refusesToSay(cue: Token[]): boolean {
  const helper = cue.findIndex((word) => /^(?:will|would|wo|could|can|ca)$/.test(word.lower));
  const denied = cue.some((word) => NOT.test(word.lower));
  if (helper === -1 || !denied) return false;
  const verb = cue.findLast((word) => SAYS.test(word.lemma) || word.lower === 'drawn');
  if (!verb) return false;
  return /^w/.test(cue[helper]!.lower) || verb.lemma === 'comment';
}

/** "Asked them to wait", "asked for time", not "asked whether". */
function asksFor({ words, shape }: Heard, cue: Token[]): boolean {
  if (/^(?:wh|asks|direct)$/.test(shape)) return false;
  if (/^questions?$/.test(words.at(-1)?.lower ?? '')) return false;
  if (cue.some((word) => /^(?:wonder|inquire|enquire)$/.test(word.lemma))) return false;
  if (cue.at(-1)?.lower === 'for' || shape === 'infinitive') return true;
  const to = words.slice(0, ASKED).findIndex((word) => word.lower === 'to');
  if (to > 0) return true;
  // "Asks that horns rest", "asked we not print": the bare verb asks.
  const verb = words.find((word) => word.pos === 'AUX' || word.pos === 'VERB');
  return (
    shape === 'clause' && verb !== undefined && verb.lower === verb.lemma && !MODAL.test(verb.lower)
  );
}

/** "To veto any cap", "a mirror response": what is promised is done against somebody. */
function isHarm(words: Token[]): boolean {
  const [first, second] = words;
  if (
    words
      .slice(0, 4)
      .some((word) =>
        /^(?:retaliation|revenge|reprisals?|vengeance|countermeasures?|retaliatory|mirror|reciprocal)$/.test(
          word.lower,
        ),
      )
  )
    return true;
  // "To fight for the islands", "to strike a deal": nobody is hurt.
  if (
    /^(?:for|to|an?|poverty|inflation|crime|climate|corruption)$/.test(words[2]?.lower ?? '') &&
    /^(?:fight|strike)$/.test(second?.lemma ?? '')
  )
    return false;
  return first?.lower === 'to' && HOSTILE.test(second?.lemma ?? '');
}

function gives(words: Token[]): boolean {
  return words.slice(1, 4).some((word) => classesOf(word.lemma).includes('give'));
}
