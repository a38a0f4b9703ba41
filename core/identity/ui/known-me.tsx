'use client';

import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { MeOutput } from '../me.schema.ts';
import { useIdentityApi } from './use-identity-api.ts';

/**
 * Puts the person of this request where `useMe` looks, before anything below is drawn. Asked for by the browser, the
 * answer could arrive while parts of the page still wait to be hydrated, and they would be drawn otherwise than sent.
 */
export function KnownMe({ me, children }: { me: MeOutput | null; children: ReactNode }): ReactNode {
  const queries = useQueryClient();
  const { me: api } = useIdentityApi();
  useState(() => (me ? queries.setQueryData(api.get.queryKey(), me) : null));
  return children;
}
