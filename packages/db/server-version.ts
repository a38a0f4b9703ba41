/** The first release of each major version without the known holes in row-level security (ON CONFLICT … WHERE, leaky functions, DROP OWNED BY). */
const FLOORS: Readonly<Record<number, number>> = { 15: 20, 16: 16, 17: 12, 18: 7 };
const OLDEST_MAJOR = 15;
const NEWEST_KNOWN_MAJOR = 18;

export type ServerVersionCheck = { isSafe: boolean; message: string | null };

/** `versionNum` is PostgreSQL's server_version_num, 150020 for 15.20. */
export function judgeServerVersion(versionNum: number): ServerVersionCheck {
  const major = Math.floor(versionNum / 10_000);
  const minor = versionNum % 10_000;
  if (major < OLDEST_MAJOR) {
    return { isSafe: false, message: `PostgreSQL ${major} is too old: Aura needs ${OLDEST_MAJOR} or newer.` };
  }
  // A major version that came after these fixes has them from its first release.
  const floor = major > NEWEST_KNOWN_MAJOR ? 0 : (FLOORS[major] ?? 0);
  if (minor >= floor) return { isSafe: true, message: null };
  return {
    isSafe: false,
    message: `PostgreSQL ${major}.${minor} has known holes in row-level security; update it to ${major}.${floor} or newer.`,
  };
}

type Queryable = { query(text: string): Promise<{ rows: Record<string, unknown>[] }> };

/**
 * Called once at start-up. In production it throws below the floor: isolation is not a matter of luck. Otherwise it
 * returns the warning to log, or null.
 */
export async function checkServerVersion(
  database: Queryable,
  { isProduction }: { isProduction: boolean },
): Promise<string | null> {
  const { rows } = await database.query('show server_version_num');
  const { isSafe, message } = judgeServerVersion(Number(rows[0]?.['server_version_num']));
  if (!isSafe && isProduction) throw new Error(`Refusing to start. ${message}`);
  return message;
}
