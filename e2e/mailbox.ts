import { setTimeout as sleep } from 'node:timers/promises';
import { rest } from './rest.ts';

export type Mail = {
  to: string;
  subject: string;
  text: string;
  html: string;
  links: string[];
  code: string | null;
  at: string;
};

const ARRIVES_WITHIN_MS = 20_000;

/** The newest mail to an address that is not older than `since`. Throws when none arrives. */
export async function mailTo(rootHost: string, address: string, since = 0): Promise<Mail> {
  const deadline = performance.now() + ARRIVES_WITHIN_MS;
  while (performance.now() < deadline) {
    const { body } = await rest(rootHost, 'GET', '/dev/mailbox.json');
    const found = (body as Mail[]).find(({ to, at }) => to === address && Date.parse(at) >= since);
    if (found) return found;
    await sleep(200);
  }
  throw new Error(`No mail to ${address} arrived.`);
}

/** The first link of a mail. Throws when it has none. */
export function linkIn({ links, subject }: Mail): string {
  const [link] = links;
  if (!link) throw new Error(`The mail "${subject}" has no link.`);
  return link;
}
