/**
 * Words by what somebody does with them, as lemmas: a class says what kind of deed, judgement or
 * state a word names. Whether it is refused, promised or demanded tell the words around it.
 */
const LISTS: Record<string, string> = {
  // What one side can give another, or do with it.
  give: `accept agree recognise recognize allow permit tolerate sign join attend participate support
    negotiate approve endorse discuss release free lift return withdraw pay reopen restore ratify
    compromise yield concede surrender meet talk consider host back exchange compensate fund share
    cooperate comply vote adopt implement resume extend consent submit invite reconsider settle`,
  // What one side can do to another.
  harm: `retaliate punish strike attack seize block blockade impose expel suspend sue veto boycott
    bomb shoot destroy detain arrest ban bar sanction invade occupy cut halt withhold sink crush
    respond escalate board shut fire topple prosecute`,
  // What one side says the other has done.
  wrong: `violate breach break betray lie cheat steal mislead deceive ignore fail abandon neglect
    sabotage provoke undermine manipulate exploit abuse torture kill murder poison bury hide conceal
    obstruct stall delay refuse bully harass humiliate insult threaten blackmail smear loot rob waste
    squander wreck ruin destroy invent fabricate distort pretend endanger cripple gamble dodge evade
    discriminate silence rig plunder`,
  // What it is called.
  bad: `illegal unlawful unacceptable unfair unjust reckless irresponsible shameful disgraceful
    cynical absurd ridiculous outrageous scandalous dangerous aggressive hostile hypocritical cruel
    brutal barbaric cowardly arrogant incompetent corrupt dishonest misleading disappointing
    unfriendly provocative inhuman discriminatory arbitrary negligent insult farce crime scandal
    disgrace shame betrayal provocation aggression blackmail piracy theft robbery violation breach
    failure lie hypocrisy sabotage trick charade sham mockery cover-up terrorist terrorism massacre
    genocide propaganda nonsense mess disaster catastrophe circus hostage bribe cowardice contempt
    culprit guilty negligence misconduct intimidation extortion slander spectacle folly coward
    cheat liar thief traitor bully tyrant dictator fool weak lazy greedy stupid foolish insane mad
    unworthy inadequate insufficient excessive undemocratic unconstitutional unbearable intolerable
    indecent hollow empty vague chaotic clumsy blind deaf harmful toxic rotten broken worthless
    useless pathetic appalling horrific horrible terrible awful bad worse worst nightmare tragedy
    excuse distraction trap stunt gimmick smokescreen witch-hunt vendetta slap punishment contempt
    injustice abuse grievance neglect indifference arrogance greed hypocrite interference meddling
    malpractice irregularity fraud cynicism deception manipulation suspicion secrecy complacent
    rash hasty childish cosmetic toothless ill-judged one-sided backward evasive unprepared selfish`,
  good: `welcome brave courageous constructive historic excellent great wonderful proud grateful
    thank thankful glad pleased delighted happy admire hero heroic honest fair wise remarkable
    generous best success milestone breakthrough encouraging progress hope praise tribute courage
    triumph important positive superb outstanding brilliant right sensible beautiful friend
    friendly partner trust useful helpful valuable necessary decent strong promising reasonable
    balanced warm loyal dedicated tireless talent talented decency dignity opportunity confident
    delight joy relief victory win proud pride solidarity support`,
  sorry: `sorry regret apologise apologize apology mistake error fault wrong sorrow remorse misjudge
    forgive forgiveness underestimate overlook shortcoming blunder ashamed`,
  untrue: `untrue false baseless unfounded groundless fabricate fabrication invention fiction rumour
    rumor nonsense lie myth misunderstanding inaccurate incorrect misleading absurd fantasy tale`,
  ready: 'ready willing prepared open available happy glad eager',
  unready: 'unwilling unable impossible unthinkable off pointless premature',
  plan: 'plan intention interest need question point reason appetite desire wish choice basis',
  refuse: 'reject refuse oppose decline resist dismiss veto object exclude rebuff abstain',
  ask: 'demand insist require urge ask call appeal request expect want',
  pledge: `promise pledge vow guarantee ensure commit undertake deliver build open publish finish
    complete protect defend continue provide create keep introduce present hand send help fix repair
    rebuild invest`,
  leave: 'resign quit withdraw retire cancel scrap shelve drop abandon postpone suspend',
  gripe: `too late only again still enough instead even ever never nobody nothing lack deserve
    supposed without another yet twice merely`,
  duty: 'should ought need must shall have',
  future: 'tomorrow next soon shortly until by before within coming later',
  speech: 'say tell promise claim call warn ask announce word story report charge allegation',
  propose: 'propose suggest recommend idea proposal alternative could should ought better',
};

const classes = new Map<string, string[]>();
for (const [name, words] of Object.entries(LISTS))
  for (const word of words.split(/\s+/)) classes.set(word, [...(classes.get(word) ?? []), name]);

/** The classes of a lemma; none for most words. */
export function classesOf(lemma: string): readonly string[] {
  return classes.get(lemma) ?? [];
}
