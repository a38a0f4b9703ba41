import type { ActorContext } from '@aura/api';
import { defineModule } from '@aura/kernel';
import { dealArchives } from './deal.archive.ts';
import { dealEditor } from './deal.bulk-editor.ts';
import { dealExporter } from './deal.exporter.ts';
import { dealImporter } from './deal.importer.ts';
import { dealPermissions } from './deal.permissions.ts';
import { dealRouter } from './deal.router.ts';
import { reassignDeals } from './deal-owner.service.ts';
import { escalationRouter } from './escalation.router.ts';
import { lineItemRouter } from './line-item.router.ts';

type Change = { fromUserId: string; toUserId: string };

export const dealsModule = defineModule({
  id: 'deals',
  dependsOn: ['activities', 'contacts', 'organizations', 'pipelines', 'products'],
  permissions: dealPermissions,
  routers: { deals: dealRouter, lineItems: lineItemRouter, escalations: escalationRouter },
  importers: [dealImporter],
  exporters: [dealExporter],
  archives: dealArchives,
  bulkEditors: [dealEditor],
  navigation: [
    { href: '/deals', label: 'Deals', icon: 'kanban', permission: 'deal:read', order: 10 },
    { href: '/escalations', label: 'Escalations', icon: 'siren', permission: 'escalation:answer', order: 70 },
  ],
  constraints: {
    deals_external_id_key: {
      code: 'conflict',
      reason: 'duplicate_external_id',
      field: 'externalId',
      detail: 'A deal with this external id exists already.',
    },
    deals_probability_closed: {
      code: 'invalid',
      field: 'probability',
      detail: 'A won deal is at 100% and a lost one at 0%.',
    },
    deals_amount_from_items: {
      code: 'invalid',
      reason: 'amount_from_items',
      field: 'amount',
      detail: 'The amount is the sum of the line items.',
    },
    deals_amount_range: {
      code: 'invalid',
      field: 'amount',
      detail: 'Enter an amount of zero or more that is not beyond reason.',
    },
    deals_owner_fkey: {
      code: 'invalid',
      reason: 'unknown_reference',
      field: 'ownerId',
      detail: 'Choose a member of this workspace.',
    },
    deal_members_user_fkey: {
      code: 'invalid',
      reason: 'unknown_reference',
      field: 'userId',
      detail: 'Choose a member of this workspace.',
    },
    line_items_discount_amount_range: {
      code: 'invalid',
      field: 'discountAmount',
      detail: 'The discount is more than the line.',
    },
    line_items_quantity_range: { code: 'invalid', field: 'quantity', detail: 'Enter a quantity above zero.' },
    line_items_unit_price_range: {
      code: 'invalid',
      field: 'unitPrice',
      detail: 'Enter a price of zero or more that is not beyond reason.',
    },
    stages_kind_in_use: {
      code: 'conflict',
      reason: 'stage_in_use',
      field: 'kind',
      detail: 'This stage has deals, so it stays what it is. Add another stage.',
    },
    stages_successor_needed: {
      code: 'invalid',
      reason: 'required',
      field: 'moveDealsTo',
      detail: 'Choose the open stage that the open deals move to.',
    },
    pipelines_open_deals: {
      code: 'conflict',
      reason: 'open_deals',
      detail: 'This pipeline has open deals. Move or close them first.',
    },
  },
  reassign: async (ctx: ActorContext, { fromUserId, toUserId }: Change) =>
    (await reassignDeals(ctx, fromUserId, toUserId)).changed,
});
