import type { AccessReason } from './access.schema.ts';
import type { AccessFacts, AccessProvider } from './access-provider.ts';

type Asked = {
  userId: string;
  /** The names of the policies that hold for the record. */
  holding: readonly string[];
  facts: Pick<AccessFacts, 'ownerId' | 'openedTo'>;
  openTo: AccessProvider['openTo'];
};

/** The reason that fits what the policies said. */
export function reasonOf({ userId, holding, facts, openTo }: Asked): AccessReason {
  if (holding.length === 0) return 'not_theirs';
  if (openTo === 'everyone') return 'everyone';
  if (holding.some((name) => name.startsWith('select_manager'))) return 'role';
  if (facts.ownerId === userId) return 'owner';
  const opened = facts.openedTo.find((other) => other.userId === userId);
  if (opened) return opened.how;
  return 'related';
}

type Told = { name: string; noun: string; role: string; ownerName: string | null };

/** The answer in a sentence that an admin can pass on. */
export function sentenceOf(reason: AccessReason, { name, noun, role, ownerName }: Told): string {
  const owner = ownerName ? ` ${ownerName} owns it.` : '';
  const sentences: Record<AccessReason, string> = {
    inactive: `${name} is not an active member, so they can't enter this workspace at all.`,
    permission: `${name}'s role (${role}) does not include reading ${plural(noun)}.`,
    role: `${name} sees this ${noun} because their role (${role}) sees every ${noun} of the workspace.`,
    owner: `${name} sees this ${noun} because it is theirs.`,
    collaborator: `${name} sees this ${noun} because they collaborate on it.${owner}`,
    shared: `${name} sees this ${noun} because it was shared with them.${owner}`,
    everyone: `${name} sees this ${noun} because everyone in the workspace sees ${plural(noun)}.`,
    related: `${name} sees this ${noun} because they see every record that it is about.${owner}`,
    not_theirs: `${name} doesn't see this ${noun}: it isn't theirs, and it isn't opened to them.${owner}`,
  };
  return sentences[reason];
}

const plural = (noun: string): string => (noun.endsWith('y') ? `${noun.slice(0, -1)}ies` : `${noun}s`);
