import type { CustomFieldEntity, CustomFieldType } from '../custom-field.ts';

export const typeWords: Readonly<Record<CustomFieldType, string>> = {
  text: 'Text',
  number: 'Number',
  date: 'Date',
  boolean: 'Yes or no',
  select: 'One of a list',
  multiselect: 'Several of a list',
  url: 'Web address',
  email: 'E-mail',
};

export const entityWords: Readonly<Record<CustomFieldEntity, string>> = {
  organization: 'Organizations',
  contact: 'Contacts',
  deal: 'Deals',
  product: 'Products',
};

/** "1 record", "10,000 or more records". */
export function recordsText({ records, isEstimate }: { records: number; isEstimate: boolean }): string {
  const many = records.toLocaleString('en-US');
  return `${many}${isEstimate ? ' or more' : ''} ${records === 1 ? 'record' : 'records'}`;
}
