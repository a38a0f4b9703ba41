import { procedure, router } from '@aura/api';
import { idInput } from '@aura/kernel';
import { createApiKey, getApiKey, listApiKeys, revokeApiKey } from './api-key.service.ts';
import {
  apiKeyCreatedOutput,
  apiKeyCreateInput,
  apiKeyOutput,
  apiKeysOutput,
  codeInput,
  codeOutput,
  meOutput,
  meUpdateInput,
  passwordChangeInput,
  sessionsOutput,
  workspacesOutput,
} from './me.schema.ts';
import { mailCode } from './one-time-code.service.ts';
import { endAllOwnSessions, endOwnSession, listOwnSessions } from './own-sessions.service.ts';
import { changePassword, getMe, listOwnWorkspaces, mailOwnVerification, updateMe } from './profile.service.ts';

export const meRouter = router({
  get: procedure('me:read')
    .meta({ rest: { method: 'GET', path: '/me', summary: 'Who I am here, and what I may do' } })
    .output(meOutput)
    .query(({ ctx }) => getMe(ctx)),
  update: procedure('me:update')
    .meta({ rest: { method: 'PATCH', path: '/me', summary: 'Change my profile and preferences' } })
    .input(meUpdateInput)
    .output(meOutput)
    .mutation(({ ctx, input }) => updateMe(ctx, input)),
  changePassword: procedure('me:update')
    .meta({
      rest: { method: 'POST', path: '/me/password', status: 204, summary: 'Change my password; my other sessions end' },
    })
    .input(passwordChangeInput)
    .mutation(({ ctx, input }) => changePassword(ctx, input)),
  sessions: procedure('me:read')
    .meta({ rest: { method: 'GET', path: '/me/sessions', summary: 'My sessions in this workspace' } })
    .output(sessionsOutput)
    .query(async ({ ctx }) => ({ items: await listOwnSessions(ctx) })),
  endSession: procedure('me:update')
    .meta({ rest: { method: 'DELETE', path: '/me/sessions/{id}', status: 204, summary: 'End one of my sessions' } })
    .input(idInput)
    .mutation(({ ctx, input }) => endOwnSession(ctx, input.id)),
  endSessions: procedure('me:update')
    .meta({ rest: { method: 'DELETE', path: '/me/sessions', status: 204, summary: 'Sign out everywhere' } })
    .mutation(({ ctx }) => endAllOwnSessions(ctx)),
  code: procedure('me:read')
    .meta({ rest: { method: 'POST', path: '/me/codes', status: 202, summary: 'Mail me a one-time code' } })
    .input(codeInput)
    .output(codeOutput)
    .mutation(async ({ ctx, input }) => ({ expiresAt: (await mailCode(ctx, input.purpose)).expiresAt.toISOString() })),
  sendVerification: procedure('me:update')
    .meta({
      rest: {
        method: 'POST',
        path: '/me/verification',
        status: 204,
        summary: 'Mail me the link that confirms my address',
      },
    })
    .mutation(({ ctx }) => mailOwnVerification(ctx)),
  workspaces: procedure('me:read')
    .meta({ rest: { method: 'GET', path: '/me/workspaces', summary: 'The workspaces I belong to' } })
    .output(workspacesOutput)
    .query(async ({ ctx }) => ({ items: await listOwnWorkspaces(ctx) })),
});

export const apiKeyRouter = router({
  list: procedure('api_key:manage')
    .meta({ rest: { method: 'GET', path: '/api-keys', summary: 'My API keys' } })
    .output(apiKeysOutput)
    .query(async ({ ctx }) => ({ items: await listApiKeys(ctx) })),
  create: procedure('api_key:manage')
    .meta({
      rest: {
        method: 'POST',
        path: '/api-keys',
        status: 201,
        location: '/api-keys/{id}',
        summary: 'Make an API key; it is shown once',
      },
    })
    .input(apiKeyCreateInput)
    .output(apiKeyCreatedOutput)
    .mutation(({ ctx, input }) => createApiKey(ctx, input)),
  get: procedure('api_key:manage')
    .meta({ rest: { method: 'GET', path: '/api-keys/{id}', summary: 'One of my API keys' } })
    .input(idInput)
    .output(apiKeyOutput)
    .query(({ ctx, input }) => getApiKey(ctx, input.id)),
  revoke: procedure('api_key:manage')
    .meta({ rest: { method: 'DELETE', path: '/api-keys/{id}', status: 204, summary: 'Revoke an API key at once' } })
    .input(idInput)
    .mutation(({ ctx, input }) => revokeApiKey(ctx, input.id)),
});
