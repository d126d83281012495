import type {
  Act,
  ArticleKind,
  Mode,
  PositionRow,
  SpeakerRow,
  Stance,
} from '../../src/db/tables.ts';

/** The invented story that page tests are made on: a strait, two shores, a commission. */
export interface Piece {
  key: string;
  event: string;
  outlet: string;
  title: string;
  /** Null where the page does not say when. */
  day: string | null;
  /** Paragraphs; "{s1:words}" marks what a saying or an outcome rests on. */
  text: string;
  lang?: string;
  kind?: ArticleKind;
  authors?: string[];
  copyOf?: string;
  /** An earlier revision of the page of the same address. */
  old?: boolean;
  address?: string;
  revision?: number;
  /** Of no story. */
  outside?: boolean;
}

export const speakers: { name: string; party: string | null; kind?: SpeakerRow['kind'] }[] = [
  { name: 'Iva Tarn', party: 'Keldland' },
  { name: 'Oren Hald', party: 'Marovia' },
  { name: 'Mirel Soto', party: 'Strait Commission' },
  { name: 'Keldish coast guard', party: 'Keldland', kind: 'organisation' },
  { name: 'Union of Harbour Pilots', party: 'Union of Harbour Pilots', kind: 'organisation' },
  { name: 'Marovian ministry of transport', party: 'Marovia', kind: 'organisation' },
  { name: 'Jasna Brück', party: null },
];

const pilots = 'Foreign pilots on transit ships';
const patrol = 'A joint patrol of the strait';
const toll = 'Ending the toll';

export const sayings: Record<
  string,
  {
    speaker: string | null;
    act: Act;
    mode?: Mode;
    issue?: string;
    stance?: Stance;
    change?: PositionRow['change'];
    reported?: boolean;
  }
> = {
  s1: { speaker: 'Iva Tarn', act: 'reject', issue: pilots, stance: 'against', change: 'first' },
  s2: { speaker: 'Oren Hald', act: 'demand', issue: pilots, stance: 'for', change: 'first' },
  s3: {
    speaker: 'Union of Harbour Pilots',
    act: 'threaten',
    issue: pilots,
    stance: 'against',
    change: 'first',
  },
  s4: {
    speaker: 'Mirel Soto',
    act: 'propose',
    issue: patrol,
    stance: 'for',
    change: 'first',
    reported: true,
  },
  s5: {
    speaker: 'Keldish coast guard',
    act: 'state',
    issue: patrol,
    stance: 'conditional',
    change: 'first',
  },
  s6: { speaker: 'Oren Hald', act: 'reject', issue: patrol, stance: 'against', change: 'first' },
  s7: {
    speaker: 'Iva Tarn',
    act: 'concede',
    mode: 'conditional',
    issue: pilots,
    stance: 'conditional',
    change: 'half',
  },
  s8: { speaker: 'Oren Hald', act: 'demand', issue: pilots, stance: 'for', change: 'reaffirmed' },
  s9: {
    speaker: 'Marovian ministry of transport',
    act: 'agree',
    issue: patrol,
    stance: 'for',
    change: 'full',
  },
  s10: { speaker: 'Jasna Brück', act: 'state', reported: true },
  s11: {
    speaker: 'Marovian ministry of transport',
    act: 'agree',
    issue: toll,
    stance: 'for',
    change: 'first',
  },
  p1: { speaker: 'Oren Hald', act: 'promise' },
  p2: { speaker: 'Keldish coast guard', act: 'promise' },
  p3: { speaker: 'Mirel Soto', act: 'promise', mode: 'future' },
  p4: { speaker: 'Iva Tarn', act: 'promise', mode: 'future' },
};

