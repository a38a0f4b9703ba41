'use client';
import { useApi } from '@aura/api/client';
import type { invitationRouter, memberRouter, roleRouter } from '../member.router.ts';

export function useMembersApi() {
  return useApi<{ members: typeof memberRouter; invitations: typeof invitationRouter; roles: typeof roleRouter }>();
}
