'use client';

import { MemberPicker } from '@aura/members/client';
import { Button } from '@aura/ui/button';
import { Dialog, DialogClose } from '@aura/ui/dialog';
import { Field } from '@aura/ui/field';
import { RadioGroup } from '@aura/ui/radio-group';
import { toast } from '@aura/ui/toast';
import { type FormEvent, type ReactNode, useId, useState } from 'react';
import type { Escalation } from '../escalation.schema.ts';
import { useEscalationAnswers } from './use-escalations.ts';

/** Answers an escalation with a colleague: beside the owner, or in their place. */
export function HandOverDialog({ item, onClose }: { item: Escalation | null; onClose: () => void }): ReactNode {
  const formId = useId();
  const [isBusy, setBusy] = useState(false);
  return (
    <Dialog
      open={item !== null}
      onOpenChange={(open) => (open ? undefined : onClose())}
      title={`Who helps with ${item?.name ?? ''}?`}
      description="Either answers the escalation."
      footer={
        <>
          <DialogClose />
          <Button type="submit" form={formId} variant="primary" loading={isBusy} loadingLabel="Saving…">
            Hand over
          </Button>
        </>
      }
    >
      {item ? <HandOverForm key={item.id} item={item} formId={formId} onBusy={setBusy} onClose={onClose} /> : null}
    </Dialog>
  );
}

type FormProps = { item: Escalation; formId: string; onBusy: (isBusy: boolean) => void; onClose: () => void };

function HandOverForm({ item, formId, onBusy, onClose }: FormProps): ReactNode {
  const { share, give } = useEscalationAnswers();
  const [how, setHow] = useState(item.abilities.share ? 'share' : 'give');
  const [userId, setUserId] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!userId) return setProblem('Choose a person');
    if (userId === item.ownerId) return setProblem('This person is the owner already');
    onBusy(true);
    try {
      await (how === 'share' ? share(item, userId) : give(item, userId));
      toast({ title: how === 'share' ? `${item.name} is shared` : `${item.name} has a new owner` });
      onClose();
    } catch (failure) {
      setProblem(failure instanceof Error ? failure.message : 'This did not work. Try again.');
    } finally {
      onBusy(false);
    }
  };
  return (
    <form id={formId} noValidate onSubmit={(event) => void submit(event)} className="flex flex-col gap-4">
      <RadioGroup
        label="What should happen"
        value={how}
        onValueChange={setHow}
        options={[
          {
            value: 'share',
            label: 'Share it',
            help: `${item.ownerName ?? 'The owner'} keeps it`,
            disabled: !item.abilities.share,
          },
          { value: 'give', label: 'Give it to another owner', disabled: !item.abilities.changeOwner },
        ]}
      />
      <Field label="Colleague" error={problem}>
        <MemberPicker value={userId} onValueChange={setUserId} />
      </Field>
    </form>
  );
}
