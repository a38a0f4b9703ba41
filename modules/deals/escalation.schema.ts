import { listInput, pageOf, uuid } from '@aura/kernel';
import { z } from 'zod';

const entity = z.enum(['contact', 'deal']);

const {
  q: _q,
  deleted: _deleted,
  ...page
} = listInput({
  filters: { entity: entity.optional(), ownerId: uuid.optional() },
  sorts: ['escalatedAt'],
}).shape;
export const escalationListInput = z.strictObject(page);
export type EscalationList = z.output<typeof escalationListInput>;

export const escalationOutput = z
  .object({
    entity,
    id: uuid.meta({ description: 'The contact’s or the deal’s' }),
    name: z.string(),
    organizationId: uuid.nullable(),
    organizationName: z.string().nullable(),
    ownerId: uuid,
    ownerName: z.string().nullable(),
    escalatedAt: z.iso.datetime(),
    escalatedBy: uuid.nullable(),
    escalatedByName: z.string().nullable(),
    reason: z.string().nullable(),
    abilities: z.object({ resolve: z.boolean(), share: z.boolean(), changeOwner: z.boolean() }),
  })
  .meta({ id: 'Escalation' });
export type Escalation = z.output<typeof escalationOutput>;
export const escalationPage = pageOf(escalationOutput);
