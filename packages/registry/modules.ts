import { activitiesModule } from '@aura/activities/module';
import { auditModule } from '@aura/audit/module';
import { contactsModule } from '@aura/contacts/module';
import { customFieldsModule } from '@aura/custom-fields/module';
import { dealsModule } from '@aura/deals/module';
import type { Importer } from '@aura/exchange';
import { createExchangeModule } from '@aura/exchange/module';
import { identityModule } from '@aura/identity/module';
import { membersModule } from '@aura/members/module';
import { organizationsModule } from '@aura/organizations/module';
import { pipelinesModule } from '@aura/pipelines/module';
import { productsModule } from '@aura/products/module';
import { tenantsModule } from '@aura/tenants/module';

/** Each after those it depends on. Adding one is a line here. */
const nouns = [
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

const importers = nouns.flatMap((module) => ('importers' in module ? (module.importers as readonly Importer[]) : []));

/** The installed modules. What spans all nouns comes last: it takes from each what that brings along. */
export const modules = [...nouns, createExchangeModule(importers)] as const;
