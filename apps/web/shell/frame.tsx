import { ApiProvider } from '@aura/api/client';
import { LiveUpdates } from '@aura/api/live-updates';
import { KnownMe, VerifyEmailBanner } from '@aura/identity/client';
import { TimezoneProvider } from '@aura/ui/date-text';
import { SkipLinks } from '@aura/ui/skip-links';
import { Toaster } from '@aura/ui/toaster';
import type { ReactNode } from 'react';
import { AddressSource } from './address-source.tsx';
import { BottomBar } from './bottom-bar.tsx';
import type { FrameData } from './frame-data.ts';
import { KeyboardMap } from './keyboard-map.tsx';
import { OfflineBanner } from './offline-banner.tsx';
import { Rail } from './rail.tsx';
import { SessionGuard } from './session-guard.tsx';
import { TopBar } from './top-bar.tsx';

/** What stands around every page of a workspace: navigation, top bar, and the API as this person in this tenant. */
export function Frame({ frame, children }: { frame: FrameData; children: ReactNode }): ReactNode {
  const { tenant, person, places, additions, preferences } = frame;
  return (
    <ApiProvider scope={`${tenant.id}:${person.userId}`}>
      <KnownMe me={frame.me}>
        <TimezoneProvider timezone={tenant.timezone}>
          <Chrome>
            <SkipLinks links={skipLinks} />
          </Chrome>
          <div className="has-bottom-bar flex min-h-dvh items-start">
            <Chrome>
              <Rail places={places} isFoldedAtFirst={preferences.isRailFolded} />
            </Chrome>
            <div className="flex min-h-dvh min-w-0 flex-1 flex-col">
              <Chrome>
                <TopBar frame={frame} />
                <OfflineBanner />
                <VerifyEmailBanner />
              </Chrome>
              <main
                id="content"
                tabIndex={-1}
                className="min-w-0 flex-1 px-4 pt-4 pb-24 outline-none sm:px-6 sm:pt-6 sm:pb-12 print:p-0"
              >
                <AddressSource>{children}</AddressSource>
              </main>
            </div>
            <Chrome>
              <BottomBar places={places} additions={additions} />
            </Chrome>
          </div>
          <KeyboardMap places={places} additions={additions} isOn={preferences.hasShortcuts} />
          <SessionGuard email={person.email} userId={person.userId} />
          <Chrome>
            <Toaster />
          </Chrome>
          <LiveUpdates />
        </TimezoneProvider>
      </KnownMe>
    </ApiProvider>
  );
}

/** Stands around the page on a screen, and is left out on paper. */
function Chrome({ children }: { children: ReactNode }): ReactNode {
  return <div className="contents print:hidden">{children}</div>;
}

const skipLinks = [
  { href: '#content', label: 'Skip to content' },
  { href: '#search', label: 'Skip to search' },
] as const;
