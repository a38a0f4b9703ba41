import { dayOf } from '@aura/ui/zoned-time';
import { requestContext } from './door.ts';

/** Today in the time zone of this request's workspace, "2026-03-04". */
export async function todayHere(): Promise<string> {
  const { tenant } = await requestContext();
  return dayOf(new Date(), tenant?.timezone ?? 'UTC');
}
