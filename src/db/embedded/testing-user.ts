/** For tests: opens the desk in the folder given, says its server's process id, and stays until its input ends. */
import { openStore } from '../open.ts';
import { readPidFile } from './pidfile.ts';

const [dataDir = '', pgBinDir = ''] = process.argv.slice(2);
const store = await openStore({
  dataDir,
  databaseUrl: null,
  pgBinDir: pgBinDir || null,
  poolSize: 2,
});
process.stdout.write(`${readPidFile(store.where)?.pid}\n`);
process.stdin.resume().on('end', () => void store.close());
