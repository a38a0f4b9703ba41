import { describe, expect, it } from 'vitest';
import { organizationCreateInput } from './organization.schema.ts';
import { nestChildren } from './organization.ts';

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
    expect(organizationCreateInput.parse({ name: 'A', size: 2822, location: ' ' })).toMatchObject({
      size: '2822',
      location: null,
    });
  });
});
