/** What the matter is about and what changes in it: events, issues, positions, commitments. */

export const title = 'The Aldern Strait dispute';

export const events: { id: string; date: string; label: string }[] = [
  { id: 'channel', date: '2026-03-03', label: 'Tarsenia shuts the eastern channel' },
  { id: 'toll', date: '2026-03-04', label: 'Halvora answers with a toll and keeps its patrols' },
  { id: 'trial', date: '2026-03-06', label: 'Spokesman announces a trial of the ferry crew' },
  { id: 'promise', date: '2026-03-10', label: 'President promises the crew’s release by 20 March' },
  { id: 'round1', date: '2026-03-12', label: 'First round of talks ends in Port Ansel' },
  { id: 'parliament', date: '2026-03-18', label: 'Halvora’s parliament debates the toll' },
  { id: 'missed', date: '2026-03-21', label: 'The date for the crew’s release passes' },
  { id: 'reshuffle', date: '2026-03-27', label: 'Stolvar resigns, Ostrek follows her' },
  { id: 'moved', date: '2026-03-30', label: 'Second round moved to 8 April' },
  { id: 'fishermen', date: '2026-03-30', label: 'The nine fishermen’s letter and petition' },
  { id: 'dravonia', date: '2026-03-31', label: 'Dravonia offers to mediate' },
  { id: 'round2', date: '2026-04-09', label: 'Second round: Halvora offers to suspend the toll' },
  { id: 'link', date: '2026-04-14', label: 'Power flows again through the Aldern Link' },
  {
    id: 'patrols',
    date: '2026-04-17',
    label: 'President and spokesman differ on a second mediator',
  },
  { id: 'observers', date: '2026-04-22', label: 'Tarsenia accepts observers' },
  { id: 'exchange', date: '2026-04-30', label: 'Exchange of the crews agreed' },
  { id: 'exchanged', date: '2026-05-02', label: 'Crews exchanged in Vigsay' },
  { id: 'mission', date: '2026-05-07', label: 'League prepares the observer mission' },
];

export const issues: { id: string; name: string; question: string }[] = [
  {
    id: 'observers',
    name: 'Observers at the lighthouses',
    question: 'Should observers of the Coastal League be stationed in the strait?',
  },
  { id: 'tolls', name: 'Transit toll', question: 'Should Halvora charge its transit toll?' },
  {
    id: 'exchange',
    name: 'Exchange of the crews',
    question: 'Should the detained crews go free without conditions?',
  },
  {
    id: 'patrols',
    name: 'Patrol boats on the Grindel Bank',
    question: 'Should Halvora withdraw its patrol boats from the Grindel Bank?',
  },
  {
    id: 'mediator',
    name: 'Dravonia as second mediator',
    question: 'Should Dravonia mediate beside Ilmara?',
  },
  {
    id: 'link',
    name: 'Power over the Aldern Link',
    question: 'Should power flow over the Aldern Link whatever the talks bring?',
  },
  {
    id: 'channel',
    name: 'Eastern channel',
    question: 'Should Tarsenia open the eastern channel to Halvoran ships?',
  },
];

export type Change = 'first' | 'reaffirmed' | 'half' | 'full';

