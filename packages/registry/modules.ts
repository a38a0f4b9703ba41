import { activitiesModule } from '@aura/activities/module';
import { auditModule } from '@aura/audit/module';
import { contactsModule } from '@aura/contacts/module';
import { customFieldsModule } from '@aura/custom-fields/module';
import { dealsModule } from '@aura/deals/module';
import { identityModule } from '@aura/identity/module';
import { membersModule } from '@aura/members/module';
import { organizationsModule } from '@aura/organizations/module';
import { pipelinesModule } from '@aura/pipelines/module';
import { productsModule } from '@aura/products/module';
import { tenantsModule } from '@aura/tenants/module';

/** The installed modules, each after those it depends on. Adding one is a line here. */
export const modules = [
  identityModule,
  tenantsModule,
  membersModule,
  auditModule,
  customFieldsModule,
  organizationsModule,
  contactsModule,
  pipelinesModule,
  productsModule,
  activitiesModule,
  dealsModule,
] as const;
