'use client';

import { announce } from '@aura/ui/announce';
import { Button } from '@aura/ui/button';
import { CommandBox, type CommandGroup } from '@aura/ui/command-box';
import { CommandDialog } from '@aura/ui/command-dialog';
import { IconButton } from '@aura/ui/icon-button';
import { type PaletteAction, usePaletteSubject } from '@aura/ui/palette-actions';
import { Spinner } from '@aura/ui/spinner';
import { ArrowLeft, X } from 'lucide-react';
import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
import { EntityIcon } from './entity-icon.tsx';
import { Marked } from './marked.tsx';
import {
  choiceGroups,
  type Deed,
  type Entry,
  type EntryGroup,
  type PaletteOffers,
  paletteGroups,
} from './palette-list.ts';
import { LETTERS_MIN, type PaletteSearch, usePaletteSearch } from './use-palette-search.ts';
import { useRecentRecords } from './use-recent.ts';

export type PaletteProps = PaletteOffers & {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** What had focus when it was opened; it comes back there. */
  opener: RefObject<HTMLElement | null>;
  /** Typed before it was open. */
  startText: string;
  /** Whether the person may search records; places and commands are there in any case. */
  isSearchOn: boolean;
  /** Single keys work: say which does the same. */
  hasKeys: boolean;
  onGo: (href: string) => void;
  /** A place has become likely. */
  onLikely: (href: string) => void;
};

/** One field that finds records, goes places and does things. Everything in it can also be done elsewhere. */
export function Palette(props: PaletteProps): ReactNode {
  const { open, onOpenChange, opener } = props;
  const field = useRef<HTMLInputElement>(null);
  const deed = useRef<(() => void) | null>(null);
  const close = (then?: () => void): void => {
    deed.current = then ?? null;
    onOpenChange(false);
  };
  const runDeed = (): void => {
    deed.current?.();
    deed.current = null;
  };
  return (
    <CommandDialog
      title="Search and commands"
      open={open}
      onOpenChange={onOpenChange}
      // What was chosen may open a window of its own: it comes once focus is back on the page.
      onClosed={runDeed}
      initialFocus={field}
      finalFocus={opener}
    >
      <PaletteBody {...props} field={field} onClose={close} />
    </CommandDialog>
  );
}

type BodyProps = PaletteProps & {
  field: RefObject<HTMLInputElement | null>;
  onClose: (then?: () => void) => void;
};

function PaletteBody({
  field,
  startText,
  onClose,
  onGo,
  onLikely,
  isSearchOn,
  hasKeys,
  places,
  additions,
}: BodyProps): ReactNode {
  const [text, setText] = useState(startText);
  const [asked, setAsked] = useState<PaletteAction | null>(null);
  const typed = text.trim();
  const subject = usePaletteSubject();
  const recent = useRecentRecords({ enabled: isSearchOn });
  const search = usePaletteSearch(asked || !isSearchOn ? '' : typed);
  const groups = asked
    ? choiceGroups(asked, typed)
    : paletteGroups({ typed, subject, recent, places, additions, isSearchOn, ...search });
  useSpokenCount(typed === '' || search.isWaiting ? null : groups);

  const turn = (action: PaletteAction | null): void => {
    setAsked(action);
    setText('');
    field.current?.focus();
  };
  const perform = (deed: Deed): void => {
    if (deed.kind === 'ask') turn(deed.action);
    else if (deed.kind === 'run') onClose(deed.run);
    else onClose(() => onGo(deed.href));
  };
  const entries = groups.flatMap((group) => group.entries);
  const find = (id: string): Entry | undefined => entries.find((entry) => entry.id === id);
  return (
    <CommandBox
      label={asked?.label ?? 'Search and commands'}
      placeholder={asked && 'ask' in asked ? asked.ask : isSearchOn ? 'Search or do something…' : 'Do something…'}
      value={text}
      onValueChange={setText}
      groups={groups.map((group) => toCommands(group, { typed, hasKeys }))}
      onChoose={(id) => {
        const entry = find(id);
        if (entry) perform(entry.deed);
      }}
      onHighlight={(id) => {
        const likely = find(id)?.deed;
        if (likely?.kind === 'go') onLikely(likely.href);
      }}
      {...(asked ? { onBack: () => turn(null) } : {})}
      isWaiting={search.isWaiting}
      inputRef={field}
      lead={asked ? <BackButton label={asked.label} onBack={() => turn(null)} /> : undefined}
      trail={<FieldTrail isBusy={search.isWaiting} onClose={() => onClose()} />}
      note={<Note typed={typed} entries={entries} asked={asked} search={search} isSearchOn={isSearchOn} />}
    />
  );
}

