import type { RequestContext } from '@aura/api';
import { composeMail, mayMail, rootOrigin, workspaceOrigin } from '@aura/identity';

/** Mails a person the addresses of their workspaces. The caller learns nothing: not whether there are any. */
export async function mailWorkspaces(ctx: RequestContext, email: string): Promise<void> {
  const { platform } = ctx;
  if (!(await mayMail(ctx, `workspaces:${email}`))) return;
  const places = await platform.identity
    .selectFrom('core.memberships as m')
    .innerJoin('identity.users as u', 'u.id', 'm.user_id')
    .innerJoin('core.tenants as t', 't.id', 'm.tenant_id')
    .select(['u.email', 't.name', 't.slug'])
    .where('u.email_norm', '=', email.toLowerCase())
    .where('m.status', '=', 'active')
    .where('t.status', '=', 'active')
    .orderBy('t.name')
    .orderBy('t.slug')
    .execute();
  const [first] = places;
  if (!first) return;
  const mail = composeMail({
    to: first.email,
    subject: places.length === 1 ? 'Your Aura workspace' : 'Your Aura workspaces',
    paragraphs: [
      places.length === 1 ? 'You have one workspace:' : `You have ${places.length} workspaces:`,
      ...places.map(({ name, slug }) => `${name}: ${workspaceOrigin(platform, slug)}/login`),
    ],
    action:
      places.length === 1
        ? { label: `Sign in to ${first.name}`, url: `${workspaceOrigin(platform, first.slug)}/login` }
        : { label: 'Sign in by the address', url: `${rootOrigin(platform)}/login` },
    because: 'Somebody, probably you, asked for this list on our site. If it was not you, ignore this mail.',
  });
  // Not awaited: how long a mail takes would tell a known address from an unknown one.
  void platform
    .mail(mail)
    .catch(() => platform.logger.error('mail.failed', { requestId: ctx.request.id, purpose: 'workspaces' }));
}
