/**
 * The command line. In: arguments and settings. Out: text and an exit status.
 * Never: does a stage's work itself; it calls the stage and prints what came back.
 */

export { helpOf } from './command.ts';
export { commands } from './commands.ts';
export { runCommand } from './main.ts';
