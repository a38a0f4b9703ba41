'use client';

import { PageHeader } from '@aura/ui/page-header';
import type { ReactNode } from 'react';
import { PasswordSection } from './password-section.tsx';
import { SessionsSection } from './sessions-section.tsx';
import { settingsCrumb } from './settings-crumb.ts';

/** Password and places where a person is signed in. */
export function SecurityScreen(): ReactNode {
  return (
    <>
      <PageHeader breadcrumb={settingsCrumb} title="Security" subtitle="Your password, and where you are signed in." />
      <PasswordSection />
      <SessionsSection />
    </>
  );
}
