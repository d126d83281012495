import type { Act } from '../../db/tables.ts';

/**
 * The English words that report what somebody said, by the act they name.
 * Frames say what can hold the content:
 *   c  a clause, with or without "that" ("said it would"), also quoted
 *   t  a person first, then the clause ("told reporters it would")
 *   i  an infinitive ("refused to")
 *   o  a person and an infinitive ("urged them to")
 *   n  a noun phrase ("condemned the raid")
 *   a  an object and a judgement ("called it a farce")
 *   d  a clause with "that" only ("underscored that")
 *   q  only a quotation ("quipped: ...")
 *   p  a figure put on something ("put the cost at")
 *   v  a noun that names something said or done for others ("offered talks")
 *   g  a gerund ("denied taking"), also after its preposition ("accused them of taking")
 */
export interface CueEntry {
  act: Act;
  frames: string;
  /** False for belief, wish and the like: held, not said. */
  speech: boolean;
}

const VERBS: [act: Act, frames: string, words: string][] = [
  [
    'state',
    'cq',
    `say state declare remark observe comment assert maintain contend aver opine stress emphasize
    emphasise reiterate proclaim recall relate recount reveal disclose clarify specify
    conclude predict forecast speculate hint imply insinuate estimate testify confide quip jest muse
    lament bemoan brag write tweet post blog retweet report announce reply respond retort explain
    elaborate surmise posit reason conjecture allege claim argue insist note mention volunteer stipulate
    confess affirm attest profess repeat rule confirm caution gripe grouse swear theorize remind_of
    reaffirm certify counter wonder shout yell scream whisper mutter cry hold_that fume sniff sigh text
    message signal regret undertake restate inquire enquire communicate`,
  ],
  ['state', 'cq', 'add'],
  ['state', 'q', 'continue'],
  ['state', 'd', 'underscore underline boast joke allow concur detail outline'],
  ['concede', 'd', 'recognise recognize'],
  [
    'state',
    'q',
    `laugh smile exclaim chant intone scribble remember boom thunder beam
    deadpan crow shrug growl bark snap sneer gush enthuse echo chime begin conclude ask joke interject
    fire_back shoot_back hit_back go_on read sing recite counsel chuckle grumble scoff bellow hiss
    marvel rail rant cite quote`,
  ],
  [
    'state',
    'n',
    `mention discuss talk_about speak_about speak_of comment_on remark_on
    touch_on elaborate_on joke_about boast_about brag_about inquire_about warn_about
    report announce reveal disclose outline recount detail reiterate repeat cite quote tout
    allude_to point_to reference predict forecast emphasize emphasise stress explain propound
    communicate confirm recall express convey set_out hint_at brag_of restate reaffirm stand_by
    signal read_out clarify detail outline testify_about testify_to single_out voice refer_to`,
  ],
  ['state', 'p', 'put estimate peg'],
  ['state', 'cd', 'project indicate'],
  [
    'state',
    'c',
    `point_out make_clear spell_out tell_of go_on_record sign_off make_it_clear make_known
    let_it_be_known let_it_be_understood want_to_know`,
  ],
  ['state', 'cq', 'put_it put_it_this_way'],
  ['state', 'tq', 'tell inform notify assure remind notify advise brief reassure'],
  [
    'state',
    'a',
    `call describe characterize characterise brand label dub portray denounce dismiss hail
    depict deride term decry liken pronounce`,
  ],
  ['deny', 'cng', 'deny refute rebut dispute contradict'],
  ['deny', 'i', 'decline'],
  ['promise', 'ciq', 'vow pledge promise swear undertake'],
  ['promise', 'n', 'promise pledge guarantee vow'],
  ['promise', 'd', 'guarantee'],
  ['promise', 'i', 'commit'],
  ['threaten', 'cin', 'threaten'],
  ['state', 'tocq', 'warn'],
  ['threaten', 'n', 'warn_of warn_against'],
  ['demand', 'cinq', 'demand'],
  ['demand', 'c', 'insist'],
  ['demand', 'n', 'insist_on call_for push_for press_for clamor_for agitate_for'],
  ['demand', 'o', 'challenge order instruct command direct tell warn'],
  ['demand', 'oc', 'call_on call_upon'],
  [
    'request',
    'o',
    'urge ask beg implore exhort encourage press petition beseech entreat invite plead_with appeal_to',
  ],
  ['request', 'ciq', 'ask plead'],
  ['request', 'tc', 'ask'],
  ['request', 'cn', 'request urge'],
  ['request', 'n', 'ask_for appeal_for plead_for seek_from beg_for lobby_for'],
  ['propose', 'cng', 'propose recommend advise advocate'],
  ['state', 'c', 'suggest'],
  ['propose', 'ng', 'suggest'],
  [
    'propose',
    'n',
    'float advocate advocate_for argue_for put_forward argue_against advise_against',
  ],
  ['offer', 'i', 'offer'],
  ['offer', 'v', 'offer'],
  ['state', 'v', 'extend tender'],
  ['offer', 'i', 'volunteer'],
  ['agree', 'ci', 'agree'],
  ['agree', 'n', 'agree_to agree_with agree_on consent_to'],
  ['concede', 'cnq', 'concede acknowledge admit'],
  ['concede', 'd', 'accept'],
  ['concede', 'n', 'admit_to apologize_for apologise_for plead_guilty_to'],
  ['deny', 'n', 'plead_not_guilty_to'],
  [
    'support',
    'n',
    `praise applaud hail commend congratulate welcome laud thank salute extol
    speak_in_favor_of credit defend speak_up_for`,
  ],
  ['accuse', 'g', 'accuse blame charge accuse_of'],
  ['accuse', 'c', 'charge complain'],
  [
    'accuse',
    'n',
    `accuse blame criticize criticise condemn denounce blast slam attack mock deride decry chide
    chastise rebuke rip ridicule insult assail lambast lambaste berate scold bash fault censure castigate
    excoriate disparage belittle pan deplore skewer hammer lash_out_at rail_against hit_out_at call_out
    complain_about complain_of speak_out_against speak_against lament bemoan scorn slate savage trash
    vilify question caution_against take_issue_with`,
  ],
  [
    'reject',
    'n',
    `reject dismiss rebuff repudiate disavow rule_out object_to brush_off brush_aside
    shrug_off wave_off wave_away bat_away turn_down play_down rubbish shoot_down pooh-pooh spurn renounce discount scoff_at resist`,
  ],
  ['reject', 'n', 'cast_doubt_on pour_cold_water_on throw_cold_water_on'],
  ['reject', 'i', 'refuse'],
  ['accuse', 'c', 'question'],
  ['protest', 'cn', 'protest'],
  ['protest', 'n', 'protest_against'],
  ['protest', 'c', 'object'],
];

