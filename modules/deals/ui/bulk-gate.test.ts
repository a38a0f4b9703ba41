import { describe, expect, it } from 'vitest';
import { gateChanges, noAnswers } from './bulk-gate.tsx';

const asTyped = (custom: object) => ({ ...custom });

describe('answers to a gate', () => {
  it('are fields for all and for each, amounts tidy, custom ones apart', () => {
    expect(
      gateChanges(
        {
          all: { amount: '1,200.5', 'customFields.tier': 'Gold', notes: '' },
          each: { a: { closeDate: '2027-01-31' }, b: { closeDate: '' } },
        },
        asTyped,
      ),
    ).toEqual({
      fields: { amount: '1200.5', customFields: { tier: 'Gold' } },
      each: { a: { closeDate: '2027-01-31' } },
    });
  });

  it('are nothing until something is given', () => {
    expect(gateChanges(noAnswers, asTyped)).toEqual({});
  });
});