type Look = { typed: string; hasKeys: boolean };

function toCommands({ label, entries }: EntryGroup, { typed, hasKeys }: Look): CommandGroup {
  return {
    label,
    commands: entries.map(({ id, label: text, detail, icon, keys, entity, deed }) => ({
      id,
      label: id.startsWith('hit-') ? <Marked text={text} q={typed} /> : text,
      detail: detail && id.startsWith('hit-') ? <Marked text={detail} q={typed} /> : detail,
      icon: icon ?? (entity ? <EntityIcon entity={entity} /> : null),
      ...(keys && hasKeys ? { keys } : {}),
      isQuestion: deed.kind === 'ask',
    })),
  };
}

function BackButton({ label, onBack }: { label: string; onBack: () => void }): ReactNode {
  return (
    <span className="-ms-2 flex shrink-0 items-center gap-1">
      <IconButton label="Back to all commands" size="sm" icon={<ArrowLeft aria-hidden />} onClick={onBack} />
      <span aria-hidden className="hidden text-small text-ink sm:inline">
        {label}
      </span>
    </span>
  );
}

function FieldTrail({ isBusy, onClose }: { isBusy: boolean; onClose: () => void }): ReactNode {
  return (
    <>
      {isBusy ? <Spinner /> : null}
      <IconButton label="Close" size="sm" icon={<X aria-hidden />} onClick={onClose} />
    </>
  );
}

type NoteProps = {
  typed: string;
  entries: readonly Entry[];
  asked: PaletteAction | null;
  search: PaletteSearch;
  isSearchOn: boolean;
};

/** What the list cannot say itself: that nothing was found, or that searching did not work. */
function Note({ typed, entries, asked, search, isSearchOn }: NoteProps): ReactNode {
  if (search.isFailed) {
    return (
      <p role="alert" className="flex items-center gap-3 border-b border-line px-4 py-2 text-small text-danger">
        <span className="flex-1">Search is unavailable.</span>
        <Button size="sm" onClick={search.retry} loading={search.isWaiting}>
          Retry
        </Button>
      </p>
    );
  }
  if (typed === '' || search.isWaiting) return null;
  const isFound = entries.some(({ deed, id }) => deed.kind !== 'go' || !id.startsWith('create-'));
  if (isFound) return null;
  if (!asked && isSearchOn && typed.length < LETTERS_MIN) {
    return <p className="px-4 pt-3 text-small text-muted">Type one more letter to search records.</p>;
  }
  return <p className="px-4 pt-3 pb-1 wrap-anywhere text-muted">No results for ‘{typed}’.</p>;
}

const SPOKEN_AFTER_MS = 500;

function useSpokenCount(groups: readonly EntryGroup[] | null): void {
  const count = groups?.reduce((sum, { entries }) => sum + entries.length, 0);
  const text = groups?.map(({ label, entries }) => `${label} ${entries.length}`).join() ?? '';
  useEffect(() => {
    if (count === undefined || text === '') return;
    const timer = setTimeout(
      () => announce(count === 0 ? 'No results' : `${count} ${count === 1 ? 'result' : 'results'}`),
      SPOKEN_AFTER_MS,
    );
    return () => clearTimeout(timer);
  }, [count, text]);
}
