'use client';

import { BulkBar } from '@aura/ui/bulk-bar';
import { Button } from '@aura/ui/button';
import { Field } from '@aura/ui/field';
import { type Noun, totalText } from '@aura/ui/list-text';
import { Popover } from '@aura/ui/popover';
import { toast } from '@aura/ui/toast';
import { type ReactNode, useState } from 'react';
import { useMemberNames } from './member-names.ts';
import { MemberPicker } from './member-picker.tsx';

/** Some records by their ids, or all that the list's filter finds. */
export type Chosen = { ids: readonly string[] } | 'all-matching';

export type ReassignBarProps = {
  noun: Noun;
  selected: ReadonlySet<string>;
  /** How many match the list's filter in all. */
  total: number;
  onClear: () => void;
  /** Gives the records to someone; resolves to how many changed. Throws an error in the person's words. */
  onReassign: (chosen: Chosen, ownerId: string) => Promise<number>;
};

/** Gives the selected records of a list to another owner. */
export function ReassignBar({ noun, selected, total, onClear, onReassign }: ReassignBarProps): ReactNode {
  const [isAll, setAll] = useState(false);
  const count = isAll ? total : selected.size;
  const clear = (): void => {
    setAll(false);
    onClear();
  };
  return (
    <BulkBar
      summary={`${totalText({ total: count }, noun)} selected`}
      extend={
        !isAll && total > selected.size
          ? { label: `Select all ${total.toLocaleString('en-US')}`, onExtend: () => setAll(true) }
          : null
      }
      onClear={clear}
    >
      <Reassign
        what={totalText({ total: count }, noun)}
        onReassign={async (ownerId) => {
          const changed = await onReassign(isAll ? 'all-matching' : { ids: [...selected] }, ownerId);
          clear();
          return changed;
        }}
        noun={noun}
      />
    </BulkBar>
  );
}

type ReassignProps = { what: string; noun: Noun; onReassign: (ownerId: string) => Promise<number> };

function Reassign({ what, noun, onReassign }: ReassignProps): ReactNode {
  const [isOpen, setOpen] = useState(false);
  const [ownerId, setOwnerId] = useState<string | null>(null);
  const [state, setState] = useState<{ isBusy: boolean; problem: string | null }>({ isBusy: false, problem: null });
  const name = useMemberNames().get(ownerId ?? '')?.name;
  const run = async (): Promise<void> => {
    if (!ownerId) return setState({ isBusy: false, problem: 'Choose who takes over' });
    setState({ isBusy: true, problem: null });
    try {
      const changed = await onReassign(ownerId);
      setOpen(false);
      toast({ title: `${totalText({ total: changed }, noun)} given to ${name ?? 'the new owner'}` });
    } catch (error) {
      setState({ isBusy: false, problem: error instanceof Error ? error.message : 'This did not work. Try again.' });
    }
  };
  return (
    <Popover
      title="Change owner"
      align="end"
      open={isOpen}
      onOpenChange={setOpen}
      trigger={
        <Button size="sm" variant="primary">
          Change owner
        </Button>
      }
    >
      <div className="flex flex-col gap-3">
        <Field label="New owner" error={state.problem}>
          <MemberPicker value={ownerId} onValueChange={setOwnerId} />
        </Field>
        <p className="text-small text-muted">
          {name ? `The owner of ${what} becomes ${name}.` : `This changes the owner of ${what}.`}
        </p>
        <Button variant="primary" loading={state.isBusy} loadingLabel="Changing…" onClick={() => void run()}>
          Change owner of {what}
        </Button>
      </div>
    </Popover>
  );
}
