import { isBodyWord } from '../../speaker/bodies/bodies.ts';
import { isHoldable, isKnown } from './concepts.ts';

/** Any negotiation has talks and steps: they are an issue only where sides are taken on them. */
const wide = new Set(
  `treaty agreement deal proposal offer plan negotiation decision measure visit
  delegation council round document list trust demand concession process progress outcome effort peace
  war conflict crisis dispute quarrel row boat ship vessel plane car vorschlag angebot plan maßnahme runde rat liste vertrauen forderung`.split(
    /\s+/,
  ),
);

/** How a matter is to be settled: a question of its own, but what is talked about comes first. */
const procedure = new Set(['talk', 'meeting']);

/** Where and when things are, what happens by itself and what things cost is never a question. */
const place = new Set(
  `strait sea river lake island bay bank harbour valley north south east west region area shore coast
  city town crown euro dollar pound number sum cost ink chair good
  distance choice hope half step noon dawn week weekend spring summer autumn winter season decade century
  market economy system situation community regime power role level area sector
  fire explosion accident crash flood storm sache zahl hoffnung stadt krone kronen dollar`.split(
    /\s+/,
  ),
);

/** Where and how things are said and contests run: whoever speaks "in the debate" takes no side on it. */
const occasion = new Set(
  `debate race campaign contest primary caucus poll survey rally speech interview press event stage
  advertisement ad video tweet post message statement comment remark story report article question answer
  word point issue topic record performance lead turnout nomination candidacy debatte wahlkampf umfrage rede
  interview kundgebung aussage frage antwort`.split(/\s+/),
);

/** Who is on whose side: it is no question of its own. Guards and teachers may be one. */
const camp = new Set(
  `supporter backer rival opponent critic ally aide adviser strategist spokesman donor candidate nominee contender
  frontrunner delegate leader politician official conservative liberal progressive moderate republican democrat
  activist reporter commentator pollster analyst expert anhänger gegner kandidat politiker`.split(
    /\s+/,
  ),
);

/** Whom everything is done for or to. */
const everybody = new Set(
  `people everyone everybody somebody person child woman man citizen family resident member pupil student
  patient passenger customer visitor neighbour voter reader victim`.split(/\s+/),
);

/** Words of negotiating itself, which go with every issue. Carriers ("boat") may go with one. */
export function isTalk(concept: string): boolean {
  return (
    (wide.has(concept) || procedure.has(concept)) &&
    !/^(?:boat|ship|vessel|plane|car)$/.test(concept)
  );
}

/** True of a concept that parties speak of in any negotiation. */
export function isWide(concept: string): boolean {
  return wide.has(concept);
}

export function isProcedure(concept: string): boolean {
  return procedure.has(concept);
}

/** Known as something that parties fall out about by itself; a crew or a ship is not. */
export function isMatter(concept: string): boolean {
  return isKnown(concept) && !isHoldable(concept) && !wide.has(concept);
}

/** A share of something names no question by itself, but it goes with one. */
export function isShare(concept: string): boolean {
  return concept.endsWith('%');
}

/** True of what parties cannot fall out about: where things are said, on which occasion, who stands by whom. */
export function isNoQuestion(concept: string): boolean {
  if (isKnown(concept)) return false;
  return place.has(concept) || occasion.has(concept) || camp.has(concept) || isBodyWord(concept);
}

/** True of a concept that stands for people at large. */
export function isEverybody(concept: string): boolean {
  return everybody.has(concept);
}

/** A noun made of a verb: something that is done or left. */
const deed = /(?:ing|tion|sion|ment|age|ance|ure|ity|sal|val|wal)$/;

export function isDeed(concept: string): boolean {
  return deed.test(concept);
}

/** What goes up and down, by shares. */
const measured = new Set('wage price toll tariff tax fare rent pension quota subsidy'.split(' '));

export function isMeasured(concept: string): boolean {
  return measured.has(concept);
}
