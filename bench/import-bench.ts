import { setTimeout as sleep } from 'node:timers/promises';
import { withConnection } from '@aura/db/databases';
import { splitProfile } from './cpu-profile.ts';
import type { BenchDatabase } from './database.ts';
import { type Client, signIn } from './http-client.ts';
import { type ImportFile, type KnownContact, makeImportFile } from './import-file.ts';
import { startImportWorker } from './import-process.ts';
import { recordId, type TenantSpec } from './record-ids.ts';
import { forgetTimes, readTimes, type StatementTimes } from './statement-times.ts';
import type { WebServer } from './web-server.ts';

export type ImportCounts = { total: number; created: number; updated: number; skipped: number; failed: number };

/** A dry run, or the import itself; times in seconds. */
export type ImportPhase = {
  name: string;
  counts: ImportCounts;
  uploadS: number;
  /** From when the worker took it to when it was done. */
  runS: number;
  peakRssBytes: number;
  worker: Map<string, number>;
  database: StatementTimes;
};

export type ImportMeasuring = { database: BenchDatabase; server: WebServer; spec: TenantSpec; rows: number };

const OPTIONS = { duplicates: 'update', createMissing: ['organization'] };
const POLL_MS = 500;

/** Brings a file in as a manager does: tried first, then for good; each by a worker process of its own. */
export async function measureImport(measuring: ImportMeasuring): Promise<ImportPhase[]> {
  const { database, server, spec, rows } = measuring;
  const owner = `rep1@${spec.slug}.example`;
  await defineFields(database, spec);
  const file = makeImportFile(rows, { known: await listKnown(database, spec), owner });
  const phases: ImportPhase[] = [];
  const enter = (): Promise<Client> => signIn(server, { spec, role: 'manager', password: database.password });
  for (const isDryRun of [true, false]) phases.push(await measurePhase(measuring, enter, { file, isDryRun }));
  return phases;
}

async function listKnown({ superuserUrl }: BenchDatabase, spec: TenantSpec): Promise<KnownContact[]> {
  return withConnection(superuserUrl, async (connection) => {
    const { rows } = await connection.query<KnownContact>(
      `select c.email, o.name as company from crm.contacts c join crm.organizations o on o.tenant_id = c.tenant_id and o.id = c.organization_id
        where c.tenant_id = $1 and c.deleted_at is null order by c.id limit 10000`,
      [recordId(spec, 'tenant', 0)],
    );
    return rows;
  });
}

async function defineFields({ superuserUrl }: BenchDatabase, spec: TenantSpec): Promise<void> {
  await withConnection(superuserUrl, (connection) =>
    connection.query(
      `insert into core.custom_field_definitions (tenant_id, entity, key, label, type, options, position, created_by, updated_by)
       select $1, 'contact', f.key, f.label, f.type, f.options::jsonb, f.position, $2, $2
         from (values ('leadSource', 'Lead source', 'select', '["Website", "Referral", "Fair", "Cold call", "Partner"]', 1),
                      ('seats', 'Seats', 'number', '[]', 2), ('customerSince', 'Customer since', 'date', '[]', 3)) f (key, label, type, options, position)
       on conflict do nothing`,
      [recordId(spec, 'tenant', 0), recordId(spec, 'user', 0)],
    ),
  );
}

async function measurePhase(
  { database, server }: ImportMeasuring,
  enter: () => Promise<Client>,
  { file, isDryRun }: { file: ImportFile; isDryRun: boolean },
): Promise<ImportPhase> {
  await forgetTimes(database.superuserUrl);
  const client = await enter();
  const started = performance.now();
  const id = await uploadFile(client, file, isDryRun);
  const uploadS = (performance.now() - started) / 1_000;
  client.close();
  const worker = startImportWorker(database, server.rootDomain);
  const done = await Promise.race([waitUntilDone(enter, id), worker.ended]);
  const { profile, peakRssBytes } = await worker.stop();
  const { total, created, updated, skipped, failed } = done;
  return {
    name: isDryRun ? 'dry run' : 'import',
    counts: { total, created, updated, skipped, failed },
    uploadS,
    runS: (Date.parse(done.finishedAt) - Date.parse(done.startedAt)) / 1_000,
    peakRssBytes,
    worker: splitProfile(profile),
    database: await readTimes(database.superuserUrl),
  };
}

async function uploadFile(client: Client, { csv }: ImportFile, dryRun: boolean): Promise<string> {
  const form = new FormData();
  form.set('file', new Blob([csv], { type: 'text/csv' }), 'contacts.csv');
  form.set('entity', 'contacts');
  form.set('options', JSON.stringify({ ...OPTIONS, dryRun }));
  const { status, body } = await client.send({ method: 'POST', path: '/imports', form });
  if (status !== 202) throw new Error(`The upload: ${status} ${body}`);
  return JSON.parse(body).id;
}

type Done = ImportCounts & { status: string; startedAt: string; finishedAt: string };

async function waitUntilDone(enter: () => Promise<Client>, id: string): Promise<Done> {
  for (;;) {
    const client = await enter();
    const done = await waitWithin(client, id);
    client.close();
    if (done) return done;
  }
}

/** Null when the access token, which lasts fifteen minutes, has run out. */
async function waitWithin(client: Client, id: string): Promise<Done | null> {
  for (;;) {
    const { status, body } = await client.send({ method: 'GET', path: `/imports/${id}` });
    if (status === 401) return null;
    const read: Done = JSON.parse(body);
    if (read.status === 'done') return read;
    if (read.status !== 'queued' && read.status !== 'running') throw new Error(`The import did not finish: ${body}`);
    await sleep(POLL_MS);
  }
}
