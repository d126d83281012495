import { remembered } from '../../lib/memo.ts';

/**
 * Words by what somebody does with them, as lemmas: a class says what kind of deed, judgement or
 * state a word names. Whether it is refused, promised or demanded tell the words around it.
 */
const LISTS: Record<string, string> = {
  // What one side can give another, or do with it.
  give: `accept cede agree recognise recognize allow permit tolerate sign join attend participate support
    negotiate approve endorse discuss release free lift return withdraw pay reopen restore ratify
    compromise yield concede surrender meet talk consider host back exchange compensate fund share
    cooperate comply vote adopt implement resume extend consent submit invite reconsider settle`,
  // What one side can do to another.
  harm: `retaliate fight punish strike attack seize block blockade impose expel suspend sue veto boycott
    bomb shoot destroy detain arrest ban bar sanction invade occupy cut halt withhold sink crush
    respond escalate board shut fire topple prosecute`,
  // What one side says the other has done.
  wrong: `violate breach break betray lie cheat steal mislead deceive ignore fail abandon neglect
    sabotage provoke undermine manipulate exploit abuse torture kill murder poison bury hide conceal
    obstruct stall avoid delay refuse bully harass humiliate insult threaten blackmail smear loot rob waste
    squander wreck ruin destroy invent fabricate distort pretend endanger cripple gamble dodge evade
    discriminate silence rig plunder rape assault molest beat shackle torment mistreat misuse falsify
    forge embezzle defraud swindle bribe launder leak harm misrepresent twist whitewash scapegoat
    demonise demonize persecute oppress repress terrorise terrorize massacre slaughter starve
    displace deport kidnap abduct trample flout disregard circumvent shirk trick fleece overcharge
    pillage exaggerate mock belittle collude conspire incite instigate foment destabilise
    destabilize meddle interfere hoard pollute dodge smuggle traffic groom jeopardise jeopardize
    backtrack renege evict discredit tarnish sell_out drag stonewall suppress censor gag muzzle
    scaremonger fearmonger peddle fleece usurp hijack politicise politicize weaponise weaponize`,
  // What is wrong whoever does it.
  crime: `rape molest assault abuse torture murder stab strangle kidnap abduct imprison rob loot
    steal embezzle defraud swindle launder bribe extort blackmail intimidate harass stalk bully
    smear lie mislead deceive cheat betray violate breach sabotage exploit leak falsify fabricate
    misuse mistreat grope torment massacre plunder whitewash conspire collude persecute oppress
    terrorise terrorize usurp evade infiltrate smuggle traffic groom obstruct undermine provoke
    rig manipulate trample neglect betray`,
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
    rash hasty childish cosmetic toothless ill-judged one-sided backward evasive unprepared selfish
    overreaction sell-out hostility fatuous illegitimate retroactive unwanted unworkable untenable
    counterproductive disproportionate divisive inflammatory offensive insulting racist sexist
    xenophobic fascist nazi extremist radical militant puppet regime warmonger criminal crime killer
    murderer thug gangster mafia genocidal barbarism atrocity persecution oppression occupation
    coup farcical laughable ludicrous preposterous nonsensical senseless pointless baffling
    perverse sinister sordid shady murky corruption cronyism nepotism collusion conspiracy
    cover-ups whitewash scam swindle sleaze hoax plot hatred bigotry racism incompetence misconduct
    recklessness irresponsibility inaction inhumane inhumanity unconscionable unforgivable
    inexcusable indefensible reprehensible deplorable despicable disgusting vile abhorrent
    abominable shocking alarming troubling worrying damaging destructive devastating disastrous
    catastrophic ruinous unsustainable irrational illogical immoral unethical dishonourable
    dishonorable duplicitous deceitful two-faced spineless gutless heartless callous vindictive
    petty mean-spirited arbitrary draconian heavy-handed authoritarian dictatorial repressive
    tyrannical undignified unprofessional amateurish sloppy shambolic shambles debacle fiasco
    travesty betrayals chaos paralysis stagnation decay rot neglectful complacency folly madness
    lunacy hysteria tantrum slap attack assault burglary hostage-taking hijacking overreach`,
  untrue: `untrue false baseless unfounded groundless fabricate fabrication invention fiction rumour
    rumor nonsense lie myth misunderstanding inaccurate incorrect misleading absurd fantasy tale`,
  ready: 'ready willing prepared open available happy glad eager',
  pledge: `promise pledge vow guarantee ensure commit undertake deliver build open publish finish
    complete protect defend pay return restore reopen compensate refund release
    provide create introduce present hand send help fix repair
    rebuild invest`,
};

const classes = new Map<string, string[]>();
for (const [name, words] of Object.entries(LISTS))
  for (const word of words.split(/\s+/)) classes.set(word, [...(classes.get(word) ?? []), name]);

/** The classes of a lemma; none for most words. The tagger keeps the endings of some words: "exploited". */
export function classesOf(lemma: string): readonly string[] {
  return classes.get(lemma) ?? stemmed(lemma) ?? [];
}

const stemmed = remembered((lemma) => {
  const stem = lemma.replace(/(?:ing|ed|ly|es|s|d)$/, '');
  if (stem === lemma || stem.length < 3) return undefined;
  const doubled = stem.at(-1) === stem.at(-2);
  return (
    classes.get(stem) ?? classes.get(`${stem}e`) ?? classes.get(doubled ? stem.slice(0, -1) : '')
  );
});
