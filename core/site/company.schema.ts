import { email } from '@aura/kernel';
import { z } from 'zod';

const line = z.string().trim().min(1).max(200);
const paragraph = z.string().trim().min(1).max(2_000);

export const roleSchema = z.strictObject({
  /** The last part of its address, /careers/<slug>. */
  slug: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Use small letters, digits and single hyphens'),
  title: line,
  team: line,
  place: line,
  type: line,
  salary: line,
  summary: paragraph,
  tasks: z.array(paragraph).min(1),
  asks: z.array(paragraph).min(1),
  isOpen: z.boolean(),
});

const subProcessor = z.strictObject({ name: line, purpose: line, place: line });

export const companySchema = z.strictObject({
  /** Says on the pages that these facts are examples. */
  isExample: z.boolean().default(false),
  legalName: line.default('Aura'),
  /** `{root}` stands for the root domain. */
  email: z.string().max(254).default('hello@{root}'),
  postalAddress: z.array(line).max(8).default([]),
  registration: line.nullable().default(null),
  phone: z
    .string()
    .regex(/^\+[0-9 ()-]{6,30}$/, 'Use the international form, +1 202 …')
    .nullable()
    .default(null),
  hours: line.nullable().default(null),
  mapUrl: z
    .url({ protocol: /^https$/ })
    .nullable()
    .default(null),
  /** Where the servers and the database are. */
  dataRegion: line.nullable().default(null),
  supervisoryAuthority: line.nullable().default(null),
  governingLaw: line.nullable().default(null),
  subProcessors: z.array(subProcessor).default([]),
  roles: z
    .array(roleSchema)
    .default([])
    .refine((roles) => new Set(roles.map(({ slug }) => slug)).size === roles.length, 'Two roles have the same slug'),
});

/** A mail address can only be checked once the root domain is in it. */
export const companyEmail = email;

export type Company = z.output<typeof companySchema>;
export type JobRole = z.output<typeof roleSchema>;
