/** Remembers the tenant's version, and says when it has become another, or when the session is over. */
export function createVersionPoll(onChange: () => void): { look(signal: AbortSignal): Promise<void> } {
  let etag: string | null = null;
  let isOver = false;
  return {
    look: async (signal) => {
      const headers: HeadersInit = etag ? { 'if-none-match': etag } : {};
      const answer = await fetch('/api/live/version', { headers, signal, cache: 'no-store' }).catch(() => null);
      if (!answer || signal.aborted) return;
      const wasOver = isOver;
      isOver = answer.status === 401;
      // Asking again meets the refusal, and that opens the door to sign in.
      if (isOver && !wasOver) onChange();
      if (answer.status !== 200) return;
      const isFirst = etag === null;
      etag = answer.headers.get('etag');
      if (!isFirst) onChange();
    },
  };
}
