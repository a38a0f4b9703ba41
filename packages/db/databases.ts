import pg from 'pg';

/** One connection for the time of `work`. For administration only: requests use the pools of this package. */
export async function withConnection<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

export const urlOf = (url: string, database: string): string =>
  Object.assign(new URL(url), { pathname: `/${database}` }).href;

/** Makes a database, empty or as a copy of `template`, and returns its URL. */
export function createDatabase(adminUrl: string, name: string, template?: string): Promise<string> {
  return withConnection(adminUrl, async (client) => {
    const copy = template ? ` template ${client.escapeIdentifier(template)}` : '';
    await client.query(`create database ${client.escapeIdentifier(name)}${copy}`);
    return urlOf(adminUrl, name);
  });
}

/** Drops it, whoever is connected. */
export function dropDatabase(adminUrl: string, name: string): Promise<void> {
  return withConnection(adminUrl, async (client) => {
    await client.query(`drop database if exists ${client.escapeIdentifier(name)} with (force)`);
  });
}

export function databaseNames(adminUrl: string): Promise<string[]> {
  return withConnection(adminUrl, async (client) => {
    const { rows } = await client.query<{ datname: string }>('select datname from pg_database order by 1');
    return rows.map((row) => row.datname);
  });
}
