import { defineArchivePart, person } from '@aura/exchange';
import { restoreMembers, settleMembers } from './member-archive.service.ts';

/**
 * The people of a workspace, without anything that lets them in. In another workspace they are found by e-mail; those who
 * are not there become members without a mail or a password, like those of an imported team.
 */
export const memberArchive = defineArchivePart({
  name: 'members',
  label: 'Members',
  table: 'core.memberships',
  key: ['user_id'],
  columns: ['name', 'email', 'role', 'status', 'department', 'title', person('manager_id')],
  restore: restoreMembers,
  settle: settleMembers,
});
