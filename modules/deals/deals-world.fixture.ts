import { activitiesModule } from '@aura/activities/module';
import { contactsModule } from '@aura/contacts/module';
import { customFieldsModule } from '@aura/custom-fields/module';
import { organizationsModule } from '@aura/organizations/module';
import { pipelinesModule } from '@aura/pipelines/module';
import { productsModule } from '@aura/products/module';
import type { Person, World } from '@aura/testkit';
import { expect } from 'vitest';
import { dealsModule } from './module.ts';

export const dealsWorld = {
  modules: [
    customFieldsModule,
    organizationsModule,
    contactsModule,
    pipelinesModule,
    productsModule,
    activitiesModule,
    dealsModule,
  ],
};

export const refusal = (status: number, reason?: string) =>
  expect.objectContaining({ cause: expect.objectContaining({ status, ...(reason ? { reason } : {}) }) });

/** 422 that names these inputs. */
export const issues = (...paths: string[]) =>
  expect.objectContaining({
    cause: expect.objectContaining({ status: 422, issues: paths.map((path) => expect.objectContaining({ path })) }),
  });

export type StageIds = Record<'Prospect' | 'Qualified' | 'Proposal' | 'Negotiation' | 'Won' | 'Lost', string>;

/** Ids of the default pipeline's stages, by name. */
export async function stageIds(world: World, person: Person): Promise<StageIds> {
  const { items } = await world.as(person).api.pipelines.list({});
  return Object.fromEntries(
    items[0].stages.map((stage: { name: string; id: string }) => [stage.name, stage.id]),
  ) as StageIds;
}

export const names = (page: { items: { name: string }[] }): string[] => page.items.map((item) => item.name);
