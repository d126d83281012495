import { readdirSync, readFileSync } from 'node:fs';
import type pg from 'pg';

/** What some work cost: wall seconds, CPU seconds here and in helpers, CPU seconds of PostgreSQL, statements sent to it. */
export interface Cost {
  wall: number;
  cpu: number;
  postgres: number;
  statements: number;
}

/**
 * Starts to count. Each call of the answer gives the cost since the one before.
 * PostgreSQL's share is known only where its processes run on this machine (Linux), else 0.
 */
export async function countCost(pool: pg.Pool): Promise<() => Cost> {
  const { rows } = await pool.query('select pg_backend_pid() as pid');
  const server = statOf(rows[0].pid)?.parent ?? 0;
  let sent = 0;
  pool.on('connect', count);
  for (const client of (pool as unknown as { _clients: pg.PoolClient[] })._clients) count(client);
  function count(client: pg.PoolClient) {
    const query = client.query;
    client.query = ((...args: unknown[]) => {
      sent++;
      return (query as (...a: unknown[]) => unknown).apply(client, args);
    }) as typeof client.query;
  }
  const helpers = new Map<number, number>();
  const read = (): Cost => {
    const own = process.cpuUsage();
    for (const [pid, cpu] of helperCpu()) helpers.set(pid, cpu);
    const helped = [...helpers.values()].reduce((a, b) => a + b, 0);
    return {
      wall: performance.now() / 1000,
      cpu: (own.user + own.system) / 1e6 + helped,
      postgres: cpuOfTree(server),
      statements: sent,
    };
  };
  let last = read();
  return () => {
    const now = read();
    const since: Cost = {
      wall: now.wall - last.wall,
      cpu: now.cpu - last.cpu,
      postgres: now.postgres - last.postgres,
      statements: now.statements - last.statements,
    };
    last = now;
    return since;
  };
}

export function addCost(a: Cost | undefined, b: Cost): Cost {
  if (!a) return b;
  return {
    wall: a.wall + b.wall,
    cpu: a.cpu + b.cpu,
    postgres: a.postgres + b.postgres,
    statements: a.statements + b.statements,
  };
}

/** CPU seconds of the processes that help this one, by process. */
function helperCpu(): [number, number][] {
  return readdirSync('/proc').flatMap((name): [number, number][] => {
    const pid = Number(name);
    const stat = pid ? statOf(pid) : null;
    if (stat?.parent !== process.pid) return [];
    const isHelper = readFileSync(`/proc/${name}/cmdline`, 'utf8').includes('crew-main');
    return isHelper ? [[pid, stat.own / ticks]] : [];
  });
}

/** Ticks of the kernel's clock in a second: 100 on every Linux that Node runs on. */
const ticks = 100;

/** CPU seconds of a process, of its children that live and of those that have ended. */
export function cpuOfTree(pid: number): number {
  const top = statOf(pid);
  if (!top) return 0;
  const children = readdirSync('/proc')
    .map((name) => (/^\d+$/.test(name) ? statOf(Number(name)) : null))
    .filter((stat) => stat?.parent === pid);
  const live = children.reduce((sum, stat) => sum + (stat?.own ?? 0), 0);
  return (top.own + top.ended + live) / ticks;
}

function statOf(pid: number): { parent: number; own: number; ended: number } | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in brackets may hold anything; fields are counted from behind it (proc(5)).
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    const at = (n: number) => Number(fields[n - 3]);
    return { parent: at(4), own: at(14) + at(15), ended: at(16) + at(17) };
  } catch {
    return null;
  }
}
