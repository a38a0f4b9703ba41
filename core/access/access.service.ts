import { type ActorContext, recordAudit } from '@aura/api';
import { withShortSession } from '@aura/identity';
import { AppError, type Role } from '@aura/kernel';
import { type AccessRule, type AskedMember, readMembers, readRules } from './access.queries.ts';
import type { AccessAnswer, AccessQuestion } from './access.schema.ts';
import { reasonOf, sentenceOf } from './access.ts';
import type { AccessFacts, AccessProvider } from './access-provider.ts';

/** Whether a member sees a record and by which rule, as the database answers that member. */
export async function explainAccess(
  ctx: ActorContext,
  providers: readonly AccessProvider[],
  question: AccessQuestion,
): Promise<AccessAnswer> {
  const provider = requireProvider(providers, question.entity);
  const [member, facts] = await Promise.all([
    readMembers(ctx, [question.userId]).then((found) => found.get(question.userId)),
    provider.facts(ctx, question.recordId),
  ]);
  if (!member) throw new AppError('not_found', { detail: 'There is no such member in this workspace.' });
  await recordAudit(ctx, {
    action: 'access.explained',
    entity: question.entity,
    entityId: question.recordId,
    detail: { userId: question.userId },
  });
  const verdict = await judge(ctx, { provider, member, facts, recordId: question.recordId });
  return answerOf(ctx, { question, member, facts, provider, ...verdict });
}

function requireProvider(providers: readonly AccessProvider[], entity: string): AccessProvider {
  const provider = providers.find((candidate) => candidate.entity === entity);
  if (provider) return provider;
  throw new AppError('invalid', {
    field: 'entity',
    detail: `Choose one of ${providers.map((known) => known.entity).join(', ')}.`,
  });
}

type Case = { provider: AccessProvider; member: AskedMember; facts: AccessFacts; recordId: string };
type Verdict = Pick<AccessAnswer, 'reason'> & { rules: AccessRule[] };

async function judge(ctx: ActorContext, { provider, member, facts, recordId }: Case): Promise<Verdict> {
  if (member.status !== 'active') return { reason: 'inactive', rules: [] };
  const rules = await readRulesAs(ctx, member.userId, { table: provider.table, recordId });
  const holding = rules.filter(({ holds }) => holds).map(({ name }) => name);
  const isAllowed = ctx.platform.permissionsOf(member.role as Role).has(provider.permission);
  return {
    reason: isAllowed ? reasonOf({ userId: member.userId, holding, facts, openTo: provider.openTo }) : 'permission',
    rules,
  };
}

// The member's own context, opened by the identity login for this question alone; nothing is written in it.
async function readRulesAs(
  ctx: ActorContext,
  userId: string,
  { table, recordId }: { table: string; recordId: string },
): Promise<AccessRule[]> {
  const { tenantId } = ctx.actor;
  return withShortSession(ctx.platform.identity, { tenantId, userId, now: ctx.clock() }, ({ token }) =>
    readRules(ctx.platform.tenants.reader({ tenantId, token, requestId: ctx.requestId }), table, recordId),
  );
}

type Findings = Verdict & {
  question: AccessQuestion;
  member: AskedMember;
  facts: AccessFacts;
  provider: AccessProvider;
};

async function answerOf(ctx: ActorContext, findings: Findings): Promise<AccessAnswer> {
  const { question, member, facts, provider, reason, rules } = findings;
  const people = await readMembers(ctx, [facts.ownerId ?? [], facts.openedTo.map(({ userId }) => userId)].flat());
  const named = (userId: string) => ({ userId, name: people.get(userId)?.name ?? 'Former member' });
  const owner = facts.ownerId ? named(facts.ownerId) : null;
  return {
    visible: !['inactive', 'permission', 'not_theirs'].includes(reason),
    reason,
    sentence: sentenceOf(reason, {
      name: member.name,
      noun: provider.entity,
      role: member.role.replaceAll('_', ' '),
      ownerName: owner?.name ?? null,
    }),
    member,
    record: { entity: provider.entity, id: question.recordId, name: facts.name, archived: facts.isArchived },
    owner,
    openedTo: facts.openedTo.map(({ userId, how }) => ({ ...named(userId), how })),
    facts: facts.facts,
    rules: rules.map((rule) => ({ ...rule, table: provider.table })),
  };
}
