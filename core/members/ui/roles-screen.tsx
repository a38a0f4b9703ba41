'use client';

import { groupPermissions, LoadFailure, settingsCrumb } from '@aura/identity/client';
import type { Role } from '@aura/kernel';
import { PageHeader } from '@aura/ui/page-header';
import { SkeletonRegion, SkeletonRows } from '@aura/ui/skeleton';
import { useQuery } from '@tanstack/react-query';
import { Check } from 'lucide-react';
import { Fragment, type ReactNode } from 'react';
import { useMembersApi } from './use-members-api.ts';

type RoleRow = { key: Role; name: string; description: string; permissions: readonly string[] };

/** What each role may do, in one table. Roles cannot be changed here. */
export function RolesScreen(): ReactNode {
  const { data, error, refetch } = useQuery(useMembersApi().roles.list.queryOptions());
  return (
    <>
      <PageHeader
        breadcrumb={settingsCrumb}
        title="Roles"
        subtitle="What each role may do. These three are built in and cannot be changed."
      />
      {data ? (
        <RoleTable roles={data.items} />
      ) : error ? (
        <LoadFailure thing="the roles" error={error} onRetry={() => void refetch()} />
      ) : (
        <SkeletonRegion className="max-w-200">
          <SkeletonRows rows={10} />
        </SkeletonRegion>
      )}
    </>
  );
}

function RoleTable({ roles }: { roles: readonly RoleRow[] }): ReactNode {
  const groups = groupPermissions(roles.flatMap(({ permissions }) => permissions));
  return (
    <>
      <dl className="mb-6 grid max-w-200 gap-4 sm:grid-cols-3">
        {roles.map(({ key, name, description }) => (
          <div key={key} className="border-t-2 border-primary pt-2">
            <dt className="text-h3">{name}</dt>
            <dd className="mt-1 text-muted">{description}.</dd>
          </div>
        ))}
      </dl>
      <div className="relative max-w-200 overflow-x-auto rounded-panel border border-line bg-surface">
        <table className="w-full border-collapse">
          <caption className="sr-only">Permissions by role</caption>
          <thead>
            <tr className="border-b border-line">
              <th scope="col" className="px-3 py-2.5 text-start text-small font-medium text-muted sm:px-4">
                Permission
              </th>
              {roles.map(({ key, name }) => (
                <th key={key} scope="col" className="px-1 py-2.5 text-center text-small font-medium text-muted sm:w-28">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {groups.map(({ noun, permissions }) => (
              <Fragment key={noun}>
                <tr className="border-b border-line bg-sunken">
                  <th
                    scope="colgroup"
                    colSpan={roles.length + 1}
                    className="px-3 py-1.5 text-start text-small font-semibold sm:px-4"
                  >
                    {noun}
                  </th>
                </tr>
                {permissions.map(({ key, verb }) => (
                  <tr key={key} className="border-b border-line last:border-b-0">
                    <th scope="row" className="px-3 py-2 text-start font-normal sm:px-4">
                      {verb}
                    </th>
                    {roles.map((role) => (
                      <Cell key={role.key} isAllowed={role.permissions.includes(key)} />
                    ))}
                  </tr>
                ))}
              </Fragment>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function Cell({ isAllowed }: { isAllowed: boolean }): ReactNode {
  return (
    <td className="px-1 py-2 text-center">
      {isAllowed ? (
        <Check aria-hidden className="mx-auto size-4 text-primary" />
      ) : (
        <span aria-hidden className="text-muted">
          —
        </span>
      )}
      <span className="sr-only">{isAllowed ? 'yes' : 'no'}</span>
    </td>
  );
}
