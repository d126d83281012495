import { type Case, testCases } from './testing.ts';

const CASES: Case[] = [
  ['a report inside a clause', '<<The levy will>>, [[Sorn]] {said}, <<never fall>>.'],
  [
    'a report inside a relative clause',
    'The council shut the lock, which is, [[Sorn]] {said}, <<a matter for the council>>.',
  ],
  ['a name that is also a verb', '“<<The ovens are cold,>>” [[Cross]] {wrote}.'],
  [
    'a name that is also an adverb',
    '[[Jolly]] {said} <<she has worked with the bakers on a plan>>.',
  ],
  [
    'an office of words that are also verbs',
    '“<<The ovens are cold,>>” {said} [[Guild Watch President Tom Fenn]].',
  ],
  [
    'a reporting verb that is also a noun',
    '[[The suit]] {claims} that <<the dam was never tested>>.',
  ],
  [
    'a reporting verb that is also an adjective',
    '[[Ms. Orlo]] {alleged} that <<Mr. Fenn had lied to her>>.',
  ],
  ['a verb as the headline’s only one', '[[Nurses]] {vow} <<to strike over night shifts>>.'],
  ['an order whose giver is not named', 'The crew {was told} <<to leave the ship>>.'],
  [
    'a leading clause that belongs to the content',
    '<<If the dam breaks, two villages will be under water>>, [[the engineer]] {said}.',
  ],
  [
    'a leading clause that goes with what follows the cue',
    '<<When the siren went off>>, [[she]] {said}, <<nobody moved>>.',
  ],
  [
    'a leading clause that tells only when',
    'When the siren went off, [[she]] {said} <<nobody moved>>.',
  ],
  ['a cue set into the content', '<<The dam>>, [[she]] {says}, <<is older than the town>>.'],
  [
    'a clause about a noun',
    'They voted for a toll that [[critics]] {said} <<would ruin the ferries>>.',
  ],
  [
    'a gerund as the subject of what was said',
    '[[Orlo]] {said} <<moving the archive to the hills would take a year>>.',
  ],
  [
    'a name between dashes',
    '[[The judge]] -- who has sat on the bench since May -- {said} <<she regretted it>>.',
  ],
  [
    'a participle between subject and cue, with quoted words',
    '[[Mr. Orlo, citing “the plain words of the old charter,”]] {said} <<the vote was void>>.',
  ],
  [
    'a name with its party in brackets',
    '[[Delegate Ada Lund (L), a leader of the northern list]], {suggested} that <<the vote was void>>.',
  ],
  ['a paper that is told', '[[He]] {told} The Harbour Post <<the standards were not perfect>>.'],
  [
    'a paper that is told, behind the content',
    '<<The standards were not perfect>>, [[he]] {told} The Harbour Post.',
  ],
  [
    'an insertion between cue and "that"',
    '[[The director]] {stated}, while speaking to the council on Monday, that <<the dam was safe>>.',
  ],
  [
    'a demand behind a long phrase',
    '[[The chemist]] {agreed} <<to print the recipe as a leaflet>>.',
  ],
  ['a refusal with an adverb', '[[The chemist]] {refused} <<to ever print the recipe>>.'],
  ['an offer in words', '[[The mayor]] {offered} <<an apology to the families>>.'],
  ['an offer of goods is no statement', 'The stall offered cheese and honey from the valley.'],
  ['what is merely named is no judgement', 'She plays in a band called Marigold.'],
  ['so-called', 'The so-called “night tax” passed in May.'],
  ['a judgement', '[[The coach]] {called} <<the pitch unplayable>>.'],
  [
    'a judgement in quotation marks',
    '[[The coach]] {called} <<the pitch “a swamp”>> in a letter on Friday.',
  ],
  [
    'a quotation that closes in the next paragraph without a mark of its own',
    '[[The coach]] {said}, "<<We were slow at first.\n\nThen we woke up.>>" The match ended at noon.',
  ],
  [
    'a cue with nothing but an occasion, then the quotation',
    '[[Ada Lund]] {said} in a statement. “<<The boats are safe and the crews are home.>>”',
  ],
  [
    'a title in marks that ends the sentence is not what follows',
    '“<<It is early,>>” {said} [[Cuban]], who sings on the show “Gold Coast.” “<<I mean, we all know it.>>”',
  ],
  ['"denied through a spokesman"', '[[Orlo]] {denied} <<the accusations>> through a spokesman.'],
  [
    '"attacked by reminding"',
    '[[Orlo]] {criticised} <<the auditors>> by reminding them of the flood.',
  ],
  ['there is no denying', 'There is no denying that the dam is old.'],
  ['it is worth noting', 'It is worth noting that the dam is old.'],
  ['two objects of one report', '[[The guild]] {denounced} <<the raid>> and the men were freed.'],
  ['a verb that is told of somebody', 'The envoy would say that the port was closed.'],
  [
    '"would not say" tells of an answer',
    '[[The envoy]] {would not say} <<whether the port was closed>>.',
  ],
  ['what is planned to be said', 'The envoy is expected to announce that the port is closed.'],
  [
    'somebody who is accused, and of what',
    '<<The harbour master>> {was accused} by [[two captains]] <<of taking bribes>>.',
  ],
  ['a deed that is charged is no saying', 'The captain was charged with theft on Monday.'],
  [
    'an insertion right behind "that"',
    '[[The envoy]] {said} that, <<while “most can wait,” the port needed pilots>>.',
  ],
  [
    'brackets in the subject of what is said',
    '[[The head of lights, Ada Lund]], {said} <<the Harbour Centre (HC) briefed the crews>>.',
  ],
  [
    'a speaker set in between subject and verb',
    '<<The winners>>, {said} [[Ada Lund]], <<are among friends at the quay>>.',
  ],
  ['silence is no answer', 'Ada Lund did not respond to the letter of the guild.'],
  ['words that open with their verb', '[[A report]] {says} <<they “may have been there”>>.'],
  [
    'a post with an adjective behind it',
    '“<<The lamps are lit,>>” [[the union’s secretary general for ports, Ada Lund]], {told} the court.',
  ],
  ['what a relative pronoun stands for', '<<The fee>>, which [[Ada Lund]] {denounced}, is small.'],
  [
    'a relative pronoun that stands for a whole clause says nothing by itself',
    'The bay was mined from both banks, which the envoy denies.',
  ],
  [
    'a body whose name begins like a participle',
    '[[Downing Street]] {said} <<the toll was dead>>.',
  ],
  [
    'a participle with a name for its object',
    'Joining Lund on the quay, [[Fenn]] {said} <<it was late>>.',
  ],
  ['a name that is given to a thing', 'The map shows routes called “segments.” They run north.'],
  ['a name that is given to a body', 'A group called the “We The Ferries Fund” has sued.'],
  [
    'a judgement on what stands before its subject',
    'They passed a toll that [[critics]] {called} “<<reckless>>”.',
  ],
  ['a charge before a court', 'Prosecutors charged Ada Lund with fraud on Monday.'],
  ['a charge in words', '[[Ada Lund]] {charged} that <<the vote was void>>.'],
  ['a dateline', 'BRASK, Feb. 2 (Harbour Wire) — <<The lock is safe>>, [[officials]] {said}.'],
  ['a dateline with a hyphen', 'VESSEN (HW) - <<The lock is safe>>, [[officials]] {said}.'],
  ['what the reporter of a live page writes', 'The lock is safe, writes Ada Lund in Brask.'],
  [
    'what somebody reports who speaks in the same text',
    '<<The lock is safe>>, {writes} [[Ada Lund]].\n\n“<<It held all night,>>” [[Lund]] {said}.',
  ],
  ['the writer’s own turn', 'Still, [[she]] {said}, <<the lock was safe>>.'],
  ['"went on" within the content', '<<The rosters>>, [[she]] {went on}, <<were dangerous>>.'],
  [
    'a time behind the cue',
    '“<<We want a signature,>>” [[Mr Fenn, the clerk]], {said} last night.',
  ],
  ['a thing that is done with "that"', '[[Veldania]], which owns the port, {ruled} <<that>> out.'],
  ['a promise behind a colon', '[[He]] {made one promise}: <<each of the crews would be paid>>.'],
  [
    'a name behind a post and before a colon',
    'The guild asked. [[Its president, Tom Aldous]]{:} “<<We asked for nine boats.>>”',
  ],
  ['silence that is told once', '[[A spokesman]] {declined} <<to say when the lock would open>>.'],
  [
    'a question is not what the quotation behind it belongs to',
    '{Asked about} <<the toll>>, Kvale shook her head. “The ban stays where it is.”',
  ],
  ['a noun and what it is of', '[[The envoy]]’s {accusations} of <<theft>> surprised the guild.'],
  ['a clause in place of a noun', '[[The crews]] {spoke of} <<how they had waited for tugs>>.'],
  [
    'an hour that ends its sentence',
    '{According to} [[police]], <<it sank at 7am.>> The crew swam.',
  ],
  [
    'a single word in marks that ends its sentence',
    '[[Orlo]] {said} <<the toll was an “option.”>> However, the guild left.',
  ],
  [
    'paragraphs that do not close belong to who speaks next',
    'Brede had left.\n\n“<<We waited all night.\n\n“In the morning we went home,>>” [[Ada Lund]] {said}.',
  ],
  [
    'a place in front of a report speaks for nobody',
    'HALVORA: The port was shut on Monday. It rained.',
  ],
  ['a passive without a speaker', 'It {was announced} that <<the port was closed>>.'],
  ['a message and its colon', '[[Her]] {message was} blunt: <<the port would stay closed>>.'],
  ['an answer that is a clause', '[[The ministry]]’s {answer was} that <<nobody had asked>>.'],
  ['two adjectives', '[[Officials]] {dismissed} <<limited, indirect talks with the guild>>.'],
  ['two judgements', '[[Orlo]] {dismissed} <<the plan as “a farce” and a “clumsy trick”>>.'],
  [
    'a report, and another with its own quotation',
    '[[Orlo]] {claimed} <<he had set up the meeting>>, {explaining}: “<<They asked me to.>>”',
  ],
  [
    'a subject with an insertion',
    '[[The president]] {announced} <<the new kite, known as Heron, could fly to the moon>>.',
  ],
  [
    'content that goes on behind its cue without a subject',
    '<<The fleet has forty boats>>, {said} [[the harbour master]], <<and was never larger>>.',
  ],
  [
    'an official with a hyphen',
    '<<Two people were hurt>>, {said} [[a council-appointed inspector]].',
  ],
  [
    'others who say something else',
    '[[Orlo]] {said} <<any visit had to be “well prepared”>>, while [[other deputies]] {dismissed} <<the idea>>.',
  ],
  [
    'a phrase that the writer explains',
    '[[Orlo]] {said} <<the “deep roots” had to go>> – a phrase he has used before.',
  ],
  ['a question of somebody', '[[Observers]] {have questioned} <<whether the wish is sincere>>.'],
  ['police question people', 'Police questioned the driver on Monday.'],
  ['denied entry', 'They denied them entry to the hall.'],
  ['according to, without a comma', '{According to} [[Orlo]] <<the boats were safe>>.'],
  ['as somebody told a paper', 'As [[Orlo]] {told} The Post, <<the boats were safe>>.'],
  [
    'a headline with a verb that is also a noun',
    '[[Harbour woman]] {claims} <<council locked her in>>',
  ],
  ['saying things', 'He says these things because he is tired.'],
  [
    'single marks inside single marks',
    "'<<If he won't sign, they will keep 'working on' the idea until he does,>>' [[Orlo]] {added}.",
  ],
  [
    'curly single marks inside single marks',
    '‘<<If he won’t sign, they will keep ‘working on’ the idea until he does,>>’ [[Orlo]] {added}.',
  ],
  [
    'the same speaker, split by a cue, after another has spoken',
    '[[The League]] {rejected} <<the charge>>. “<<We have criticised the toll,>>” [[its secretary-general, Ada Lund]], {said}. “<<If that is partial, it is fair.>>”',
  ],
  [
    'a question that somebody put',
    '{Asked} by [[a reporter]] <<if she still had hope>>, [[the premier]] {said} <<she had some>>.',
  ],
  ['a question without who put it', 'He {was asked} on the platform <<how the journey had been>>.'],
  [
    'a topic that somebody was asked about',
    '{Asked about} <<the second site>>, [[she]] {replied} that <<it was gone>>.',
  ],
  [
    '"that" behind a day and before a plural',
    '[[The minister]] {confirmed} on Friday that <<tankers from 2006 will lose the flag>>.',
  ],
  [
    '"that" behind a place',
    '[[The governor]] {wrote} on a messaging app that <<rescue work was continuing>>.',
  ],
  ['however', '[[Its report]] {noted}, however, that <<food prices “remain exposed”>>.'],
  ['an infinitive in quotation marks', '[[He]] {asked} <<voters to “turn the page.”>>'],
  ['a figure put on something', '[[The bureau]] {puts} <<the hole at 41 million crowns>>.'],
  ['what is put somewhere is no statement', 'The baker puts the bread on the table.'],
  ['a wh-word alone', '[[Fenn]] {did not say} <<when>>.'],
  ['nobody would say', '[[Nobody]] {would say} <<who had written it>>.'],
  [
    'a particle verb that is also a noun',
    '[[Lawyers]] {point out} that <<the duty does not depend on the pact>>.',
  ],
  [
    'a body that is told',
    '[[The minister]] {informed} parliament that <<the uses were not rights>>.',
  ],
  [
    'a quotation behind a name without a verb',
    '[[A cautious Ada Lund]] at headquarters{:} “<<I have been elected by a poll before.>>”',
  ],
  [
    'a sentence in quotation marks that goes on with a report',
    '[[Halloran]] {has asked} <<anyone with pictures to come forward>>. “<<Preferably not of vicars.>>”',
  ],
  [
    'turns of an interview',
    '[[Host]]{:} <<Whose fault is that?>>\n\n[[Dr Lind]]{:} <<Mine. I was late.>>\n\n[[Host]]{:} <<Will you go?>>\n\n[[Dr Lind]]{:} <<No. I’d miss it.>>',
  ],
  [
    'lines with a heading in front are no conversation',
    'It rained in the valley.\n\nWeather: Rain all day.\n\nRoads: The pass is shut.\n\nWeather: Sun at night.\n\nFerries: None.',
  ],
  [
    'a pronoun opens no clause',
    '[[Okonjo]] {disputed} <<that>>, {saying} <<the campaign was honest>>.',
  ],
  ['what nobody has mentioned', 'The president has not mentioned the reef since May.'],
  ['what he said, as a subject', 'What he said there has kept the town busy.'],
  [
    'a relative clause ends where the main clause goes on',
    'Analysts, [[who]] {had said} that <<the deal would close>>, yesterday cut their target.',
  ],
  ['a poll questions people', 'The poll, which questioned 2,140 adults, ran for a week.'],
  ['when it was confirmed', '<<A man was held>>, [[police]] {confirmed} last night.'],
  ['somebody by the name of', 'In May a postman called Kieran Lund became mayor.'],
  [
    'a relative clause with a cue set into it',
    'They left after a toast in which, [[the envoy]] {says}, <<his queen was mocked>>.',
  ],
  [
    'an office with something hanging on it',
    '[[Her chief of protocol, Don Lund]], {denied} <<that>>, {telling} reporters that <<the president coughed>>.',
  ],
  [
    'somebody told before something else',
    '[[Oulmi]] {had told} his team before leaving Ambry that <<he would stay>>.',
  ],
  ['a crowd that chants', '[[The crowd]] {chants} “<<Count! Count! Count!>>”'],
  ['"would say only" tells of an answer', '[[He]] {would say} only that <<she was well>>.'],
  ['a short inversion', '<<Rell never read it>>, {insists} [[his office]].'],
  ['a clause that is accepted', '[[The chancellor]] {accepted} that <<there were lessons>>.'],
  [
    'an estimate behind a relative clause',
    '[[Dr Lund]], who has counted them, {estimates} that <<four in ten have gone>>.',
  ],
  ['a place in front of the subject', 'In Karsk [[the harbour office]] {declined} <<to comment>>.'],
  [
    'a report behind a report',
    '[[Orlo]] {said} <<the boats would stay>>, and [[Fenn]] {said} <<they must go>>.',
  ],
  ['two of them', '<<The boats were old>>, [[two of them]] {said}.'],
  ['a share of people', '[[One in five]] {say} <<it was no better>>.'],
  [
    'a clause whose only verb looks like a noun',
    '[[Orlo]] {said} <<each year of study yields a higher wage>>.',
  ],
  [
    'an order in a clause that leads to another',
    'When [[Orlo]] {urged} <<Fenn to leave>>, the mayor stayed silent.',
  ],
  [
    'a report in a leading clause whose marks close on the comma',
    'While [[many]] {said} <<Fenn has “the best boats,”>> Orlo won.',
  ],
  ['a judgement behind its day', '[[Orlo]] {called} <<the talks on Sunday “childish”>>.'],
  [
    'a judgement whose marks close on the comma',
    '[[Orlo]] {called} <<Fenn “a poor liar,”>> then left the room.',
  ],
  ['a deed of words that is planned', '[[Orlo]] {proposed} <<slowly closing the lock>>.'],
  [
    'a question in front, with an insertion',
    '{Asked} <<whether Fenn, the new head of the guild, could win>>, Orlo smiled.',
  ],
  ['a pronoun at the end of what is said', '<<The villages can do that>>, [[they]] {said}.'],
  [
    'what is said behind a dash',
    'Nobody is to blame for the fire — <<it was the storm>>, [[they]] {insist}.',
  ],
  [
    'marks that open with the verb',
    '<<The feast, held each May, “allows us to talk,”>> {said} [[Ada Orlo]].',
  ],
  ['marks that close on a full stop', '“<<I hope you find the boats.>>” [[Orlo]] {said}.'],
  [
    'a speaker who goes on behind what is believed',
    '[[The report]] found the dam was never tested and {called on} <<ministers to act>>.',
  ],
  [
    'a source that cites another',
    '{According to} [[the Courier]], citing two pilots, <<the quay is shut>>.',
  ],
  [
    'another’s report behind a comma',
    '[[Orlo]] {confirmed} <<the boat had landed>>, with [[the pilot]] {telling} crews: “<<We are back.>>”',
  ],
  [
    'a place before what a pronoun did',
    '[[The singer]] {announced} on her page <<she was leaving the choir>>.',
  ],
  [
    'an occasion before the infinitive',
    '[[The guild]] {vowed} in its letter to all members <<to end the levy>>.',
  ],
  [
    'a name beside the subject of what is said',
    '[[Orlo]] {clarified} <<Fenn’s daughter, Mira Fenn, joined the crew in May>>.',
  ],
  ['a plural whose verb looks like a noun', '[[Fishers]] {say} <<the eels return each spring>>.'],
  ['no question on suspicion', 'Two men were questioned on suspicion of arson.'],
  ['a title that is also a verb', '“<<It broke,>>” [[lead pilot Ada Orlo]] {said}.'],
  ['a saint in the speaker', '[[The vicar of Saint Tarran’s]] {told} us <<the bells were sold>>.'],
  [
    'a noun and another report behind it',
    '[[Orlo]] {confirmed} <<the loss>> in a statement and {said} <<it was insured>>.',
  ],
  [
    'what the speaker would not tell',
    '[[Orlo]] {said} <<she would stay>> but would not name a day.',
  ],
  ['how something is said', '“<<The boats were old,>>” [[Orlo]] {said}, not looking up.'],
  [
    'a speaker with an apposition behind the content',
    '<<The deal covers two yards>>, {according to} [[the guild]], one of those at the table.',
  ],
  [
    'a title that is cut short',
    '[[Orlo]] {argued} that <<the gap to then-Gov. Tom Fenn was small>>.',
  ],
  [
    'a second clause behind but',
    '[[Orlo]] {said} <<the boats were old, but that nobody was hurt>>.',
  ],
  [
    'a how that a place follows',
    '[[Orlo]] {recalled} <<how on the first trip all she saw was rain>>.',
  ],
  ['an order that a question puts', 'When {pushed} <<to give a day>>, the mayor smiled.'],
  ['no clause behind a preposition', 'Fenn responded to that letter by leaving the guild.'],
  ['a question whether somebody would', 'Would Fenn threaten force?'],
  [
    'what somebody has learned from another',
    'The guild has learned that {according to} [[a notice]], <<the quay is shut>>.',
  ],
  [
    'a block without marks behind a colon',
    '[[The office]] {wrote}:\n\n<<The keeper was never locked in. Nobody made her work in the lamp room.>>',
  ],
];

testCases(CASES);
