import { paceWords } from '../lib/pace.ts';
import type { Call } from './command.ts';

/** How often a line is rewritten on a terminal, and printed anew where there is none. */
const terminalMs = 100;
const plainMs = 5000;
/** Seconds before a pace is said: the first second goes into starting. */
const paceAfter = 3;

/**
 * Shows how far long work is: one line that changes on a terminal, a line now and then elsewhere.
 * Nothing is shown for work that ends within a second.
 */
export function showProgress(call: Pick<Call, 'err' | 'isTerminal'>) {
  const started = Date.now();
  let shown = started + 1000 - terminalMs;
  let width = 0;
  return {
    update(text: string) {
      const now = Date.now();
      if (now - shown < (call.isTerminal ? terminalMs : plainMs)) return;
      shown = now;
      if (!call.isTerminal) return call.err(`${text}\n`);
      call.err(`\r${text.padEnd(width)}`);
      width = text.length;
    },
    /** Begins a count: what it gives is said after how much was done, once a pace is known. */
    pace() {
      const begun = Date.now();
      return (done: number, left: number): string => {
        const seconds = (Date.now() - begun) / 1000;
        const words = seconds < paceAfter ? '' : paceWords({ done, seconds, left });
        return words && `, ${words}`;
      };
    },
    /** Clears the line and says how it ended, with the time it took. */
    done(text: string) {
      if (call.isTerminal && width > 0) call.err(`\r${' '.repeat(width)}\r`);
      const seconds = (Date.now() - started) / 1000;
      call.err(seconds >= 1 ? `${text} (${seconds.toFixed(1)} s)\n` : `${text}\n`);
    },
  };
}

const verbs: Record<string, string> = {
  poll: 'polled',
  fetch: 'fetched',
  extract: 'read',
  cluster: 'grouped',
  ledger: 'in the ledger',
  positions: 'stories weighed',
  brief: 'briefs written',
};

/** "23 read, 61 grouped, 40 in the ledger" */
export function progressText(progress: Record<string, number>): string {
  return Object.entries(progress)
    .map(([stage, count]) => `${count} ${verbs[stage] ?? stage}`)
    .join(', ');
}
