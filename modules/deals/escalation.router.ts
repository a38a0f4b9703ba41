import { procedure, router } from '@aura/api';
import { listEscalations } from './escalation.queries.ts';
import { escalationListInput, escalationPage } from './escalation.schema.ts';

export const escalationRouter = router({
  list: procedure('escalation:read')
    .meta({ rest: { method: 'GET', path: '/escalations', summary: 'List what waits for a manager’s look' } })
    .input(escalationListInput)
    .output(escalationPage)
    .query(({ ctx, input }) => listEscalations(ctx, input)),
});
