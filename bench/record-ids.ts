/** Ids of the bench's records are computed from a number: here for requests, and as SQL for load scripts. See sql/names.sql. */
export type RecordKind = 'tenant' | 'user' | 'pipeline' | 'stage' | 'organization' | 'contact' | 'deal';

const DIGIT: Record<RecordKind, string> = {
  tenant: '0',
  user: 'a',
  pipeline: 'b',
  stage: '5',
  organization: 'e',
  contact: 'c',
  deal: 'd',
};

/** Times rise from `firstMillis` by `stepMillis` with each number. */
type Times = { firstMillis: number; stepMillis: number };
export type Size = { contacts: number; deals: number };
export type TenantSpec = {
  tenant: number;
  slug: string;
  size: Size;
  reps: number;
  organizations: number;
  /** Only contacts and deals have times in their ids. */
  times: { contact: Times; deal: Times };
};

const YEARS_MS = 3 * 365 * 86_400_000;
const LAST_MILLIS = Date.UTC(2026, 9, 31);
const SMALL_SIZE = { contacts: 500, deals: 500 };

/** The tenants of a run: one of each size, then the small ones. */
export function planTenants({ sizes, tenants }: { sizes: Size[]; tenants: number }): TenantSpec[] {
  const large = sizes.map((size, index) => specOf(index + 1, `size-${sizeName(size)}`, size));
  const small = Array.from({ length: tenants }, (_, index) =>
    specOf(sizes.length + index + 1, `small-${index + 1}`, SMALL_SIZE),
  );
  return [...large, ...small];
}

/** "1000000", or "1000000-200000" where there are fewer deals than contacts. */
export const sizeName = ({ contacts, deals }: Size): string =>
  contacts === deals ? String(contacts) : `${contacts}-${deals}`;

function specOf(tenant: number, slug: string, size: Size): TenantSpec {
  const reps = Math.min(100, Math.max(3, Math.ceil(size.contacts / 1_000)));
  const organizations = 5 + Math.floor(size.contacts / 20);
  const times = { contact: timesOf(size.contacts), deal: timesOf(size.deals) };
  return { tenant, slug, size, reps, organizations, times };
}

function timesOf(amount: number): Times {
  const stepMillis = Math.floor(YEARS_MS / amount);
  return { stepMillis, firstMillis: LAST_MILLIS - amount * stepMillis };
}

const timesOfKind = ({ times }: TenantSpec, kind: RecordKind): Times | undefined =>
  kind === 'contact' || kind === 'deal' ? times[kind] : undefined;

export function recordId(spec: TenantSpec, kind: RecordKind, number: number): string {
  const times = timesOfKind(spec, kind);
  const millis = times ? times.firstMillis + number * times.stepMillis : 0;
  const hex = `${hexOf(millis, 12)}7${DIGIT[kind]}008${hexOf(spec.tenant, 3)}${hexOf(number, 12)}`;
  return hex.replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, '$1-$2-$3-$4-$5');
}

const hexOf = (value: number, digits: number): string => value.toString(16).padStart(digits, '0');

/** The same id as an SQL expression over a pgbench variable that holds the number. */
export function recordIdSql(spec: TenantSpec, kind: RecordKind, variable: string): string {
  const times = timesOfKind(spec, kind);
  const hex = (value: string): string => `lpad(to_hex(${value}), 12, '0')`;
  const millis = times ? hex(`${times.firstMillis} + :${variable}::bigint * ${times.stepMillis}`) : `'${hexOf(0, 12)}'`;
  return `(${millis} || '7${DIGIT[kind]}008${hexOf(spec.tenant, 3)}' || ${hex(`:${variable}::bigint`)})::uuid`;
}
