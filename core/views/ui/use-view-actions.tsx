'use client';

import { failureText } from '@aura/api/record-edit';
import { announce } from '@aura/ui/announce';
import { ConfirmDialog } from '@aura/ui/confirm-dialog';
import { toast } from '@aura/ui/toast';
import { type ReactNode, useState } from 'react';
import type { SavedView } from '../saved-view.schema.ts';
import type { ViewEntity, Visibility } from '../saved-view.ts';
import { useViewChanges, type ViewChanges } from './use-view-changes.ts';
import type { Views } from './use-views.ts';
import { ViewDialog } from './view-dialog.tsx';

/** What is asked before: a name, or whether everyone's view is meant. */
type Question = { kind: 'new' } | { kind: 'name' | 'save' | 'delete'; view: SavedView };

export type ViewActionSet = {
  askForNew: () => void;
  askForName: (view: SavedView) => void;
  save: (view: SavedView) => void;
  share: (view: SavedView, visibility: Visibility) => void;
  remove: (view: SavedView) => void;
  isSaving: boolean;
  dialogs: ReactNode;
};

/** What a person does with views. What everyone uses is not changed or deleted without a word about that. */
export function useViewActions(entity: ViewEntity, views: Views): ViewActionSet {
  const changes = useViewChanges(entity);
  const [question, setQuestion] = useState<Question | null>(null);
  // The question stays while its dialog closes.
  const [isAsking, setAsking] = useState(false);
  const ask = (next: Question): void => {
    setQuestion(next);
    setAsking(true);
  };
  const asked = { question, isAsking, onClose: () => setAsking(false) };
  const [isSaving, setSaving] = useState(false);
  const { save, share, remove } = deedsOf(views, changes);
  const saveNow = (view: SavedView): void => {
    setSaving(true);
    void told(`Couldn’t save ${view.name}`, save(view)).finally(() => setSaving(false));
  };
  const isEveryones = ({ visibility }: SavedView): boolean => visibility === 'shared';
  return {
    askForNew: () => ask({ kind: 'new' }),
    askForName: (view) => ask({ kind: 'name', view }),
    save: (view) => (isEveryones(view) ? ask({ kind: 'save', view }) : saveNow(view)),
    share: (view, visibility) => void told(`Couldn’t change who sees ${view.name}`, share(view, visibility)),
    remove: (view) =>
      isEveryones(view) ? ask({ kind: 'delete', view }) : void told(`Couldn’t delete ${view.name}`, remove(view)),
    isSaving,
    dialogs: (
      <>
        <NameQuestion {...asked} views={views} changes={changes} />
        <EveryonesQuestion {...asked} save={save} remove={remove} />
      </>
    ),
  };
}

type Deeds = {
  save: (view: SavedView) => Promise<void>;
  share: (view: SavedView, visibility: Visibility) => Promise<void>;
  remove: (view: SavedView) => Promise<void>;
};

function deedsOf(views: Views, changes: ViewChanges): Deeds {
  const share: Deeds['share'] = async (view, visibility) => {
    const shared = await changes.update(view, { visibility });
    const back = view.visibility;
    toast({
      title: visibility === 'shared' ? `Everyone sees ${view.name} now` : `Only you see ${view.name} now`,
      action: { label: 'Undo', isUndo: true, onAction: () => void told('Couldn’t undo', share(shared, back)) },
    });
  };
  const bringBack = async (view: SavedView): Promise<void> => {
    await changes.restore(view);
    announce(`View ${view.name} is back`);
    const tab = { id: view.id, name: view.name, address: view.address, view };
    if (location.pathname === new URL(views.hrefTo(tab), location.href).pathname) views.goTo(tab);
  };
  return {
    save: async (view) => {
      await changes.update(view, { address: views.place.address });
      announce(`View ${view.name} saved`);
    },
    share,
    remove: async (view) => {
      await changes.archive(view).catch((error: unknown) => {
        changes.refresh();
        throw error;
      });
      // Left before it is gone: a list under a deleted view would say so.
      views.goToAll();
      changes.refresh();
      toast({
        title: `View ${view.name} deleted`,
        action: {
          label: 'Undo',
          isUndo: true,
          onAction: () => void told(`Couldn’t bring ${view.name} back`, bringBack(view)),
        },
      });
    },
  };
}

/** A deed whose failure is told. */
async function told(title: string, deed: Promise<void>): Promise<void> {
  try {
    await deed;
  } catch (error) {
    toast({ title, description: failureText(error), tone: 'danger' });
  }
}

type Asked = { question: Question | null; isAsking: boolean; onClose: () => void };
type NameQuestionProps = Asked & { views: Views; changes: ViewChanges };

function NameQuestion({ question, isAsking, views, changes, onClose }: NameQuestionProps): ReactNode {
  const view = question?.kind === 'name' ? question.view : null;
  return (
    <ViewDialog
      open={isAsking && (question?.kind === 'new' || question?.kind === 'name')}
      view={view}
      onClose={onClose}
      onSubmit={async ({ name, visibility }) => {
        if (view) {
          await changes.update(view, { name });
          announce(`View renamed ${name}`);
          return;
        }
        const made = await changes.create({ name, visibility, address: views.place.address });
        views.goUnder(made);
        announce(`View ${made.name} saved`);
      }}
    />
  );
}

function EveryonesQuestion({
  question,
  isAsking,
  save,
  remove,
  onClose,
}: Asked & Pick<Deeds, 'save' | 'remove'>): ReactNode {
  const isSave = question?.kind === 'save';
  const name = question && 'view' in question ? question.view.name : '';
  return (
    <ConfirmDialog
      open={isAsking && (isSave || question?.kind === 'delete')}
      onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}
      title={isSave ? `Change ${name} for everyone?` : `Delete ${name} for everyone?`}
      consequence={
        isSave
          ? 'Everyone in the workspace uses this view, and will see the list as you see it now. To leave theirs alone, save yours as a new view.'
          : 'Everyone in the workspace uses this view. You can undo this.'
      }
      confirmLabel={isSave ? 'Save for everyone' : 'Delete for everyone'}
      tone={isSave ? 'primary' : 'danger'}
      onConfirm={async () => {
        if (!question || !('view' in question)) return;
        await (isSave ? save(question.view) : remove(question.view)).catch((error: unknown) => {
          throw new Error(failureText(error), { cause: error });
        });
      }}
    />
  );
}
