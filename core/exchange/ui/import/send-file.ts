import type { Import, ImportPreview } from '../../import/import.schema.ts';
import type { ImportEntity } from '../../import/import-entity.ts';
import type { SentOptions } from './import-options.ts';

export type Sending = { file: File; entity: ImportEntity | 'workspace'; options: SentOptions };

/** What the server refused, in words; `issues` by the option that is wrong. */
export class FileRefusal extends Error {
  readonly issues: readonly { path: string; message: string }[];

  constructor(message: string, issues: readonly { path: string; message: string }[] = []) {
    super(message);
    this.name = 'FileRefusal';
    this.issues = issues;
  }
}

export const previewFile = (sending: Sending): Promise<ImportPreview> =>
  post<ImportPreview>('/api/v1/imports/preview', sending);

/** Queues the import, or its trial; the answer's id leads to its state. */
export const startImport = (sending: Sending): Promise<Import> => post<Import>('/api/v1/imports', sending);

// A file goes to the REST door: it takes multipart, which the screens' own calls do not.
async function post<Answer>(path: string, { file, entity, options }: Sending): Promise<Answer> {
  const body = new FormData();
  body.set('entity', entity);
  body.set('options', JSON.stringify(options));
  body.set('file', file);
  let response: Response;
  try {
    response = await fetch(path, { method: 'POST', body, headers: { 'x-aura-csrf': '1' } });
  } catch {
    throw new FileRefusal(
      "You're offline, or the file changed on your disk since you chose it. Choose it again and retry.",
    );
  }
  if (response.ok) return (await response.json()) as Answer;
  throw await refusalOf(response);
}

type Problem = { detail?: string; title?: string; requestId?: string; errors?: { path: string; message: string }[] };

async function refusalOf(response: Response): Promise<FileRefusal> {
  const problem = (await response.json().catch(() => ({}))) as Problem;
  if (response.status >= 500 && response.status !== 503) {
    const reference = problem.requestId ? ` (ref ${problem.requestId.slice(0, 8)})` : '';
    return new FileRefusal(`We couldn't read this file. Nothing was imported; try again.${reference}`);
  }
  return new FileRefusal(
    problem.detail ?? problem.title ?? 'The file was refused. Check it and try again.',
    problem.errors ?? [],
  );
}
