export type RequestLimit = { note(headers: Headers): void; waitMs(requests: number): number };

/** What one's own clicks are left of a person's requests (S7), however much colleagues change. */
const KEPT = 30;

/** Remembers what the API's RateLimit header said last. */
export function createRequestLimit(now: () => number = Date.now): RequestLimit {
  let remaining = Number.POSITIVE_INFINITY;
  let resetsAtMs = 0;
  return {
    note: (headers) => {
      const said = /r=(\d+);t=(\d+)/.exec(headers.get('ratelimit') ?? '');
      if (!said) return;
      remaining = Number(said[1]);
      resetsAtMs = now() + Number(said[2]) * 1000;
    },
    /** How long to wait before asking this much that nobody pressed a key for. */
    waitMs: (requests) => (remaining - requests >= KEPT ? 0 : Math.max(0, resetsAtMs - now())),
  };
}
