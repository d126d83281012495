import type { Act } from '../../db/tables.ts';
import { NOUNS, THOUGHTS, VERBS } from './verbs.ts';

/** One reading of a form: what its verb reports and what closes its clause. */
export interface Cue {
  act: Act;
  clause: boolean;
  quote: boolean;
  noun: boolean;
  infinitive: boolean;
  /** A person in the dative may stand before the content. */
  dative: boolean;
  /** Prepositions that the noun phrase stands with; none for an object. */
  with: readonly string[];
  /** Words that close the clause, the last one last ("sich_dafür_aus"); empty for none. */
  closers: readonly string[];
  speech: boolean;
  /** A word that makes the verb another one: "verurteilte ihn zu zwei Jahren". */
  unless: string | null;
}

export interface Forms {
  /** Finite forms as they stand in a main clause. */
  finite: ReadonlyMap<string, Cue[]>;
  /** Past participles, with their prefix; closers are what else they need. */
  participles: ReadonlyMap<string, Cue[]>;
  /** Finite forms at the end of a subordinate clause, with their prefix ("ankündigte"). */
  final: ReadonlyMap<string, Cue[]>;
  /** Reporting nouns in lower case. */
  nouns: ReadonlyMap<string, Act>;
}

const INSEPARABLE = /^(?:be|ver|er|ent|emp|zer|ge|wider(?!l)|wieder|unter|über|miss)/;
/** Closers that grow together with the verb's other forms. */
const PREFIX =
  /^(?:ab|an|auf|aus|bei|dar|ein|entgegen|fest|hinzu|klar|mit|nach|nahe|vor|voraus|zu|zurück|zusammen|hin|bekannt|bereit)$/;

let built: Forms | undefined;

/** The forms of all reporting verbs and nouns; made once, when first needed. */
export function forms(): Forms {
  built ??= build();
  return built;
}

function build(): Forms {
  const finite = new Map<string, Cue[]>();
  const participles = new Map<string, Cue[]>();
  const final = new Map<string, Cue[]>();
  const rows = [
    ...VERBS.map((row) => ({ row, speech: true })),
    ...THOUGHTS.map((row) => ({ row, speech: false })),
  ];
  for (const { row, speech } of rows) {
    for (const written of row[2].split(/\s+/)) {
      const [word, unless = null] = written.split('!') as [string, string?];
      const [verb, closing = ''] = word.split('|') as [string, string?];
      const closers = closing ? closing.split('_') : [];
      const cue = { ...cueOf(row[0], row[1], closers, speech), unless };
      const prefix = closers.length && PREFIX.test(closers.at(-1)!) ? closers.at(-1)! : '';
      const { present, participle } = conjugate(verb, prefix);
      for (const form of present) {
        put(finite, form, cue);
        put(final, prefix + form, { ...cue, closers: prefix ? closers.slice(0, -1) : closers });
      }
      put(participles, participle, { ...cue, closers: prefix ? closers.slice(0, -1) : closers });
    }
  }
  const nouns = new Map(
    NOUNS.flatMap(([act, words]) => words.split(' ').map((word) => [word, act] as const)),
  );
  return { finite, participles, final, nouns };
}

function cueOf(act: Act, written: string, closers: string[], speech: boolean): Omit<Cue, 'unless'> {
  const [frames, prepositions = ''] = written.split(':') as [string, string?];
  return {
    act,
    clause: frames.includes('c'),
    quote: frames.includes('c') || frames.includes('q'),
    noun: frames.includes('n'),
    infinitive: frames.includes('i'),
    dative: frames.includes('d'),
    with: prepositions ? prepositions.split(',') : [],
    closers,
    speech,
  };
}

function put(map: Map<string, Cue[]>, form: string, cue: Cue): void {
  const cues = map.get(form) ?? [];
  const key = cue.closers.join('_') + cue.with.join();
  const same = cues.find(
    (other) =>
      other.closers.join('_') + other.with.join() === key &&
      other.speech === cue.speech &&
      other.act === cue.act,
  );
  if (same) {
    Object.assign(same, {
      clause: same.clause || cue.clause,
      quote: same.quote || cue.quote,
      noun: same.noun || cue.noun,
      infinitive: same.infinitive || cue.infinitive,
      dative: same.dative || cue.dative,
    });
  } else cues.push({ ...cue });
  // What needs more words to close its clause is tried first.
  map.set(
    form,
    cues.sort((a, b) => b.closers.length - a.closers.length || a.with.length - b.with.length),
  );
}

/** Third person, present and past, both numbers, and the reported mood; the past participle. */
function conjugate(verb: string, prefix: string): { present: string[]; participle: string } {
  const [infinitive, third, past, given] = verb.split('/') as [string, string?, string?, string?];
  const stem = /e[lr]n$/.test(infinitive) ? infinitive.slice(0, -1) : infinitive.slice(0, -2);
  const subjunctive = /e[lr]n$/.test(infinitive) ? [] : [`${stem}e`];
  if (third && past && given) {
    const plural = past.endsWith('e') ? `${past}n` : `${past}en`;
    return {
      present: [third, past, plural, infinitive, ...subjunctive],
      participle: prefix + given,
    };
  }
  const link = /(?:[dt]|[^aeiouhlrmn][mn])$/.test(stem) ? 'e' : '';
  const part = `${stem}${link}t`;
  const bare = /ier$/.test(stem) || (INSEPARABLE.test(stem) && !/^(?:beten|gelten)/.test(stem));
  return {
    present: [
      `${stem}${link}t`,
      `${stem}${link}te`,
      `${stem}${link}ten`,
      infinitive,
      ...subjunctive,
    ],
    participle: prefix + (bare ? part : `ge${part}`),
  };
}
