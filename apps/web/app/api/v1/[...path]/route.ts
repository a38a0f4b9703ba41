import { createRestHandler } from '@aura/api/rest';
import { appRouter } from '@aura/registry';
import { createRequestContext } from '../../../../server/request-context.ts';

const serve = createRestHandler({
  router: appRouter,
  basePath: '/api/v1',
  createContext: (request, id) => createRequestContext(request, { transport: 'rest', id }),
});

export { serve as DELETE, serve as GET, serve as PATCH, serve as POST, serve as PUT };
