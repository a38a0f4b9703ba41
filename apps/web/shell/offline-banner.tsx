'use client';

import { Banner } from '@aura/ui/banner';
import { type ReactNode, useSyncExternalStore } from 'react';

/** Says that the network is gone, for as long as it is. */
export function OfflineBanner(): ReactNode {
  const isOnline = useSyncExternalStore(
    subscribe,
    () => navigator.onLine,
    () => true,
  );
  return (
    <div role="status">
      {isOnline ? null : (
        <Banner tone="warn" shape="bar">
          You're offline. What you type stays here; saving waits until you are back.
        </Banner>
      )}
    </div>
  );
}

function subscribe(onChange: () => void): () => void {
  window.addEventListener('online', onChange);
  window.addEventListener('offline', onChange);
  return () => {
    window.removeEventListener('online', onChange);
    window.removeEventListener('offline', onChange);
  };
}
