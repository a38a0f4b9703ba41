'use client';

import type { ReactNode } from 'react';
import { PageError, type PageErrorProps } from '../../../../shell/page-error.tsx';

export default function WorkspaceError(props: PageErrorProps): ReactNode {
  return <PageError {...props} />;
}
