import { ADMINS, defineModule, EVERYONE } from '@aura/kernel';
import { signInRouter, signUpRouter, workspaceRouter } from './tenant.router.ts';

export const tenantsModule = defineModule({
  id: 'tenants',
  dependsOn: ['identity'],
  permissions: { 'workspace:read': EVERYONE, 'workspace:update': ADMINS },
  routers: { signIn: signInRouter, signUp: signUpRouter, workspace: workspaceRouter },
  constraints: {
    tenants_slug_key: {
      code: 'conflict',
      reason: 'slug_taken',
      field: 'slug',
      detail: 'This address is taken. Choose another',
    },
    tenants_slug_format: {
      code: 'invalid',
      field: 'slug',
      detail: 'Use 3 to 40 lower-case letters, digits and single hyphens',
    },
    users_email_key: {
      code: 'conflict',
      reason: 'duplicate_email',
      field: 'email',
      detail: 'You may already have an account with this address. Sign in or reset the password.',
    },
  },
});
