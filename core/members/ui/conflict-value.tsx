'use client';

import { plainText } from '@aura/kernel';
import { Fragment, type ReactNode } from 'react';

/** For fields that hold the id of a record, or several: what the record is called. By the fields' names in the API. */
export type RecordNames = Readonly<Record<string, (id: string) => ReactNode>>;

type Part = { id: string; role: string | null };

/** The value in words: never the id of a record. */
export function conflictValue(value: unknown, nameOf: ((id: string) => ReactNode) | undefined): ReactNode {
  const parts = nameOf ? partsOf(value) : null;
  if (!nameOf || !parts) return plainText(value);
  if (parts.length === 0) return null;
  return parts.map(({ id, role }, index) => (
    <Fragment key={id}>
      {index > 0 ? ', ' : null}
      {nameOf(id)}
      {role ? ` (${role})` : null}
    </Fragment>
  ));
}

/** Two values that say the same are no question, whatever else the server tells of their records. */
export function sameValue(a: unknown, b: unknown): boolean {
  return textOf(a) === textOf(b);
}

function textOf(value: unknown): string {
  const parts = partsOf(value);
  return parts ? parts.map(({ id, role }) => `${id} ${role ?? ''}`).join('\n') : plainText(value);
}

/** The records that a value names: an id, ids, or records with the part that each has. Null: it names none. */
function partsOf(value: unknown): Part[] | null {
  if (typeof value === 'string') return value === '' ? [] : [{ id: value, role: null }];
  if (!Array.isArray(value)) return null;
  const parts = value.map((one: unknown): Part | null => {
    if (typeof one === 'string') return { id: one, role: null };
    if (typeof one !== 'object' || one === null || !('id' in one) || typeof one.id !== 'string') return null;
    return { id: one.id, role: 'role' in one && typeof one.role === 'string' ? one.role : null };
  });
  return parts.every((part) => part !== null) ? parts : null;
}
