import { expect, test } from 'vitest';
import { groupPermissions } from './permission-groups.ts';

test('groups by noun, reading first, each permission once', () => {
  expect(groupPermissions(['deal:update', 'deal:read', 'deal:export', 'api_key:manage', 'deal:read'])).toEqual([
    { noun: 'API key', permissions: [{ key: 'api_key:manage', verb: 'Manage' }] },
    {
      noun: 'Deal',
      permissions: [
        { key: 'deal:read', verb: 'Read' },
        { key: 'deal:update', verb: 'Update' },
        { key: 'deal:export', verb: 'Export' },
      ],
    },
  ]);
});
