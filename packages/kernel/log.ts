export type WriteLog = (event: string, fields?: Record<string, unknown>) => void;

/** At most one line per interval, with the number of those it stands for: an outage must not flood the log. */
export function throttled(write: WriteLog, everyMs = 5_000): WriteLog {
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
