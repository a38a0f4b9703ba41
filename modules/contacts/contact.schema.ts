import {
  customFieldsFilter,
  customFieldsSchema,
  email,
  expectedVersion,
  listInput,
  optionalText,
  pageOf,
  reassignInput,
  recordFields,
  uuid,
} from '@aura/kernel';
import { z } from 'zod';

const optionalEmail = z
  .union([email, z.literal('').transform(() => null)])
  .nullable()
  .optional();

const fields = {
  firstName: optionalText(100),
  lastName: optionalText(100),
  email: optionalEmail,
  phone: optionalText(50),
  title: optionalText(150),
  organizationId: uuid.nullable().optional(),
  ownerId: uuid.optional(),
  externalId: optionalText(200),
  customFields: customFieldsSchema.optional(),
};

export const contactCreateInput = z
  .strictObject(fields)
  .refine(({ firstName, lastName, email: address }) => firstName || lastName || address, {
    path: ['lastName'],
    message: 'Enter a name or an e-mail',
  });
export type ContactCreate = z.output<typeof contactCreateInput>;

export const contactUpdateInput = z.strictObject({ ...fields, id: uuid, expectedVersion });
export type ContactUpdate = z.output<typeof contactUpdateInput>;

const SORTS = ['name', 'createdAt', 'updatedAt'] as const;
const filters = {
  organizationId: uuid.optional(),
  ownerId: uuid.optional(),
  customFields: customFieldsFilter.optional(),
};

export const contactListInput = listInput({ filters, sorts: SORTS });
export type ContactList = z.output<typeof contactListInput>;

/** `id` is the organization's. */
export const organizationContactsInput = contactListInput.omit({ organizationId: true }).extend({ id: uuid });

export const contactFilter = z.strictObject({ ...filters, q: z.string().trim().max(200).optional() });
export type ContactFilter = z.output<typeof contactFilter>;

export const contactReassignInput = reassignInput(contactFilter);
export type ContactReassign = z.output<typeof contactReassignInput>;

export const contactEscalateInput = z.strictObject({ id: uuid, reason: optionalText(1_000) });
export type ContactEscalate = z.output<typeof contactEscalateInput>;
export const contactResolveInput = z.strictObject({ id: uuid, note: optionalText(1_000) });
export type ContactResolve = z.output<typeof contactResolveInput>;

export const contactShareInput = z.strictObject({ id: uuid, userId: uuid });

export const contactShareOutput = z
  .object({ userId: uuid, name: z.string(), createdAt: z.iso.datetime() })
  .meta({ id: 'ContactShare' });
export const contactSharesOutput = z.object({ items: z.array(contactShareOutput) });

export const contactOutput = z
  .object({
    ...recordFields,
    name: z.string().meta({ description: 'First and last name, or the e-mail' }),
    firstName: z.string().nullable(),
    lastName: z.string().nullable(),
    email: z.string().nullable(),
    phone: z.string().nullable(),
    title: z.string().nullable(),
    organizationId: uuid.nullable(),
    organizationName: z.string().nullable(),
    ownerId: uuid,
    ownerName: z.string().nullable(),
    externalId: z.string().nullable(),
    customFields: customFieldsSchema,
    escalatedAt: z.iso.datetime().nullable().meta({ description: 'Since when a manager is asked to look' }),
    escalatedBy: uuid.nullable(),
    mergedIntoId: uuid
      .nullable()
      .meta({ description: 'The contact that stands for this one, since they were merged; this one is archived' }),
    deletedAt: z.iso.datetime().nullable(),
    abilities: z.object({
      update: z.boolean(),
      archive: z.boolean(),
      restore: z.boolean(),
      changeOwner: z.boolean(),
      share: z.boolean(),
      merge: z.boolean(),
      escalate: z.boolean(),
      resolve: z.boolean(),
    }),
  })
  .meta({ id: 'Contact' });
export type Contact = z.output<typeof contactOutput>;
export const contactPage = pageOf(contactOutput);
