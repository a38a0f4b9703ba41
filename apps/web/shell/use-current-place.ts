'use client';

import { usePathname } from 'next/navigation';

/** Whether a place is the one shown: itself or a page below it. */
export function useIsCurrent(): (href: string) => boolean {
  const path = usePathname();
  return (href) => path === href || path.startsWith(`${href}/`);
}
