'use client';

import { contactPath } from '@aura/contacts/client';
import { MemberPicker } from '@aura/members/client';
import { Avatar } from '@aura/ui/avatar';
import { IconButton } from '@aura/ui/icon-button';
import { Link } from '@aura/ui/link';
import { Panel } from '@aura/ui/panel';
import { toast } from '@aura/ui/toast';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import type { DealDetail } from '../deal.schema.ts';
import { ContactChoice } from './contact-choice.tsx';
import { ContactRole } from './contact-role.tsx';
import type { SaveFields } from './deal-details.tsx';
import { readOnlyReason } from './deal-inline-edits.tsx';
import { OtherDeals } from './other-deals.tsx';

type RelatedProps = { deal: DealDetail; save: SaveFields };

/** Who and what belongs to the deal: the customer's people, colleagues, the organization's other deals. */
export function DealRelated(props: RelatedProps): ReactNode {
  return (
    <>
      <ContactsPanel {...props} />
      <TeamPanel {...props} />
      {props.deal.organizationId ? <OtherDeals deal={props.deal} organizationId={props.deal.organizationId} /> : null}
    </>
  );
}

function saveOrTell(save: SaveFields, patch: Record<string, unknown>): void {
  save(patch).catch((error: Error) =>
    toast({ title: "Couldn't save this", description: error.message, tone: 'danger' }),
  );
}

function ContactsPanel({ deal, save }: RelatedProps): ReactNode {
  const locked = readOnlyReason(deal);
  const isLocked = locked !== null;
  const setRole = (id: string, role: string): Promise<boolean> =>
    save({ contacts: deal.contacts.map((one) => ({ id: one.id, role: one.id === id ? role : one.role })) });
  const setContacts = (contactIds: string[]): void => saveOrTell(save, { contactIds });
  return (
    <Panel title="Contacts" note={deal.contacts.length || null}>
      {deal.contacts.length === 0 ? <p className="pb-2 text-muted">Nobody yet.</p> : null}
      <ul className="flex flex-col">
        {deal.contacts.map((contact) => (
          <li key={contact.id} className="flex min-h-10 items-start gap-2 py-1">
            <Avatar name={contact.name} size="sm" />
            <span className="flex min-w-0 flex-1 flex-col items-start">
              <Link href={contactPath(contact.id)} className="text-link wrap-anywhere">
                {contact.name}
              </Link>
              <ContactRole contact={contact} disabledReason={locked} onSave={(role) => setRole(contact.id, role)} />
            </span>
            {isLocked ? null : (
              <IconButton
                label={`Remove ${contact.name} from this deal`}
                size="sm"
                icon={<X aria-hidden />}
                onClick={() => setContacts(deal.contactIds.filter((id) => id !== contact.id))}
              />
            )}
          </li>
        ))}
      </ul>
      {isLocked ? null : (
        <div className="pt-2">
          <ContactChoice
            key={deal.contactIds.join()}
            aria-label="Add a contact"
            organizationId={deal.organizationId}
            onChange={(id) => (id && !deal.contactIds.includes(id) ? setContacts([...deal.contactIds, id]) : undefined)}
          />
        </div>
      )}
    </Panel>
  );
}

function TeamPanel({ deal, save }: RelatedProps): ReactNode {
  const canName = deal.abilities.nameCollaborators && !deal.deletedAt;
  const setTeam = (collaboratorIds: string[]): void => saveOrTell(save, { collaboratorIds });
  if (!canName && deal.collaborators.length === 0 && deal.sharedWith.length === 0) return null;
  return (
    <Panel title="Team">
      <ul className="flex flex-col">
        {deal.collaborators.map((person) => (
          <li key={person.userId} className="flex min-h-10 items-center gap-2">
            <Avatar name={person.name} size="sm" />
            <span className="min-w-0 flex-1 wrap-anywhere">{person.name}</span>
            {canName ? (
              <IconButton
                label={`Remove ${person.name} from the team`}
                size="sm"
                icon={<X aria-hidden />}
                onClick={() => setTeam(deal.collaboratorIds.filter((id) => id !== person.userId))}
              />
            ) : null}
          </li>
        ))}
        {deal.sharedWith.map((person) => (
          <li key={person.userId} className="flex min-h-10 items-center gap-2">
            <Avatar name={person.name} size="sm" />
            <span className="min-w-0 flex-1 wrap-anywhere">
              {person.name} <span className="text-small text-muted">· shared with</span>
            </span>
          </li>
        ))}
      </ul>
      {canName ? (
        <MemberPicker
          key={deal.collaboratorIds.join()}
          aria-label="Add a colleague"
          placeholder="Add a colleague"
          value={null}
          onValueChange={(id) =>
            id && !deal.collaboratorIds.includes(id) ? setTeam([...deal.collaboratorIds, id]) : undefined
          }
        />
      ) : null}
    </Panel>
  );
}
