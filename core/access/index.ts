export type { AccessFacts, AccessProvider, OpenedTo } from './access-provider.ts';
