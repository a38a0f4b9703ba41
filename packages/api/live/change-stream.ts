const RETRY_MS_MIN = 1_000;
const RETRY_MS_MAX = 30_000;

export type StreamState = 'pushed' | 'silent';

type StreamEvents = { onKinds: (kinds: readonly string[]) => void; onState: (state: StreamState) => void };

/** Keeps one stream of changes open until the signal says stop; again and again, further and further apart. */
export function openChangeStream({ onKinds, onState }: StreamEvents, signal: AbortSignal): void {
  let source: EventSource | undefined;
  let retryMs = RETRY_MS_MIN;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const open = (): void => {
    source = new EventSource('/api/live');
    source.onmessage = ({ data }) => onKinds(readKinds(data));
    source.addEventListener('push', ({ data }) => {
      retryMs = RETRY_MS_MIN;
      onState(data === 'true' ? 'pushed' : 'silent');
    });
    source.onerror = () => {
      source?.close();
      onState('silent');
      // Everyone's at once would be a crowd at the door of a server that has just started.
      timer = setTimeout(open, retryMs * (0.75 + Math.random() / 2));
      retryMs = Math.min(retryMs * 2, RETRY_MS_MAX);
    };
  };
  signal.addEventListener('abort', () => {
    clearTimeout(timer);
    source?.close();
  });
  open();
}

function readKinds(data: unknown): readonly string[] {
  const { kinds } = JSON.parse(String(data)) as { kinds?: unknown };
  return Array.isArray(kinds) ? kinds.map(String) : [];
}
