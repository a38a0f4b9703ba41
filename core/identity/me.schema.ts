import { optionalText, ROLES, text, uuid } from '@aura/kernel';
import { z } from 'zod';
import { API_KEY_DAYS_DEFAULT, API_KEY_DAYS_MAX } from './api-key.ts';

export const meOutput = z
  .object({
    userId: uuid,
    name: z.string(),
    email: z.string(),
    emailVerified: z.boolean(),
    role: z.enum(ROLES),
    title: z.string().nullable(),
    department: z.string().nullable(),
    avatarUrl: z.string().nullable(),
    managerId: uuid.nullable(),
    preferences: z.record(z.string(), z.unknown()),
    permissions: z.array(z.string()),
    sessionId: uuid,
    tenant: z.object({
      id: uuid,
      slug: z.string(),
      name: z.string(),
      currency: z.string(),
      timezone: z.string(),
      locale: z.string(),
      logoUrl: z.string().nullable(),
    }),
    version: z.int(),
  })
  .meta({ id: 'Me' });
export type MeOutput = z.output<typeof meOutput>;

const PREFERENCES_CHARACTERS_MAX = 8_000;

export const meUpdateInput = z.strictObject({
  name: text(200).optional(),
  title: optionalText(120),
  department: optionalText(120),
  preferences: z
    .record(z.string().min(1).max(64), z.json())
    .refine((value) => JSON.stringify(value).length <= PREFERENCES_CHARACTERS_MAX, 'Keep preferences under 8 KB')
    .optional()
    .meta({ description: 'Merged into what is there; null removes a key' }),
});
export type MeUpdateInput = z.output<typeof meUpdateInput>;

export const passwordChangeInput = z.strictObject({
  currentPassword: z.string().min(1, 'Enter your password').max(1_000),
  password: z.string().max(1_000),
});

const sessionOutput = z.object({
  id: uuid,
  kind: z.enum(['browser', 'token']),
  isCurrent: z.boolean(),
  ip: z.string().nullable(),
  userAgent: z.string().nullable(),
  createdAt: z.iso.datetime(),
  lastActiveAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
});
export type SessionOutput = z.output<typeof sessionOutput>;
export const sessionsOutput = z.object({ items: z.array(sessionOutput) });

export const codeInput = z.strictObject({
  purpose: z
    .string()
    .regex(/^[a-z][a-z_]{2,40}$/, 'Name what the code is for, for example export')
    .meta({ examples: ['export', 'member_deletion'] }),
});
export const codeOutput = z.object({ expiresAt: z.iso.datetime() });

export const workspacesOutput = z.object({
  items: z.array(z.object({ slug: z.string(), name: z.string(), origin: z.url(), isCurrent: z.boolean() })),
});

export const apiKeyCreateInput = z.strictObject({
  name: text(100),
  scopes: z
    .array(z.string().max(80))
    .min(1, 'Name at least one permission')
    .max(200)
    .optional()
    .meta({ description: 'Permissions of the key; all of your own when left out' }),
  expiresInDays: z
    .int()
    .min(1)
    .max(API_KEY_DAYS_MAX, `Use 1 to ${API_KEY_DAYS_MAX} days`)
    .default(API_KEY_DAYS_DEFAULT),
});
export type ApiKeyCreateInput = z.output<typeof apiKeyCreateInput>;

const apiKeyFields = {
  id: uuid,
  name: z.string(),
  scopes: z.array(z.string()).nullable().meta({ description: 'null: all permissions that its maker has at the time' }),
  createdAt: z.iso.datetime(),
  lastUsedAt: z.iso.datetime().nullable(),
  expiresAt: z.iso.datetime(),
};
export const apiKeyOutput = z.object(apiKeyFields).meta({ id: 'ApiKey' });
export type ApiKeyOutput = z.output<typeof apiKeyOutput>;
export const apiKeyCreatedOutput = z.object({
  ...apiKeyFields,
  key: z.string().meta({ description: 'Shown this once' }),
});
export const apiKeysOutput = z.object({ items: z.array(apiKeyOutput) });
