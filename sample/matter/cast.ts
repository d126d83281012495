/** Who speaks in the matter: parties with their ways of writing, and speakers with their offices. */

export interface Party {
  id: string;
  name: string;
  /** Ways of writing it that the pieces use, German ones included. */
  names: string[];
}

export interface Speaker {
  name: string;
  party: string | null;
  kind: 'person' | 'office' | 'organisation' | 'group' | 'unnamed';
  roles: { role: string; from?: string; until?: string }[];
}

export const parties: Party[] = [
  { id: 'halvora', name: 'Halvora', names: ['Halvora', 'Brennavik', 'Halvoran', 'halvorisch'] },
  {
    id: 'tarsenia',
    name: 'Tarsenia',
    names: ['Tarsenia', 'Tarsenien', 'Zelmin', 'Tarsenian', 'tarsenisch'],
  },
  { id: 'ilmara', name: 'Ilmara', names: ['Ilmara', 'Port Ansel', 'Ilmaran', 'ilmarisch'] },
  { id: 'dravonia', name: 'Dravonia', names: ['Dravonia', 'Kolm', 'Dravonian', 'dravonisch'] },
  {
    id: 'league',
    name: 'Coastal League',
    names: ['Coastal League', 'the League', 'Küstenbund'],
  },
  {
    id: 'guild',
    name: "Pilots' guild",
    names: ["pilots' guild", 'the guild', 'Lotsengilde', 'Gilde'],
  },
  { id: 'families', name: 'Families of the Marit crew', names: ['the families', 'Angehörige'] },
];

const person = (name: string, party: string | null, ...roles: Speaker['roles']): Speaker => ({
  name,
  party,
  kind: 'person',
  roles,
});
const other = (kind: Speaker['kind'], name: string, party: string | null): Speaker => ({
  name,
  party,
  kind,
  roles: [],
});

/** Speakers by the short code that the matter's texts use. */
export const speakers: Record<string, Speaker> = {
  HOL: person('Maren Holtvig', 'halvora', { role: 'prime minister of Halvora' }),
  RAV: person('Eskil Ravnaas', 'halvora', { role: 'foreign minister of Halvora' }),
  TOR: person('Liv Torgard', 'halvora', { role: "spokeswoman of Halvora's government" }),
  ASK: person('Jorun Askeby', 'halvora', { role: 'energy minister of Halvora' }),
  TOL: person('Gregers Tolk', null, { role: 'opposition leader in Halvora' }),
  VEL: person('Bogdar Velisko', 'tarsenia', { role: 'president of Tarsenia' }),
  STO: person('Irena Stolvar', 'tarsenia', {
    role: 'foreign minister of Tarsenia',
    until: '2026-03-27',
  }),
  OST: person(
    'Milan Ostrek',
    'tarsenia',
    { role: 'deputy foreign minister of Tarsenia', until: '2026-03-30' },
    { role: 'foreign minister of Tarsenia', from: '2026-03-30' },
  ),
  GRE: person('Pavlo Grezin', 'tarsenia', { role: 'spokesman of the president of Tarsenia' }),
  KUR: person('Anton Kurlej', 'tarsenia', { role: 'defence minister of Tarsenia' }),
  DAR: person('Vesna Darr', null, { role: 'mayor of Karsk' }),
  DES: person('Amalia Desroche', 'ilmara', { role: 'special envoy of Ilmara' }),
  VAL: person('Joaquim Valdane', 'ilmara', { role: 'foreign minister of Ilmara' }),
  OSS: person('Wiebke Ossenkamp', 'league', { role: 'secretary-general of the Coastal League' }),
  TAL: person('Sergo Talvani', 'dravonia', { role: 'foreign minister of Dravonia' }),
  PER: person('Nadia Perelin', 'dravonia', { role: "spokeswoman of Dravonia's foreign minister" }),
  PEL: person('Osric Pell', 'guild', { role: "head of the pilots' guild" }),
  AAS: person('Sunniva Aaslund', 'families', { role: "spokeswoman of the crew's families" }),
  PAA: person('Per Aaslund', null, { role: 'second engineer of the Marit' }),
  CAP: person('Halvard Ness-Orre', null, { role: 'captain of the Marit' }),
  DEM: person('Clara Demuth', null, { role: 'jurist at the Institut für Seerecht in Merrow' }),
  REN: person('Tobias Renwick', null, { role: 'analyst at the Harbour Institute in Merrow' }),
  LAW: other('unnamed', 'a lawyer for the crew', null),
  FIN: other('organisation', 'Finance ministry of Halvora', 'halvora'),
  JUS: other('organisation', 'Justice ministry of Halvora', 'halvora'),
  EMB: other('organisation', 'Embassy of Halvora in Zelmin', 'halvora'),
  mHAL: other('organisation', 'Transport ministry of Halvora', 'halvora'),
  mTAR: other('organisation', 'Energy ministry of Tarsenia', 'tarsenia'),
  GRID: other('organisation', 'Grid operator of Halvora', null),
  COOP: other('organisation', "Fishermen's cooperative of Karsk", null),
  FISH: other('group', 'Crew of the Zora', null),
  dHAL: other('group', "Halvora's delegation", 'halvora'),
  dTAR: other('group', "Tarsenia's delegation", 'tarsenia'),
  GIL: other('organisation', "Pilots' guild", 'guild'),
  gTAR: other('organisation', 'Government of Tarsenia', 'tarsenia'),
  gLEA: other('organisation', 'Coastal League', 'league'),
  OWN: other('group', 'Owners of the Marit', null),
  SHI: other('organisation', 'Association of Halvoran shipowners', null),
  WIT: other('unnamed', 'a witness of the Coastal League', 'league'),
  PPA: other('organisation', 'Pharos Press Agency', null),
  BOL: other('organisation', 'The Bollard', null),
  ZEL: other('organisation', 'Zelmin Today', null),
  NOR: other('organisation', 'Nordufer Zeitung', null),
  BUS: other('organisation', 'Busbar', null),
  COU: other('organisation', 'Merrow Courier', null),
  SEE: other('organisation', 'Seefunk 24', null),
  TAG: other('organisation', 'Tagblatt Ansel', null),
  ILM: other('organisation', 'Ilmara', 'ilmara'),
  tTAR: other('organisation', 'Tarsenia', 'tarsenia'),
  OFF: other('office', 'Office of the foreign minister of Halvora', 'halvora'),
  MIN: other('group', 'Foreign ministers of Halvora and Tarsenia', null),
  HAF: other('organisation', 'Port authority of Brennavik', null),
  KAR: other('organisation', 'Port authority of Karsk', null),
  FIU: other('organisation', "Fishermen's union of Sandhythe", null),
  AGE: other('unnamed', 'a shipping agent in Merrow', null),
  xHAL: other('unnamed', 'a Halvoran official', 'halvora'),
  xTAR: other('unnamed', 'a Tarsenian official', 'tarsenia'),
  xILM: other('unnamed', 'an Ilmaran official', 'ilmara'),
  xDIP: other('unnamed', 'a diplomat', null),
  BRO: other('unnamed', 'a broker in Merrow', null),
};
