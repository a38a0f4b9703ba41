import { NotificationBell } from '@aura/notifications/client';
import { Link } from '@aura/ui/link';
import { Logo } from '@aura/ui/logo';
import type { ReactNode } from 'react';
import { AccountMenu } from './account-menu.tsx';
import { CreateMenu } from './create-menu.tsx';
import type { FrameData } from './frame-data.ts';
import { SearchTrigger } from './search-trigger.tsx';

/** The bar above every page: which workspace this is, what can be added, and who is signed in. */
export function TopBar({ frame }: { frame: FrameData }): ReactNode {
  const { tenant, person, additions, preferences } = frame;
  return (
    <header className="sticky top-0 z-20 flex h-12 shrink-0 items-center gap-3 border-b border-line bg-canvas px-4 sm:h-13 sm:px-6">
      <Link href="/" className="inline-grid size-9 -ms-2 place-items-center sm:hidden">
        <Logo />
        <span className="sr-only">Start page</span>
      </Link>
      <p className="min-w-0 flex-1 truncate text-h3">{tenant.name}</p>
      <SearchTrigger frame={frame} />
      <span className="hidden sm:block">
        <CreateMenu additions={additions} hasKeys={preferences.hasShortcuts} />
      </span>
      <NotificationBell />
      <AccountMenu person={person} preferences={preferences} tenant={tenant} />
    </header>
  );
}
