'use client';

import { announce } from '@aura/ui/announce';
import { Avatar } from '@aura/ui/avatar';
import { Textarea } from '@aura/ui/textarea';
import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react';
import { type MemberName, useMemberNames } from './member-names.ts';
import { type Mention, mentionBefore, peopleFor, withMention } from './mention.ts';

export type MentionTextareaProps = {
  name: string;
  value: string;
  onValueChange: (text: string) => void;
  /** A colleague was chosen; they are mentioned as long as `@` and their name stand in the text. */
  onMention: (mention: Mention) => void;
};

const SHOWN_MAX = 6;

/** A text in which an @ calls a colleague: arrow keys choose among the names, Enter takes one, Escape goes on writing. */
export function MentionTextarea({ name, value, onValueChange, onMention }: MentionTextareaProps): ReactNode {
  const area = useRef<HTMLTextAreaElement>(null);
  const listId = useId();
  const [open, setOpen] = useState<{ from: number; to: number; typed: string } | null>(null);
  const [active, setActive] = useState(0);
  const names = useMemberNames();
  const people = open ? peopleFor(activeOnes(names), open.typed).slice(0, SHOWN_MAX) : [];
  const isListed = open !== null && people.length > 0;
  const look = (): void => {
    const caret = area.current?.selectionStart ?? 0;
    const found = mentionBefore(area.current?.value ?? '', caret);
    setOpen(found ? { ...found, to: caret } : null);
    setActive(0);
    if (found && open?.typed !== found.typed) announceCount(peopleFor(activeOnes(names), found.typed).length);
  };
  const take = (person: MemberName | undefined): void => {
    if (!open || !person) return;
    const next = withMention(value, { ...open, name: person.name });
    onValueChange(next.text);
    onMention({ userId: person.userId, name: person.name });
    setOpen(null);
    requestAnimationFrame(() => {
      area.current?.focus();
      area.current?.setSelectionRange(next.caret, next.caret);
    });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!isListed) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) setActive((active + step + people.length) % people.length);
    else if ((event.key === 'Enter' && !event.ctrlKey && !event.metaKey) || event.key === 'Tab') take(people[active]);
    else if (event.key === 'Escape') setOpen(null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="relative">
      <Textarea
        ref={area}
        name={name}
        value={value}
        aria-autocomplete="list"
        aria-controls={isListed ? listId : undefined}
        aria-activedescendant={isListed ? `${listId}-${active}` : undefined}
        onChange={(event) => {
          onValueChange(event.target.value);
          look();
        }}
        onClick={look}
        onBlur={() => setOpen(null)}
        onKeyDown={onKeyDown}
      />
      {isListed ? (
        <div id={listId} role="listbox" aria-label="Colleagues" className={listClass}>
          {people.map((person, index) => (
            <div
              key={person.userId}
              id={`${listId}-${index}`}
              role="option"
              // Reached by the arrow keys of the text above; the Tab key stays out of the list.
              tabIndex={-1}
              aria-selected={index === active}
              // Pressed, not clicked: a click comes after the text has lost the focus and the list is gone.
              onPointerDown={(event) => {
                event.preventDefault();
                take(person);
              }}
              className="flex min-h-9 cursor-pointer items-center gap-2 rounded-control px-2.5 aria-selected:bg-primary-soft pointer-coarse:min-h-11"
            >
              <Avatar name={person.name} size="sm" />
              {person.name}
            </div>
          ))}
        </div>
      ) : null}
    </div>
  );
}

const activeOnes = (names: ReadonlyMap<string, MemberName>): MemberName[] =>
  [...names.values()].filter(({ status }) => status === 'active');

function announceCount(count: number): void {
  announce(
    count === 0
      ? 'No colleague of that name'
      : `${count} ${count === 1 ? 'colleague' : 'colleagues'}, arrow keys choose`,
  );
}

const listClass =
  'absolute inset-x-0 top-full z-50 mt-1 max-w-80 rounded-panel border border-line bg-raised p-1 shadow-float';
