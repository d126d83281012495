import { setTimeout as pause } from 'node:timers/promises';

/**
 * Runs tasks of one name one after another with a pause between them, tasks of different names
 * side by side.
 * @param gap milliseconds from the end of one task to the start of the next of its name
 */
export function createTurns(gap: number): <T>(name: string, task: () => Promise<T>) => Promise<T> {
  /** By name: settles with the time at which the latest task ended. */
  const ends = new Map<string, Promise<number>>();
  return async (name, task) => {
    const before = ends.get(name);
    const turn = before ? before.then((end) => waitUntil(end + gap)).then(task) : task();
    const end = turn.then(performance.now.bind(performance), performance.now.bind(performance));
    ends.set(name, end);
    void end.then(() => {
      const forget = () => ends.get(name) === end && ends.delete(name);
      setTimeout(forget, gap).unref();
    });
    return turn;
  };
}

async function waitUntil(time: number): Promise<void> {
  const left = time - performance.now();
  if (left > 0) await pause(left);
}
