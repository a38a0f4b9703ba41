import { ProductListScreen } from '@aura/products/client';
import type { Metadata } from 'next';
import type { ReactNode } from 'react';

export const metadata: Metadata = { title: 'Products' };

export default function ProductsPage(): ReactNode {
  return <ProductListScreen />;
}
