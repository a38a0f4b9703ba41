import { apiFailure } from '@aura/api/client';
import type { Role } from '@aura/kernel';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useMemberChange } from './use-member-change.ts';
import { useMembersApi } from './use-members-api.ts';

export type InviteResult = { email: string; problem: string | null };

type InviteMany = {
  /** Invites one after the other; answers with those that were refused. */
  inviteAll: (emails: readonly string[], role: Role) => Promise<string[]>;
  results: readonly InviteResult[];
  isPending: boolean;
};

export function useInviteMany(): InviteMany {
  const [results, setResults] = useState<readonly InviteResult[]>([]);
  const [isPending, setPending] = useState(false);
  const { mutateAsync } = useMutation(useMembersApi().invitations.create.mutationOptions());
  const changed = useMemberChange();
  const inviteAll = async (emails: readonly string[], role: Role): Promise<string[]> => {
    setPending(true);
    const done: InviteResult[] = [];
    for (const email of emails) {
      const problem = await mutateAsync({ email, role }).then(
        () => null,
        (error: unknown) => apiFailure(error).message,
      );
      done.push({ email, problem });
      setResults([...done]);
    }
    setPending(false);
    const failed = done.filter(({ problem }) => problem !== null).map(({ email }) => email);
    await changed(`${done.length - failed.length} of ${done.length} invited`);
    return failed;
  };
  return { inviteAll, results, isPending };
}
