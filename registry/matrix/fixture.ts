import { randomUUID } from 'node:crypto';
import type { Person, TestTenant, Voice, World } from '@aura/testkit';

/** Ids of one record of each kind that a matrix cell works on. */
export type Target = {
  userId: string;
  sessionId: string;
  ownerId: string;
  organizationId: string;
  contactId: string;
  otherContactId: string;
  mergeId: string;
  dealId: string;
  itemId: string;
  productId: string;
  pipelineId: string;
  stageId: string;
  lostStageId: string;
  stageIds: string[];
  stages: Stage[];
  activityId: string;
  customFieldId: string;
  /** All fields of contacts in the tenant, known when every target is there. */
  customFieldIds: string[];
  savedViewId: string;
  invitationId: string;
  apiKeyId: string;
  importId: string;
  bulkEditId: string;
  exportId: string;
  notificationId: string;
};

type Answer = { id: string };
type Stage = { id: string; kind: string; name: string };

/** One record of each kind in a tenant; contacts and deals belong to `owner`. */
export async function createTarget(world: World, tenant: TestTenant, owner: Person): Promise<Target> {
  const admin = world.as(tenant.admin);
  const shared = await createShared(admin, owner);
  const contact: Answer = await admin.api.contacts.create({ lastName: 'Sample', ownerId: owner.userId });
  const other: Answer = await admin.api.contacts.create({ lastName: 'Same sample', ownerId: owner.userId });
  const merged: Answer = await admin.api.contacts.create({ lastName: 'Merged sample', ownerId: owner.userId });
  const merge: { mergeId: string } = await admin.api.contactMerges.merge({ id: contact.id, otherId: merged.id });
  await world.as(owner).api.contacts.escalate({ id: contact.id });
  const deal: Answer = await admin.api.deals.create({ name: 'Sample deal', ownerId: owner.userId });
  await world.as(owner).api.deals.escalate({ id: deal.id });
  const item: Answer = await admin.api.lineItems.add({ id: deal.id, description: 'Sample', unitPrice: '10.00' });
  const activity: Answer = await world
    .as(owner)
    .api.activities.create({ type: 'note', subject: 'Sample', dealId: deal.id });
  const imported: Answer = await admin.api.imports.create({
    entity: 'organizations',
    file: { name: 'sample.csv', bytes: new TextEncoder().encode('name\nSample import\n') },
    options: { dryRun: true },
  });
  const edited: Answer = await world.as(owner).api.contacts.bulk({ ids: [contact.id], changes: { title: 'Sample' } });
  const exportId = await createDoneExport(world, owner);
  const savedView: Answer = await world.as(owner).api.savedViews.create({ entity: 'contact', name: 'Sample' });
  const apiKey: Answer = await world.as(owner).api.apiKeys.create({ name: 'Sample' });
  return {
    ...shared,
    userId: owner.userId,
    sessionId: owner.sessionId,
    ownerId: owner.userId,
    contactId: contact.id,
    otherContactId: other.id,
    mergeId: merge.mergeId,
    dealId: deal.id,
    itemId: item.id,
    activityId: activity.id,
    apiKeyId: apiKey.id,
    savedViewId: savedView.id,
    importId: imported.id,
    bulkEditId: edited.id,
    exportId,
    notificationId: await createNotification(world, owner, exportId),
  };
}

/** Asking for one needs a code from the mail; a done one has a file to fetch. */
function createDoneExport(world: World, owner: Person): Promise<string> {
  return world.as(owner).run(async ({ db }) => {
    const { id } = await db
      .insertInto('core.exports')
      .values({ scope: 'deals', format: 'csv' })
      .returning('id')
      .executeTakeFirstOrThrow();
    const expiresAt = new Date(Date.now() + 3_600_000);
    await db
      .updateTable('core.exports')
      .set({ status: 'done', maker_role: owner.role, expires_at: expiresAt })
      .where('id', '=', id)
      .execute();
    return id;
  });
}

async function createNotification(world: World, owner: Person, exportId: string): Promise<string> {
  const voice = world.as(owner);
  await voice.run((ctx) => ctx.emit({ type: 'export.done', entity: 'export', entityId: exportId }));
  const { items }: { items: Answer[] } = await voice.api.notifications.list({});
  return String(items[0]?.id);
}

async function createShared(admin: Voice, owner: Person) {
  const suffix = randomUUID().slice(0, 8);
  const organization: Answer = await admin.api.organizations.create({
    name: `Sample ${suffix}`,
    ownerId: owner.userId,
  });
  const product: Answer = await admin.api.products.create({ sku: `S-${suffix}`, name: 'Sample' });
  const field: Answer = await admin.api.customFields.create({
    entity: 'contact',
    key: `k${suffix}`,
    label: 'Sample',
    type: 'text',
  });
  const invitation: Answer = await admin.api.invitations.create({ email: `${suffix}@sample.test`, role: 'sales_rep' });
  const { items: pipelines } = await admin.api.pipelines.list({});
  const pipelineId = String(pipelines[0].id);
  const { items }: { items: Stage[] } = await admin.api.stages.list({ id: pipelineId });
  const idOf = (kind: string): string => String(items.find((stage) => stage.kind === kind)?.id);
  return {
    organizationId: organization.id,
    productId: product.id,
    customFieldId: field.id,
    customFieldIds: [],
    invitationId: invitation.id,
    pipelineId,
    stageIds: items.filter((stage) => stage.kind === 'open').map((stage) => stage.id),
    stages: items.map(({ id, kind, name }) => ({ id, kind, name })),
    stageId: idOf('open'),
    lostStageId: idOf('lost'),
  };
}
