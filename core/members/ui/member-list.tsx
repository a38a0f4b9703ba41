'use client';

import { Avatar } from '@aura/ui/avatar';
import { Badge } from '@aura/ui/badge';
import { type Column, DataTable } from '@aura/ui/data-table';
import { DateText } from '@aura/ui/date-text';
import { EmptyState } from '@aura/ui/empty-state';
import { IconButton } from '@aura/ui/icon-button';
import { Menu, MenuItem } from '@aura/ui/menu';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Ellipsis } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { MemberOutput } from '../member.schema.ts';
import { DeactivateDialog } from './deactivate-dialog.tsx';
import { PageBar } from './page-bar.tsx';
import { ReactivateDialog } from './reactivate-dialog.tsx';
import { RoleDialog } from './role-dialog.tsx';
import { roleNames } from './role-sentence.ts';
import { useMembersApi } from './use-members-api.ts';
import { tableStatus, usePages } from './use-pages.ts';

type Task = { kind: 'role' | 'deactivate' | 'reactivate'; member: MemberOutput };
type MemberListProps = { status: 'active' | 'deactivated'; myId: string | undefined };

export function MemberList({ status, myId }: MemberListProps): ReactNode {
  const pages = usePages();
  const [task, setTask] = useState<Task | null>(null);
  const list = useQuery({
    ...useMembersApi().members.list.queryOptions({
      status,
      limit: 50,
      sort: 'name',
      ...(pages.cursor ? { cursor: pages.cursor } : {}),
    }),
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <DataTable
        caption={status === 'active' ? 'Active members' : 'Deactivated members'}
        columns={columnsOf(status, myId)}
        rows={list.data?.items ?? []}
        rowKey={(member) => member.userId}
        rowLabel={(member) => member.name}
        rowActions={(member) => <MemberMenu member={member} onChoose={(kind) => setTask({ kind, member })} />}
        status={tableStatus(list)}
        errorText="We couldn't load the members."
        onRetry={() => void list.refetch()}
        empty={<Nobody status={status} />}
        scroll="page"
      />
      <PageBar
        pages={pages}
        nextCursor={list.data?.nextCursor}
        summary={`${list.data?.total ?? 0} members`}
        isLoading={list.isPlaceholderData}
      />
      {task?.kind === 'role' ? <RoleDialog member={task.member} onClose={() => setTask(null)} /> : null}
      {task?.kind === 'deactivate' ? <DeactivateDialog member={task.member} onClose={() => setTask(null)} /> : null}
      {task?.kind === 'reactivate' ? <ReactivateDialog member={task.member} onClose={() => setTask(null)} /> : null}
    </>
  );
}

function columnsOf(status: 'active' | 'deactivated', myId: string | undefined): Column<MemberOutput>[] {
  return [
    {
      id: 'name',
      header: 'Name',
      isRowHeader: true,
      cell: (member) => (
        <span className="flex min-w-0 items-center gap-3">
          <Avatar name={member.name} />
          <span className="min-w-0">
            <span className="flex flex-wrap items-center gap-x-2 font-medium wrap-anywhere">
              {member.name} {member.userId === myId ? <Badge>You</Badge> : null}
            </span>
            <span className="block text-small font-normal wrap-anywhere text-muted">{member.email}</span>
          </span>
        </span>
      ),
      className: 'min-w-56',
    },
    { id: 'role', header: 'Role', cell: (member) => roleNames[member.role], className: 'whitespace-nowrap' },
    { id: 'title', header: 'Job title', cell: (member) => member.title ?? '—', className: 'max-w-56' },
    status === 'active'
      ? { id: 'since', header: 'Member since', cell: (member) => <DateText value={member.createdAt} /> }
      : { id: 'left', header: 'Left on', cell: (member) => <DateText value={member.deactivatedAt} /> },
  ];
}

function MemberMenu({ member, onChoose }: { member: MemberOutput; onChoose: (kind: Task['kind']) => void }): ReactNode {
  const { update, deactivate, reactivate } = member.abilities;
  if (!update && !deactivate && !reactivate) return null;
  return (
    <Menu
      align="end"
      trigger={<IconButton label={`Actions for ${member.name}`} size="sm" icon={<Ellipsis aria-hidden />} />}
    >
      {update && member.status === 'active' ? (
        <MenuItem onSelect={() => onChoose('role')}>Change role…</MenuItem>
      ) : null}
      {reactivate ? <MenuItem onSelect={() => onChoose('reactivate')}>Reactivate…</MenuItem> : null}
      {member.status === 'active' ? (
        <MenuItem
          tone="danger"
          disabledReason={deactivate ? null : 'Another admin must do this'}
          onSelect={() => onChoose('deactivate')}
        >
          Deactivate…
        </MenuItem>
      ) : null}
    </Menu>
  );
}

function Nobody({ status }: { status: MemberListProps['status'] }): ReactNode {
  if (status === 'active') return <EmptyState title="It's just you">Invite the people you sell with.</EmptyState>;
  return (
    <EmptyState title="Nobody has left">Deactivated members appear here. Their records and history stay.</EmptyState>
  );
}
