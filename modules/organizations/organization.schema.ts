import {
  customFieldsFilter,
  customFieldsSchema,
  expectedVersion,
  listInput,
  optionalText,
  pageOf,
  reassignInput,
  recordFields,
  text,
  uuid,
} from '@aura/kernel';
import { z } from 'zod';

// A link to a page is shown, so nothing but http(s) may be in it.
const website = optionalText(300).refine(
  (value) => !value || /^(https?:\/\/)?[\p{L}\p{N}_-]+(\.[\p{L}\p{N}_-]+)+([:/?#]\S*)?$/iu.test(value),
  'Enter an address like https://company.com',
);

const fields = {
  name: text(200),
  industry: optionalText(100),
  /** A band ("11-50") or a head count. */
  size: z.union([z.int().min(0).transform(String), optionalText(50)]),
  location: optionalText(200),
  website,
  parentId: uuid.nullable().optional(),
  ownerId: uuid.optional(),
  externalId: optionalText(200),
  customFields: customFieldsSchema.optional(),
};

export const organizationCreateInput = z.strictObject(fields);
export type OrganizationCreate = z.output<typeof organizationCreateInput>;

export const organizationUpdateInput = z.strictObject({
  ...fields,
  name: fields.name.optional(),
  id: uuid,
  expectedVersion,
});
export type OrganizationUpdate = z.output<typeof organizationUpdateInput>;

const filters = {
  industry: z.string().max(100).optional(),
  ownerId: uuid.optional(),
  parentId: uuid.optional(),
  customFields: customFieldsFilter.optional(),
};

export const organizationListInput = listInput({ filters, sorts: ['name', 'createdAt', 'updatedAt'] });
export type OrganizationList = z.output<typeof organizationListInput>;

export const organizationFilter = z.strictObject({ ...filters, q: z.string().trim().max(200).optional() });
export type OrganizationFilter = z.output<typeof organizationFilter>;

export const organizationReassignInput = reassignInput(organizationFilter);
export type OrganizationReassign = z.output<typeof organizationReassignInput>;

export const organizationOutput = z
  .object({
    ...recordFields,
    name: z.string(),
    industry: z.string().nullable(),
    size: z.string().nullable(),
    location: z.string().nullable(),
    website: z.string().nullable(),
    parentId: uuid.nullable(),
    parentName: z.string().nullable(),
    ownerId: uuid,
    ownerName: z.string().nullable(),
    externalId: z.string().nullable(),
    customFields: customFieldsSchema,
    deletedAt: z.iso.datetime().nullable(),
    abilities: z.object({ update: z.boolean(), archive: z.boolean(), restore: z.boolean(), changeOwner: z.boolean() }),
  })
  .meta({ id: 'Organization' });
export type Organization = z.output<typeof organizationOutput>;
export const organizationPage = pageOf(organizationOutput);
