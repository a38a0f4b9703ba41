import { type Actor, can, type Permission } from '@aura/kernel';
import { navigation, permissions } from '@aura/registry';
import type { Addition, Place } from './frame-data.ts';

/** The installed modules' places that this person may open, in order. */
export function placesOf(actor: Actor): Place[] {
  return navigation
    .filter((item) => can(actor, item.permission))
    .map(({ href, label, icon }) => ({ href, label, icon }));
}

type Offer = Addition & { permission: Permission };

const offers: readonly Offer[] = [
  { href: '/deals?new=true', label: 'Deal', icon: 'kanban', key: 'd', permission: 'deal:create' },
  { href: '/contacts?new=true', label: 'Contact', icon: 'users', key: 'c', permission: 'contact:create' },
  {
    href: '/organizations?new=true',
    label: 'Organization',
    icon: 'building-2',
    key: 'o',
    permission: 'organization:create',
  },
  { href: '/activities?new=true', label: 'Activity', icon: 'calendar-check', key: 'a', permission: 'activity:create' },
  { href: '/products?new=true', label: 'Product', icon: 'package', key: 'p', permission: 'product:create' },
];

/** What "New" offers: only nouns whose module is installed and whose creation the person's role allows. */
export function additionsOf(actor: Actor): Addition[] {
  return offers
    .filter(({ permission }) => permission in permissions && can(actor, permission))
    .map(({ href, label, icon, key }) => ({ href, label, icon, key }));
}
