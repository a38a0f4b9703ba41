export { idsOf, notFound, refused } from './refusals.ts';
export type { Person, TestTenant } from './tenant-fixture.ts';
export { openTestSession } from './tenant-fixture.ts';
export type { AnyCaller, RestAnswer, Voice } from './voice.ts';
export { testWorld, type World, type WorldModule } from './world.ts';
export type { Statement, WorldServer } from './world-database.ts';
