import { createDatabase, withConnection } from '@aura/db/databases';
import { secureDatabase } from '@aura/db/migrate';
import { readTestEnv } from './env.ts';

const CLONE_TRIES = 5;

/** A copy of the migrated template; its URL is the admin's. */
export async function cloneTemplate(name: string, attempt = 1): Promise<string> {
  const { adminUrl, template } = readTestEnv();
  try {
    const url = await createDatabase(adminUrl, name, template);
    await withConnection(url, secureDatabase);
    return url;
  } catch (error) {
    // Another process may be copying the same template at this very moment.
    if (attempt >= CLONE_TRIES) throw error;
    await new Promise((resolve) => setTimeout(resolve, 200 * attempt));
    return cloneTemplate(name, attempt + 1);
  }
}
