import type { Cache } from '@aura/cache';
import { AppError } from '@aura/kernel';
import type { Platform } from '../context.ts';
import { kindsFor, subscribeToChanges } from './change.ts';

export { readLiveVersion } from './live-version.queries.ts';

export type LiveReader = {
  tenantId: string;
  userId: string;
  /** Rejects once the session is over; asked again and again while the stream is open. */
  check: () => Promise<unknown>;
};

/** How often the store behind the push is looked at, and how many looks make a check of the session. */
export type LivePace = { lookMs: number; checkEvery: number };

const PACE: LivePace = { lookMs: 2_000, checkEvery: 3 };
const STREAMS_A_PERSON = 8;
const UNREAD_MAX = 200;

type End = () => void;
const openStreams = new WeakMap<Cache, Map<string, Set<End>>>();

/**
 * Server-sent events for one person: the kinds of records that changed in their tenant. `push` says whether changes of
 * other processes arrive at all now. Throws rate_limited beyond the streams that a person may have open.
 */
export async function openLiveStream(
  platform: Platform,
  reader: LiveReader,
  pace: LivePace = PACE,
): Promise<ReadableStream<Uint8Array>> {
  const streams = streamsOf(platform.cache, `${reader.tenantId}:${reader.userId}`);
  if (streams.size >= STREAMS_A_PERSON) throw tooMany();
  const { readable, writable } = new TextEncoderStream();
  const writer = writable.getWriter();
  const opened = { timer: setInterval(() => look(), pace.lookMs), leave: async () => undefined as unknown };
  const end: End = () => {
    if (!streams.delete(end)) return;
    clearInterval(opened.timer);
    void opened.leave();
    writer.close().catch(() => undefined);
  };
  const send = (text: string): void => {
    // A reader that takes nothing must not fill the memory.
    if ((writer.desiredSize ?? 0) < -UNREAD_MAX) end();
    else writer.write(text).catch(end);
  };
  const look = createLook(platform, reader, { checkEvery: pace.checkEvery, send, end });
  streams.add(end);
  writer.closed.then(end, end);
  send('retry: 2000\nevent: push\ndata: true\n\n');
  opened.leave = await subscribeToChanges(platform.cache, reader.tenantId, (change) => {
    const kinds = kindsFor(reader.userId, change);
    if (kinds.length > 0) send(`data: ${JSON.stringify({ kinds })}\n\n`);
  });
  if (!streams.has(end)) void opened.leave();
  return readable;
}

/** For the end of the process: a server that stops waits for its connections. */
export function endLiveStreams(cache: Cache): void {
  for (const streams of openStreams.get(cache)?.values() ?? []) for (const end of [...streams]) end();
}

type Look = { checkEvery: number; send: (text: string) => void; end: End };

/** Tells of a lost or recovered push, shows proxies that the stream lives, and ends it with the session. */
function createLook({ cache }: Platform, { check }: LiveReader, { checkEvery, send, end }: Look): () => void {
  let looks = 0;
  let isPushed = true;
  const look = async (): Promise<void> => {
    looks += 1;
    const { ok } = await cache.health();
    if (ok !== isPushed) send(`event: push\ndata: ${ok}\n\n`);
    isPushed = ok;
    if (looks % checkEvery !== 0) return;
    await check();
    send(': still here\n\n');
  };
  return () => void look().catch(end);
}

function streamsOf(cache: Cache, person: string): Set<End> {
  const people = openStreams.get(cache) ?? new Map<string, Set<End>>();
  openStreams.set(cache, people);
  for (const [other, streams] of people) if (streams.size === 0) people.delete(other);
  const streams = people.get(person) ?? new Set<End>();
  people.set(person, streams);
  return streams;
}

function tooMany(): AppError {
  return new AppError('rate_limited', {
    reason: 'too_many_streams',
    detail: `At most ${STREAMS_A_PERSON} live connections a person. Close one of them.`,
    retryAfterS: 30,
  });
}
