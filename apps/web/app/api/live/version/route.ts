import { readLiveVersion } from '@aura/api/live';
import { throughLiveDoor } from '../../../../server/live-door.ts';
import { getPlatform } from '../../../../server/platform.ts';

export const dynamic = 'force-dynamic';

/** For browsers that the push does not reach: 304 as long as nothing has changed. */
export const GET = throughLiveDoor(async ({ session, requestId, ifNoneMatch }) => {
  const etag = `"${await readLiveVersion(getPlatform(), session, requestId)}"`;
  const headers = { etag, 'cache-control': 'private, no-store' };
  return ifNoneMatch === etag ? new Response(null, { status: 304, headers }) : Response.json({}, { headers });
});
