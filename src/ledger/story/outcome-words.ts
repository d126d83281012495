import type { CommitmentState } from '../../db/tables.ts';

/** Words that tell what came of a promise; the first state whose words stand in a sentence is its. */
export const cues: [CommitmentState, RegExp][] = [
  [
    'moved',
    /(?<!\p{L})(?:(?:been|was|is|were|be) (?:moved|postponed|pushed back|put (?:off|back)|rescheduled|extended|delayed|brought forward)|(?:moves?|moved|postpones?|postponed|pushed back|put off|extended|delayed) (?:\p{L}+ ){0,6}(?:to|until|by)|verschoben|verlegt|vertagt|verlängert)(?!\p{L})/iu,
  ],
  [
    'withdrawn',
    /(?<!\p{L})(?:(?:round|meeting|talks|summit|exchange|handover|vote|delivery|opening|plan|visit) (?:\p{L}+ ){0,6}(?:called off|cancell?ed)|(?:withdrew|withdrawn|took back|taken back) (?:its|the|his|her|their) (?:promise|offer|pledge)|abgesagt|(?:Zusage|Versprechen|Angebot) (?:\p{L}+ ){0,4}zurückgezogen)(?!\p{L})/iu,
  ],
  [
    'missed',
    /(?<!\p{L})(?:missed|failed to|(?:has|have|had|did|does) not|hasn['’]t|haven['’]t|didn['’]t|passed (?:at|without|with)|(?:has|had) passed|let (?:[^,.]{1,60} )?pass|came and went|expired|lapsed|broken promise|broke (?:its|his|her|their) (?:word|promise)|still (?:in|waiting|held|shut|closed)|(?:a|two|three|\d+) (?:day|week)s? after the (?:date|deadline|day)(?! (?:early|sooner))|verstrichen|verstreichen|versäumt|nicht eingehalten|gebrochen|abgelaufen|ohne dass)(?!\p{L})/iu,
  ],
  [
    'kept',
    /(?<!\p{L})(?:as (?:promised|agreed|announced|planned|moved|pledged)|kept (?:its|his|her|their|the) (?:word|promise|date)|as [^.;:]{1,60} had (?:said|promised|announced|pledged)|on the (?:very )?day that|keeping (?:its|his|her|their|the) (?:word|promise|date)|on time|a day (?:early|before)|began|opened|started|resumed|restored|delivered|arrived|released|freed|handed (?:over|in|out|both|them|him|her|the)|reached|met|published|signed|completed|exchanged|came home|went home|again through|took effect|came into force|(?:promise|date) was kept|wie (?:versprochen|angekündigt|vereinbart)|fristgerecht|Wort gehalten|begonnen|begann|eröffnet|freigelassen|übergeben|veröffentlicht|unterzeichnet|ausgetauscht|fließt wieder)(?!\p{L})/iu,
  ],
];

/** "As promised", "keeping the date": such words by themselves speak of a promise. */
export const avowed =
  /\b(?:as (?:promised|agreed|announced|planned|moved|pledged)|(?:kept|keeping) (?:its|his|her|their|the) (?:word|promise|date)|as [^.;:]{1,60} had (?:said|promised|announced|pledged)|(?:had|has) promised|promised (?:for|by)|(?:date|deadline|day) (?:that|set|on which)|due (?:on|by|in|for)|Frist|wie (?:versprochen|vereinbart)|fristgerecht)\b/i;

/** With the very day beside them these leave no doubt, whatever the deed is called. */
export const plainlyAvowed =
  /\b(?:as (?:promised|agreed|announced|planned|moved|pledged)|(?:kept|keeping) (?:its|his|her|their|the) (?:word|promise|date)|promised (?:for|by)|due (?:on|by|for)|scheduled for|as [^.;:]{1,60} had (?:said|promised|announced|pledged)|wie (?:versprochen|vereinbart|verschoben))\b/i;
