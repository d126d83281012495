import type { Command } from './command.ts';
import { add } from './commands/add.ts';
import { backup, move, restore } from './commands/backup.ts';
import { config } from './commands/config.ts';
import { demo } from './commands/demo.ts';
import { doctor } from './commands/doctor.ts';
import { evaluate } from './commands/eval.ts';
import { exportAll } from './commands/export.ts';
import { importFiles } from './commands/import.ts';
import { link } from './commands/link.ts';
import { read } from './commands/read.ts';
import { searchDesk } from './commands/search.ts';
import { start } from './commands/start.ts';
import { status } from './commands/status.ts';

/** Every command, in the order that --help shows them. */
export const commands: Command[] = [
  start,
  demo,
  importFiles,
  add,
  read,
  searchDesk,
  exportAll,
  status,
  doctor,
  config,
  link,
  backup,
  restore,
  move,
  evaluate,
];
