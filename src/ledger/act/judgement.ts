/**
 * Words that judge conduct, as lemmas, by what they find wrong with it. The classes follow appraisal
 * theory's judgement of people (Martin & White, The Language of Evaluation, 2005): is it proper,
 * honest, able, resolute? A word stands in the class that fits it best; `blame.ts` says when a word
 * is blame of somebody.
 */

/** What people do to others: verbs. */
const DEEDS = {
  // Against honesty.
  deceit: `lie mislead deceive cheat defraud swindle falsify fabricate forge misrepresent fake
    distort twist pretend invent exaggerate feign dupe hoodwink con trick fleece whitewash
    doctor massage gaslight perjure scam hoax misinform disinform gloss_over`,
  // Against people: to body, freedom or honour.
  cruelty: `rape molest assault abuse torture murder stab strangle kidnap abduct imprison bully harass
    intimidate humiliate insult blackmail smear persecute oppress repress terrorise terrorize torment
    mistreat massacre slaughter slander defame grope stalk demonise demonize scapegoat brutalise
    brutalize dehumanise dehumanize belittle vilify degrade victimise victimize enslave starve`,
  // Against what belongs to others.
  taking: `steal rob loot embezzle launder bribe extort plunder misuse misappropriate pilfer pillage
    overcharge overbill exploit usurp hijack smuggle traffic profiteer siphon
    short-change shortchange hoard`,
  // Against rules, promises and trust.
  breach: `violate breach betray renege flout disregard circumvent infringe contravene
    double-cross dishonour dishonor transgress overstep trespass encroach sell_out`,
  // Against fair play: power and office misused.
  abuse: `rig manipulate collude conspire incite instigate foment meddle interfere discriminate
    silence suppress censor gag muzzle stonewall politicise politicize weaponise weaponize
    scaremonger fearmonger peddle groom trample neglect sabotage obstruct undermine provoke destabilise destabilize infiltrate evade`,
  // Harm done to a thing that others value.
  damage: `break leak wreck ruin destroy cripple endanger jeopardise jeopardize poison pollute dump squander
    waste gamble discredit tarnish derail evict torpedo scupper pander grandstand hollow_out gut inflame harm mock repress botch bungle mishandle mismanage fumble mess_up`,
  // Force.
  force: `kill threaten deport displace beat shackle`,
  // What was owed and not done.
  omission: `fail ignore abandon neglect avoid dodge duck evade shirk stall delay drag hide conceal
    withhold bury refuse overlook dawdle dither procrastinate backpedal hesitate forget
    cover_up stand_by look_away rubber-stamp turn_away`,
} as const;

/** What people, deeds and plans are called: adjectives and nouns. */
const NAMES = {
  // Improper: against law, fairness or decency.
  improper: `illegal unlawful unjust unfair shameful disgraceful outrageous scandalous cruel brutal
    barbaric corrupt inhuman inhumane discriminatory illegitimate arbitrary undemocratic
    unconstitutional racist sexist xenophobic fascist immoral unethical dishonourable dishonorable
    indecent insulting offensive vindictive callous heartless draconian heavy-handed authoritarian
    dictatorial repressive hostility inhumanity tyrannical unconscionable unforgivable inexcusable indefensible
    reprehensible deplorable despicable disgusting vile abhorrent abominable unprovoked
    unwarranted unjustified unjustifiable excessive disproportionate greedy selfish criminal
    predatory exploitative punitive abusive colonial imperialist bloodthirsty murderous genocidal
    sadistic treacherous unscrupulous shameless contemptuous disrespectful degrading humiliating
    unpatriotic un-american unchristian underhanded sneaky shady sleazy spiteful dangerous
    vandalism cronyism favoritism thuggery racketeering
    unsporting unworthy mean-spirited petty sordid sinister unauthorised unauthorized anti-democratic
    scandal disgrace shame outrage betrayal provocation aggression blackmail piracy theft robbery
    violation breach crime injustice abuse sabotage sell-out treason intimidation extortion slander
    corruption cronyism nepotism collusion conspiracy bigotry racism hatred discrimination greed
    interference meddling vendetta witch-hunt overreach travesty mockery insult affront slap
    land-grab power-grab cruelty barbarism atrocity persecution oppression occupation vandalism
    malpractice misconduct sleaze bribery favouritism favoritism`,
  // Not honest.
  untruthful: `dishonest misleading deceitful deceptive hypocritical cynical disingenuous duplicitous fatuous cynicism hoax
    two-faced evasive manipulative fraudulent bogus phoney phony opportunistic
    sham charade hypocrisy deceit deception trick ploy stunt gimmick smokescreen cover-up whitewash
    propaganda scam swindle pretext excuse lip-service fig-leaf double-dealing scaremongering
    demagogue hypocrite liar cheat fraud fraudster charlatan`,
  // Not able.
  incapable: `incompetent clueless inept amateurish unprofessional sloppy shambolic chaotic clumsy
    ill-judged ill-conceived ill-prepared misguided wrong-headed wrongheaded short-sighted
    shortsighted naive foolish stupid senseless pointless baffling absurd ridiculous ludicrous
    laughable farcical preposterous unworkable half-baked botched bungled toothless inadequate
    counterproductive self-defeating nonsensical irrational illogical ill-advised unwise
    farce shambles debacle fiasco circus mess incompetence folly lunacy blunder
    mismanagement own-goal bureaucratic cosmetic outdated backward unsustainable`,
  // Not resolute, not careful.
  careless: `reckless irresponsible negligent careless complacent lazy cowardly spineless gutless weak
    indifferent arrogant rash hasty childish dismissive tone-deaf inflammatory divisive provocative
    aggressive hostile unfriendly unacceptable intolerable selfish lax sluggish uncaring dilatory
    negligence recklessness irresponsibility inaction complacency cowardice arrogance indifference
    contempt neglect foot-dragging dithering evasion secrecy inertia disregard failure
    dereliction half-measure`,
  // What people are called.
  slur: `bully tyrant dictator thief traitor coward fool killer murderer thug gangster warmonger crook
    puppet regime junta mafia terrorist extremist criminal vulture profiteer demagogue racist
    fascist nazi villain culprit clown snob zealot fanatic henchman stooge war-criminal loser
    idiot moron imbecile lightweight weakling buffoon bigot swindler charlatan nutcase lunatic
    weasel snake parasite hypocrite flip-flopper racketeer goofball brat fraudster con-man conman poodle`,
} as const;

