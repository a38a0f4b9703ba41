'use client';

import { settingsCrumb, useMe } from '@aura/identity/client';
import { Button } from '@aura/ui/button';
import { PageHeader } from '@aura/ui/page-header';
import { TabLinks } from '@aura/ui/tab-links';
import { UserPlus } from 'lucide-react';
import { parseAsBoolean, parseAsStringLiteral, useQueryState } from 'nuqs';
import type { ReactNode } from 'react';
import { InvitationList } from './invitation-list.tsx';
import { InviteSheet } from './invite-sheet.tsx';
import { MemberList } from './member-list.tsx';

const tabs = ['active', 'invited', 'deactivated'] as const;
const tabNames = { active: 'Active', invited: 'Invited', deactivated: 'Deactivated' };

/** Who works here, who is invited, and who has left. */
export function MembersScreen(): ReactNode {
  const [tab] = useQueryState('tab', parseAsStringLiteral(tabs).withDefault('active'));
  const [isInviting, setInviting] = useQueryState('invite', parseAsBoolean.withDefault(false));
  const me = useMe();
  const mayInvite = me?.permissions.includes('invitation:create') ?? false;
  return (
    <>
      <PageHeader
        breadcrumb={settingsCrumb}
        title="Members"
        subtitle="Everyone with access to this workspace."
        primaryAction={
          mayInvite ? (
            <Button variant="primary" icon={<UserPlus aria-hidden />} onClick={() => void setInviting(true)}>
              Invite people
            </Button>
          ) : null
        }
      />
      <TabLinks
        label="Members by state"
        items={tabs.map((value) => ({
          href: value === 'active' ? '/settings/members' : `/settings/members?tab=${value}`,
          label: tabNames[value],
          isCurrent: value === tab,
        }))}
      />
      <div className="pt-4">
        {tab === 'invited' ? <InvitationList /> : <MemberList key={tab} status={tab} myId={me?.userId} />}
      </div>
      {me ? (
        <InviteSheet
          role={me.role}
          isOpen={isInviting && mayInvite}
          onOpenChange={(isOpen) => void setInviting(isOpen || null)}
        />
      ) : null}
    </>
  );
}
