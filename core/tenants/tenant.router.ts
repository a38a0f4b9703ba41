import { enforcePublicLimit, procedure, publicProcedure, router } from '@aura/api';
import { AppError } from '@aura/kernel';
import { signUp } from './sign-up.service.ts';
import { checkSlug } from './slug.service.ts';
import {
  acceptedOutput,
  signUpInput,
  signUpOutput,
  slugInput,
  slugOutput,
  termsOutput,
  workspaceOutput,
  workspacesInput,
  workspaceUpdateInput,
} from './tenant.schema.ts';
import { currentTerms } from './terms.ts';
import { getWorkspace, updateWorkspace } from './workspace.service.ts';
import { mailWorkspaces } from './workspace-list.service.ts';

/** A procedure of the root host, before any workspace. */
function publicOnRootHost(reason: string, detail: string) {
  return publicProcedure(reason).use(async ({ ctx, next }) => {
    if (ctx.tenant) throw new AppError('not_found', { reason: 'no_such_endpoint', detail });
    await enforcePublicLimit(ctx);
    return next();
  });
}

const onRootHost = publicOnRootHost(
  'Signing up is for people without a workspace',
  'Sign up on the main site, not inside a workspace.',
);

export const signUpRouter = router({
  create: onRootHost
    .meta({ rest: { method: 'POST', path: '/signup', status: 201, summary: 'Make a workspace and its first admin' } })
    .input(signUpInput)
    .output(signUpOutput)
    .mutation(({ ctx, input }) => signUp(ctx, input)),
  slug: onRootHost
    .meta({ rest: { method: 'GET', path: '/signup/slug', summary: 'Whether an address is free, and what is near it' } })
    .input(slugInput)
    .output(slugOutput)
    .query(({ ctx, input }) => checkSlug(ctx.platform.identity, input.slug)),
  terms: onRootHost
    .meta({ rest: { method: 'GET', path: '/signup/terms', summary: 'The terms to accept' } })
    .output(termsOutput)
    .query(() => currentTerms()),
});

export const signInRouter = router({
  workspaces: publicOnRootHost(
    'Who does not know their workspace cannot sign in to it',
    'Look for your workspaces on the main site.',
  )
    .meta({
      rest: {
        method: 'POST',
        path: '/signin/workspaces',
        status: 202,
        summary: 'Mail a person the list of their workspaces',
      },
    })
    .input(workspacesInput)
    .output(acceptedOutput)
    .mutation(async ({ ctx, input }) => {
      await mailWorkspaces(ctx, input.email);
      return { accepted: true as const };
    }),
});

export const workspaceRouter = router({
  get: procedure('workspace:read')
    .meta({ rest: { method: 'GET', path: '/workspace', summary: 'The workspace and its settings' } })
    .output(workspaceOutput)
    .query(({ ctx }) => getWorkspace(ctx)),
  update: procedure('workspace:update')
    .meta({ rest: { method: 'PATCH', path: '/workspace', summary: 'Change the workspace' } })
    .input(workspaceUpdateInput)
    .output(workspaceOutput)
    .mutation(({ ctx, input }) => updateWorkspace(ctx, input)),
});
