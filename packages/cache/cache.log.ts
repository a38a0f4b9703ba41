import type { WriteLog } from '@aura/kernel';

/** The platform's logger. Fields never hold keys, values or messages: they may be personal data. */
export type CacheLogger = { info: WriteLog; warn: WriteLog };

export const stderrLogger: CacheLogger = {
  info: () => {},
  warn: (event, fields) => writeLine({ level: 'warn', event, ...fields }),
};

function writeLine(line: Record<string, unknown>): void {
  process.stderr.write(`${JSON.stringify({ time: new Date().toISOString(), ...line })}\n`);
}

/** The kind of an error, without its message: Redis quotes arguments in it. */
export function errorKind(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  if ('code' in error && typeof error.code === 'string') return error.code;
  const reply = /^[A-Z]{3,}(?= )/.exec(error.message);
  return reply ? reply[0] : error.name;
}
