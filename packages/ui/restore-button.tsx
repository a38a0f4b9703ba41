'use client';

import { ArchiveRestore } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Button } from './button.tsx';
import { toast } from './toast.ts';

export type RestoreButtonProps = {
  /** What comes back, e.g. "Acme". */
  name: string;
  /** Throws an error in the person's words. */
  onRestore: () => Promise<unknown>;
  variant?: 'primary' | 'secondary';
};

/** Brings an archived record back, and says so. */
export function RestoreButton({ name, onRestore, variant = 'secondary' }: RestoreButtonProps): ReactNode {
  const [isBusy, setBusy] = useState(false);
  const restore = async (): Promise<void> => {
    setBusy(true);
    try {
      await onRestore();
      toast({ title: `${name} is back` });
    } catch (error) {
      toast({
        title: `Couldn't restore ${name}`,
        description: error instanceof Error ? error.message : '',
        tone: 'danger',
        action: { label: 'Retry', onAction: () => void restore() },
      });
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button
      size="sm"
      variant={variant}
      icon={<ArchiveRestore aria-hidden />}
      loading={isBusy}
      onClick={() => void restore()}
    >
      Restore<span className="sr-only"> {name}</span>
    </Button>
  );
}
