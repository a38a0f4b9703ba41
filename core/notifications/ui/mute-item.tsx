'use client';

import { apiFailure } from '@aura/api/client';
import { MenuItem } from '@aura/ui/menu';
import { toast } from '@aura/ui/toast';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Bell, BellOff } from 'lucide-react';
import type { ReactNode } from 'react';
import { useNotificationsApi } from './use-notifications.ts';

type MuteItemProps = { entity: 'deal'; record: { id: string; name: string } };

/** An entry of a record's menu: the person hears nothing of it any more, or again. Asks how it is when the menu is opened. */
export function MuteItem({ entity, record: { id, name } }: MuteItemProps): ReactNode {
  const api = useNotificationsApi();
  const { data, isError } = useQuery(api.muted.queryOptions({ entity, id }));
  const change = useMuteChange({ entity, id, name });
  if (!data)
    return (
      <MenuItem
        icon={<BellOff aria-hidden />}
        onSelect={() => undefined}
        disabledReason={isError ? "We couldn't ask whether you muted it" : 'Asking whether you muted it…'}
      >
        Mute this {entity}
      </MenuItem>
    );
  return (
    <MenuItem
      icon={data.muted ? <Bell aria-hidden /> : <BellOff aria-hidden />}
      onSelect={() => void change(!data.muted)}
    >
      {data.muted ? 'Unmute' : 'Mute'} this {entity}
    </MenuItem>
  );
}

/** Outlives the menu that it was chosen in, so that Undo works once that has closed. */
function useMuteChange({ entity, id, name }: { entity: 'deal'; id: string; name: string }) {
  const api = useNotificationsApi();
  const queries = useQueryClient();
  const { mutateAsync: mute } = useMutation(api.mute.mutationOptions());
  const { mutateAsync: unmute } = useMutation(api.unmute.mutationOptions());
  return async function change(muted: boolean): Promise<void> {
    try {
      await (muted ? mute({ entity, id }) : unmute({ entity, id }));
      queries.setQueryData(api.muted.queryKey({ entity, id }), { muted });
      toast({
        title: muted ? `${name} is muted` : `You hear of ${name} again`,
        ...(muted ? { description: 'You are still told of mentions of you and escalations to you.' } : {}),
        action: { label: 'Undo', isUndo: true, onAction: () => void change(!muted) },
      });
    } catch (failure) {
      toast({ title: `Couldn't change this for ${name}`, description: apiFailure(failure).message, tone: 'danger' });
    }
  };
}
