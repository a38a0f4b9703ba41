import type { Mail, Platform } from '@aura/api';
import type { PlainDb } from '@aura/db';
import { createTransport } from 'nodemailer';

export type MailerOptions = {
  /** `smtp://user:password@host:587`; without it mails go to the development mailbox. */
  smtpUrl?: string;
  /** `Aura <no-reply@aura.com>` */
  from: string;
  identity: PlainDb;
};

/** Sends a mail, or keeps it in the development mailbox. Rejects when the server does not take it. */
export function createMailer({ smtpUrl, from, identity }: MailerOptions): Platform['mail'] {
  if (!smtpUrl) return (mail) => keepMail(identity, plainHeaders(mail));
  const transport = createTransport(smtpUrl, { from, disableFileAccess: true, disableUrlAccess: true });
  return async (mail) => {
    const { to, subject, text, html } = plainHeaders(mail);
    // An address object: a comma or a bracket in it cannot become a second recipient.
    await transport.sendMail({ to: { name: '', address: to }, subject, text, html });
  };
}

// What people type (a company's name) stands in subjects: a line break there would start another header.
function plainHeaders(mail: Mail): Mail {
  if (/\p{Cc}/u.test(mail.to)) throw new RangeError('An address is one line.');
  const subject = mail.subject
    .replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim()
    .slice(0, 200);
  return { ...mail, subject };
}

async function keepMail(identity: PlainDb, mail: Mail): Promise<void> {
  await identity
    .insertInto('identity.dev_mails')
    .values({
      recipient: mail.to,
      subject: mail.subject,
      text_body: mail.text,
      html_body: mail.html,
      links: mail.links,
      code: mail.code ?? null,
    })
    .execute();
}

export type DevMail = {
  to: string;
  subject: string;
  text: string;
  html: string;
  links: string[];
  code: string | null;
  at: string;
};

/** The development mailbox, newest first. */
export async function listDevMails(identity: PlainDb, limit = 200): Promise<DevMail[]> {
  const rows = await identity
    .selectFrom('identity.dev_mails')
    .selectAll()
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    to: row.recipient,
    subject: row.subject,
    text: row.text_body,
    html: row.html_body,
    links: row.links,
    code: row.code,
    at: row.created_at.toISOString(),
  }));
}
