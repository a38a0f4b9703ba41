'use client';

import { Button } from '@aura/ui/button';
import type { ReactNode } from 'react';

export function ReloadButton({ children = 'Try again' }: { children?: ReactNode }): ReactNode {
  return (
    <Button variant="primary" onClick={() => location.reload()}>
      {children}
    </Button>
  );
}
