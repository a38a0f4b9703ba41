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

/** Times of contacts and deals rise from `firstMillis` by `stepMillis` with each number; all other records have none. */
export type Clockwork = { firstMillis: number; stepMillis: number };
export type TenantSpec = Clockwork & {
  tenant: number;
  slug: string;
  size: number;
  reps: number;
  organizations: number;
};

const YEARS_MS = 3 * 365 * 86_400_000;
const LAST_MILLIS = Date.UTC(2026, 9, 31);
const SMALL_SIZE = 500;

/** The tenants of a run: one of each size, then the small ones. */
export function planTenants({ sizes, tenants }: { sizes: number[]; tenants: number }): TenantSpec[] {
  const large = sizes.map((size, index) => specOf(index + 1, `size-${size}`, size));
  const small = Array.from({ length: tenants }, (_, index) =>
    specOf(sizes.length + index + 1, `small-${index + 1}`, SMALL_SIZE),
  );
  return [...large, ...small];
}

function specOf(tenant: number, slug: string, size: number): TenantSpec {
  const stepMillis = Math.floor(YEARS_MS / size);
  const reps = Math.min(100, Math.max(3, Math.ceil(size / 1_000)));
  const organizations = 5 + Math.floor(size / 20);
  return { tenant, slug, size, reps, organizations, stepMillis, firstMillis: LAST_MILLIS - size * stepMillis };
}

export function recordId(spec: TenantSpec, kind: RecordKind, number: number): string {
  const isDated = kind === 'contact' || kind === 'deal';
  const millis = isDated ? spec.firstMillis + number * spec.stepMillis : 0;
  const hex = `${hexOf(millis, 12)}7${DIGIT[kind]}008${hexOf(spec.tenant, 3)}${hexOf(number, 12)}`;
  return hex.replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, '$1-$2-$3-$4-$5');
}

const hexOf = (value: number, digits: number): string => value.toString(16).padStart(digits, '0');

/** The same id as an SQL expression over a pgbench variable that holds the number. */
export function recordIdSql(spec: TenantSpec, kind: RecordKind, variable: string): string {
  const isDated = kind === 'contact' || kind === 'deal';
  const hex = (value: string): string => `lpad(to_hex(${value}), 12, '0')`;
  const millis = isDated ? hex(`${spec.firstMillis} + :${variable}::bigint * ${spec.stepMillis}`) : `'${hexOf(0, 12)}'`;
  return `(${millis} || '7${DIGIT[kind]}008${hexOf(spec.tenant, 3)}' || ${hex(`:${variable}::bigint`)})::uuid`;
}
