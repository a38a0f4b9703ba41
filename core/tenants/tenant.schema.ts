import { newPassword } from '@aura/identity';
import { currencySchema, email, optionalText, text, uuid } from '@aura/kernel';
import { z } from 'zod';
import { TENANT_STATUSES } from './tenant.ts';

const timezone = z.string().max(60).refine(isTimezone, 'Enter a time zone like Europe/Paris');

function isTimezone(name: string): boolean {
  try {
    // Offsets (+02:00) are accepted by Intl but have no daylight saving: a workspace needs a place.
    return /^[A-Za-z]/.test(name) && Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
}

const currency = currencySchema.refine(
  (code) => Intl.supportedValuesOf('currency').includes(code),
  'Enter a currency like USD or EUR',
);

const locale = z.string().max(35).refine(isLocale, 'Enter a locale like en-US');

function isLocale(name: string): boolean {
  try {
    return Intl.getCanonicalLocales(name).length === 1;
  } catch {
    return false;
  }
}

const slug = z.string().trim().toLowerCase().max(100, 'Use 40 characters or fewer');

export const signUpInput = z.strictObject({
  name: text(200),
  email,
  password: newPassword,
  companyName: text(200),
  slug,
  industry: optionalText(100),
  timezone: timezone.default('UTC'),
  currency: currency.default('USD'),
  acceptTerms: z.strictObject({ version: z.string().max(40), typedName: text(200) }),
});
export type SignUpInput = z.output<typeof signUpInput>;

export const signUpOutput = z.object({
  tenant: z.object({ id: uuid, slug: z.string(), status: z.enum(TENANT_STATUSES), origin: z.url() }),
  handoffUrl: z.url().meta({ description: 'Opens the workspace signed in; works once, for a minute' }),
});
export type SignUpOutput = z.output<typeof signUpOutput>;

export const workspacesInput = z.strictObject({ email });
export const acceptedOutput = z.object({ accepted: z.literal(true) });

export const slugInput = z.strictObject({ slug: slug.min(1, 'Enter an address') });
export const slugOutput = z.object({
  available: z.boolean(),
  reason: z.enum(['format', 'reserved', 'taken']).optional(),
  message: z.string().optional(),
  suggestions: z.array(z.string()),
});

export const termsOutput = z.object({ version: z.string(), text: z.string(), hash: z.string() });

export const workspaceOutput = z
  .object({
    id: uuid,
    slug: z.string(),
    name: z.string(),
    status: z.enum(TENANT_STATUSES),
    industry: z.string().nullable(),
    timezone: z.string(),
    currency: z.string(),
    locale: z.string(),
    logoUrl: z.string().nullable(),
    settings: z.record(z.string(), z.unknown()),
    termsVersion: z.string().nullable(),
    version: z.int(),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
    abilities: z.object({ update: z.boolean() }),
  })
  .meta({ id: 'Workspace' });
export type WorkspaceOutput = z.output<typeof workspaceOutput>;

const LOGO_CHARACTERS_MAX = 200_000;

export const workspaceUpdateInput = z.strictObject({
  name: text(200).optional(),
  industry: optionalText(100),
  timezone: timezone.optional(),
  currency: currency.optional(),
  locale: locale.optional(),
  logoUrl: z
    .string()
    .max(LOGO_CHARACTERS_MAX, 'Use an image under 150 KB')
    // SVG can carry scripts, and another host could count who looks.
    .regex(/^data:image\/(png|jpeg|webp);base64,[A-Za-z0-9+/]+=*$/, 'Upload a PNG, JPEG or WebP image')
    .nullable()
    .optional(),
  expectedVersion: z
    .int()
    .min(1)
    .optional()
    .meta({ description: 'Refuse (412) unless the workspace still has this version' }),
});
export type WorkspaceUpdateInput = z.output<typeof workspaceUpdateInput>;
