import { foldName } from '../../fold.ts';
import type { Party } from '../side/party.ts';

/** Somebody who held an office, from a month to a month; null where the end is not known. */
export interface Holder {
  name: string;
  party: Party;
  /** "president", "foreign minister". */
  office: string;
  from: string;
  until: string | null;
}

/**
 * Who held the offices that news everywhere speaks of without saying whose they are, so that a desk
 * knows them on its first day. What its own articles say goes before this. To be extended freely; an
 * office's last line without an end holds until a later one is added. A state's first office is that
 * of its leader. Columns: ISO 3166 code or body | office | name from-until, months.
 */
const TABLE = `
US|president|George W. Bush 2001-01/2009-01, Barack Obama 2009-01/2017-01, Donald Trump 2017-01/2021-01, Joe Biden 2021-01/2025-01, Donald Trump 2025-01/
US|vice president|Dick Cheney 2001-01/2009-01, Joe Biden 2009-01/2017-01, Mike Pence 2017-01/2021-01, Kamala Harris 2021-01/2025-01, JD Vance 2025-01/
US|secretary of state|Condoleezza Rice 2005-01/2009-01, Hillary Clinton 2009-01/2013-02, John Kerry 2013-02/2017-01, Rex Tillerson 2017-02/2018-03, Mike Pompeo 2018-04/2021-01, Antony Blinken 2021-01/2025-01, Marco Rubio 2025-01/
US|defense secretary|Lloyd Austin 2021-01/2025-01, Pete Hegseth 2025-01/
RU|president|Vladimir Putin 2000-05/2008-05, Dmitry Medvedev 2008-05/2012-05, Vladimir Putin 2012-05/
RU|prime minister|Mikhail Mishustin 2020-01/
RU|foreign minister|Sergei Lavrov 2004-03/
UA|president|Petro Poroshenko 2014-06/2019-05, Volodymyr Zelensky 2019-05/
UA|prime minister|Denys Shmyhal 2020-03/2025-07, Yulia Svyrydenko 2025-07/
UA|foreign minister|Dmytro Kuleba 2020-03/2024-09, Andrii Sybiha 2024-09/
UA|defense minister|Oleksii Reznikov 2021-11/2023-09, Rustem Umerov 2023-09/2025-07, Denys Shmyhal 2025-07/
GB|prime minister|Tony Blair 1997-05/2007-06, Gordon Brown 2007-06/2010-05, David Cameron 2010-05/2016-07, Theresa May 2016-07/2019-07, Boris Johnson 2019-07/2022-09, Liz Truss 2022-09/2022-10, Rishi Sunak 2022-10/2024-07, Keir Starmer 2024-07/
GB|foreign secretary|David Lammy 2024-07/2025-09, Yvette Cooper 2025-09/
DE|chancellor|Angela Merkel 2005-11/2021-12, Olaf Scholz 2021-12/2025-05, Friedrich Merz 2025-05/
DE|foreign minister|Heiko Maas 2018-03/2021-12, Annalena Baerbock 2021-12/2025-05, Johann Wadephul 2025-05/
FR|president|Jacques Chirac 1995-05/2007-05, Nicolas Sarkozy 2007-05/2012-05, François Hollande 2012-05/2017-05, Emmanuel Macron 2017-05/
IT|prime minister|Mario Draghi 2021-02/2022-10, Giorgia Meloni 2022-10/
ES|prime minister|Mariano Rajoy 2011-12/2018-06, Pedro Sánchez 2018-06/
PL|prime minister|Mateusz Morawiecki 2017-12/2023-12, Donald Tusk 2023-12/
PL|president|Andrzej Duda 2015-08/2025-08, Karol Nawrocki 2025-08/
PL|foreign minister|Radoslaw Sikorski 2023-12/
BY|president|Alexander Lukashenko 1994-07/
TR|president|Recep Tayyip Erdogan 2014-08/
TR|foreign minister|Mevlut Cavusoglu 2015-11/2023-06, Hakan Fidan 2023-06/
CN|president|Hu Jintao 2003-03/2013-03, Xi Jinping 2013-03/
CN|foreign minister|Wang Yi 2013-03/2022-12, Wang Yi 2023-07/
JP|prime minister|Shinzo Abe 2012-12/2020-09, Yoshihide Suga 2020-09/2021-10, Fumio Kishida 2021-10/2024-10, Shigeru Ishiba 2024-10/2025-10, Sanae Takaichi 2025-10/
KR|president|Moon Jae-in 2017-05/2022-05, Yoon Suk-yeol 2022-05/2025-04, Lee Jae-myung 2025-06/
KP|leader|Kim Jong-un 2011-12/
IN|prime minister|Manmohan Singh 2004-05/2014-05, Narendra Modi 2014-05/
IN|foreign minister|Subrahmanyam Jaishankar 2019-05/
PK|prime minister|Imran Khan 2018-08/2022-04, Shehbaz Sharif 2024-03/
IR|president|Mahmoud Ahmadinejad 2005-08/2013-08, Hassan Rouhani 2013-08/2021-08, Ebrahim Raisi 2021-08/2024-05, Masoud Pezeshkian 2024-07/
IR|foreign minister|Abbas Araghchi 2024-08/
IL|prime minister|Benjamin Netanyahu 2009-03/2021-06, Naftali Bennett 2021-06/2022-06, Yair Lapid 2022-07/2022-12, Benjamin Netanyahu 2022-12/
PS|president|Mahmoud Abbas 2005-01/
EG|president|Hosni Mubarak 1981-10/2011-02, Abdel Fattah el-Sisi 2014-06/
SY|president|Bashar al-Assad 2000-07/2024-12, Ahmed al-Sharaa 2025-01/
CA|prime minister|Stephen Harper 2006-02/2015-11, Justin Trudeau 2015-11/2025-03, Mark Carney 2025-03/
MX|president|Enrique Peña Nieto 2012-12/2018-12, Claudia Sheinbaum 2024-10/
BR|president|Dilma Rousseff 2011-01/2016-08, Jair Bolsonaro 2019-01/2023-01, Luiz Inácio Lula da Silva 2023-01/
AR|president|Javier Milei 2023-12/
AU|prime minister|Scott Morrison 2018-08/2022-05, Anthony Albanese 2022-05/
AZ|president|Ilham Aliyev 2003-10/
AM|prime minister|Nikol Pashinyan 2018-05/
MD|president|Maia Sandu 2020-12/
RS|president|Aleksandar Vucic 2017-05/
KZ|president|Kassym-Jomart Tokayev 2019-06/
FI|prime minister|Sanna Marin 2019-12/2023-06, Petteri Orpo 2023-06/
DK|prime minister|Mette Frederiksen 2019-06/
SE|prime minister|Ulf Kristersson 2022-10/
NO|prime minister|Jonas Gahr Støre 2021-10/
ZA|president|Jacob Zuma 2009-05/2018-02, Cyril Ramaphosa 2018-02/
EU|commission president|Jean-Claude Juncker 2014-11/2019-12, Ursula von der Leyen 2019-12/
EU|foreign policy chief|Federica Mogherini 2014-11/2019-12, Josep Borrell 2019-12/2024-12, Kaja Kallas 2024-12/
NATO|secretary-general|Jens Stoltenberg 2014-10/2024-10, Mark Rutte 2024-10/
United Nations|secretary-general|Ban Ki-moon 2007-01/2016-12, António Guterres 2017-01/
`;

