import { getPlatform, getPools } from '../../../../server/platform.ts';

export const dynamic = 'force-dynamic';

/** 200 when a request can be served: the database answers. A lost cache is reported and survived. */
export async function GET(): Promise<Response> {
  const { cache } = getPlatform();
  const isDatabaseUp = await getPools()
    .identity.query('select 1')
    .then(
      () => true,
      () => false,
    );
  const body = {
    status: isDatabaseUp ? 'ready' : 'unavailable',
    database: isDatabaseUp ? 'up' : 'down',
    cache: await cache.health(),
  };
  return Response.json(body, {
    status: isDatabaseUp ? 200 : 503,
    headers: { 'cache-control': 'no-store', ...(isDatabaseUp ? {} : { 'retry-after': '5' }) },
  });
}
