export { type Found, matchRecords, type Search, searchRecords } from './match.queries.ts';
export type { SearchHit, SearchProvider } from './search-provider.ts';
