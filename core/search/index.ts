export { matchRecords, type Search } from './match.queries.ts';
export type { SearchHit, SearchProvider } from './search-provider.ts';
