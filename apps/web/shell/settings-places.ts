import { type Actor, can, type Permission } from '@aura/kernel';

export type SettingsPlace = { href: string; label: string; purpose: string; group: 'You' | 'Workspace' };

/** The pages of settings in their order. A page is a line here and a route of the same address. */
const places: readonly (SettingsPlace & { permission: Permission })[] = [
  {
    href: '/settings/profile',
    label: 'Profile',
    purpose: 'Your name and what colleagues see of you',
    group: 'You',
    permission: 'me:read',
  },
  {
    href: '/settings/preferences',
    label: 'Preferences',
    purpose: 'Theme, density, motion and keyboard shortcuts',
    group: 'You',
    permission: 'me:read',
  },
  {
    href: '/settings/notifications',
    label: 'Notifications',
    purpose: 'What you are told of',
    group: 'You',
    permission: 'notification:read',
  },
  {
    href: '/settings/security',
    label: 'Security',
    purpose: 'Your password, and where you are signed in',
    group: 'You',
    permission: 'me:read',
  },
  {
    href: '/settings/api-keys',
    label: 'API keys',
    purpose: 'Let programs work with your data as you',
    group: 'You',
    permission: 'api_key:manage',
  },
  {
    href: '/settings/workspace',
    label: 'Workspace',
    purpose: 'Name, currency and time zone of the company',
    group: 'Workspace',
    permission: 'workspace:update',
  },
  {
    href: '/settings/members',
    label: 'Members',
    purpose: 'Who works here, and who is invited',
    group: 'Workspace',
    permission: 'invitation:read',
  },
  {
    href: '/settings/roles',
    label: 'Roles',
    purpose: 'What each role may do',
    group: 'Workspace',
    permission: 'invitation:read',
  },
  {
    href: '/settings/access',
    label: 'Who sees what',
    purpose: 'Why a member sees a record, or does not',
    group: 'Workspace',
    permission: 'access:explain',
  },
  {
    href: '/settings/pipelines',
    label: 'Pipelines',
    purpose: 'The stages that deals walk through, and what each asks for',
    group: 'Workspace',
    permission: 'pipeline:update',
  },
  {
    href: '/settings/fields',
    label: 'Custom fields',
    purpose: 'What your team notes beside the fields that are there for everyone',
    group: 'Workspace',
    permission: 'custom-field:update',
  },
  {
    href: '/settings/data',
    label: 'Data',
    purpose: 'Take records out as a file, and fetch your files',
    group: 'Workspace',
    permission: 'export:read',
  },
  {
    href: '/settings/audit',
    label: 'Audit log',
    purpose: 'Who changed what, and when',
    group: 'Workspace',
    permission: 'audit:read',
  },
];

export function settingsPlacesOf(actor: Actor): SettingsPlace[] {
  return places
    .filter(({ permission }) => can(actor, permission))
    .map(({ href, label, purpose, group }) => ({ href, label, purpose, group }));
}
