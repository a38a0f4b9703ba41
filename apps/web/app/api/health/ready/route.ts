import { getPlatform } from '../../../../server/platform.ts';

export const dynamic = 'force-dynamic';

/** 200 when a request can be served: the database answers. A lost cache is reported and survived. */
export async function GET(): Promise<Response> {
  const platform = getPlatform();
  const [isUp, cache] = await Promise.all([platform.isDatabaseUp(), platform.cache.health()]);
  const body = { status: isUp ? 'ready' : 'unavailable', database: isUp ? 'up' : 'down', cache };
  const headers = { 'cache-control': 'no-store', ...(isUp ? {} : { 'retry-after': '5' }) };
  return Response.json(body, { status: isUp ? 200 : 503, headers });
}
