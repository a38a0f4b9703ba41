import { ApiKeysScreen } from '@aura/identity/client';
import type { Metadata } from 'next';
import type { ReactNode } from 'react';

export const metadata: Metadata = { title: 'API keys' };

export default function ApiKeysPage(): ReactNode {
  return <ApiKeysScreen />;
}
