import { column, defineExporter } from '@aura/exchange';
import { listMembers } from './member.queries.ts';
import type { MemberOutput } from './member.schema.ts';

/** The people of the workspace: with the rest of it, and not by themselves. */
export const memberExporter = defineExporter({
  name: 'members',
  label: 'Members',
  permission: 'member:read',
  filter: null,
  columns: [
    column<MemberOutput>('name', ({ name }) => name),
    column<MemberOutput>('email', ({ email }) => email),
    column<MemberOutput>('role', ({ role }) => role),
    column<MemberOutput>('department', ({ department }) => department),
    column<MemberOutput>('title', ({ title }) => title),
    column<MemberOutput>('status', ({ status }) => status),
  ],
  read: (ctx, { cursor, limit }) => listMembers(ctx, { limit, cursor, deleted: false }),
});
