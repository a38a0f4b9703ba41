import { createDatabase, withConnection } from '@aura/db/databases';
import { secureDatabase } from '@aura/db/migrate';

const TRIES = 5;

type Source = { adminUrl: string; template: string };

/** A copy of a migrated database, under this name. */
export async function cloneTemplate(source: Source, name: string, attempt = 1): Promise<string> {
  try {
    const url = await createDatabase(source.adminUrl, name, source.template);
    await withConnection(url, secureDatabase);
    return url;
  } catch (error) {
    // Another process may be copying the same template at this very moment.
    if (attempt >= TRIES) throw error;
    await new Promise((resolve) => setTimeout(resolve, 200 * attempt));
    return cloneTemplate(source, name, attempt + 1);
  }
}
