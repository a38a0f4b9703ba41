import { column, defineExporter } from '@aura/exchange';
import { pickedIds } from '@aura/kernel';
import { dealListInput } from './deal.schema.ts';
import { type ExportedDeal, listDealsToExport } from './deal-export.queries.ts';

export const dealExporter = defineExporter({
  name: 'deals',
  label: 'Deals',
  permission: 'deal:read',
  filter: dealListInput.omit({ limit: true, cursor: true, sort: true }).extend({ ids: pickedIds }),
  customFields: 'deal',
  columns: [
    column<ExportedDeal>('name', ({ name }) => name),
    column<ExportedDeal>('amount', ({ amount }) => amount),
    column<ExportedDeal>('currency', ({ currency }) => currency),
    column<ExportedDeal>('pipeline.name', ({ pipelineName }) => pipelineName),
    column<ExportedDeal>('stage.name', ({ stageName }) => stageName),
    column<ExportedDeal>('probability', ({ probability }) => probability),
    column<ExportedDeal>('openedOn', ({ openedOn }) => openedOn),
    // Of an open deal, when it is expected to close; the import reads both from this column.
    column<ExportedDeal>('closedOn', ({ closedAt, closeDate }) => closedAt?.slice(0, 10) ?? closeDate),
    column<ExportedDeal>('lostReason', ({ lostReason }) => lostReason),
    column<ExportedDeal>('organization.name', ({ organizationName }) => organizationName),
    column<ExportedDeal>('contacts.email', ({ contacts }) => contacts.flatMap(({ email }) => email ?? [])),
    column<ExportedDeal>('items.product.sku', soleProduct),
    column<ExportedDeal>('owner.name', ({ ownerName }) => ownerName),
    column<ExportedDeal>('nextStep', ({ nextStep }) => nextStep),
    column<ExportedDeal>('nextStepOn', ({ nextStepOn }) => nextStepOn),
    column<ExportedDeal>('notes', ({ notes }) => notes),
    column<ExportedDeal>('externalId', ({ externalId }) => externalId),
  ],
  read: (ctx, { filter, ...page }) => listDealsToExport(ctx, { ...filter, ...page }),
});

/** A line of a file has room for one product; several are in the JSON. */
function soleProduct({ items }: ExportedDeal): string | null {
  const [first, ...others] = items;
  return first && others.length === 0 ? first.sku : null;
}
