import { defineImporter, field, type ImportRow, type ImportScope, link, type RowProblem } from '@aura/exchange';
import { AppError, email as emailSchema, ROLES, type Role } from '@aura/kernel';
import { inviteMany } from './invitation.service.ts';
import { deactivateMember, reactivateMember } from './member.service.ts';
import { raiseToManagers, statusesOf } from './member-import.service.ts';
import { createMembersSilently, type SilentMember } from './silent-members.service.ts';

export const memberImporter = defineImporter({
  entity: 'members',
  record: 'member',
  label: 'Members',
  permission: 'member:manage',
  table: 'core.memberships',
  idColumn: 'user_id',
  isLive: `t.status <> 'deactivated'`,
  fields: [
    field(
      'name',
      { label: 'Name', column: 'name', isRequired: true, max: 200 },
      'sales agent, full name, employee, sales rep, member, agent, person, user, employee name, user name',
    ),
    field('email', { label: 'E-mail', type: 'email', max: 254 }, 'e mail, email address, mail, work email, login'),
    field('role', { label: 'Role', column: 'role', max: 50, choices: async () => ROLES }, 'permission, access'),
    field(
      'department',
      { label: 'Department', column: 'department', max: 100 },
      'regional office, office, region, team, division, location',
    ),
    field('title', { label: 'Title', column: 'title', max: 100 }, 'job title, position'),
  ],
  links: [
    link(
      { name: 'manager', label: 'Manager', to: 'members', column: 'manager_id', isLate: true },
      {
        email: 'manager email, manager e mail',
        name: 'manager, reports to, supervisor, manager name, team lead, boss',
      },
    ),
  ],
  keys: {
    email: { column: 't.email_norm', fold: 'lower', shown: 't.email' },
    name: { column: 'search.fold(t.name)', fold: 'search.fold' },
  },
  identity: 'email',
  matchOn: ['email', 'name'],
  hasCustomFields: false,
  createsOwn: true,
  // A person whom a row names as its manager.
  fromKey: (key, text): Record<string, string> =>
    key === 'email'
      ? { name: text.split('@')[0] ?? text, email: text, role: 'manager' }
      : { name: text, role: 'manager' },
  prepare: async (scope, rows) => rows.flatMap((row) => [...readRole(row), ...readEmail(scope, row)]),
  tellsItself: true,
  insert: addMembers,
  afterLinks: async (scope, { ids }) => {
    // Whoever others report to is a manager, unless the file gives roles of its own.
    if (!scope.targets.has('role')) await raiseToManagers(scope, ids);
  },
  remove: async (ctx, ids) => {
    for (const id of ids) if (id !== ctx.actor.userId) await deactivateMember(ctx, { id });
  },
});

function readRole({ line, values }: ImportRow): RowProblem[] {
  const given = values['role'];
  if (given === undefined) return [];
  const role = ROLES.find(
    (candidate) =>
      candidate ===
      String(given)
        .trim()
        .toLowerCase()
        .replaceAll(/[\s-]+/g, '_'),
  );
  if (!role)
    return [
      { line, path: 'role', code: 'unknown_role', message: `Use one of: ${ROLES.join(', ')}`, value: String(given) },
    ];
  values['role'] = role;
  return [];
}

function readEmail(scope: ImportScope, { line, values }: ImportRow): RowProblem[] {
  if (values['email'] !== undefined) return [];
  if (patternEmail(scope, String(values['name']))) return [];
  return [
    {
      line,
      path: 'email',
      code: 'required',
      message: 'Map a column to email, or give an emailPattern like {first}.{last}@company.com',
    },
  ];
}

const LETTERS: Record<string, string> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i' };

/** `{first}.{last}@maven.test` for "Mei-Mei Jöhns" is mei-mei.johns@maven.test; null without a pattern or a usable name. */
export function patternEmail({ options }: Pick<ImportScope, 'options'>, name: string): string | null {
  if (!options.emailPattern) return null;
  const words = name.split(/\s+/).map(plainWord).filter(Boolean);
  const [first = ''] = words;
  const last = words.at(-1) ?? '';
  const parts: Record<string, string> = {
    first,
    last,
    f: first.slice(0, 1),
    l: last.slice(0, 1),
    name: words.join('.'),
  };
  const address = options.emailPattern.replaceAll(/\{(\w+)\}/g, (_, part: string) => parts[part] ?? '');
  return first !== '' && emailSchema.safeParse(address).success ? address : null;
}

function plainWord(word: string): string {
  const plain = word
    .normalize('NFKD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .toLowerCase();
  return plain.replaceAll(/[^a-z0-9-]/g, (letter) => LETTERS[letter] ?? '').replaceAll(/^-+|-+$/g, '');
}

/** Active at once and without a mail, unless invitations are asked for: then people enter by their link. */
async function addMembers(scope: ImportScope, rows: ImportRow[]): Promise<void> {
  const { ctx, options, isDryRun } = scope;
  const people = rows.map((row) => personOf(scope, row));
  const outcomes = await createMembersSilently(ctx, people, isDryRun ? 'dry-run' : 'real');
  const known = outcomes.filter(({ outcome }) => outcome === 'exists').map(({ userId }) => userId);
  await reactivate(scope, known);
  if (options.sendInvitations && !isDryRun) await invite(scope, people);
  const ids = new Map(outcomes.map(({ email, userId }) => [email.toLowerCase(), userId]));
  for (const [index, row] of rows.entries()) row.id = ids.get(people[index]?.email.toLowerCase() ?? '') ?? row.id;
}

// One by one: what cannot be invited is still a member, and a refusal must not send the others their mail twice.
async function invite(scope: ImportScope, people: SilentMember[]): Promise<void> {
  const outcomes = await inviteMany(
    scope.ctx,
    people.map(({ email, role }) => ({ email, role })),
  );
  const refused = outcomes.filter(({ error }) => error !== null).length;
  if (refused > 0) scope.note('not_invited', 'Members who can sign in already, or are invited, got no mail', refused);
}

function personOf(scope: ImportScope, row: ImportRow): SilentMember {
  return {
    name: String(row.values['name']),
    email: emailOf(scope, row),
    role: (row.values['role'] ?? scope.options.role ?? 'sales_rep') as Role,
    department: textOf(row, 'department'),
    title: textOf(row, 'title'),
  };
}

async function reactivate(scope: ImportScope, userIds: string[]): Promise<void> {
  const statuses = await statusesOf(scope.ctx, userIds);
  for (const userId of userIds.filter((id) => statuses.get(id) === 'deactivated')) {
    if (!scope.isDryRun) await reactivateMember(scope.ctx, userId);
    scope.note('reactivated', 'Members who had been deactivated are active again');
  }
}

function emailOf(scope: ImportScope, { values }: ImportRow): string {
  const address = values['email'] ?? patternEmail(scope, String(values['name']));
  if (address) return String(address);
  throw new AppError('invalid', { reason: 'required', field: 'email', detail: 'There is no e-mail address' });
}

function textOf(row: ImportRow, target: string): string | null {
  return row.values[target] === undefined ? null : String(row.values[target]);
}
