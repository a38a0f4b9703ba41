'use client';

import { useEffect } from 'react';
import { useApiParts } from '../client.tsx';
import { followChanges } from './follow-changes.ts';
import { createRefresher } from './refresh.ts';

/** Keeps what the page shows as fresh as the server: a colleague's change is there within two seconds. */
export function LiveUpdates(): null {
  const { queryClient, limit, scope } = useApiParts();
  useEffect(() => {
    const refresher = createRefresher(queryClient, limit);
    const leave = followChanges(scope, refresher.touch);
    return () => {
      leave();
      refresher.stop();
    };
  }, [queryClient, limit, scope]);
  return null;
}