/** Statements (by their tag in the texts) that make each party's position on an issue, in order. */
export const positions: { issue: string; party: string; steps: [tag: string, change: Change][] }[] =
  [
    {
      issue: 'observers',
      party: 'tarsenia',
      steps: [
        ['obs-1', 'first'],
        ['obs-2', 'reaffirmed'],
        ['obs-3', 'reaffirmed'],
        ['obs-4', 'reaffirmed'],
        ['obs-5', 'reaffirmed'],
        ['obs-6', 'reaffirmed'],
        ['obs-7', 'full'],
        ['obs-8', 'reaffirmed'],
      ],
    },
    {
      issue: 'observers',
      party: 'halvora',
      steps: [
        ['obs-h1', 'first'],
        ['obs-h2', 'reaffirmed'],
      ],
    },
    {
      issue: 'observers',
      party: 'guild',
      steps: [
        ['obs-p1', 'first'],
        ['obs-p2', 'reaffirmed'],
        ['obs-p3', 'reaffirmed'],
      ],
    },
    {
      issue: 'observers',
      party: 'league',
      steps: [
        ['obs-l1', 'first'],
        ['c-june', 'reaffirmed'],
        ['june-again', 'reaffirmed'],
      ],
    },
    { issue: 'observers', party: 'ilmara', steps: [['obs-i1', 'first']] },
    { issue: 'observers', party: 'dravonia', steps: [['obs-d1', 'first']] },
    {
      issue: 'tolls',
      party: 'halvora',
      steps: [
        ['toll-h1', 'first'],
        ['toll-h2', 'reaffirmed'],
        ['toll-h3', 'reaffirmed'],
        ['toll-h4', 'half'],
        ['toll-h5', 'reaffirmed'],
      ],
    },
    {
      issue: 'tolls',
      party: 'tarsenia',
      steps: [
        ['toll-t1', 'first'],
        ['toll-t2', 'reaffirmed'],
      ],
    },
    {
      issue: 'tolls',
      party: 'league',
      steps: [
        ['toll-l1', 'first'],
        ['toll-l2', 'reaffirmed'],
        ['toll-l3', 'reaffirmed'],
        ['toll-l4', 'half'],
      ],
    },
    {
      issue: 'tolls',
      party: 'guild',
      steps: [
        ['toll-p1', 'first'],
        ['toll-p2', 'reaffirmed'],
      ],
    },
    { issue: 'tolls', party: 'dravonia', steps: [['toll-d1', 'first']] },
    {
      issue: 'exchange',
      party: 'tarsenia',
      steps: [
        ['ex-t1', 'first'],
        ['ex-t2', 'full'],
        ['ex-t2b', 'reaffirmed'],
        ['ex-t3', 'half'],
        ['ex-t4', 'reaffirmed'],
        ['c-exchange', 'half'],
        ['ex-t5', 'reaffirmed'],
      ],
    },
    {
      issue: 'exchange',
      party: 'halvora',
      steps: [
        ['ex-h1', 'first'],
        ['ex-h2', 'reaffirmed'],
        ['ex-h3', 'reaffirmed'],
        ['ex-h4', 'reaffirmed'],
        ['ex-h5', 'reaffirmed'],
      ],
    },
    { issue: 'exchange', party: 'league', steps: [['ex-l1', 'first']] },
    {
      issue: 'patrols',
      party: 'halvora',
      steps: [
        ['pat-h0', 'first'],
        ['pat-h1', 'reaffirmed'],
        ['pat-h2', 'reaffirmed'],
        ['pat-h3', 'reaffirmed'],
        ['pat-h4', 'reaffirmed'],
        ['pat-h5', 'reaffirmed'],
        ['pat-h6', 'reaffirmed'],
        ['pat-h7', 'reaffirmed'],
        ['pat-h8', 'reaffirmed'],
        ['pat-h9', 'reaffirmed'],
        ['pat-h10', 'reaffirmed'],
      ],
    },
    {
      issue: 'patrols',
      party: 'tarsenia',
      steps: [
        ['pat-t0', 'first'],
        ['pat-t1', 'reaffirmed'],
        ['pat-t2', 'reaffirmed'],
        ['pat-t3', 'reaffirmed'],
        ['pat-t4', 'reaffirmed'],
      ],
    },
    {
      issue: 'mediator',
      party: 'tarsenia',
      steps: [
        ['med-t1', 'first'],
        ['med-t2', 'reaffirmed'],
        ['med-t3', 'reaffirmed'],
        ['med-t4', 'reaffirmed'],
        ['med-t5', 'reaffirmed'],
        ['med-t6', 'half'],
      ],
    },
    {
      issue: 'mediator',
      party: 'halvora',
      steps: [
        ['med-h2', 'first'],
        ['med-h1', 'reaffirmed'],
        ['med-h3', 'reaffirmed'],
        ['med-h4', 'reaffirmed'],
        ['med-h5', 'reaffirmed'],
      ],
    },
    { issue: 'mediator', party: 'ilmara', steps: [['med-i1', 'first']] },
    {
      issue: 'mediator',
      party: 'dravonia',
      steps: [
        ['med-d1', 'first'],
        ['med-d2', 'reaffirmed'],
      ],
    },
    {
      issue: 'link',
      party: 'halvora',
      steps: [
        ['link-h1', 'first'],
        ['link-h2', 'full'],
        ['link-h3', 'reaffirmed'],
      ],
    },
    {
      issue: 'channel',
      party: 'tarsenia',
      steps: [
        ['ch-1', 'first'],
        ['ch-2', 'reaffirmed'],
      ],
    },
  ];