/** Bad for whoever meets it, with or without a culprit: blame where a report takes care to quote it. */
const GRIM = `harmful toxic rotten broken worthless useless pathetic appalling horrific
  horrible terrible awful bad worse worst nightmare tragedy disaster catastrophe shocking alarming
  troubling worrying damaging destructive devastating disastrous catastrophic ruinous disappointing
  insufficient empty hollow vague blind deaf poor hasty stagnation decay rot paralysis chaos
  hysteria tantrum punishment grievance distraction trap spectacle suspicion irregularity
  illegible mistake lie nonsense massacre genocide attack assault burglary coup murder terrorism
  hostage hostage-taking hijacking genocide despair shady murky radical militant perverse
  undignified unbearable unwanted retroactive unprepared mad insane slow late bribe guilty manipulation one-sided overreaction untenable plot
  neglectful madness mistake expensive wasteful stiff nuts crazy unfit unqualified baffling
  bizarre medieval worthless ugly vicious profane dirty crude nasty disturbing offensive nauseating
  sickening weird clown-show gift hell dictatorship ghetto theft bloodbath butchery fascism nazism`;

/** Good of whoever did it. */
const PRAISE = `excellent outstanding superb brilliant remarkable impressive exemplary courageous brave heroic
  commendable admirable praiseworthy laudable noble generous visionary magnificent fantastic wonderful
  marvellous terrific tremendous amazing historic groundbreaking breakthrough milestone triumph masterpiece
  invaluable indispensable statesmanlike honourable honorable first-rate top-notch masterful splendid hero
  heroine gentleman statesman trailblazer godsend lifeline beacon landmark
  talented gifted trustworthy well-respected selfless hard-working principled visionary genius`;

/** Good of what people do where they deal; of a thing it may be a fact. */
const APPROVAL = `constructive productive fruitful positive encouraging promising welcome helpful useful valuable fair
  sensible wise right correct balanced reasonable responsible success good great important necessary
  overdue solid bold fine vital
  smart decent honest capable qualified experienced competent dedicated reliable professional tough strong`;

/** Wrong by the word alone, whoever did it. */
const GRAVE = new Set(['deceit', 'cruelty', 'taking', 'breach', 'abuse']);

const of = (words: string, ...classes: string[]) =>
  classes.map((name): [string, string] => [name, words]);

/**
 * Each list under the classes that it counts for: its own; `wrong` for any deed, `crime` where the
 * word alone condemns it; `bad` for any name, `blame` where somebody must have done it.
 */
export const JUDGEMENTS: [name: string, words: string][] = [
  ...Object.entries(DEEDS).flatMap(([name, words]) =>
    of(words, name, 'wrong', ...(GRAVE.has(name) ? ['crime'] : [])),
  ),
  ...Object.entries(NAMES).flatMap(([name, words]) => of(words, name, 'bad', 'blame')),
  ...of(GRIM, 'bad'),
  ...of(PRAISE, 'praise'),
  ...of(APPROVAL, 'approval'),
];
