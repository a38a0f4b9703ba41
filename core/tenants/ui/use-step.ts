import { useCallback, useSyncExternalStore } from 'react';

export type SignUpStep = 'you' | 'company';

/** The step stands in the address, so the browser's Back goes one step back and not away. */
export function useStep(): { step: SignUpStep; go: (step: SignUpStep) => void } {
  const step = useSyncExternalStore(subscribe, read, () => 'you' as const);
  const go = useCallback((next: SignUpStep) => {
    if (next === read()) return;
    const address = new URL(location.href);
    if (next === 'you') address.searchParams.delete('step');
    else address.searchParams.set('step', next);
    history.pushState(history.state, '', address);
    window.dispatchEvent(new Event(stepEvent));
  }, []);
  return { step, go };
}

const stepEvent = 'aura:step';

function read(): SignUpStep {
  return new URLSearchParams(location.search).get('step') === 'company' ? 'company' : 'you';
}

function subscribe(onChange: () => void): () => void {
  window.addEventListener('popstate', onChange);
  window.addEventListener(stepEvent, onChange);
  return () => {
    window.removeEventListener('popstate', onChange);
    window.removeEventListener(stepEvent, onChange);
  };
}
