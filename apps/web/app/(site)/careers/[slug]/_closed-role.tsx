import type { JobRole } from '@aura/site';
import type { ReactNode } from 'react';
import { RoleRows } from '../_role-list.tsx';
import { BackToRoles } from './_open-role.tsx';

export function ClosedRole({ role, others }: { role: JobRole; others: readonly JobRole[] }): ReactNode {
  return (
    <div className="mx-auto max-w-300 px-4 py-8 sm:px-6 sm:py-12">
      <BackToRoles />
      <h1 className="mt-4 max-w-[24ch] font-brand text-display text-balance">{role.title}</h1>
      <p className="mt-5 max-w-[58ch] text-[1.125rem] leading-7 text-muted">
        This role is closed: we take no more applications for it.
        {others.length > 0 ? ' These are open.' : ' There are no others open today.'}
      </p>
      {others.length > 0 ? (
        <div className="mt-10">
          <RoleRows roles={others} level={2} />
        </div>
      ) : null}
    </div>
  );
}
