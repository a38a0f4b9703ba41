import { listDevMails } from '@aura/identity';
import { getPlatform } from '../../../server/platform.ts';

export const dynamic = 'force-dynamic';

export async function GET(): Promise<Response> {
  const platform = getPlatform();
  if (platform.isProduction) return new Response('Not found', { status: 404 });
  return Response.json(await listDevMails(platform.identity), { headers: { 'cache-control': 'no-store' } });
}