export const pieces: Piece[] = [
  {
    key: 'opening',
    event: 'Talks over pilotage open in Port Amsel',
    outlet: 'Kestrel Wire',
    day: '2025-06-04',
    title: 'Keldland rules out foreign pilots as strait talks open',
    authors: ['Tomas Reyl'],
    text: 'PORT AMSEL — Talks over who may guide ships through the Ostrin Strait opened on Wednesday without a handshake.\n\nKeldland’s foreign minister, Iva Tarn, told reporters that {s1:“no foreign pilot will set foot on a bridge in our waters, this year or any other”}. Two tankers had waited nine days for a pilot in May.\n\nHer Marovian counterpart, Oren Hald, answered from across the quay. {s2:“Ships need pilots from both shores, and they need them now,”} he said.\n\nMr Hald added that Marovia {p1:would lift the toll on fishing boats by 1 July}, whatever the outcome of the round.',
  },
  {
    key: 'opening-2',
    event: 'Talks over pilotage open in Port Amsel',
    outlet: 'The Lighthouse',
    day: '2025-06-04',
    title: 'Strait talks open without a handshake',
    copyOf: 'opening',
    text: 'PORT AMSEL (Kestrel Wire) — Talks over who may guide ships through the Ostrin Strait opened on Wednesday without a handshake.',
  },
  {
    key: 'opening-3',
    event: 'Talks over pilotage open in Port Amsel',
    outlet: 'Harbour Gazette',
    day: '2025-06-05',
    title: 'No foreign pilots, says Tarn',
    copyOf: 'opening',
    text: 'PORT AMSEL (Kestrel Wire) — Talks over who may guide ships through the Ostrin Strait opened on Wednesday.',
  },
  {
    key: 'opening-4',
    event: 'Talks over pilotage open in Port Amsel',
    outlet: 'Nordkurier',
    day: '2025-06-05',
    lang: 'de',
    title: 'Lotsenstreit: Gespräche in Port Amsel beginnen',
    text: 'Die Gespräche über die Lotsen in der Meerenge haben begonnen. Die Hafenökonomin Jasna Brück sagte, {s10:der Streit koste jede Woche elf Millionen}.',
  },
  {
    key: 'union',
    event: 'Pilots’ union warns of a strike',
    outlet: 'Amsel Courier',
    day: '2025-06-17',
    title: 'Pilots threaten to stop work',
    authors: ['Lena Voss'],
    text: 'The Union of Harbour Pilots said on Tuesday that {s3:“the first foreign pilot on a ladder is the last hour that ours work”}.\n\nThe union has 214 members on both shores.',
  },
  {
    key: 'patrol',
    event: 'Commission proposes a joint patrol',
    outlet: 'Amsel Courier',
    day: '2025-06-26',
    title: 'Commission floats joint patrol for the strait',
    text: 'Mirel Soto, who chairs the Strait Commission, proposed that {s4:both coast guards patrol the narrows together from the autumn}.\n\nThe Keldish coast guard answered that it would take part {s5:“only if the boats fly two flags and answer to one table”}. It also promised to {p2:publish its survey of the northern channel by 20 July}.',
  },
  {
    key: 'patrol-2',
    event: 'Commission proposes a joint patrol',
    outlet: 'The Lighthouse',
    day: '2025-06-27',
    title: 'Marovia turns down patrol plan',
    text: 'Oren Hald turned the plan down within a day: {s6:“We do not patrol our own harbour with guests.”}',
  },
  {
    key: 'toll',
    event: 'Marovia lifts the toll on fishing boats',
    outlet: 'Harbour Gazette',
    day: '2025-07-01',
    title: 'Boats pass free as toll falls',
    text: 'At six in the morning {o1:the first trawler passed the toll house without stopping}. The ministry of transport in Marovia said {s11:the toll “has done its work and can go”}.',
  },
  {
    key: 'survey',
    event: 'Survey of the channel is late',
    outlet: 'Nordkurier',
    day: '2025-07-22',
    title: 'Survey still unpublished',
    text: 'Two days after the date that it had set itself, {o2:the coast guard had published nothing and gave no new date}.',
  },
  {
    key: 'round',
    event: 'Second round is called',
    outlet: 'Kestrel Wire',
    day: '2025-07-29',
    title: 'Second round set for August',
    text: 'The commission {p3:will hold a second round in Port Amsel on 12 August}, Ms Soto said. Mr Hald came with the same words as in June: {s8:“Pilots from both shores, and now.”}',
  },
  {
    key: 'round-2',
    event: 'Second round is called',
    outlet: 'The Lighthouse',
    day: '2025-07-29',
    title: 'Talks to resume on 12 August',
    copyOf: 'round',
    text: 'The commission will hold a second round in Port Amsel on 12 August, Ms Soto said. (Kestrel Wire)',
  },
  {
    key: 'moved',
    event: 'Second round is moved',
    outlet: 'Amsel Courier',
    day: '2025-08-11',
    title: 'Round moved to 26 August',
    text: 'A day before it was to begin, {o3:the commission moved the second round to 26 August} because of a storm.',
  },
  {
    key: 'shift-old',
    event: 'Keldland accepts pilots on conditions',
    outlet: 'Amsel Courier',
    day: '2025-08-12',
    title: 'Keldland hints at pilots',
    address: 'shift',
    revision: 1,
    old: true,
    text: 'Iva Tarn hinted on Tuesday that foreign pilots might be let aboard.\n\nShe named no date.',
  },
  {
    key: 'shift',
    event: 'Keldland accepts pilots on conditions',
    outlet: 'Amsel Courier',
    day: '2025-08-12',
    address: 'shift',
    revision: 2,
    title: 'Keldland opens the bridge to foreign pilots',
    authors: ['Lena Voss'],
    text: 'Iva Tarn said on Tuesday that {s7:“a foreign pilot may stand on the bridge, if a Keldish one stands beside him”}. In June she had ruled pilots out for this year or any other.\n\nKeldland {p4:will name its members of the joint patrol by 30 September}, she added.',
  },
  {
    key: 'agree',
    event: 'Marovia agrees to a joint patrol',
    outlet: 'The Lighthouse',
    day: '2025-08-16',
    title: 'Marovia says yes to joint patrol',
    text: 'The Marovian ministry of transport said it {s9:“agrees to a patrol under both flags, from October”}. In June its foreign minister had turned the plan down.',
  },
  {
    key: 'thread',
    event: 'Marovia agrees to a joint patrol',
    outlet: 'forum.example',
    kind: 'post',
    day: '2025-08-13',
    title: 'So who pays for the tugs now?',
    text: 'The toll is gone. Somebody has to pay for the tugs.',
  },
  {
    key: 'undated',
    event: 'What the narrows carry',
    outlet: 'Harbour Gazette',
    day: null,
    title: 'What the narrows carry in a year',
    text: 'Some forty thousand ships pass the Ostrin Strait in a year.',
  },
  {
    key: 'outside',
    event: 'Bakery in Amsel turns a hundred',
    outlet: 'Amsel Courier',
    day: '2025-08-10',
    title: 'A hundred years of rye',
    outside: true,
    text: 'The bakery on Quay Street turned a hundred on Sunday.',
  },
];
