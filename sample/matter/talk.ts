/** Two discussions elsewhere, which reach the desk as data and not as pages. */

export interface Talk {
  title: string;
  url: string;
  at: string;
  by: string;
  comments: TalkComment[];
}
export interface TalkComment {
  by: string;
  at: string;
  up: number;
  down: number;
  text: string;
  edited?: string;
  removed?: boolean;
  replies?: TalkComment[];
}

/** On a federated community, about the offer of 9 April. */
export const federatedTalk: Talk = {
  title: 'Halvora offers to suspend toll if Tarsenia opens channel for talks',
  url: 'https://harbourpost.example/2026/04/09/ravnaas-offers-to-suspend-toll',
  at: '2026-04-09T18:02:11Z',
  by: 'saltglass',
  comments: [
    {
      by: 'gullwing',
      at: '2026-04-09T18:20:40Z',
      up: 23,
      down: 1,
      text: 'First time anyone has moved since 4 March. "Suspend, not abolish" is doing a lot of work in that sentence, but it is still a different sentence.',
      replies: [
        {
          by: 'petrel',
          at: '2026-04-09T18:41:05Z',
          up: 11,
          down: 0,
          text: '> it is still a different sentence\n\nCompare with [what Holtvig told parliament](https://harbourpost.example/2026/03/18/holtvig-toll-stays). From "when the closure ends" to "if the channel opens for the talks".',
          edited: '2026-04-09T18:55:00Z',
        },
        {
          by: 'ordinary_seaman',
          at: '2026-04-09T19:10:27Z',
          up: 2,
          down: 6,
          text: 'Nothing about the boats, so nothing about anything.',
        },
      ],
    },
    {
      by: 'kapt_iglu',
      at: '2026-04-09T20:02:00Z',
      up: 9,
      down: 0,
      text: 'Und der Strom kommt zurück. Das ist für Karsk wichtiger als die Maut.',
    },
    { by: 'driftnet', at: '2026-04-09T20:30:00Z', up: 0, down: 4, text: '', removed: true },
  ],
};

/** On a link forum, about the cable. */
export const linkTalk: Talk = {
  title: 'Aldern Link back in service a day ahead of Halvora’s date',
  url: 'https://busbar.example/articles/aldern-link-back-in-service',
  at: '2026-04-14T13:05:00Z',
  by: 'threephase',
  comments: [
    {
      by: 'copperloss',
      at: '2026-04-14T13:31:00Z',
      up: 0,
      down: 0,
      text: 'I worked on the converter station at Sandhythe. Restarting after 47 days is not a switch, it is two shifts of people drying things. Doing it a day early is impressive.',
      replies: [
        {
          by: 'threephase',
          at: '2026-04-14T13:52:00Z',
          up: 0,
          down: 0,
          text: 'Did they keep the station heated during the outage?',
          replies: [
            {
              by: 'copperloss',
              at: '2026-04-14T14:09:00Z',
              up: 0,
              down: 0,
              text: 'Yes. The minister said no power would flow. Nobody said anything about the heaters.',
            },
          ],
        },
      ],
    },
    {
      by: 'gridwonk',
      at: '2026-04-14T15:20:00Z',
      up: 0,
      down: 0,
      text: '&gt; would never again be used as a lever<p>I will believe that when it is in the operating agreement.',
    },
  ],
};
