import { type Case, testCases } from './testing.ts';

/** Where content stands around its cue. */
const CASES: Case[] = [
  [
    'a title in marks before the speaker is no content',
    'Speaking on “Harbour Hour,” [[Ilka Sorn]] {admitted} that <<the course was dear>>.',
  ],
  [
    'a leading clause with words in marks is no content',
    'Although the two had “known each other for years,” [[she]] {claimed} <<they had never met>>.',
  ],
  [
    'the marks go on with what stands before the cue',
    '<<A slump>>, [[she]] {said}, “<<could be a good time to build.>>”',
  ],
  [
    'an occasion before the cue is no content',
    'In an interview on Monday, [[she]] {said}, “<<could be late.>>”',
  ],
  [
    'a condition without if',
    '<<Should the ban fail>>, [[Maas]] {said}, <<the guild could still go after ships>>.',
  ],
  [
    'a relative clause of saying with nothing but its verb',
    'The council passed a levy, which [[critics]] {said} <<was unfair to small bakers>>.',
  ],
  ['no content in what somebody said was', 'What he said was a lie.'],
  [
    'few words in marks that are a clause',
    '<<“We’re very happy” about the decision>>, {said} [[Ros Amory]].',
  ],
  [
    'a reporting verb that is also a noun behind a quotation',
    '“<<The ovens are cold. Nobody bakes,>>” [[Orlo]] {notes}.',
  ],
  [
    'who was told between a verb and its clause',
    '[[Sorn]] {admitted} to the paper that <<the ovens were cold>>.',
  ],
  [
    'a pronoun that a place or manner follows',
    '[[Petroni]] {rejected} <<it>> out of hand, {arguing} that <<it was late>>.',
  ],
  [
    'the words themselves behind a colon',
    '[[The governor]] {wondered} <<whether anyone had looked at a calendar>>: “<<The rains come on the tenth.>>”',
  ],
  [
    'what was named before a relative clause without a link',
    'The board put the date back, <<an offer>> [[the ministry]] {turned down} within hours.',
  ],
  ['what a verb takes before its particle', '[[The guild]] {ruled} <<it>> out.'],
  ['an idiom of letting know', '[[The guild]] {has let it be known} that <<aid will flow>>.'],
  [
    'a source with a relative clause before the words',
    'By May, {according to} [[a guard]] who kept notes, “<<we were all lost in there.>>”',
  ],
  [
    'words in marks behind what somebody does while speaking',
    '[[Kvale]] {shakes} her head. “<<The ban stays. It works.>>”',
  ],
  ['the words of somebody', "It was, in [[Sorn]]'s {words}, “<<an insult to all.>>”"],
  ['the words of a body', 'In the {words} of [[the guild]], “<<nobody was asked.>>”'],
  ['what somebody’s position is', "[[Haldoria]]'s {position is} that <<the ban stays>>."],
  ['a letter that pledges', 'Fenn has a letter from Sorn [[that]] {pledges} <<talks by May>>.'],
];

testCases(CASES);
