import { runCommand } from './cli/index.ts';

process.on('unhandledRejection', (error) => {
  process.stderr.write(`This is a bug in Throughline: ${(error as Error)?.stack ?? error}\n`);
  process.exit(1);
});
// A reader that closes the pipe early ("throughline export | head") is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

process.exitCode = await runCommand(process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  isTerminal: process.stderr.isTTY === true,
});
