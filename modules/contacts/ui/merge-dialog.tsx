'use client';

import { apiFailure } from '@aura/api/client';
import { Button } from '@aura/ui/button';
import { Dialog, DialogClose } from '@aura/ui/dialog';
import { Field } from '@aura/ui/field';
import { Link } from '@aura/ui/link';
import { SkeletonRegion, SkeletonText } from '@aura/ui/skeleton';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useId, useState } from 'react';
import type { Contact } from '../contact.schema.ts';
import type { ContactComparison } from '../contact-merge.schema.ts';
import { mergePath } from './contact-paths.ts';
import { ContactPicker } from './contact-picker.tsx';
import { type MergeChoices, MergeFields, startChoices } from './merge-fields.tsx';
import { useContactMerge } from './use-contact-merge.ts';
import { useContactMergesApi } from './use-contacts-api.ts';

export type MergeDialogProps = {
  contact: Contact;
  /** The other one; `pick` while it is being chosen; null: closed. */
  other: string | null;
  onOther: (other: string | null) => void;
};

/** Makes one contact of two: this one stays, field by field with its own value or the other's. */
export function MergeDialog({ contact, other, onOther }: MergeDialogProps): ReactNode {
  const formId = useId();
  const [isBusy, setBusy] = useState(false);
  const isComparing = other !== null && other !== 'pick';
  return (
    <Dialog
      size="lg"
      open={other !== null}
      onOpenChange={(open) => (open ? undefined : onOther(null))}
      title={`Merge into ${contact.name}`}
      description="What hangs on the other contact comes over, and the other one is archived. You can undo it."
      footer={
        <>
          <DialogClose />
          {isComparing ? (
            <Button type="submit" form={formId} variant="primary" loading={isBusy} loadingLabel="Merging…">
              Merge
            </Button>
          ) : null}
        </>
      }
    >
      {isComparing ? (
        <Comparison
          key={other}
          contact={contact}
          otherId={other}
          formId={formId}
          onBusy={setBusy}
          onDone={() => onOther(null)}
        />
      ) : (
        <Field label="Which contact is the same person?">
          <ContactPicker
            value={null}
            onValueChange={(picked) => (picked && picked.id !== contact.id ? onOther(picked.id) : undefined)}
          />
        </Field>
      )}
    </Dialog>
  );
}

type ComparisonProps = {
  contact: Contact;
  otherId: string;
  formId: string;
  onBusy: (isBusy: boolean) => void;
  onDone: () => void;
};

function Comparison({ contact, otherId, ...form }: ComparisonProps): ReactNode {
  const query = useQuery(useContactMergesApi().compare.queryOptions({ id: contact.id, otherId }, { staleTime: 0 }));
  if (query.isError)
    return (
      <p role="alert">
        {apiFailure(query.error).status === 404
          ? "This contact doesn't exist or you don't have access."
          : apiFailure(query.error).message}
      </p>
    );
  if (!query.data)
    return (
      <SkeletonRegion label="Comparing the contacts">
        <SkeletonText lines={6} />
      </SkeletonRegion>
    );
  return <MergeForm comparison={query.data} {...form} />;
}

type FormProps = Omit<ComparisonProps, 'contact' | 'otherId'> & { comparison: ContactComparison };

function MergeForm({ comparison, formId, onBusy, onDone }: FormProps): ReactNode {
  const { this: mine, other, differences, moves } = comparison;
  const [choices, setChoices] = useState<MergeChoices>(() => startChoices(comparison));
  const [problem, setProblem] = useState<string | null>(null);
  const { merge } = useContactMerge();
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    onBusy(true);
    setProblem(null);
    try {
      const versions = { expectedVersion: mine.version, otherVersion: other.version };
      await merge({ id: mine.id, otherId: other.id, ...versions, fields: choices }, other.name);
      onDone();
    } catch (failure) {
      setProblem(failure instanceof Error ? failure.message : 'This did not work. Try again.');
    } finally {
      onBusy(false);
    }
  };
  const refusal = refusalOf(other);
  return (
    <form id={formId} noValidate onSubmit={(event) => void submit(event)} className="flex flex-col gap-5">
      {problem || refusal ? (
        <p role="alert" className="text-danger">
          {problem ?? refusal}
        </p>
      ) : null}
      <p className="text-small text-muted">
        {mine.name} stays.{' '}
        {other.abilities.merge ? (
          <Link href={mergePath(other.id, mine.id)} className="text-link">
            Keep {other.name} instead
          </Link>
        ) : null}
      </p>
      <MergeFields
        comparison={comparison}
        choices={choices}
        onChoice={(field, choice) => setChoices({ ...choices, [field]: choice })}
      />
      {differences.length === 0 ? <p className="text-muted">Every field is the same in both.</p> : null}
      <div>
        <h3 className="text-h3">What comes over</h3>
        <p className="mt-1 text-body">{movesText(moves)} The history of both stays readable on one timeline.</p>
      </div>
    </form>
  );
}

function refusalOf(other: Contact): string | null {
  if (other.deletedAt) return `${other.name} is archived. Restore it before you merge it.`;
  return other.abilities.merge ? null : 'You can merge two contacts that are both yours. Ask a manager to merge these.';
}

function movesText({ activities, deals, shares }: ContactComparison['moves']): string {
  const counted = [
    [activities, 'activity', 'activities'],
    [deals, 'link to a deal', 'links to deals'],
    [shares, 'share', 'shares'],
  ] as const;
  const parts = counted
    .filter(([count]) => count > 0)
    .map(([count, one, many]) => `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`);
  return parts.length === 0 ? 'Nothing hangs on the other contact.' : `${parts.join(', ')}.`;
}
