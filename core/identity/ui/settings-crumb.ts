import type { Crumb } from '@aura/ui/page-header';

/** The way back from every settings page; on a phone it is the only one. */
export const settingsCrumb: readonly Crumb[] = [{ label: 'Settings', href: '/settings' }];
