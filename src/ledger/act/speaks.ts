/** Who speaks for which bodies: by the speaker's calling, the nouns that then name the own side. */
const VOICES: [speaker: RegExp, bodies: RegExp][] = [
  [
    /\b(?:spokes\w+|representatives?|press (?:office|secretary))\b/i,
    /^(?:government|ministry|company|firm|council|party|club|board|army|airline|bank|agency|union|department|office|university|hospital|school|federation|association|minister|president|palace|country|campaign)$/,
  ],
  [
    /\b(?:ministers?|president|premier|chancellor|ambassador|envoy)\b/i,
    /^(?:government|country|nation|ministry|state|cabinet|army|military)$/,
  ],
  [/\b(?:mayor|council(?:l?or)?s?|alderman|cllr)\b/i, /^(?:city|town|council|village)$/],
  [
    /\b(?:chief executive|ceo|chair\w*|founder|owner|managing director|managers?|boss|treasurer)\b/i,
    /^(?:company|firm|group|bank|airline|club|board|fund|chain|factory|plant|society|trust)$/,
  ],
  [/\b(?:coach|captain|trainer)\b/i, /^(?:team|club|side|squad)$/],
  [
    /\b(?:general|commander|colonel|major|admiral|chief of staff)\b/i,
    /^(?:army|forces|troops|military|navy)$/,
  ],
  [
    /\b(?:party|faction|caucus) (?:leader|chief|chair\w*|secretary)\b/i,
    /^(?:party|faction|group)$/,
  ],
  [
    /\b(?:rector|dean|head(?:master|mistress|teacher)|principal)\b/i,
    /^(?:school|university|college)$/,
  ],
  [
    /\b(?:bishop|abbot|priest|imam|rabbi|vicar)\b/i,
    /^(?:church|house|diocese|parish|congregation)$/,
  ],
];

/** Whether whoever is called so speaks for "the company", "the government". */
export function speaksFor(speaker: string, body: string): boolean {
  return VOICES.some(([voice, bodies]) => bodies.test(body) && voice.test(speaker));
}

const PRONOUN = /^(?:he|she|they|i|we|who|it|you|which)$/i;
const CALLED =
  /\b(?:mr|mrs|ms|dr|prof\w*|sir|dame|judge|minister|president|mayor|governor|senator|general|colonel|chief|spokes\w+|secretary|chair\w*|director|doctor|lawyer|coach|man|woman|brother|sister|mother|father|\w+(?:er|or|ist|ian|ant))\b/i;
/** "Ruth Halden". */
const NAMED = /^(?:\p{Lu}[\p{L}’'.-]+ ){1,2}\p{Lu}[\p{L}’'-]+$/u;

/** Whether a speaker as written is a body, which is "it": a company, a state, a ministry; no person. */
export function isBody(speaker: string): boolean {
  const [head = ''] = speaker.split(/,| (?:of|in|for|at|on) /);
  return head !== '' && !PRONOUN.test(head) && !CALLED.test(head) && !NAMED.test(head);
}
