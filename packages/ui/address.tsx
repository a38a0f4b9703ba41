'use client';

import { createContext, type ReactNode, use } from 'react';

const AddressContext = createContext('');

/** Tells the parts below what the address asks for: the app's router knows it first. `search` begins without "?". */
export function AddressProvider({ search, children }: { search: string; children: ReactNode }): ReactNode {
  return <AddressContext value={search}>{children}</AddressContext>;
}

/** The whole query of the address, as it is now. Single parameters are better read by their own names. */
export function useAddress(): string {
  return use(AddressContext);
}

/** Goes to another query of this page at once: the same page stays, with its data. */
export function changeAddress(href: string, history: 'push' | 'replace'): void {
  if (history === 'push') window.history.pushState(null, '', href);
  else window.history.replaceState(null, '', href);
}
