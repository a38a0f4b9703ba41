'use client';

import { startLog } from '@aura/activities/client';
import { useMe } from '@aura/identity/client';
import { type PaletteAction, usePaletteActions } from '@aura/ui/palette-actions';
import { Kanban, Phone } from 'lucide-react';
import type { Organization } from '../organization.schema.ts';

/** Offers in the palette what the page of an organization offers. */
export function useOrganizationPalette({ id, name, deletedAt }: Organization): void {
  const permissions = useMe()?.permissions ?? [];
  const may = (permission: string): boolean => permissions.includes(permission) && !deletedAt;
  const actions: PaletteAction[] = [];
  if (may('deal:create'))
    actions.push({
      id: 'deal',
      label: `New deal with ${name}`,
      icon: <Kanban aria-hidden />,
      href: `/deals?new=true&organizationId=${id}`,
    });
  if (may('activity:create'))
    actions.push({ id: 'log', label: 'Log call', keys: 'L', icon: <Phone aria-hidden />, run: startLog });
  usePaletteActions(name, actions);
}
