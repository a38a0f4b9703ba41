import { useApi } from '@aura/api/client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { createNotificationRouter } from '../notification.router.ts';

export function useNotificationsApi() {
  return useApi<{ notifications: ReturnType<typeof createNotificationRouter> }>().notifications;
}

/** Marks some, or all, as read: the count changes with the answer, the lists with their next. */
export function useMarkRead() {
  const api = useNotificationsApi();
  const queries = useQueryClient();
  return useMutation(
    api.read.mutationOptions({
      onSuccess: (answer) => queries.setQueryData(api.unread.queryKey(), answer),
      onSettled: () => queries.invalidateQueries(api.list.pathFilter()),
    }),
  );
}
