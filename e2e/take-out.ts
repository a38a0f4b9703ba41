import { setTimeout as sleep } from 'node:timers/promises';
import { parse } from 'csv-parse/sync';
import { rootHost } from './demo.ts';
import { mailTo } from './mailbox.ts';
import type { Api } from './rest.ts';

export type Wanted = { scope: string; filter?: Record<string, unknown> };
export type TakenOut = { id: string; records: Record<string, string>[] };

const MADE_WITHIN_MS = 60_000;

/** Asks for a code, reads it from the mailbox, exports with it, waits for the worker and fetches the CSV file. */
export async function takeOut(api: Api, email: string, wanted: Wanted): Promise<TakenOut> {
  const since = Date.now() - 1_000;
  await must(api('POST', '/me/codes', { body: { purpose: 'export' } }), 202);
  const { code } = await mailTo(rootHost(), email, since);
  const { body } = await must(api('POST', '/exports', { body: { ...wanted, format: 'csv', code } }), 202);
  const downloadUrl = await waitForFile(api, body.id);
  const { text } = await must(api('GET', downloadUrl.replace('/api/v1', '')), 200);
  return { id: body.id, records: parse(text, { columns: true }) };
}

async function waitForFile(api: Api, id: string): Promise<string> {
  const deadline = performance.now() + MADE_WITHIN_MS;
  while (performance.now() < deadline) {
    const { body } = await must(api('GET', `/exports/${id}`), 200);
    if (body.downloadUrl) return body.downloadUrl;
    if (body.status === 'failed') throw new Error(`The export failed: ${JSON.stringify(body.failure)}`);
    await sleep(250);
  }
  throw new Error('The export was not made in time.');
}

async function must(answer: ReturnType<Api>, status: number) {
  const given = await answer;
  if (given.status !== status) throw new Error(`${given.status} instead of ${status}: ${given.text}`);
  return given;
}