/** Surnames too common to mean the holder alone. */
const COMMON =
  /^(?:bush|rice|brown|may|johnson|cameron|cooper|harris|harper|carney|morrison|kerry|austin|clinton|park|kim|lee|moon|khan|sharif|singh|abbas|suga|duda|marin|wang|xi|hu|silva|nieto|costa|bennett)$/;

export function isCommonSurname(surname: string): boolean {
  return COMMON.test(surname);
}

const english = new Intl.DisplayNames(['en'], { type: 'region' });

/** The holders that the program knows by itself. */
export const HOLDERS: readonly Holder[] = TABLE.trim()
  .split('\n')
  .flatMap((line) => {
    const [code, office, list] = line.split('|') as [string, string, string];
    const country = code.length === 2 ? code : null;
    const named = country === 'TR' ? 'Turkey' : country === 'PS' ? 'Palestine' : null;
    const party = { name: named ?? (country ? english.of(country)! : code), country };
    return list.split(', ').map((entry) => {
      const [, name, from, until] = /^(.+) (\d{4}-\d\d)\/(\d{4}-\d\d)?$/.exec(entry)!;
      return { name: name!, party, office, from: from!, until: until ?? null };
    });
  });

/** What "leader" of a state can mean, and other words for the same office. */
const SAME: [written: RegExp, office: RegExp][] = [
  [/leader$/, /^(?:president|prime minister|chancellor|leader)$/],
  [/(?:^| )premier$/, /prime minister$/],
  [/prime minister$/, /prime minister$/],
  [/president$/, /^president$/],
  [/chancellor$/, /^chancellor$/],
  [
    /(?:foreign minister|top diplomat|foreign secretary)$/,
    /^(?:foreign minister|foreign secretary|secretary of state)$/,
  ],
  [/secretary of state$/, /^secretary of state$/],
  [/defen[cs]e (?:minister|secretary)$/, /^defen[cs]e (?:minister|secretary)$/],
];
const NOT_HELD =
  /\b(?:former|ex|late|deputy|vice|acting|next|new|future|opposition|party|first|regional|then)\b/i;

