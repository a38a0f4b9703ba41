import type { ActorContext } from '@aura/api';

export type NotifiedRecord = {
  id: string;
  name: string;
  /** Where its page is. */
  href: string;
  /** The record that it happened on, where that is another (an activity's deal). */
  about?: { id: string; name: string };
};

/** What a module says of its records to those who are told of them. */
export type NotificationProvider = {
  entity: string;
  /** "deal", "deals": how sentences name them. */
  nouns: { one: string; many: string };
  /** Where many of them are. */
  listHref: string;
  /** Those of these records that the person sees. */
  describe: (ctx: ActorContext, ids: readonly string[]) => Promise<NotifiedRecord[]>;
  /** Whose they are; for records on which activities are logged. */
  ownersOf?: (ctx: ActorContext, ids: readonly string[]) => Promise<string[]>;
  /** The person's own whose next step is planned for a day after `after`, up to `upTo`; the earliest first. */
  dueOf?: (ctx: ActorContext, days: { after: string; upTo: string; max: number }) => Promise<string[]>;
};

export type Providers = ReadonlyMap<string, NotificationProvider>;
