'use client';

import { useIdentityApi } from '@aura/identity/client';
import { toast } from '@aura/ui/toast';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { tellOtherTabs } from './leave.ts';

/** Ends the session. The page is loaded anew, so nothing of this person stays in memory. */
export function useSignOut(): { signOut: () => Promise<void>; isPending: boolean } {
  const api = useIdentityApi().auth;
  const queries = useQueryClient();
  const { mutateAsync, isPending } = useMutation(api.signOut.mutationOptions());
  const signOut = async (): Promise<void> => {
    try {
      await mutateAsync();
    } catch {
      toast({
        title: "We couldn't sign you out",
        description: 'You are still signed in. Try again.',
        tone: 'danger',
        action: { label: 'Retry', onAction: () => void signOut() },
      });
      return;
    }
    queries.clear();
    sessionStorage.clear();
    tellOtherTabs();
    location.assign('/login');
  };
  return { signOut, isPending };
}
