/** Versions of one record, each made by this page on top of the one before. */
type Run = { from: number; to: number };

/**
 * What this page itself made of each record. A form that was opened before one's own last change came back still knows
 * the version of then; nobody else's change stands between, so what it sends builds on the newest of one's own.
 */
export function createOwnVersions(): {
  newestOf: (record: { id: string; version: number }) => number;
  made: (id: string, run: Run) => void;
} {
  const runs = new Map<string, Run>();
  return {
    newestOf: ({ id, version }) => {
      const run = runs.get(id);
      return run && run.from <= version && version < run.to ? run.to : version;
    },
    made: (id, { from, to }) => {
      const before = runs.get(id);
      runs.set(id, { from: before?.to === from ? before.from : from, to });
    },
  };
}
