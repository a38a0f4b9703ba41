const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const TIME = /\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d(:?\d\d)?)?/g;
// Signed with ids and times, or random: only their presence can be equal.
const OPAQUE = new Set(['nextCursor', 'cursor', 'requestId', 'request_id', 'hash', 'xid', 'sort_key', 'lastActiveAt']);

/** An answer without what must differ between two worlds: new ids, times, cursors, and the order of equal things. */
export function normalForm(answer: unknown, nameOfId: (id: string) => string): string {
  return JSON.stringify(normalise(answer, nameOfId));
}

function normalise(value: unknown, nameOfId: (id: string) => string): unknown {
  if (typeof value === 'string') return value.replaceAll(UUID, nameOfId).replaceAll(TIME, '#time');
  if (typeof value === 'bigint') return String(value);
  if (value instanceof Date) return '#time';
  if (Buffer.isBuffer(value)) return value.toString('hex');
  if (Array.isArray(value)) {
    const parts = value.map((item) => normalise(item, nameOfId));
    return parts.map((part) => JSON.stringify(part)).sort();
  }
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
    return Object.fromEntries(
      entries.map(([key, item]) => [key, OPAQUE.has(key) ? item !== null : normalise(item, nameOfId)]),
    );
  }
  return value;
}
