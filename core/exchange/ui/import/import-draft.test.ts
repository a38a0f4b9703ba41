import { expect, test } from 'vitest';
import type { ImportPreview } from '../../import/import.schema.ts';
import { ambiguousFormats, doubleTargets, emptyDraft, mappedCount, missingTargets } from './import-draft.ts';
import { optionsOf } from './import-options.ts';

const target = (name: string, label: string, isRequired = false) => ({
  target: name,
  label,
  type: 'text',
  isRequired,
  isMatched: false,
});
const preview: ImportPreview = {
  encoding: 'utf-8',
  delimiter: ',',
  header: ['Company', 'Since', 'Town'],
  rows: [],
  mapping: {},
  confidence: {},
  template: {},
  dateFormats: { Since: ['DD/MM/YYYY', 'MM/DD/YYYY'] },
  targets: [target('name', 'Name', true), target('location', 'Location')],
  unmatched: [],
};
const draft = {
  ...emptyDraft,
  entity: 'organizations' as const,
  preview,
  mapping: { Company: null, Since: null, Town: 'location' },
};

test('a required field that nothing fills is named', () => {
  expect(missingTargets(draft)).toEqual(['Name']);
  expect(missingTargets({ ...draft, mapping: { ...draft.mapping, Company: 'name' } })).toEqual([]);
  expect(missingTargets({ ...draft, preview: { ...preview, template: { name: '{Town}' } } })).toEqual([]);
});

test('two columns cannot fill the same field', () => {
  expect(doubleTargets({ ...draft, mapping: { Company: 'location', Town: 'location' } })).toEqual(['Location']);
});

test('what is sent is the mapping seen, and a template only where no column fills the field', () => {
  const mapped = {
    ...draft,
    preview: { ...preview, template: { name: '{Town}' } },
    mapping: { ...draft.mapping, Company: 'name' },
  };
  expect(optionsOf(mapped, { dryRun: true })).toMatchObject({
    dryRun: true,
    mapping: { Company: 'name' },
    template: {},
  });
  expect(optionsOf(emptyDraft, { dryRun: true })).not.toHaveProperty('mapping');
});

test('dates that could be read two ways are asked about', () => {
  expect(ambiguousFormats(draft)).toEqual(['DD/MM/YYYY', 'MM/DD/YYYY']);
  expect(mappedCount(draft)).toBe(1);
});
