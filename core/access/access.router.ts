import { procedure, router } from '@aura/api';
import { accessAnswer, accessQuestion } from './access.schema.ts';
import { explainAccess } from './access.service.ts';
import type { AccessProvider } from './access-provider.ts';

export function createAccessRouter(providers: readonly AccessProvider[]) {
  return router({
    explain: procedure('access:explain')
      .meta({
        rest: {
          method: 'GET',
          path: '/access/explanation',
          summary: 'Whether a member sees a record, and by which rule',
        },
      })
      .input(accessQuestion)
      .output(accessAnswer)
      .query(({ ctx, input }) => explainAccess(ctx, providers, input)),
  });
}
