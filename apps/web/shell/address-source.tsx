'use client';

import { AddressProvider } from '@aura/ui/address';
import { useSearchParams } from 'next/navigation';
import type { ReactNode } from 'react';

/** Gives the parts of a page its address. */
export function AddressSource({ children }: { children: ReactNode }): ReactNode {
  return <AddressProvider search={useSearchParams().toString()}>{children}</AddressProvider>;
}
