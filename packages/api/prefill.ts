'use client';
import { parseAsString, useQueryState } from 'nuqs';
import { useEffect } from 'react';

/** The name that a new record begins with: links may bring one in the address. It goes when the form closes. */
export function usePrefill(isFormOpen: boolean): string {
  const [name, setName] = useQueryState('name', parseAsString.withDefault(''));
  useEffect(() => {
    if (!isFormOpen && name !== '') void setName(null);
  }, [isFormOpen, name, setName]);
  return isFormOpen ? name.slice(0, 200) : '';
}