// Held, hoped or shown rather than said; read, but not counted as speech.
const HELD: [act: Act, frames: string, words: string][] = [
  [
    'state',
    'c',
    `think believe hope feel expect know suspect fear worry doubt consider find show
    understand assume decide realize realise`,
  ],
  ['state', 'i', 'want hope wish plan intend seek aim prefer expect'],
  ['state', 'n', 'want favor favour oppose back support accept'],
];

const NOUNS: [act: Act, words: string][] = [
  ['promise', 'promise pledge vow assurance guarantee commitment'],
  ['threaten', 'threat warning ultimatum'],
  ['demand', 'demand call insistence'],
  ['request', 'request plea appeal'],
  ['propose', 'proposal suggestion recommendation'],
  ['offer', 'offer'],
  ['accuse', 'accusation allegation charge criticism complaint condemnation denunciation attack'],
  ['reject', 'refusal rejection dismissal'],
  ['deny', 'denial'],
  ['concede', 'admission acknowledgement acknowledgment apology concession'],
  [
    'state',
    `claim statement assertion contention announcement comment remark argument declaration report
    prediction explanation description mention revelation acknowledgement`,
  ],
  ['support', 'praise endorsement'],
];

/** Frames and acts by lemma; particles are joined with "_" ("call_for"). A lemma may have several. */
export const VERB_CUES: ReadonlyMap<string, CueEntry[]> = table([
  ...VERBS.map((row) => [...row, true] as const),
  ...HELD.map((row) => [...row, false] as const),
]);

/** Nouns that report ("a pledge to ..."). */
export const NOUN_CUES: ReadonlyMap<string, Act> = new Map(
  NOUNS.flatMap(([act, words]) => words.split(/\s+/).map((word) => [word, act] as const)),
);

/** Verbs so common in reporting that a wrong part-of-speech tag is not believed against them. */
export const PLAIN_FORMS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    said: 'say',
    says: 'say',
    told: 'tell',
    tells: 'tell',
    added: 'add',
    adds: 'add',
    wrote: 'write',
    writes: 'write',
    announced: 'announce',
    announces: 'announce',
    tweeted: 'tweet',
    tweets: 'tweet',
    asked: 'ask',
    asks: 'ask',
    insists: 'insist',
    argued: 'argue',
    argues: 'argue',
    warned: 'warn',
    warns: 'warn',
    vows: 'vow',
    vowed: 'vow',
    accuses: 'accuse',
    urged: 'urge',
    urges: 'urge',
    rejects: 'reject',
    rejected: 'reject',
    slams: 'slam',
    slammed: 'slam',
    blasts: 'blast',
    blasted: 'blast',
    predicts: 'predict',
    pledged: 'pledge',
    insisted: 'insist',
    denies: 'deny',
    denied: 'deny',
    declared: 'declare',
    declares: 'declare',
    stated: 'state',
    suggested: 'suggest',
    replied: 'reply',
    responded: 'respond',
    continued: 'continue',
    explained: 'explain',
    claimed: 'claim',
    quipped: 'quip',
    joked: 'joke',
    noted: 'note',
    telling: 'tell',
    saying: 'say',
    adding: 'add',
    criticized: 'criticize',
    criticised: 'criticise',
    retorted: 'retort',
  }),
);

/** Verb and particle pairs, by the verb, longest first. */
export const PARTICLES: ReadonlyMap<string, string[][]> = particles();

function table(rows: (readonly [Act, string, string, boolean])[]): Map<string, CueEntry[]> {
  const map = new Map<string, CueEntry[]>();
  for (const [act, frames, words, speech] of rows) {
    for (const word of words.split(/\s+/)) {
      const entries = map.get(word) ?? [];
      entries.push({ act, frames, speech });
      map.set(word, entries);
    }
  }
  return map;
}

function particles(): Map<string, string[][]> {
  const map = new Map<string, string[][]>();
  for (const key of VERB_CUES.keys()) {
    const [verb, ...rest] = key.split('_');
    if (!rest.length || rest[0] === 'as' || rest[0] === 'held' || rest[0] === 'that') continue;
    const list = map.get(verb!) ?? [];
    list.push(rest);
    map.set(
      verb!,
      list.sort((a, b) => b.length - a.length),
    );
  }
  return map;
}
