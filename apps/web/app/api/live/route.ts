import { openLiveStream } from '@aura/api/live';
import { throughLiveDoor } from '../../../server/live-door.ts';
import { getPlatform } from '../../../server/platform.ts';

export const dynamic = 'force-dynamic';

const headers = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'private, no-store, no-transform',
  // Proxies that would gather the answer until it is complete.
  'x-accel-buffering': 'no',
};

export const GET = throughLiveDoor(async ({ session: { actor }, check }) => {
  const { tenantId, userId } = actor;
  return new Response(await openLiveStream(getPlatform(), { tenantId, userId, check }), { headers });
});
