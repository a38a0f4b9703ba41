export { testWorld, type Person, type TestTenant, type World, type WorldModule } from './world.ts';
