import { openChangeStream, type StreamState } from './change-stream.ts';
import type { ChangedKinds } from './refresh.ts';
import { createVersionPoll } from './version-poll.ts';

const POLL_MS = 2_000;

/**
 * Tells what changes, for as long as this tab is looked at. Of all tabs in view one holds the connection and tells the
 * others; while nothing is pushed it asks for the version instead. Answers how to stop.
 */
export function followChanges(scope: string, onChange: (kinds: ChangedKinds) => void): () => void {
  const name = `aura-live:${scope}`;
  const others = new BroadcastChannel(name);
  others.onmessage = ({ data }: MessageEvent<ChangedKinds>) => onChange(data);
  const tell = (kinds: ChangedKinds): void => {
    onChange(kinds);
    others.postMessage(kinds);
  };
  const version = createVersionPoll(() => tell(null));
  let watching: AbortController | undefined;
  const look = (): void => {
    if (document.visibilityState === 'hidden') {
      watching?.abort();
      watching = undefined;
    } else if (!watching) {
      watching = new AbortController();
      // What happened while nobody looked.
      void version.look(watching.signal);
      void whenLeading(name, watching.signal, (signal) => lead(signal, { tell, version }));
    }
  };
  document.addEventListener('visibilitychange', look);
  look();
  return () => {
    document.removeEventListener('visibilitychange', look);
    watching?.abort();
    others.close();
  };
}

type Leading = { tell: (kinds: ChangedKinds) => void; version: ReturnType<typeof createVersionPoll> };

function lead(signal: AbortSignal, { tell, version }: Leading): void {
  let state: StreamState = 'silent';
  const onState = (now: StreamState): void => {
    // What was not pushed meanwhile.
    if (now !== state) void version.look(signal);
    state = now;
  };
  openChangeStream({ onKinds: tell, onState }, signal);
  const timer = setInterval(() => (state === 'silent' ? void version.look(signal) : undefined), POLL_MS);
  signal.addEventListener('abort', () => clearInterval(timer));
}

/** Runs in one tab at a time, from its turn until the signal. Where tabs cannot agree, each leads for itself. */
async function whenLeading(name: string, signal: AbortSignal, run: (signal: AbortSignal) => void): Promise<void> {
  if (!('locks' in navigator)) return run(signal);
  const untilAborted = (): Promise<void> =>
    new Promise((resolve) => {
      signal.addEventListener('abort', () => resolve());
      if (!signal.aborted) run(signal);
      else resolve();
    });
  await navigator.locks.request(name, { signal }, untilAborted).catch(() => undefined);
}
