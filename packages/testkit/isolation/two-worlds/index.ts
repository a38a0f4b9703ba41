export { findDifferences } from './differential.ts';
export { twoColleagueWorlds, twoTenantWorlds } from './worlds.ts';
