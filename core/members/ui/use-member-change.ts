import { announce } from '@aura/ui/announce';
import { useQueryClient } from '@tanstack/react-query';
import { useMembersApi } from './use-members-api.ts';

/** After a change: the lists are read again, and the change is said. */
export function useMemberChange(): (said: string) => Promise<void> {
  const { members, invitations } = useMembersApi();
  const queries = useQueryClient();
  return async (said) => {
    announce(said);
    await Promise.all([
      queries.invalidateQueries({ queryKey: members.pathKey() }),
      queries.invalidateQueries({ queryKey: invitations.pathKey() }),
    ]);
  };
}
