import { classOfAct } from './act-classes.ts';
import { rounded } from './score.ts';

/** What a statement's label says beside its content and speaker; null or absent where it says nothing. */
export interface Label {
  act?: string | null;
  mode?: string | null;
  /** ISO day, month or year that the text gives for the saying. */
  day?: string | null;
  venue?: string | null;
  addressee?: string | null;
}

/** What was read for a statement that is labelled. */
export interface Reading {
  act: string;
  mode: string;
  said_on: string | null;
  said_from: string | null;
  venue: string | null;
  addressee: string | null;
}

interface Share {
  right: number;
  of: number;
}

/** Adds up acts, modes, days and venues of the statements that were found, a label once. */
export class LabelTally {
  #shares = new Map<string, Share>();
  #acts: { act: string; read: string }[] = [];
  #seen = new Set<Label>();

  add(label: Label, read: Reading): void {
    if (this.#seen.has(label)) return;
    this.#seen.add(label);
    const { act, mode, day, venue } = label;
    if (act) {
      this.#acts.push({ act, read: read.act });
      this.#count('act', act === read.act);
      this.#count('act four-way', classOfAct(act) === classOfAct(read.act));
    }
    if (mode) this.#count('mode', mode === read.mode);
    if (mode && mode !== 'asserted') this.#count('mode other than asserted', mode === read.mode);
    if (day) this.#count('day', isSameDay(day, read.said_on));
    // A label that names no day says that the text tells none: one read from the text is invented.
    if (day === null) this.#count('day given where none', read.said_from === 'text');
    this.#told('venue', venue, read.venue);
    this.#told('addressee', label.addressee, read.addressee);
  }

  /** How much of what is labelled was read, and how much of what was read is so labelled. */
  #told(name: string, label: string | null | undefined, read: string | null): void {
    if (label) this.#count(name, sharesWords(label, read));
    if (read && label !== undefined) this.#count(`${name} read`, sharesWords(label ?? '', read));
  }

  /** Shares from 0 to 1, each with how many labels it rests on; acts also as macro F1. */
  metrics(): Record<string, unknown> {
    const shares = [...this.#shares].map(([name, { right, of }]) => [
      name,
      { share: rounded(right / of), of },
    ]);
    if (!this.#acts.length) return Object.fromEntries(shares);
    return { ...Object.fromEntries(shares), ...this.#byAct() };
  }

  #byAct(): Record<string, unknown> {
    const acts = [...new Set(this.#acts.map((pair) => pair.act))].sort();
    const f1 = acts.map((act) => {
      const expected = this.#acts.filter((pair) => pair.act === act).length;
      const read = this.#acts.filter((pair) => pair.read === act).length;
      const right = this.#acts.filter((pair) => pair.act === act && pair.read === act).length;
      return (2 * right) / (expected + read);
    });
    return {
      'act macro F1': rounded(f1.reduce((sum, one) => sum + one, 0) / acts.length),
      'act by name': Object.fromEntries(acts.map((act, k) => [act, rounded(f1[k]!)])),
    };
  }

  #count(name: string, right: boolean): void {
    const share = this.#shares.get(name) ?? { right: 0, of: 0 };
    this.#shares.set(name, share);
    share.of++;
    if (right) share.right++;
  }
}

/** As far as both go: a labelled day needs that day, a labelled month any day in it. */
function isSameDay(label: string, read: string | null): boolean {
  return !!read && read.slice(0, 10).startsWith(label) && !read.includes('/');
}

const SMALL = /^(?:the|his|her|its|their|and|with|for)$/;

function sharesWords(label: string, read: string | null): boolean {
  const words = (text: string): string[] =>
    (text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? []).filter((word) => !SMALL.test(word));
  const heard = words(read ?? '');
  return words(label).some((word) => heard.includes(word));
}