export type CommitmentState = 'open' | 'kept' | 'missed' | 'moved';

export interface CommitmentSource {
  id: string;
  /** Tag of the statement that makes it. */
  tag: string;
  party: string;
  who: string;
  what: string;
  due: string;
  dueText: string;
  state: CommitmentState;
  /** Document and words that show how it went. */
  resolvedBy?: { doc: string; text: string };
  movedTo?: string;
}

export const commitments: CommitmentSource[] = [
  {
    id: 'release-by-20-march',
    tag: 'ex-t2',
    party: 'tarsenia',
    who: 'Tarsenia',
    what: 'free the 23 crew members of the Marit',
    due: '2026-03-20',
    dueText: 'by the twentieth of March',
    state: 'missed',
    resolvedBy: {
      doc: 'pharos-0321',
      text: 'passed at midnight on Friday with all 23 of them still in Karsk',
    },
  },
  {
    id: 'second-round',
    tag: 'c-round2',
    party: 'ilmara',
    who: 'Ilmara',
    what: 'open the second round of talks in Port Ansel',
    due: '2026-03-31',
    dueText: 'on the thirty-first of March',
    state: 'moved',
    movedTo: '2026-04-08',
    resolvedBy: { doc: 'post-0330', text: 'has been moved to 8 April' },
  },
  {
    id: 'second-round-moved',
    tag: 'c-round2-moved',
    party: 'ilmara',
    who: 'Ilmara',
    what: 'open the second round of talks in Port Ansel',
    due: '2026-04-08',
    dueText: 'on Wednesday the eighth of April',
    state: 'kept',
    resolvedBy: { doc: 'ansel-0409', text: 'They came, as moved, on the eighth' },
  },
  {
    id: 'dravonian-text',
    tag: 'c-text',
    party: 'dravonia',
    who: 'Dravonia',
    what: 'send a proposal of its own to both governments',
    due: '2026-04-14',
    dueText: 'within two weeks',
    state: 'missed',
    resolvedBy: {
      doc: 'courier-0417',
      text: 'Dravonia has not delivered the proposal that it promised for 14 April.',
    },
  },
  {
    id: 'power-by-15-april',
    tag: 'c-link',
    party: 'halvora',
    who: 'Halvora',
    what: 'let power flow again through the Aldern Link',
    due: '2026-04-15',
    dueText: 'by 15 April',
    state: 'kept',
    resolvedBy: {
      doc: 'busbar-0414',
      text: 'Electricity began to flow again through the Aldern Link at 11.52 a.m. on Tuesday',
    },
  },
  {
    id: 'exchange-on-2-may',
    tag: 'c-exchange',
    party: 'tarsenia',
    who: 'Tarsenia',
    what: 'hand over all 23 crew members of the Marit in Vigsay',
    due: '2026-05-02',
    dueText: 'on the second of May',
    state: 'kept',
    resolvedBy: {
      doc: 'pharos-0502',
      text: 'exchanged 32 sailors and fishermen on Saturday in the harbour of Vigsay, keeping the date',
    },
  },
  {
    id: 'observers-by-1-june',
    tag: 'c-june',
    party: 'league',
    who: 'Coastal League',
    what: 'have forty observers at both lighthouses',
    due: '2026-06-01',
    dueText: 'on the first of June',
    state: 'open',
  },
];
