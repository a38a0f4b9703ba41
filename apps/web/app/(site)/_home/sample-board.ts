import type { NextStepState } from '@aura/ui/next-step-rail';

export type SampleDeal = {
  name: string;
  organization: string;
  amount: string;
  owner: string;
  state: NextStepState;
  step?: string;
};
export type SampleColumn = {
  stage: string;
  position: number;
  count: number;
  total: string;
  deals: readonly SampleDeal[];
};

/** What the board on the home page shows. The names belong to nobody. */
export const sampleBoard: readonly SampleColumn[] = [
  {
    stage: 'Qualified',
    position: 1,
    count: 6,
    total: '48200.00',
    deals: [
      {
        name: 'Cold-chain pilot',
        organization: 'Nordlys Foods',
        amount: '12400.00',
        owner: 'Ines Duarte',
        state: 'scheduled',
        step: 'Call on 4 Mar',
      },
      {
        name: 'Depot rollout',
        organization: 'Harbour & Sons',
        amount: '8900.00',
        owner: 'Tom Okafor',
        state: 'missing',
      },
    ],
  },
  {
    stage: 'Proposal',
    position: 2,
    count: 4,
    total: '63750.00',
    deals: [
      {
        name: 'Annual renewal',
        organization: 'Brightwater Clinics',
        amount: '31000.00',
        owner: 'Ines Duarte',
        state: 'today',
        step: 'Send offer',
      },
      {
        name: 'Second warehouse',
        organization: 'Kestrel Parts',
        amount: '14250.00',
        owner: 'Mai Lindqvist',
        state: 'scheduled',
        step: 'Visit on 9 Mar',
      },
    ],
  },
  {
    stage: 'Negotiation',
    position: 3,
    count: 2,
    total: '57300.00',
    deals: [
      {
        name: 'Fleet contract',
        organization: 'Talisman Freight',
        amount: '41800.00',
        owner: 'Tom Okafor',
        state: 'overdue',
        step: 'Reply to Jo',
      },
      {
        name: 'Training seats',
        organization: 'Municipal Works',
        amount: '15500.00',
        owner: 'Mai Lindqvist',
        state: 'scheduled',
        step: 'Sign on 12 Mar',
      },
    ],
  },
];
