import { describe, expect, it } from 'vitest';
import { type CustomFieldDefinition, type CustomFieldType, mergeCustomFields } from './custom-field.ts';

const field = (
  key: string,
  type: CustomFieldType,
  extra: Partial<CustomFieldDefinition> = {},
): CustomFieldDefinition => ({ key, label: key, type, options: [], required: false, ...extra });
const options = ['gold', 'silver'];

describe('mergeCustomFields', () => {
  it.each<[CustomFieldType, unknown, unknown]>([
    ['text', 'hello', 5],
    ['number', 1.5, '1.5'],
    ['date', '2024-02-29', '2023-02-29'],
    ['boolean', false, 'no'],
    ['select', 'gold', 'tin'],
    ['multiselect', ['gold', 'silver'], ['gold', 'tin']],
    ['url', 'https://a.test/x', 'javascript:alert(1)'],
    ['email', 'a@b.test', 'a at b'],
  ])('takes a %s and refuses what is none', (type, good, bad) => {
    const definitions = [field('x', type, { options })];
    expect(mergeCustomFields(definitions, { x: good })).toEqual({ values: { x: good }, issues: [] });
    expect(mergeCustomFields(definitions, { x: bad }).issues).toMatchObject([
      { path: 'customFields.x', code: 'invalid_value' },
    ]);
  });

  it('refuses an unknown key, and names each issue', () => {
    const { issues } = mergeCustomFields([field('a', 'number')], { a: 'x', b: 1 });
    expect(issues).toMatchObject([{ path: 'customFields.a' }, { path: 'customFields.b', code: 'unknown_property' }]);
  });

  it('clears with null and keeps what is not mentioned, archived fields included', () => {
    expect(mergeCustomFields([field('a', 'text')], { a: null }, { a: 'x', archived: 1 })).toEqual({
      values: { archived: 1 },
      issues: [],
    });
  });

  it('asks for a required value when a record is made and when it is cleared, not on other edits', () => {
    const definitions = [field('a', 'text', { required: true }), field('b', 'text')];
    expect(mergeCustomFields(definitions, {}).issues).toMatchObject([{ path: 'customFields.a', code: 'required' }]);
    expect(mergeCustomFields(definitions, { a: '' }, { a: 'x' }).issues).toMatchObject([
      { path: 'customFields.a', code: 'required' },
    ]);
    expect(mergeCustomFields(definitions, { b: 'x' }, {}).issues).toEqual([]);
  });
});
