export const politeRegionId = 'live-polite';
export const assertiveRegionId = 'live-assertive';

const DEBOUNCE_MS = 100;
const CLEAR_AFTER_MS = 5_000;

type Channel = {
  queue: string[];
  flushTimer?: ReturnType<typeof setTimeout>;
  clearTimer?: ReturnType<typeof setTimeout>;
};

const channels: Record<string, Channel> = {
  [politeRegionId]: { queue: [] },
  [assertiveRegionId]: { queue: [] },
};

/**
 * Has screen readers speak `text`, through the two regions of `<LiveRegions>`. Texts of the same moment are read
 * together; the same text said again is read again. Does nothing on the server.
 */
export function announce(text: string, { assertive = false }: { assertive?: boolean } = {}): void {
  if (typeof document === 'undefined' || text === '') return;
  const id = assertive ? assertiveRegionId : politeRegionId;
  const channel = channels[id];
  if (!channel) return;
  if (channel.queue.at(-1) !== text) channel.queue.push(text);
  clearTimeout(channel.flushTimer);
  channel.flushTimer = setTimeout(() => flush(id, channel), DEBOUNCE_MS);
}

function flush(id: string, channel: Channel): void {
  const region = document.getElementById(id);
  const text = channel.queue.join('. ');
  channel.queue = [];
  if (!region) return;
  region.textContent = withToggle(text, region.textContent ?? '');
  clearTimeout(channel.clearTimer);
  channel.clearTimer = setTimeout(() => {
    region.textContent = '';
  }, CLEAR_AFTER_MS);
}

/** A region that does not change is not read: a zero-width space makes a repeated text a new one. */
export function withToggle(text: string, shown: string): string {
  return shown === text ? `${text}\u200b` : text;
}
