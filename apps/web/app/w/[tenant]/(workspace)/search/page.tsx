import { SearchScreen } from '@aura/search/client';
import type { Metadata } from 'next';
import type { ReactNode } from 'react';

export const metadata: Metadata = { title: 'Search' };

export default function SearchPage(): ReactNode {
  return <SearchScreen />;
}
