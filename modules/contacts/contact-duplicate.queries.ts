import type { ActorContext } from '@aura/api';
import { type RawBuilder, sql } from '@aura/db';
import { mayBe } from './contact-distinction.queries.ts';
import type { ContactBrief, ContactLike, LikeContact } from './contact-duplicate.schema.ts';
import { isSamePhone, isSimilarName, type Likeness, phoneKey } from './contact-likeness.ts';

export type BriefRow = {
  id: string;
  name: string;
  email: string | null;
  phone: string | null;
  title: string | null;
  organization_name: string | null;
  owner_name: string | null;
};

/** What tells two people apart at a glance, of a contact `c`. */
export const BRIEF = sql`c.id, coalesce(nullif(concat_ws(' ', c.first_name, c.last_name), ''), c.email) as name, c.email, c.phone, c.title,
  (select o.name from crm.organizations o where o.tenant_id = c.tenant_id and o.id = c.organization_id) as organization_name,
  (select m.name from core.memberships m where m.tenant_id = c.tenant_id and m.user_id = c.owner_id) as owner_name`;

export const briefOf = (row: BriefRow): ContactBrief => ({
  id: row.id,
  name: row.name,
  email: row.email,
  phone: row.phone,
  title: row.title,
  organizationName: row.organization_name,
  ownerName: row.owner_name,
});

/** Asked while somebody types. Each question reads one index, so much of it at most. */
const CANDIDATES_MAX = 500;
const SHOWN_MAX = 5;

/** Contacts that the person sees and that may be the one who is being added. The surest first. */
export async function findLikeContacts(ctx: ActorContext, typed: ContactLike): Promise<LikeContact[]> {
  const found = await Promise.all([ofEmail(ctx, typed), ofPhone(ctx, typed), ofName(ctx, typed)]);
  const byId = new Map<string, LikeContact>();
  for (const [index, reason] of (['email', 'phone', 'name'] satisfies Likeness[]).entries()) {
    for (const row of found[index] ?? []) {
      if (row.id === typed.exceptId) continue;
      const known = byId.get(row.id) ?? { ...briefOf(row), reasons: [] };
      byId.set(row.id, { ...known, reasons: [...known.reasons, reason] });
    }
  }
  return [...byId.values()].toSorted((a, b) => b.reasons.length - a.reasons.length).slice(0, SHOWN_MAX);
}

type Asked = { of: ContactLike; limit: number };

async function live(ctx: ActorContext, condition: RawBuilder<unknown>, { of, limit }: Asked): Promise<BriefRow[]> {
  const { rows } = await sql<BriefRow>`
    select ${BRIEF} from crm.contacts c
     where c.tenant_id = ${ctx.actor.tenantId}::uuid and c.deleted_at is null and ${condition} and ${mayBe(ctx, of.exceptId)} limit ${sql.lit(limit)}`.execute(
    ctx.listDb,
  );
  return rows;
}

async function ofEmail(ctx: ActorContext, typed: ContactLike): Promise<BriefRow[]> {
  return typed.email ? live(ctx, sql`c.email_norm = lower(${typed.email})`, { of: typed, limit: 1 }) : [];
}

async function ofPhone(ctx: ActorContext, typed: ContactLike): Promise<BriefRow[]> {
  const { phone = '' } = typed;
  const key = phoneKey(phone);
  if (!key) return [];
  const rows = await live(ctx, sql`c.phone_key = ${key}`, { of: typed, limit: CANDIDATES_MAX });
  return rows.filter((row) => isSamePhone(row.phone ?? '', phone));
}

/** The same name where at least one of the two has no organization; a similar one too within the same organization. */
async function ofName(ctx: ActorContext, typed: ContactLike): Promise<BriefRow[]> {
  const { firstName, lastName, organizationId } = typed;
  const words = [firstName, lastName].filter((word) => word !== undefined && word !== '');
  const name = words.join(' ');
  if (name.length < 2) return [];
  const folded = sql`search.fold(${name}), search.fold(${words.toReversed().join(' ')})`;
  const elsewhere = organizationId ? sql` and c.organization_id is null` : sql``;
  const [same, colleagues] = await Promise.all([
    live(ctx, sql`c.name_norm in (${folded})${elsewhere}`, { of: typed, limit: SHOWN_MAX }),
    organizationId
      ? live(ctx, sql`c.organization_id = ${organizationId}::uuid`, { of: typed, limit: CANDIDATES_MAX })
      : [],
  ]);
  return [...colleagues.filter((row) => isSimilarName(row.name, name)), ...same];
}
