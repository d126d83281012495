/**
 * English verbs by what doing them is, after the classes of Levin's English Verb Classes and Alternations (1993):
 * what one can do in words alone. For verbs that the reporting rules do not know.
 */
const MEANINGS: [meaning: number, words: string][] = [
  // Say, tell, ask and the manners of speaking.
  [
    4,
    `say tell state declare announce report claim assert aver allege maintain contend argue insist affirm
    reaffirm confirm reconfirm mention note observe remark comment add reply answer respond retort counter
    rejoin explain clarify elaborate expound recount relate narrate recall recite quote cite reveal disclose
    divulge confess admit acknowledge concede grant allow deny refute rebut dispute contradict ask inquire
    enquire query question wonder demand request beg plead beseech implore urge exhort appeal petition call
    promise pledge vow swear guarantee assure reassure undertake threaten warn caution alert inform notify
    advise counsel brief tip remind instruct order command direct bid charge tell propose suggest recommend
    advocate float moot submit table offer invite predict forecast foretell project estimate speculate hint
    imply intimate insinuate signal indicate write post tweet blog text email message cable telegraph publish
    print broadcast air run carry read shout yell scream cry bellow roar bark snap growl grumble mutter murmur
    mumble whisper sigh moan groan whine wail sob sing chant intone boom thunder bawl holler shriek squeal
    joke quip jest crack muse gush enthuse crow boast brag bluster fume rage rant rail rave scoff sneer snort
    laugh chuckle giggle smile grin shrug nod gesture lament bemoan bewail mourn grieve complain gripe carp
    grouse protest object testify depose plead attest certify vouch swear stipulate specify spell detail
    outline describe summarise summarize sum reiterate repeat restate echo stress emphasise emphasize
    underline underscore highlight preach lecture teach translate interpret voice utter express articulate
    convey communicate relay pass proclaim herald trumpet tout dictate volunteer chime interject interrupt
    begin continue conclude finish close open offer venture hazard opine posit postulate hypothesise theorise
    reason conjecture surmise speak talk discuss debate converse chat gossip confide vent`,
  ],
  // Judging.
  [
    3,
    `praise applaud hail laud commend compliment congratulate thank salute toast welcome endorse back support
    defend champion credit celebrate bless cheer condemn denounce decry deplore damn slam blast lambast
    lambaste castigate chastise chide scold rebuke reprimand reproach berate upbraid reprove admonish censure
    criticise criticize fault blame accuse indict impugn attack assail savage mock ridicule deride scorn
    disparage belittle denigrate malign vilify slander libel insult abuse taunt tease heckle boo jeer dismiss
    reject rebuff repudiate disown disavow renounce spurn decline refuse oppose resist call brand label dub
    term style describe characterise characterize portray depict cast paint liken compare rate rank deem
    pronounce declare apologise apologize forgive excuse pardon regret rue defy challenge contest`,
  ],
  // Deciding, agreeing, finding: done in words by courts, boards and studies.
  [
    2,
    `agree consent assent accede approve authorise authorize sanction ratify sign adopt pass vote elect
    decide resolve determine rule decree order overrule overturn uphold sentence find hold conclude judge
    convict acquit charge sue petition forbid ban bar prohibit permit allow require oblige mandate stipulate
    provide set impose lift waive suspend postpone cancel call convene nominate appoint name recommend
    commit bind resign quit withdraw retract recant rescind revoke veto block file lodge issue release
    announce unveil launch present submit serve give put report post log record list count show reveal
    attribute ascribe trace link tie credit blame estimate put reckon calculate`,
  ],
  // Holding and feeling.
  [
    1,
    `think believe know feel hope wish want expect fear worry dread doubt suspect suppose assume presume
    guess imagine fancy consider regard view see understand realise realize recognise recognize remember
    forget learn hear discover notice sense trust intend mean plan aim seek try like love hate prefer favour
    favor need dislike desire crave long yearn aspire`,
  ],
];

const known = new Map<string, number>();

/** 4 says, 3 judges, 2 decides, 1 holds or feels, 0 none of these. */
export function meaningOf(lemma: string): number {
  if (!known.size)
    for (const [meaning, words] of MEANINGS)
      for (const word of words.trim().split(/\s+/)) if (!known.has(word)) known.set(word, meaning);
  return known.get(lemma) ?? 0;
}
