import { describe, expect, it } from 'vitest';
import type { CustomFieldDefinition, CustomFieldType } from '../custom-field.ts';
import { boundTexts, filterInAddress, filterText, readAddress, withBound } from './custom-place.ts';

const field = (key: string, type: CustomFieldType): CustomFieldDefinition => ({
  key,
  type,
  label: key,
  options: ['Gold', 'Tin'],
  required: false,
});
const definitions = [
  field('region', 'text'),
  field('seats', 'number'),
  field('tier', 'select'),
  field('vip', 'boolean'),
];

describe('a filter in the address', () => {
  it('is read as it was written', () => {
    const filter = { region: 'EMEA', seats: { min: 5 }, tier: ['Gold', 'Tin'] };
    expect(readAddress(definitions, filterInAddress(filter))).toEqual({ filter, ignored: [] });
    expect(filterInAddress({})).toBeNull();
    expect(readAddress(definitions, null)).toEqual({ filter: {}, ignored: [] });
  });

  it.each([
    ['{"gone":"x","region":"EMEA"}', ['gone']],
    ['{"seats":{"from":"2026-01-01"},"region":"EMEA"}', ['seats']],
    ['{"tier":"Lead","region":"EMEA"}', ['tier']],
  ])('leaves out what is not understood of %s, and says so', (text, ignored) => {
    expect(readAddress(definitions, text)).toEqual({ filter: { region: 'EMEA' }, ignored });
  });

  it.each(['x', '[]', '{"region":{"like":"x"}}'])('is no filter as %s', (text) => {
    expect(readAddress(definitions, text)).toEqual({ filter: {}, ignored: ['A field'] });
  });
});

describe('a bound', () => {
  it('joins the others of its field, and goes with its field when emptied', () => {
    const min = withBound({ region: 'EMEA' }, 'seats', { min: '5' });
    expect(min).toEqual({ region: 'EMEA', seats: { min: '5' } });
    expect(withBound(min, 'seats', { max: '9' })).toEqual({ region: 'EMEA', seats: { min: '5', max: '9' } });
    expect(withBound(min, 'seats', { min: '' })).toEqual({ region: 'EMEA' });
    expect(withBound({ tier: ['Gold'] }, 'tier', { is: [] })).toEqual({});
    expect(boundTexts({ tier: ['Gold', 'Tin'], seats: { max: 9 } }, 'tier', 'is')).toEqual(['Gold', 'Tin']);
    expect(boundTexts({ seats: { max: 9 } }, 'seats', 'max')).toEqual(['9']);
  });
});

describe('filterText', () => {
  it.each([
    ['region', { region: 'EMEA' }, 'begins with EMEA'],
    ['seats', { seats: { min: 5, max: 9 } }, '5 – 9'],
    ['seats', { seats: { max: 9 } }, 'up to 9'],
    ['tier', { tier: ['Gold', 'Tin'] }, 'is Gold or Tin'],
    ['vip', { vip: true }, 'is yes'],
  ])('says the filter by %s as %o in words', (key, filter, words) => {
    const definition = definitions.find((one) => one.key === key);
    expect(definition && filterText(definition, filter, String)).toBe(words);
  });
});
