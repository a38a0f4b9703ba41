import { describe, expect, it } from 'vitest';
import { changesBetween, nestChildren } from './organization.ts';
import { organizationCreateInput } from './organization.schema.ts';

describe('changesBetween', () => {
  it('names only what differs, with the old and the new value', () => {
    expect(changesBetween({ name: 'Acme', size: null, tags: { a: 1 } }, { name: 'Acme Ltd', size: null, tags: { a: 1 } })).toEqual({ name: ['Acme', 'Acme Ltd'] });
  });

  it('takes an absent value for null', () => {
    expect(changesBetween({}, { size: null })).toEqual({});
  });
});

describe('nestChildren', () => {
  it('puts subsidiaries under their parents, whatever the order', () => {
    const rows = [
      { id: 'c', name: 'C', parentId: 'b' },
      { id: 'b', name: 'B', parentId: 'a' },
    ];
    expect(nestChildren(rows, 'a')).toMatchObject([{ id: 'b', children: [{ id: 'c', children: [] }] }]);
  });
});

describe('organizationCreateInput', () => {
  it.each(['acme.com', 'https://acme.com/about?x=1', 'http://sub.acme.co.uk'])('takes the website %s', (website) => {
    expect(organizationCreateInput.parse({ name: 'Acme', website }).website).toBe(website);
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', 'not a site', 'acme'])('refuses the website %s', (website) => {
    expect(organizationCreateInput.safeParse({ name: 'Acme', website }).success).toBe(false);
  });

  it('takes a head count for the size and clears with an empty text', () => {
    expect(organizationCreateInput.parse({ name: 'A', size: 2822, location: ' ' })).toMatchObject({ size: '2822', location: null });
  });
});
