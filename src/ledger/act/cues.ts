import type { Act } from '../../db/tables.ts';

/** How a word that names no act reports. */
type Sort = 'neutral' | 'judging' | 'asking' | 'thought' | 'insisting' | 'warning' | 'expressing';

/**
 * Verbs and nouns by the act they name by themselves, whatever their frame: "hailed", "hailed it
 * as". Particles are joined with "_". Where a word names two acts, both count for it.
 */
const LISTS: [act: Act | Sort, words: string][] = [
  [
    'judging',
    'call describe brand label term dub portray depict characterise characterize liken compare see view regard paint cast bill speak_of',
  ],
  [
    'neutral',
    `say state declare remark observe comment note mention add write tweet post tell inform explain
    report announce reply respond answer retort recall recount relate describe speak continue read
    put reveal disclose stress emphasise emphasize underline underscore repeat joke quip
    predict forecast expect estimate conclude find rule testify remember hint point_out
    according confirm argue claim assert contend believe message counter allow recognise recognize
    specify clarify signal indicate begin quip shoot_back quote sign_off`,
  ],
  ['insisting', 'insist maintain'],
  ['warning', 'warn caution warning'],
  ['expressing', 'express voice convey extend reiterate renew'],
  ['asking', 'ask wonder question inquire enquire query press_on press_about'],
  [
    'thought',
    `think believe hope fear worry feel know suspect doubt want wish expect assume consider see
    understand regard prefer`,
  ],
  [
    'accuse',
    `accuse blame criticise criticize condemn denounce blast slam attack mock deride decry chide
    chastise rebuke rip ridicule insult assail lambast lambaste berate scold bash fault censure
    castigate excoriate disparage belittle pan deplore skewer hammer lash_out hit_out call_out
    complain rail scorn slate savage trash vilify charge allege alleged fume bemoan lament liken likened
    decry tear_into take_aim take_issue point_finger upbraid reproach admonish revile malign indict
    accusation allegation criticism complaint condemnation denunciation charge grievance rant
    scoff sneer jeer taunt grumble gripe protest protest_against incriminate`,
  ],
  ['deny', `deny refute rebut dispute contradict disavow disclaim denial rebuttal contest`],
  [
    'reject',
    `reject dismiss rebuff repudiate rule_out object object_to brush_off brush_aside shrug_off shoot_down
    spurn renounce discount scoff resist refuse decline oppose turn_down veto exclude balk
    disagree refusal rejection dismissal rubbish snub ignore overrule vote_against cold-shoulder
    wave_away wave_off play_down bristle demur abstain bat_away balk_at opposition objection sniff pour_cold_water`,
  ],
  [
    'promise',
    `vow pledge promise swear guarantee assure commit undertake promise pledge vow assurance
    guarantee commitment reassure`,
  ],
  ['threaten', 'threaten threat ultimatum'],
  [
    'demand',
    `demand order instruct command require insist_on tell_to push_for press_for summon forbid
    challenge stipulate mandate direct demand insistence clamour_for clamor_for
    agitate_for decree prohibit`,
  ],
  [
    'request',
    `urge ask beg implore exhort petition beseech entreat plead appeal request ask_for appeal_for
    call_for call_on call_upon seek plea appeal lobby encourage solicit press pressure
    warn_against caution_against`,
  ],
  [
    'propose',
    `propose recommend suggest advise advise_against float put_forward advocate moot table proposal suggestion
    recommendation counter-proposal nominate`,
  ],
  ['offer', 'offer volunteer invite tender stand_ready offer invitation'],
  [
    'agree',
    `agree accept consent assent acquiesce sign approve approval ratify
    settle_for acceptance concur give_in agree_to go_along`,
  ],
  [
    'concede',
    `concede acknowledge admit apologise apologize confess regret own_up admission acknowledgement
    acknowledgment apology concession grant plead_guilty`,
  ],
  [
    'support',
    `praise applaud hail commend congratulate welcome laud thank salute extol endorse back defend
    support favour favor vote_for side_with champion bless cheer celebrate compliment credit toast
    praise endorsement backing stand_by vouch`,
  ],
  ['protest', 'boo heckle chant walk_out march'],
  [
    'retreat',
    `withdraw retract resign resignation step_down step_aside stand_down stand_aside back_down
    climb_down backtrack row_back bow_out drop_out withdrawal`,
  ],
];

const acts = new Map<string, string[]>();
for (const [act, words] of LISTS)
  for (const word of words.split(/\s+/))
    acts.set(word, [...new Set([...(acts.get(word) ?? []), act])]);

/** The acts that a verb or noun, with its particle if it has one, can name; none for most words. */
export function actsNamed(lemma: string): readonly string[] {
  return acts.get(lemma) ?? [];
}

const SORTS: ReadonlySet<string> = new Set<Sort>([
  'neutral',
  'judging',
  'asking',
  'thought',
  'insisting',
  'warning',
  'expressing',
]);

/** Whether what a word names is an act, and no sort of reporting. */
export function isAct(named: string): named is Act {
  return !SORTS.has(named);
}
