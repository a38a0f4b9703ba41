'use client';

import { apiFailure } from '@aura/api/client';
import { announce } from '@aura/ui/announce';
import { Badge } from '@aura/ui/badge';
import { Button } from '@aura/ui/button';
import { ConfirmDialog } from '@aura/ui/confirm-dialog';
import { RelativeTime } from '@aura/ui/date-text';
import { SkeletonRegion, SkeletonRows } from '@aura/ui/skeleton';
import { toast } from '@aura/ui/toast';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Monitor, Smartphone, Terminal } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { SessionOutput } from '../me.schema.ts';
import { describeDevice } from './describe-device.ts';
import { LoadFailure } from './load-failure.tsx';
import { SettingsSection } from './settings-section.tsx';
import { useIdentityApi } from './use-identity-api.ts';

/** Everywhere the person is signed in to this workspace, each to be ended. */
export function SessionsSection(): ReactNode {
  const { data, error, refetch } = useQuery(useIdentityApi().me.sessions.queryOptions());
  return (
    <SettingsSection
      title="Where you are signed in"
      purpose="If you do not know one of these, end it and change your password."
    >
      {data ? (
        <ul className="divide-y divide-line rounded-panel border border-line bg-surface">
          {data.items.map((session) => (
            <SessionRow key={session.id} session={session} />
          ))}
        </ul>
      ) : error ? (
        <LoadFailure thing="your sessions" error={error} onRetry={() => void refetch()} />
      ) : (
        <SkeletonRegion>
          <SkeletonRows rows={3} />
        </SkeletonRegion>
      )}
      <SignOutEverywhere />
    </SettingsSection>
  );
}

function SessionRow({ session }: { session: SessionOutput }): ReactNode {
  const api = useIdentityApi().me;
  const queries = useQueryClient();
  const device = describeDevice(session);
  const { mutate, isPending } = useMutation(
    api.endSession.mutationOptions({
      onSuccess: () => {
        announce(`Signed out of ${device.name}`);
        return queries.invalidateQueries({ queryKey: api.sessions.queryKey() });
      },
      onError: (error) =>
        toast({
          title: `We couldn't end this session`,
          description: apiFailure(error).message,
          tone: 'danger',
          action: { label: 'Retry', onAction: () => mutate({ id: session.id }) },
        }),
    }),
  );
  const Icon = device.kind === 'phone' ? Smartphone : device.kind === 'program' ? Terminal : Monitor;
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
      <Icon aria-hidden className="size-5 text-muted" />
      <div className="min-w-0 flex-[1_1_12rem]">
        <p className="font-medium">{device.name}</p>
        <p className="text-small text-muted">
          {session.ip ? `${session.ip} · ` : null}last used <RelativeTime value={session.lastActiveAt} />
        </p>
      </div>
      {session.isCurrent ? (
        <Badge tone="primary">This device</Badge>
      ) : (
        <Button
          size="sm"
          loading={isPending}
          aria-label={`Sign out of ${device.name}`}
          onClick={() => mutate({ id: session.id })}
        >
          Sign out
        </Button>
      )}
    </li>
  );
}

function SignOutEverywhere(): ReactNode {
  const [isOpen, setOpen] = useState(false);
  const { mutateAsync } = useMutation(useIdentityApi().me.endSessions.mutationOptions());
  return (
    <>
      <Button className="self-start" onClick={() => setOpen(true)}>
        Sign out everywhere…
      </Button>
      <ConfirmDialog
        open={isOpen}
        onOpenChange={setOpen}
        title="Sign out everywhere?"
        consequence="All your sessions in this workspace end at once, this one too. API keys stay."
        confirmLabel="Sign out everywhere"
        onConfirm={async () => {
          await mutateAsync();
          location.assign('/login');
        }}
      />
    </>
  );
}
