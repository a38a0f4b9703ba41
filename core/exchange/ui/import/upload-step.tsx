'use client';

import { useMe } from '@aura/identity/client';
import { Button } from '@aura/ui/button';
import { Field } from '@aura/ui/field';
import { FormErrorSummary } from '@aura/ui/form-error-summary';
import { RadioGroup } from '@aura/ui/radio-group';
import { useMutation } from '@tanstack/react-query';
import { FileSpreadsheet } from 'lucide-react';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { ImportPreview } from '../../import/import.schema.ts';
import { IMPORT_ENTITIES, type ImportEntity } from '../../import/import-entity.ts';
import { type Creatable, entityNames, type ImportDraft } from './import-draft.ts';
import { optionsOf } from './import-options.ts';
import type { StepProps } from './import-steps.ts';
import { previewFile } from './send-file.ts';

const FILE_MB_MAX = 50;
const permissionOf: Readonly<Record<ImportEntity, string>> = {
  organizations: 'organization:create',
  contacts: 'contact:create',
  deals: 'deal:create',
  products: 'product:create',
  members: 'invitation:create',
};

/** What comes in, and the file. */
export function UploadStep({ draft, change, goTo }: StepProps): ReactNode {
  const [attempt, setAttempt] = useState(0);
  const [problem, setProblem] = useState<string | null>(null);
  const me = useMe();
  const read = useMutation({ mutationFn: previewFile });
  const offered = IMPORT_ENTITIES.filter((entity) =>
    entity === 'members' ? me?.role === 'admin' : me?.permissions.includes(permissionOf[entity]),
  );
  const fail = (message: string): void => {
    setProblem(message);
    setAttempt((now) => now + 1);
  };
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (read.isPending) return;
    const { file } = draft;
    if (!file) return fail('Choose a CSV file');
    // Read already, and perhaps mapped by hand since.
    if (draft.preview) return goTo('map');
    if (file.size > FILE_MB_MAX * 1_048_576)
      return fail(`This file is larger than ${FILE_MB_MAX} MB. Split it and import the parts one after the other`);
    if (/\.(xlsx?|ods|numbers)$/i.test(file.name))
      return fail('This is a spreadsheet file. Save it as CSV first, then choose that file');
    try {
      const preview = await read.mutateAsync({
        file,
        entity: draft.entity,
        options: { ...optionsOf({ ...draft, preview: null }, { dryRun: true }), createMissing: ['customField'] },
      });
      change({ preview, mapping: preview.mapping, dateFormat: '', createMissing: withCustomFields(draft, preview) });
      goTo('map');
    } catch (error) {
      fail(error instanceof Error ? error.message : 'The file could not be read. Try again');
    }
  };
  return (
    <form noValidate onSubmit={(event) => void submit(event)} className="flex flex-col gap-6">
      <FormErrorSummary errors={problem ? [{ field: 'import-file', message: problem }] : []} attempt={attempt} />
      <RadioGroup
        label="What is in the file?"
        layout="row"
        value={draft.entity}
        onValueChange={(value) => change({ entity: value as ImportEntity, preview: null, mapping: {} })}
        options={offered.map((entity) => ({ value: entity, label: capital(entityNames[entity][1]) }))}
      />
      <Field
        id="import-file"
        label="CSV file"
        help={`Up to ${FILE_MB_MAX} MB and 200,000 rows, the first row with the names of the columns. Any common delimiter, encoding and date format will do.`}
        error={problem}
      >
        <FileChoice
          file={draft.file}
          onFile={(file) => {
            setProblem(null);
            change({ file, preview: null, mapping: {} });
          }}
        />
      </Field>
      <div>
        <Button type="submit" variant="primary" loading={read.isPending} loadingLabel="Reading the file…">
          Continue to the columns
        </Button>
      </div>
    </form>
  );
}

/** Columns that match nothing are guessed as custom fields: then those are made, unless the person says no. */
function withCustomFields({ createMissing }: ImportDraft, preview: ImportPreview): readonly Creatable[] {
  const isGuessed = Object.values(preview.confidence).includes('custom');
  return isGuessed ? [...new Set<Creatable>([...createMissing, 'customField'])] : createMissing;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The browser's own file button in a frame that also takes a dropped file. */
function FileChoice({ file, onFile }: { file: File | null; onFile: (file: File) => void }): ReactNode {
  const [isOver, setOver] = useState(false);
  return (
    <div
      className={`relative flex flex-wrap items-center gap-3 rounded-panel border border-dashed p-5 has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus ${isOver ? 'border-primary bg-primary-soft' : 'border-control bg-surface'}`}
    >
      <FileSpreadsheet aria-hidden className="size-6 text-muted" />
      <span className="min-w-0 flex-1">
        <span className="block font-medium wrap-anywhere">{file ? file.name : 'Choose a file, or drop it here'}</span>
        <span className="block text-small text-muted">
          {file ? sizeText(file.size) : 'It is read by your own workspace only.'}
        </span>
      </span>
      <input
        id="import-file"
        type="file"
        accept=".csv,.tsv,.txt,text/csv"
        aria-describedby="import-file-help"
        // The input fills the frame, so a file dropped anywhere on it is the input's.
        onDragEnter={() => setOver(true)}
        onDragLeave={() => setOver(false)}
        onDrop={() => setOver(false)}
        className="absolute inset-0 cursor-pointer opacity-0"
        onChange={(event) => {
          const [chosen] = event.target.files ?? [];
          if (chosen) onFile(chosen);
        }}
      />
    </div>
  );
}

function sizeText(bytes: number): string {
  if (bytes < 1_048_576) return `${Math.max(1, Math.round(bytes / 1024)).toLocaleString('en-US')} KB`;
  return `${(bytes / 1_048_576).toFixed(1)} MB`;
}
