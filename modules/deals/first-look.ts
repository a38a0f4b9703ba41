import type { FirstQuestion } from '@aura/api';
import { BOARD_PAGE } from './deal.ts';

/** What the board asks as it opens without anything in its address. */
export const boardFirstLook: readonly FirstQuestion[] = [
  { procedure: 'deals.board', input: { status: 'open', sort: 'nextStep' }, besides: { limit: BOARD_PAGE } },
  { procedure: 'customFields.ofEntity', input: { entity: 'deal' } },
  { procedure: 'savedViews.ofEntity', input: { entity: 'deal' } },
  { procedure: 'pipelines.list', input: {} },
  { procedure: 'members.names' },
];
