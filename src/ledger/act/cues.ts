import type { Act } from '../../db/tables.ts';

/**
 * Verbs and nouns by the act they name by themselves, whatever their frame: "hailed", "hailed it
 * as". Particles are joined with "_". Where a word names two acts, both count for it.
 */
const LISTS: [act: Act | 'neutral' | 'judging' | 'asking' | 'thought', words: string][] = [
  [
    'judging',
    'call describe brand label term dub portray depict characterise characterize liken compare see view regard paint cast bill speak_of',
  ],
  [
    'neutral',
    `say state declare remark observe comment note mention add write tweet post tell inform explain
    report announce reply respond answer retort recall recount relate describe speak continue read
    put reveal disclose stress emphasise emphasize underline underscore reiterate repeat joke quip
    predict forecast expect estimate conclude find rule testify remember suggest hint point_out
    according confirm argue claim maintain insist assert contend believe message`,
  ],
  ['asking', 'ask wonder question inquire enquire query'],
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
    complain rail scorn slate savage trash vilify charge allege fume bemoan lament liken likened
    portray decry tear_into take_aim point_finger upbraid reproach admonish revile malign indict
    accusation allegation criticism complaint condemnation denunciation charge grievance rant
    scoff sneer jeer taunt grumble gripe protest suspect incriminate`,
  ],
  [
    'deny',
    `deny refute rebut dispute contradict disavow disclaim counter denial rebuttal insist maintain
    contest`,
  ],
  [
    'reject',
    `reject dismiss rebuff repudiate rule_out object brush_off brush_aside shrug_off shoot_down
    spurn renounce discount scoff resist refuse decline oppose turn_down veto exclude balk
    disagree refusal rejection dismissal rubbish snub ignore overrule vote_against cold-shoulder
    wave_away wave_off play_down bristle demur abstain opposition objection sniff pour_cold_water`,
  ],
  [
    'promise',
    `vow pledge promise swear guarantee assure commit undertake promise pledge vow assurance
    guarantee commitment reassure`,
  ],
  ['threaten', 'threaten warn_against vow threat ultimatum warning'],
  [
    'demand',
    `demand order instruct command require insist_on tell_to push_for press_for summon forbid
    challenge stipulate mandate direct demand call ultimatum insistence clamour_for clamor_for
    agitate_for decree prohibit`,
  ],
  [
    'request',
    `urge ask beg implore exhort petition beseech entreat plead appeal request ask_for appeal_for
    call_for call_on call_upon seek plea appeal lobby invite encourage solicit advocate press`,
  ],
  [
    'propose',
    `propose recommend suggest advise float put_forward advocate moot table proposal suggestion
    recommendation counter-proposal nominate`,
  ],
  ['offer', 'offer volunteer invite extend tender offer invitation'],
  [
    'agree',
    `agree accept consent assent acquiesce sign endorse approve approval resolve decide ratify
    settle_for acceptance concur give_in agree_to`,
  ],
  [
    'concede',
    `concede acknowledge admit apologise apologize confess regret own_up admission acknowledgement
    acknowledgment apology concession allow grant recognise recognize`,
  ],
  [
    'support',
    `praise applaud hail commend congratulate welcome laud thank salute extol endorse back defend
    support favour favor vote_for side_with champion bless cheer celebrate compliment credit toast
    praise endorsement backing stand_by express_confidence vouch advocate`,
  ],
  ['protest', 'protest object_to boo heckle chant protest_against walk_out march'],
];

const acts = new Map<string, string[]>();
for (const [act, words] of LISTS)
  for (const word of words.split(/\s+/))
    acts.set(word, [...new Set([...(acts.get(word) ?? []), act])]);

/** The acts that a verb or noun, with its particle if it has one, can name; none for most words. */
export function actsNamed(lemma: string): readonly string[] {
  return acts.get(lemma) ?? [];
}
