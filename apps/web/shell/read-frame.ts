import { type Actor, can } from '@aura/kernel';
import { permissions } from '@aura/registry';
import { cookies } from 'next/headers';
import { notFound } from 'next/navigation';
import { openDoor } from './door.ts';
import type { FrameData } from './frame-data.ts';
import { readMe } from './page-api.ts';
import { additionsOf, placesOf } from './places.ts';
import { readPreferences } from './preferences.ts';
import { settingsPlacesOf } from './settings-places.ts';

/** The frame of this person in the workspace of this request. */
export async function readFrame(actor: Actor): Promise<FrameData> {
  const door = await openDoor();
  if (door.kind !== 'open') notFound();
  const { id, slug, name, currency, timezone } = door.tenant;
  return {
    tenant: { id, slug, name, currency, timezone },
    person: { userId: actor.userId, name: actor.name, email: actor.email, role: actor.role },
    places: placesOf(actor),
    additions: additionsOf(actor),
    settings: settingsPlacesOf(actor).map(({ href, label }) => ({ href, label })),
    hasSearch: 'search:read' in permissions && can(actor, 'search:read'),
    preferences: readPreferences(await cookies()),
    me: await readMe(),
  };
}
