'use client';

import { ChevronRight, Search } from 'lucide-react';
import {
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { classNames } from './class-names.ts';
import { KeyHint } from './key-hint.tsx';

export type Command = {
  id: string;
  label: ReactNode;
  detail?: ReactNode;
  icon?: ReactNode;
  /** Keys that do the same elsewhere, such as "G D". */
  keys?: string;
  /** Choosing it asks for more instead of being done. */
  isQuestion?: boolean;
};

export type CommandGroup = { label: string; commands: readonly Command[] };

export type CommandBoxProps = {
  label: string;
  placeholder: string;
  value: string;
  onValueChange: (value: string) => void;
  groups: readonly CommandGroup[];
  onChoose: (id: string) => void;
  /** Called as a command becomes the one that Enter would choose. */
  onHighlight?: (id: string) => void;
  /** Backspace in the empty field. */
  onBack?: () => void;
  /** More commands are on their way: Enter waits for them. */
  isWaiting?: boolean;
  inputRef: RefObject<HTMLInputElement | null>;
  /** Beside the field. */
  lead?: ReactNode;
  trail?: ReactNode;
  /** Between field and list: what was not found, what went wrong. */
  note?: ReactNode;
};

/**
 * A field above a list of commands (APG combobox with a listbox that is always open). Focus stays in the field: arrows
 * move through the list, Enter chooses. By hand, because a command is not a value that is put into the field.
 */
export function CommandBox(props: CommandBoxProps): ReactNode {
  const { label, placeholder, value, groups, inputRef, lead, trail, note } = props;
  const listId = useId();
  const list = useCommandList(props, listId);
  const isEmpty = list.commands.length === 0;
  // At once, not after the dialog's own frame: whoever types ahead must not lose letters.
  useLayoutEffect(() => inputRef.current?.focus(), [inputRef]);
  return (
    <>
      <div className="flex items-center gap-2 border-b border-line ps-4 pe-2 text-muted">
        {lead ?? <Search aria-hidden className="size-4 shrink-0" />}
        <input
          ref={inputRef}
          role="combobox"
          aria-label={label}
          aria-expanded={!isEmpty}
          aria-controls={isEmpty ? undefined : listId}
          aria-activedescendant={list.active ? `${listId}-${list.active.id}` : undefined}
          aria-autocomplete="list"
          autoComplete="off"
          autoCorrect="off"
          spellCheck={false}
          enterKeyHint="go"
          placeholder={placeholder}
          value={value}
          onChange={(event) => list.type(event.target.value)}
          onKeyDown={list.onKeyDown}
          className="min-h-13 min-w-0 flex-1 bg-transparent text-body-lg text-ink outline-none"
        />
        {trail}
      </div>
      {note}
      {isEmpty ? null : (
        <div
          id={listId}
          role="listbox"
          aria-label={label}
          className="min-h-0 flex-1 scroll-py-2 overflow-y-auto overscroll-contain p-2"
        >
          {groups.map((group) =>
            group.commands.length > 0 ? (
              <CommandRows key={group.label} group={group} listId={listId} list={list} />
            ) : null,
          )}
        </div>
      )}
    </>
  );
}

type CommandList = {
  commands: readonly Command[];
  active: Command | undefined;
  highlight: (id: string) => void;
  choose: (id: string) => void;
  type: (value: string) => void;
  onKeyDown: (event: KeyboardEvent) => void;
};

function useCommandList(props: CommandBoxProps, listId: string): CommandList {
  const { groups, value, onValueChange, onChoose, onHighlight, onBack, isWaiting = false } = props;
  const commands = groups.flatMap((group) => group.commands);
  const [activeId, setActiveId] = useState<string | null>(null);
  const [isEntered, setEntered] = useState(false);
  // While more is on its way nothing is chosen for the person: what comes may be what they mean.
  const active = commands.find(({ id }) => id === activeId) ?? (isWaiting ? undefined : commands[0]);
  useAwaitedEnter({
    isEntered: isEntered && !isWaiting,
    firstId: active?.id,
    onChoose,
    onDone: () => setEntered(false),
  });
  useHighlight(active ? `${listId}-${active.id}` : null, () => active && onHighlight?.(active.id));
  const step = (by: 1 | -1): true => {
    const at = active ? commands.indexOf(active) : by === 1 ? -1 : 0;
    setActiveId(commands[(at + by + commands.length) % commands.length]?.id ?? null);
    return true;
  };
  const reset = (): void => {
    setActiveId(null);
    setEntered(false);
  };
  const keys: Readonly<Record<string, () => boolean>> = {
    ArrowDown: () => step(1),
    ArrowUp: () => step(-1),
    Enter: () => {
      if (active) onChoose(active.id);
      else setEntered(isWaiting);
      return true;
    },
    Backspace: () => {
      if (value !== '' || !onBack) return false;
      reset();
      onBack();
      return true;
    },
  };
  return {
    commands,
    active,
    highlight: setActiveId,
    choose: onChoose,
    type: (text) => {
      reset();
      onValueChange(text);
    },
    onKeyDown: (event) => {
      if (event.nativeEvent.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
      if (keys[event.key]?.()) event.preventDefault();
    },
  };
}

type AwaitedEnter = {
  isEntered: boolean;
  firstId: string | undefined;
  onChoose: (id: string) => void;
  onDone: () => void;
};

/** Enter was pressed before the commands were there: the first is chosen once they are. */
function useAwaitedEnter({ isEntered, firstId, onChoose, onDone }: AwaitedEnter): void {
  useEffect(() => {
    if (!isEntered) return;
    onDone();
    if (firstId) onChoose(firstId);
  });
}

function useHighlight(optionId: string | null, onHighlight: () => void): void {
  const latest = useRef(onHighlight);
  useEffect(() => {
    latest.current = onHighlight;
  });
  // Once for each command, not for each drawing.
  useEffect(() => {
    if (!optionId) return;
    document.getElementById(optionId)?.scrollIntoView({ block: 'nearest' });
    latest.current();
  }, [optionId]);
}

type RowsProps = { group: CommandGroup; listId: string; list: CommandList };

function CommandRows({ group, listId, list }: RowsProps): ReactNode {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of options; a fieldset may not stand in a listbox.
    <div role="group" aria-label={group.label} className="pb-1 not-first:pt-1">
      <p aria-hidden className="px-2.5 py-1 text-micro text-muted">
        {group.label}
      </p>
      {group.commands.map((command) => (
        <CommandRow
          key={command.id}
          id={`${listId}-${command.id}`}
          command={command}
          isActive={command === list.active}
          list={list}
        />
      ))}
    </div>
  );
}

type RowProps = { id: string; command: Command; isActive: boolean; list: CommandList };

function CommandRow({ id, command, isActive, list }: RowProps): ReactNode {
  const { label, detail, icon, keys, isQuestion } = command;
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: focus stays in the field; the option is its active descendant.
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the keys.
    <div
      id={id}
      role="option"
      aria-selected={isActive}
      onPointerMove={() => (isActive ? undefined : list.highlight(command.id))}
      // The field keeps focus.
      onPointerDown={(event) => event.preventDefault()}
      onClick={() => list.choose(command.id)}
      className={classNames(
        'flex min-h-10 cursor-pointer items-center gap-3 rounded-control px-2.5 py-1.5 pointer-coarse:min-h-12',
        isActive && 'bg-primary-soft shadow-[inset_2px_0_0_var(--primary)]',
      )}
    >
      {icon ? <span className="grid size-5 shrink-0 place-items-center text-muted *:size-4">{icon}</span> : null}
      <span className="min-w-0 flex-1">
        <span className="block wrap-anywhere text-ink">{label}</span>
        {detail ? <span className="block truncate text-small text-muted">{detail}</span> : null}
      </span>
      {keys ? <KeyHint keys={keys} /> : null}
      {isQuestion ? <ChevronRight aria-hidden className="size-4 shrink-0 text-muted" /> : null}
    </div>
  );
}
