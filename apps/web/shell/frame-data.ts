import type { MeOutput } from '@aura/identity/client';
import type { Role } from '@aura/kernel';
import type { Preferences } from './preferences.ts';

/** A place in the navigation; the server has already left out what the person may not open. */
export type Place = { href: string; label: string; icon: string };

/** Something the person may add; its screen opens at `href`. `key` is pressed after N. */
export type Addition = { href: string; label: string; icon: string; key: string };

/** All that the workspace frame shows, as plain data from the server. */
export type FrameData = {
  tenant: { id: string; slug: string; name: string; currency: string; timezone: string };
  person: { userId: string; name: string; email: string; role: Role };
  places: readonly Place[];
  additions: readonly Addition[];
  /** The pages of settings that the person may open. */
  settings: readonly Pick<Place, 'href' | 'label'>[];
  hasSearch: boolean;
  preferences: Preferences;
  /** What screens know of the signed-in person from the first drawing on. */
  me: MeOutput | null;
};

export const roleNames: Record<Role, string> = { admin: 'Admin', manager: 'Manager', sales_rep: 'Sales rep' };
