'use client';

import { apiFailure } from '@aura/api/client';
import { settingsCrumb } from '@aura/identity/client';
import { announce } from '@aura/ui/announce';
import { Badge } from '@aura/ui/badge';
import { Banner } from '@aura/ui/banner';
import { Button } from '@aura/ui/button';
import { PageHeader } from '@aura/ui/page-header';
import { SkeletonRegion, SkeletonRows } from '@aura/ui/skeleton';
import { Switch } from '@aura/ui/switch';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { NotificationPreferences } from '../notification.schema.ts';
import { useNotificationsApi } from './use-notifications.ts';

type Choice = NotificationPreferences['items'][number];

/** What a person is told of. Each switch holds at once. */
export function NotificationSettingsScreen(): ReactNode {
  const { data, error, refetch } = useQuery(useNotificationsApi().preferences.queryOptions());
  return (
    <div className="max-w-160">
      <PageHeader
        breadcrumb={settingsCrumb}
        title="Notifications"
        subtitle="What you are told of in this workspace. Each choice holds at once."
      />
      {data ? <Choices items={data.items} /> : null}
      {error && !data ? (
        <p role="alert" className="flex flex-wrap items-center gap-3">
          {apiFailure(error).message}
          <Button size="sm" onClick={() => void refetch()}>
            Retry
          </Button>
        </p>
      ) : null}
      {data || error ? null : (
        <SkeletonRegion>
          <SkeletonRows rows={8} />
        </SkeletonRegion>
      )}
    </div>
  );
}

function Choices({ items }: { items: readonly Choice[] }): ReactNode {
  const { choose, error } = useChoose();
  return (
    <>
      {error ? (
        <Banner tone="danger" isAnnounced>
          {apiFailure(error).message}
        </Banner>
      ) : null}
      <table className="w-full border-y border-line text-start">
        <caption className="sr-only">What you are told of</caption>
        <thead>
          <tr className="border-b border-line text-small text-muted">
            <th scope="col" className="py-2 text-start font-normal">
              Event
            </th>
            <th scope="col" className="w-24 py-2 text-end font-normal">
              In the app
            </th>
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {items.map((item) => (
            <tr key={item.event}>
              <th scope="row" className="py-3 pe-4 text-start font-normal">
                <span className="block font-medium">{item.label}</span>
                <span className="block text-small text-muted">{item.help}</span>
              </th>
              <td className="py-3 text-end">
                {item.isLocked ? (
                  <Badge>Always on</Badge>
                ) : (
                  <Switch
                    hideLabel
                    label={`${item.label}, in the app`}
                    checked={item.isOn}
                    className="justify-end"
                    onChange={({ target }) => choose(item, target.checked)}
                  />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

/** Switches at once and saves behind; what could not be saved switches back. */
function useChoose() {
  const api = useNotificationsApi();
  const queries = useQueryClient();
  const key = api.preferences.queryKey();
  const { mutate, error } = useMutation(
    api.updatePreferences.mutationOptions({
      onSuccess: () => announce('Saved'),
      onSettled: () => queries.invalidateQueries({ queryKey: key }),
    }),
  );
  const choose = ({ event }: Choice, isOn: boolean): void => {
    queries.setQueryData(key, (now) =>
      now ? { items: now.items.map((item) => (item.event === event ? { ...item, isOn } : item)) } : now,
    );
    mutate({ [event]: isOn });
  };
  return { choose, error };
}
