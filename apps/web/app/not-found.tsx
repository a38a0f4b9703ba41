import { LinkButton } from '@aura/ui/link-button';
import type { Metadata } from 'next';
import { headers } from 'next/headers';
import type { ReactNode } from 'react';
import { readRootDomain } from '../server/env.ts';
import { placeOf } from '../server/host.ts';
import { siteOrigin } from '../shell/door.ts';
import { NoticePage } from '../shell/notice-page.tsx';

export const metadata: Metadata = { title: 'Not found' };

export default async function NotFound(): Promise<ReactNode> {
  const host = (await headers()).get('host') ?? '';
  if (placeOf(host, readRootDomain()).kind === 'workspace') return <UnknownWorkspace host={host} />;
  return (
    <NoticePage
      title="This page doesn't exist"
      action={
        <LinkButton href="/" variant="primary">
          Go to the start page
        </LinkButton>
      }
    >
      <p>The address may have a typing mistake, or the page has moved.</p>
    </NoticePage>
  );
}

function UnknownWorkspace({ host }: { host: string }): ReactNode {
  return (
    <NoticePage
      title={`There is no workspace at ${host}`}
      action={
        <a href={`${siteOrigin()}/login`} className="text-link text-body-lg">
          Enter another address
        </a>
      }
    >
      <p>Check the spelling of the first part of the address. It is the name that your company chose.</p>
    </NoticePage>
  );
}
