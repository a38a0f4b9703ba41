import { type AuthenticatedSession, enforceRateLimit, toAppError } from '@aura/api';
import { endLiveStreams } from '@aura/api/live';
import { problemResponse } from '@aura/api/rest';
import { AppError } from '@aura/kernel';
import { throughApiDoor } from './api-door.ts';
import { once } from './once.ts';
import { getPlatform } from './platform.ts';
import { createRequestContext } from './request-context.ts';

export type LiveVisit = {
  session: AuthenticatedSession;
  requestId: string;
  /** Rejects once the session is over. */
  check: () => Promise<unknown>;
  ifNoneMatch: string | null;
};

const ASKED_A_MINUTE_MAX = 240;

/**
 * Lets members of the host's workspace in, as the API does. Not counted among a person's requests: it is the page that
 * asks, again and again.
 */
export function throughLiveDoor(serve: (visit: LiveVisit) => Promise<Response>) {
  return throughApiDoor(async (request) => {
    endStreamsWithProcess();
    try {
      const enter = () => createRequestContext(request, { transport: 'trpc' });
      const ctx = await enter();
      const session = await ctx.authenticate();
      if (!ctx.tenant) throw new AppError('not_found', { detail: 'Use the address of your workspace.' });
      await enforceRateLimit(ctx, `live:${ctx.tenant.id}:${session.actor.userId}`, ASKED_A_MINUTE_MAX);
      const check = async (): Promise<unknown> => (await enter()).authenticate();
      const ifNoneMatch = request.headers.get('if-none-match');
      return await serve({ session, requestId: ctx.request.id, check, ifNoneMatch });
    } catch (error) {
      return problemResponse(toAppError(error, {}), { requestId: crypto.randomUUID() });
    }
  });
}

function endStreamsWithProcess(): void {
  once('live-end', () => process.once('SIGTERM', () => endLiveStreams(getPlatform().cache)));
}
