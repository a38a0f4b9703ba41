'use client';

import { Link } from '@aura/ui/link';
import type { ReactNode } from 'react';
import { KnownWorkspaces } from './known-workspaces-list.tsx';
import { WorkspaceByAddress } from './workspace-by-address.tsx';
import { WorkspaceByMail } from './workspace-by-mail.tsx';

/** Leads people to their own workspace's host: by one they have opened here, by its address, or by a mail. */
export function WorkspaceFinder({ rootDomain }: { rootDomain: string }): ReactNode {
  return (
    <div className="flex flex-col gap-8">
      <div>
        <h1 className="font-brand text-[2rem] leading-9.5 font-semibold text-balance">Find your workspace</h1>
        <p className="mt-2 text-body-lg text-muted">
          Each company has an address of its own, where its people sign in.
        </p>
      </div>
      <KnownWorkspaces rootDomain={rootDomain} />
      <WorkspaceByAddress rootDomain={rootDomain} />
      <WorkspaceByMail />
      <p className="border-t border-line pt-6 text-muted">
        New here?{' '}
        <Link href="/signup" className="text-link">
          Start a workspace
        </Link>
      </p>
    </div>
  );
}
