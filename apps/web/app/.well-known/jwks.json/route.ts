import { jwks } from '@aura/identity';
import { getPlatform } from '../../../server/platform.ts';

export const dynamic = 'force-dynamic';

export async function GET(): Promise<Response> {
  return Response.json(await jwks(getPlatform()), { headers: { 'cache-control': 'public, max-age=300' } });
}
