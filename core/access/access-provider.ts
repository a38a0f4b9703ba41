import type { ActorContext } from '@aura/api';
import type { Permission } from '@aura/kernel';

/** A person to whom a record is opened besides its owner. */
export type OpenedTo = { userId: string; how: 'collaborator' | 'shared' };

export type AccessFacts = {
  name: string;
  isArchived: boolean;
  /** Its author, where the kind of record has one instead; null where it has neither. */
  ownerId: string | null;
  openedTo: OpenedTo[];
  /** What else a person would ask about the record: its stage, its organization. */
  facts: { label: string; value: string }[];
};

/** What a module tells about one of its records. `facts` reads under the asking admin's rights; 404 without the record. */
export type AccessProvider = {
  entity: string;
  table: `crm.${string}`;
  permission: Permission;
  /** Whom the record's kind is open to where nobody owns it or it was not opened to them: all, or who sees its relations. */
  openTo: 'owners' | 'everyone' | 'related';
  facts: (ctx: ActorContext, id: string) => Promise<AccessFacts>;
};
