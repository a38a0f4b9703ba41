import type { Mail, RequestContext } from '@aura/api';
import { composeMail } from '@aura/identity';
import { AppError } from '@aura/kernel';
import { findRole, readCompany } from './company.ts';
import type { ApplicationInput, ContactInput } from './message.schema.ts';
import { countMessage } from './message-limit.ts';

/** Mails what a visitor wrote to the company. Throws rate_limited, or unavailable when the mail server refuses. */
export async function sendContactMessage(ctx: RequestContext, { name, email, message }: ContactInput): Promise<void> {
  await send(ctx, {
    subject: `Message from ${name}`,
    paragraphs: [`${name} (${email}) writes:`, ...paragraphsOf(message)],
    replyTo: email,
    because: 'Sent with the contact form of the site.',
  });
}

/** Mails an application to the company. Throws invalid on `role` unless the role is open. */
export async function sendApplication(ctx: RequestContext, application: ApplicationInput): Promise<void> {
  const role = findRole(readCompany(ctx.platform.rootDomain), application.role);
  if (!role?.isOpen)
    throw new AppError('invalid', {
      reason: 'role_closed',
      field: 'role',
      detail: 'This role is no longer open. Look at the others, or write to us.',
    });
  const { name, email, link, message } = application;
  await send(ctx, {
    subject: `Application: ${role.title}, ${name}`,
    paragraphs: [
      `${name} (${email}) applies for ${role.title}.`,
      link === '' ? 'No link was given.' : `Link: ${link}`,
      ...paragraphsOf(message),
    ],
    replyTo: email,
    because: `Sent with the form of the role ${role.slug}.`,
  });
}

/** Mails the company that somebody wants to hear of the next role. */
export async function sendRoleAlert(ctx: RequestContext, { email }: { email: string }): Promise<void> {
  await send(ctx, {
    subject: 'Tell me about open roles',
    paragraphs: [`${email} would like a mail when a role opens.`],
    replyTo: email,
    because: 'Sent from the careers page. The site itself keeps no list.',
  });
}

type Letter = { subject: string; paragraphs: string[]; replyTo: string; because: string };

async function send(ctx: RequestContext, { replyTo, ...letter }: Letter): Promise<void> {
  await countMessage(ctx);
  const { platform } = ctx;
  const to = readCompany(platform.rootDomain).email;
  const mail: Mail = composeMail({
    ...letter,
    to,
    action: { label: `Reply to ${replyTo}`, url: `mailto:${encodeURIComponent(replyTo)}` },
  });
  try {
    await platform.mail(mail);
  } catch {
    platform.logger.error('mail.failed', { requestId: ctx.request.id, purpose: 'site_message' });
    throw new AppError('unavailable', {
      reason: 'not_sent',
      detail: `We couldn't send this. Nothing was lost: try again, or write to ${to}.`,
    });
  }
}

function paragraphsOf(message: string): string[] {
  return message.split(/\n\s*\n/).map((paragraph) => paragraph.trim());
}
