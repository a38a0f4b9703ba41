import { createRestHandler } from '@aura/api/rest';
import { appRouter } from '@aura/registry';
import { throughApiDoor } from '../../../../server/api-door.ts';
import { createRequestContext } from '../../../../server/request-context.ts';

const rest = createRestHandler({
  router: appRouter,
  basePath: '/api/v1',
  createContext: (request, id) => createRequestContext(request, { transport: 'rest', id }),
});
const serve = throughApiDoor(rest);

export { serve as DELETE, serve as GET, serve as PATCH, serve as POST, serve as PUT };
