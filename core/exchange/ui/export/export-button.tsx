'use client';

import { useMe } from '@aura/identity/client';
import { Button, type ButtonProps } from '@aura/ui/button';
import { FileDown } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { ExportDialog, type ExportDialogProps } from './export-dialog.tsx';

export type ExportButtonProps = Pick<ExportDialogProps, 'scope' | 'filter' | 'facts' | 'isFiltered' | 'isSelection'> &
  Pick<ButtonProps, 'variant' | 'size' | 'children'>;

/** Opens the dialog that takes out what a list shows. */
export function ExportButton({ children = 'Export', variant, size, ...what }: ExportButtonProps): ReactNode {
  const [open, setOpen] = useState(false);
  // Each opening begins anew.
  const [attempt, setAttempt] = useState(0);
  const me = useMe();
  const isRefused = me !== undefined && !me.permissions.includes('export:create');
  return (
    <>
      <Button
        variant={variant}
        size={size}
        icon={<FileDown aria-hidden />}
        aria-haspopup="dialog"
        disabledReason={isRefused ? "Your role can't export" : null}
        onClick={() => {
          setAttempt(attempt + 1);
          setOpen(true);
        }}
      >
        {children}
      </Button>
      <ExportDialog key={attempt} {...what} open={open} onOpenChange={setOpen} />
    </>
  );
}
