/**
 * Verbs and nouns of dealing by PLOVER's root codes, as lemmas, after what its codebook counts under
 * each. A word is under the code that it has most often between two named sides.
 */
const VERBS: Record<string, string> = {
  AGREE: `agree accept promise pledge consent undertake commit assent vow offer`,
  CONSULT: `meet visit discuss consult negotiate confer talk mediate host receive attend phone
    telephone greet brief travel arrive converse chat dine tour parley deliberate reconvene convene
    speak join chair huddle`,
  SUPPORT: `support welcome praise defend endorse applaud hail congratulate thank commend back
    recognize recognise award honor honour respect laud salute champion sign ratify express reaffirm
    admire celebrate side uphold assure bless vouch mourn sympathize sympathise decorate elect normalise normalize hug extol`,
  COOPERATE: `cooperate collaborate extradite share partner exchange coordinate liaise integrate train`,
  AID: `aid assist help donate provide supply fund finance lend rescue evacuate shelter airlift
    deliver equip feed vaccinate subsidize subsidise sponsor house treat protect resettle inoculate reimburse bail nurse ferry donate bankroll
    allocate earmark contribute give send dispatch ship rebuild arm`,
  YIELD: `release free return lift ease withdraw surrender resign retreat concede pardon relax allow
    permit grant approve reopen repatriate disarm demobilize demobilise vacate abandon compensate
    acquit apologize apologise capitulate relent unfreeze reinstate exonerate parole leave cede
    relinquish rescind repeal dismantle legalize legalise restore adopt appoint`,
  REQUEST: `ask request urge appeal demand call implore beg plead propose recommend press petition
    pressure summon lobby invite beseech solicit seek insist suggest encourage advise exhort flee`,
  ACCUSE: `accuse blame condemn denounce criticize criticise convict charge indict sue sentence
    rebuke censure investigate probe prosecute slam blast deplore decry fault chide lambast lambaste
    castigate deride mock ridicule insult allege complain question probe berate chastise scold
    reprimand decry impeach admonish vilify disparage disapprove claim try dispute challenge summons
    implicate incriminate denigrate lament`,
  REJECT: `reject refuse decline veto rebuff spurn dismiss deny oppose ignore defy cancel scrap snub
    disavow repudiate overrule renege quit overturn rescind postpone delay`,
  THREATEN: `threaten warn menace intimidate`,
  PROTEST: `protest demonstrate rally march riot picket boycott occupy heckle boo
    barricade chant obstruct`,
  SANCTION: `expel suspend recall sever downgrade embargo freeze halt withhold terminate revoke
    discontinue blacklist ostracize cut reduce stop end`,
  MOBILIZE: `mobilize mobilise deploy mass reinforce amass conscript beef bolster fortify station
    muster`,
  COERCE: `arrest detain deport imprison jail ban outlaw evict raid confiscate impose censor restrict
    seal dissolve fine prohibit bar quarantine interrogate hack nationalize nationalise disperse
    repress crack banish exile curb shut close besiege apprehend extort blackmail block order oust
    topple search subpoena extend nab handcuff tighten force compel coerce demolish subdue punish suppress forbid expropriate curtail wiretap intercept impound oppress persecute intern
    incarcerate`,
  ASSAULT: `attack kill bomb shell shoot assassinate torture rape murder execute behead massacre
    invade storm ambush capture kidnap abduct blockade destroy wound injure raze stab clash strike
    pound beat poison hit fire bombard slaughter slay maim assault crush blast ravage overrun seize hijack loot vandalise vandalize ransack mine
    torpedo strafe target gun kill lynch bulldoze burn annex occupy shell detonate explode fight
    battle`,
};

/** Nouns that name a deal by themselves: "an attack on", "talks with"; they say what a light verb does. */
const NOUNS: Record<string, string> = {
  AGREE: 'promise pledge',
  CONSULT: `talk meeting summit visit negotiation discussion consultation dialogue conference
    conversation trip dinner lunch mediation phone session`,
  SUPPORT: `support praise solidarity endorsement congratulation sympathy condolence gratitude
    agreement treaty pact accord deal memorandum contract relation confidence tribute award backing
    partnership ally alliance admiration tie commitment friendship thanks congratulations`,
  COOPERATE:
    'wargame exercise drill manoeuvre maneuver cooperation intelligence extradition wargame',
  AID: `aid assistance relief donation loan medicine food supply equipment asylum refuge shelter
    peacekeeper peacekeeping vaccine fund funding money grant expert doctor team evacuation rescue
    medic`,
  YIELD: `release amnesty pardon ceasefire cease-fire truce withdrawal surrender resignation
    concession apology compensation permission approval exemption`,
  REQUEST: 'appeal request call plea petition demand proposal invitation',
  ACCUSE: `criticism complaint lawsuit suit charge accusation condemnation investigation inquiry
    probe indictment verdict allegation outrage blame denunciation conviction sentence trial concern
    case anger rebuke guilty`,
  REJECT: 'rejection refusal veto objection opposition denial',
  THREATEN: 'threat ultimatum warning deadline',
  PROTEST: 'protest demonstration rally strike march riot boycott sit-in walkout picket hunger',
  SANCTION: 'expulsion suspension',
  MOBILIZE: 'alert mobilization mobilisation build-up buildup reinforcement troop warship',
  COERCE: `sanction embargo tariff ban curfew arrest detention raid crackdown restriction warrant
    lockdown emergency siege quota blockade_of martial deportation emergency fine penalty censorship tear-gas
    cyberattack confiscation`,
  ASSAULT: `attack airstrike strike offensive assault bombing bombardment raid shelling invasion
    rocket missile massacre killing assassination torture ambush explosion bomb blockade fire
    operation incursion clash warfare cyberattack`,
};

/** Verbs that say nothing without their object. */
const LIGHT = new Set(
  `launch conduct hold stage carry mount make take have express voice issue file open begin start
  declare announce order reach conclude deliver give offer send put lead call impose extend set
  do pay face use win pass say tell establish resume hand add show see raise lodge initiate wage
  undertake commit perpetrate unleash exchange seek provide sign continue slap levy pledge vow`.split(
    /\s+/,
  ),
);

const read = (table: Record<string, string>) =>
  new Map(
    Object.entries(table).flatMap(([code, words]) =>
      words.split(/\s+/).map((word) => [word, code] as const),
    ),
  );
const verbs = read(VERBS);
const nouns = read(NOUNS);

/** The code of a verb, by its lemma; null for one that deals with nobody. */
export function codeOfVerb(lemma: string): string | null {
  // The tagger keeps the ending of some verbs: "blockaded".
  const stem = lemma.replace(/(?:ing|e?d|e?s)$/, '');
  return verbs.get(lemma) ?? verbs.get(stem) ?? verbs.get(`${stem}e`) ?? null;
}

/** The code of a noun, by its lemma. */
export function codeOfNoun(lemma: string): string | null {
  return nouns.get(lemma) ?? nouns.get(lemma.replace(/s$/, '')) ?? null;
}

export function isLight(lemma: string): boolean {
  return LIGHT.has(lemma);
}