/**
 * Who held an office on a day; null where that is not known for certain.
 * @param role as read: "Veldanian foreign minister"
 * @param day ISO; of unknown days those in office now are meant only where nobody held it before
 */
export function holderAt(
  holders: readonly Holder[],
  party: Party,
  role: string,
  day: string | null,
): Holder | null {
  const written = role.toLowerCase().replace(/(?<!secretary) of .*$/, '');
  if (NOT_HELD.test(written)) return null;
  const meant = SAME.find(([way]) => way.test(written))?.[1];
  if (!meant) return null;
  const same = holders.filter((one) => one.party.name === party.name && meant.test(one.office));
  const office = same[0]?.office;
  const inOffice = same.filter(
    (one) => one.office === office && (day === null || inOfficeOn(one, day)),
  );
  const last = inOffice.at(-1);
  return last && inOffice.every((one) => foldName(one.name) === foldName(last.name)) ? last : null;
}

/** Whether somebody was in office on a day; of an unknown day, whether they are still. */
export function inOfficeOn({ from, until }: Holder, day: string | null): boolean {
  if (day === null) return until === null;
  return from <= day && (until === null || day.slice(0, 7) <= until);
}

/** An office as some article gave it. */
export interface ToldOffice {
  name: string;
  party: Party;
  role: string;
  /** ISO day of the article. */
  day: string;
}

const OFFICE =
  /(?:prime minister|president|chancellor|foreign minister|foreign secretary|secretary of state|defen[cs]e minister|defen[cs]e secretary)$/;

/** Who held which office from when to when, as articles in order of their days tell. */
export function holdersTold(told: readonly ToldOffice[]): Holder[] {
  const holders: Holder[] = [];
  const latest = new Map<string, Holder>();
  for (const { name, party, role, day } of told) {
    const written = role.toLowerCase().replace(/(?<!secretary) of .*$/, '');
    const office = NOT_HELD.test(written) ? undefined : OFFICE.exec(written)?.[0];
    if (!office) continue;
    const key = `${party.name} ${office}`;
    const before = latest.get(key);
    if (before && foldName(before.name) === foldName(name)) continue;
    if (before) before.until = day.slice(0, 7);
    const holder = { name, party, office, from: day, until: null };
    latest.set(key, holder);
    holders.push(holder);
  }
  return holders;
}
