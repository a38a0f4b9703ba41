import { createCache } from '@aura/cache';
import { type ArchivePart, customFieldArchive, type Exporter, exportersOf, runExport } from '@aura/exchange';
import { type Person, type RestAnswer, testWorld, type World } from '@aura/testkit';
import { parse } from 'csv-parse/sync';
import type { Answer } from './answer.fixture.ts';
import { modules } from './modules.ts';

const listed = modules.flatMap((module) => ('exporters' in module ? (module.exporters as readonly Exporter[]) : []));
const parts = modules.flatMap((module) => ('archives' in module ? (module.archives as readonly ArchivePart[]) : []));
export const archives = [customFieldArchive, ...parts];
export const exporters = exportersOf(listed, archives);

export type Wanted = { scope: string; format?: string; filter?: object };

const UNLIMITED = { allowed: true, limit: 1_000, remaining: 1_000, resetS: 1, retryAfterS: 0 };

/** All modules, and as many codes as tests ask for. */
export async function exportWorld(): Promise<World> {
  const cache = createCache({});
  return testWorld({ modules, platform: { cache: { ...cache, rateLimit: async () => UNLIMITED } } });
}

/** The code that the mailbox has for them now. */
export async function codeFor(world: World, person: Person): Promise<string> {
  await world.as(person).api.me.code({ purpose: 'export' });
  return String(world.mails.find(({ to }) => to === person.email)?.code);
}

export async function ask(world: World, person: Person, wanted: Wanted): Promise<RestAnswer> {
  const body = { format: 'csv', ...wanted, code: await codeFor(world, person) };
  return world.as(person).rest('POST', '/exports', { body });
}

/** The worker's part, in this process. */
export async function work(world: World, person: Person, exportId: string): Promise<void> {
  const voice = world.as(person);
  await runExport({ reader: voice.ctx(), transaction: (change) => voice.run(change) }, { exportId, exporters });
}

/** Asks, makes the file and downloads it. */
export async function takeOut(world: World, person: Person, wanted: Wanted): Promise<{ made: Answer; text: string }> {
  const answer = await ask(world, person, wanted);
  if (answer.status !== 202) throw new Error(`The export was refused: ${answer.text}`);
  const { id } = answer.body as { id: string };
  await work(world, person, id);
  const made = await world.as(person).api.exports.get({ id });
  const file = await world.as(person).rest('GET', `/exports/${id}/file`);
  if (file.status !== 200) throw new Error(`The file was refused: ${JSON.stringify(made)} ${file.text}`);
  return { made, text: file.text };
}

/** The records of a CSV file, by its header. */
export function recordsOf(text: string): Record<string, string>[] {
  return parse(text, { columns: true });
}
