import { useEffect } from 'react';

/** Asks before a page with a chosen file is left. */
export function useLeaveGuard(isOn: boolean): void {
  useEffect(() => {
    if (!isOn) return;
    const ask = (event: BeforeUnloadEvent): void => {
      // Going to the import's own page is the end of the wizard, not leaving it.
      if (!leaving.isMeant) event.preventDefault();
    };
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isOn]);
}

const leaving = { isMeant: false };

/** Opens the page of a started import. */
export function openImport(id: string): void {
  leaving.isMeant = true;
  location.assign(`/import/${id}`);
}
