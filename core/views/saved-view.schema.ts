import { expectedVersion, listInput, pageOf, recordFields, text, uuid } from '@aura/kernel';
import { z } from 'zod';
import {
  ADDRESS_MAX,
  NAME_MAX,
  PARAMETERS_MAX,
  PASSING,
  VALUE_MAX,
  VIEW_ENTITIES,
  VIEWS_MAX,
  VISIBILITIES,
  type ViewEntity,
} from './saved-view.ts';

const PLURALS = ['contacts', 'organizations', 'products', 'deals'] as const;

/** Singular as in events and the audit log; the plural of the paths is understood too. */
const entity = z
  .enum([...VIEW_ENTITIES, ...PLURALS], { message: `Choose one of: ${VIEW_ENTITIES.join(', ')}` })
  .transform((name) => name.replace(/s$/, '') as ViewEntity);

const parameter = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9_.]{0,63}$/, 'Name a parameter with letters, digits, _ and ., 64 at most')
  .refine((key) => !(PASSING as readonly string[]).includes(key), `A view keeps no ${PASSING.join(', ')}`);

const address = z
  .record(parameter, text(VALUE_MAX))
  .refine((given) => Object.keys(given).length <= PARAMETERS_MAX, `A view keeps ${PARAMETERS_MAX} parameters or fewer`)
  .refine(
    (given) => JSON.stringify(given).length <= ADDRESS_MAX - 4 * PARAMETERS_MAX,
    'These filters are too long for a view',
  )
  .meta({
    description:
      'The parameters of the list’s address: filters, q, sort, columns, density, board or table. Those that the list does not know are ignored when the view is opened',
  });

const editable = {
  name: text(NAME_MAX),
  visibility: z
    .enum(VISIBILITIES, { message: `Choose one of: ${VISIBILITIES.join(', ')}` })
    .meta({ description: 'private: seen by its owner alone. shared: seen by everyone in the workspace' }),
  address,
};

export const savedViewCreateInput = z.strictObject({
  entity,
  ...editable,
  visibility: editable.visibility.default('private'),
  address: editable.address.default({}),
});
export type SavedViewCreate = z.output<typeof savedViewCreateInput>;

export const savedViewUpdateInput = z.strictObject({
  id: uuid,
  expectedVersion,
  name: editable.name.optional(),
  visibility: editable.visibility.optional(),
  address: editable.address.optional(),
});
export type SavedViewUpdate = z.output<typeof savedViewUpdateInput>;

export const savedViewListInput = listInput({
  filters: { entity: entity.optional(), visibility: editable.visibility.optional() },
  sorts: ['name', 'createdAt'],
}).omit({ q: true });
export type SavedViewList = z.output<typeof savedViewListInput>;

export const savedViewOutput = z
  .object({
    ...recordFields,
    entity: z.enum(VIEW_ENTITIES),
    ownerId: uuid,
    name: z.string(),
    visibility: z.enum(VISIBILITIES),
    address: z.record(z.string(), z.string()),
    archived: z.boolean(),
    abilities: z.object({
      update: z.boolean(),
      share: z.boolean().meta({ description: 'To choose who sees it: its owner alone does' }),
      archive: z.boolean(),
      restore: z.boolean(),
    }),
  })
  .meta({ id: 'SavedView', description: `A person keeps ${VIEWS_MAX} views of a list or fewer` });
export type SavedView = z.output<typeof savedViewOutput>;
export const savedViewPage = pageOf(savedViewOutput);

export const savedViewsOfInput = z.strictObject({ entity: entity.optional() });
export const savedViewsOfOutput = z.object({ items: z.array(savedViewOutput) });
