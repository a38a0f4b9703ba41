import type { TenantTable } from '../tenant-tables.ts';

/** Who the attacker is: the bare login, or a member of the attacked-from tenant whose context is open. */
export type Attacker = 'login' | 'rep' | 'manager' | 'admin';

/**
 * What must come of it. A SQLSTATE: the first error has it. `nothing`: the last statement touches no row. `own`: it gives
 * rows, all of the attacker's own tenant. `harmless`: it may succeed, and changes nothing of anybody else's.
 */
export type Outcome = string;

export type Attack = {
  name: string;
  as: Attacker;
  sql: string[];
  expects: Outcome | Outcome[];
};

/** What an attacker inside one tenant could know of another: everything but a live secret. */
export type Scene = {
  own: { tenantId: string; userId: string; token: string; colleagueId: string };
  other: { tenantId: string; userId: string };
  /** Of both tenants' tables the rows 1…10; of the other's also 11…15. */
  idOf: (table: string, n: number) => string;
  tables: TenantTable[];
  /** Secrets that stood for a session once, by what became of it. */
  dead: Record<string, { tenantId: string; token: string }>;
};

export const SHARED_ROWS = 10;
export const OTHERS_ROWS = 15;
/** Puts the scene into an attack's SQL: `<own.tenantId>`, `<other.userId>`, `<id:crm.deals:13>`, `<dead.token:an expired credential>`. */
export function setInScene(sql: string, scene: Scene): string {
  return sql
    .replaceAll(/<(own|other)\.(\w+)>/g, (_, who: 'own' | 'other', key: string) => String(Object(scene[who])[key]))
    .replaceAll(/<id:([\w.]+):(\d+)>/g, (_, table: string, n: string) => scene.idOf(table, Number(n)))
    .replaceAll(/<dead\.(tenantId|token):([^>]+)>/g, (_, key: 'tenantId' | 'token', name: string) =>
      String(scene.dead[name]?.[key]),
    );
}

/** A row that only the other tenant has. */
export const FOREIGN_ROW = 13;

export const claim = (tenantId: string, token: string): string =>
  `select app.begin_request('${tenantId}', '${token}', 'attack')`;
export const setting = (name: string, value: string, isLocal = true): string =>
  `select set_config('${name}', '${value}', ${isLocal})`;
