import { createAccessModule } from '@aura/access/module';
import { activityAccess, activityNotificationProvider } from '@aura/activities';
import { activitiesModule } from '@aura/activities/module';
import { auditModule } from '@aura/audit/module';
import type { BulkEditor } from '@aura/bulk';
import { createBulkModule } from '@aura/bulk/module';
import { contactAccess, contactNotificationProvider, contactSearchProvider } from '@aura/contacts';
import { contactsModule } from '@aura/contacts/module';
import { customFieldsModule } from '@aura/custom-fields/module';
import { dashboardModule } from '@aura/dashboard/module';
import { dealAccess, dealNotificationProvider, dealSearchProvider } from '@aura/deals';
import { dealsModule } from '@aura/deals/module';
import type { ArchivePart, Exporter, Importer } from '@aura/exchange';
import { createExchangeModule } from '@aura/exchange/module';
import { identityModule } from '@aura/identity/module';
import { membersModule } from '@aura/members/module';
import { createNotificationsModule } from '@aura/notifications/module';
import { organizationAccess, organizationNotificationProvider, organizationSearchProvider } from '@aura/organizations';
import { organizationsModule } from '@aura/organizations/module';
import { pipelinesModule } from '@aura/pipelines/module';
import { productAccess, productSearchProvider } from '@aura/products';
import { productsModule } from '@aura/products/module';
import { reportsModule } from '@aura/reports/module';
import { createSearchModule } from '@aura/search/module';
import { siteModule } from '@aura/site/module';
import { tenantsModule } from '@aura/tenants/module';
import { viewsModule } from '@aura/views/module';

/** Each after those it depends on. Adding one is a line here. */
const nouns = [
  identityModule,
  tenantsModule,
  siteModule,
  membersModule,
  auditModule,
  customFieldsModule,
  viewsModule,
  organizationsModule,
  contactsModule,
  pipelinesModule,
  productsModule,
  activitiesModule,
  dealsModule,
  reportsModule,
  dashboardModule,
] as const;

const importers = nouns.flatMap((module) => ('importers' in module ? (module.importers as readonly Importer[]) : []));

const exporters = nouns.flatMap((module) => ('exporters' in module ? (module.exporters as readonly Exporter[]) : []));

const archives = nouns.flatMap((module) => ('archives' in module ? (module.archives as readonly ArchivePart[]) : []));

const bulkEditors = nouns.flatMap((module) =>
  'bulkEditors' in module ? (module.bulkEditors as readonly BulkEditor[]) : [],
);

const searchProviders = [organizationSearchProvider, contactSearchProvider, dealSearchProvider, productSearchProvider];

const accessProviders = [organizationAccess, contactAccess, dealAccess, productAccess, activityAccess];

const notificationProviders = [
  dealNotificationProvider,
  contactNotificationProvider,
  organizationNotificationProvider,
  activityNotificationProvider,
];

/** The installed modules. What spans all nouns comes last: it takes from each what that brings along. */
export const modules = [
  ...nouns,
  createExchangeModule({ importers, exporters, archives }),
  createBulkModule(bulkEditors),
  createSearchModule(searchProviders),
  createAccessModule(accessProviders),
  createNotificationsModule(notificationProviders),
] as const;
