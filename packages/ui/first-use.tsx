import { FileInput, Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import { EmptyState } from './empty-state.tsx';
import { LinkButton } from './link-button.tsx';

export type FirstUseProps = {
  title: string;
  children: ReactNode;
  /** Null where the person may not import. */
  importHref: string | null;
  /** Null where the person may not add. */
  onAdd: (() => void) | null;
};

/** A list where nothing has ever been added: bring a file over, or begin by hand. */
export function FirstUse({ title, children, importHref, onAdd }: FirstUseProps): ReactNode {
  return (
    <EmptyState
      title={title}
      action={
        <>
          {importHref ? (
            <LinkButton variant="primary" href={importHref} icon={<FileInput aria-hidden />}>
              Import CSV
            </LinkButton>
          ) : null}
          {onAdd ? (
            <Button icon={<Plus aria-hidden />} onClick={onAdd}>
              Add one
            </Button>
          ) : null}
        </>
      }
    >
      {children}
    </EmptyState>
  );
}
