import { readFileSync } from 'node:fs';
import path from 'node:path';
import {
  type ArchivePart,
  customFieldArchive,
  guessMapping,
  type ImportEntity,
  type Importer,
  runImport,
  runUndo,
  setUndoFailed,
} from '@aura/exchange';
import type { Person, RestAnswer, World } from '@aura/testkit';
import type { Answer } from './answer.fixture.ts';
import { modules } from './modules.ts';

const BOOK = path.resolve(import.meta.dirname, '../e2e/fixtures/maven-crm');

const listed = modules.flatMap((module) => ('importers' in module ? (module.importers as readonly Importer[]) : []));
const parts = modules.flatMap((module) => ('archives' in module ? (module.archives as readonly ArchivePart[]) : []));
const archives = [customFieldArchive, ...parts];
export const importers = new Map(listed.map((importer) => [importer.entity, importer]));

export function bookFile(name: string): Buffer {
  return readFileSync(path.join(BOOK, name));
}

/** The guess that an upload with these columns gets. */
export function guessFor(entity: string, header: string[], createsFields = false): ReturnType<typeof guessMapping> {
  const importer = importers.get(entity as ImportEntity);
  if (!importer) throw new Error(`No module brings in ${entity}`);
  return guessMapping({ importer, header, known: [], createsFields });
}

export type Upload = { entity: string; file: string | Buffer; options?: object; name?: string };

/** Uploads as a browser would. */
export function upload(
  world: World,
  person: Person,
  { entity, file, options = {}, name = 'file.csv' }: Upload,
): Promise<RestAnswer> {
  const form = new FormData();
  form.set('file', new Blob([file as BlobPart]), name);
  form.set('entity', entity);
  form.set('options', JSON.stringify(options));
  return world.as(person).rest('POST', '/imports', { form });
}

/** The worker's part, in this process. */
export async function work(world: World, person: Person, importId: string): Promise<void> {
  const voice = world.as(person);
  await runImport(
    { reader: voice.ctx(), transaction: (change) => voice.run(change) },
    { importId, importers, archives },
  );
}

/** The worker's part of an undo, in this process. */
export async function workUndo(world: World, person: Person, importId: string): Promise<void> {
  const voice = world.as(person);
  await runUndo({ reader: voice.ctx(), transaction: (change) => voice.run(change) }, { importId, importers });
}

/** What a worker does after the last attempt at an undo. */
export function giveUpUndo(world: World, person: Person, importId: string): Promise<void> {
  const failure = { code: 'undo_interrupted', message: 'Try it again.' };
  return world.as(person).run((ctx) => setUndoFailed(ctx, importId, failure));
}

/** Asks for the undo, does the worker's part and reads the import. */
export async function undo(world: World, person: Person, importId: string): Promise<Answer> {
  const { api } = world.as(person);
  const asked = await api.imports.undo({ id: importId });
  if (asked.status !== 'running') throw new Error(`The undo was answered by ${asked.status}`);
  await workUndo(world, person, importId);
  return api.imports.get({ id: importId });
}

/** Uploads, runs and reads the import. */
export async function bringIn(world: World, person: Person, what: Upload): Promise<Answer> {
  const answer = await upload(world, person, what);
  if (answer.status !== 202) throw new Error(`The upload was refused: ${answer.text}`);
  const { id } = answer.body as { id: string };
  await work(world, person, id);
  return world.as(person).api.imports.get({ id });
}

export async function errorsOf(world: World, person: Person, id: string): Promise<Answer[]> {
  const { items } = await world.as(person).api.imports.errors({ id });
  return items;
}

/** A CSV file from lines. */
export const csv = (...lines: string[]): string => `${lines.join('\n')}\n`;
