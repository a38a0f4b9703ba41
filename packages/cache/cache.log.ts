type Write = (event: string, fields?: Record<string, unknown>) => void;

/** The platform's logger. Fields never hold keys, values or messages: they may be personal data. */
export type CacheLogger = { info: Write; warn: Write };

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

/** At most one line per interval, with the number of those it stands for: an outage must not flood the log. */
export function throttled(write: Write, everyMs = 5_000): Write {
  let lastAt = Number.NEGATIVE_INFINITY;
  let suppressed = 0;
  return (event, fields) => {
    const now = performance.now();
    if (now - lastAt < everyMs) {
      suppressed += 1;
      return;
    }
    write(event, { ...fields, suppressed });
    lastAt = now;
    suppressed = 0;
  };
}
