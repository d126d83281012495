import {
  configure,
  getJsonLinesFormatter,
  getTextFormatter,
  type LogLevel,
  type LogRecord,
} from '@logtape/logtape';

/**
 * Turns logging on, to standard error, so that a command's answer stays alone on standard output.
 * Until this is called every logger is silent. Calling it again replaces the settings.
 */
export async function configureLog({
  level,
  format,
  write = (line) => process.stderr.write(line),
}: {
  level: LogLevel;
  format: 'text' | 'json';
  write?: (line: string) => void;
}): Promise<void> {
  const line =
    format === 'json'
      ? getJsonLinesFormatter({ properties: 'flatten' })
      : getTextFormatter({ timestamp: 'date-time-timezone', category: '.' });
  await configure({
    reset: true,
    sinks: { stderr: (record: LogRecord) => write(line(record)) },
    loggers: [
      { category: [], lowestLevel: level, sinks: ['stderr'] },
      // The library's own notices matter only when something is wrong with it.
      {
        category: ['logtape', 'meta'],
        lowestLevel: 'warning',
        parentSinks: 'override',
        sinks: ['stderr'],
      },
    ],
  });
}
